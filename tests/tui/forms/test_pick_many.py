"""PickMany: ticks, then Enter."""

from __future__ import annotations

from quiz.core.form import PickMany
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from tests.tui.forms.press import Pressed, cleans

FESTIVALS = PickMany(cleans("Rotterdam", "Venice", "Berlin", "Locarno", "Cannes"))


def test_letters_tick_and_untick_and_enter_gives_them_in_their_order() -> None:
    form = Pressed(FESTIVALS)
    form.press("e", "a", "b", "a", "enter")
    assert form.given == ("Venice", "Cannes")


def test_space_ticks_the_highlighted() -> None:
    form = Pressed(FESTIVALS)
    form.press("space", "down", "down", "space", "enter")
    assert form.given == ("Venice",)


def test_the_highlight_has_a_sign_beside_the_box() -> None:
    form = Pressed(FESTIVALS)
    form.press("down")
    assert form.lines()[0] == "  ▸[ ] A   Rotterdam"


def test_nothing_ticked_is_no_answer() -> None:
    form = Pressed(FESTIVALS)
    form.press("enter")
    assert form.given is None
    assert form.noted == "Nothing ticked yet. n if you have no idea."
    form.press("a")
    assert form.noted == ""


def test_ticks_are_drawn() -> None:
    form = Pressed(FESTIVALS)
    form.press("b")
    assert form.lines()[0] == "   [ ] A   Rotterdam"
    assert form.lines()[1] == "   [■] B   Venice"
    assert form.lines(60)[1] == " ■ B Venice"


def test_the_verdict_tells_right_wrong_and_missed() -> None:
    form = Pressed(FESTIVALS)
    answers = ("Cannes", "Venice", "Berlin")
    verdict = Verdict(0.33, Clean(", ".join(answers)), found=cleans("Venice"), parts=3)
    lines = form.judge(verdict, "Venice", "Locarno", answers=answers)
    assert lines[1].startswith("   ✓   B   Venice")
    assert lines[1].endswith("yours, and right")
    assert lines[2].endswith("missed")
    assert lines[3].startswith("   ✗   D   Locarno")
    assert lines[0] == "       A   Rotterdam"
