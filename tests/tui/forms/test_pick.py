"""Pick: one key answers; arrows and Enter; nothing is highlighted at first."""

from __future__ import annotations

import pytest

from quiz.core.form import Pick
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from tests.tui.forms.press import Pressed, cleans

FILMS = Pick(cleans("Marty", "The Piano", "Parasite", "Pulp Fiction"))
RIGHT, WRONG = Verdict(1.0, Clean("Parasite")), Verdict(0.0, Clean("Parasite"))


@pytest.mark.parametrize("key", ["c", "C", "3"])
def test_a_key_answers_at_once(key: str) -> None:
    form = Pressed(FILMS)
    form.press(key)
    assert form.given == ("Parasite",)


def test_enter_does_nothing_until_an_arrow_was_pressed() -> None:
    form = Pressed(FILMS)
    form.press("enter", "space")
    assert form.given is None
    form.press("down", "down", "enter")
    assert form.given == ("The Piano",)


def test_up_begins_with_the_last_option() -> None:
    form = Pressed(FILMS)
    form.press("up", "enter")
    assert form.given == ("Pulp Fiction",)


def test_with_confirmation_a_key_only_highlights() -> None:
    form = Pressed(FILMS, confirm=True)
    form.press("b")
    assert form.given is None
    form.press("enter")
    assert form.given == ("The Piano",)


def test_the_highlight_is_drawn_with_its_sign() -> None:
    form = Pressed(FILMS)
    assert not any("▸" in line for line in form.lines())
    form.press("down")
    assert form.lines()[0] == "   ▸   A   Marty"


def test_other_digits_are_explained_where_options_are_digits() -> None:
    form = Pressed(Pick(cleans("4", "2", "9", "7")))
    form.press("1")
    assert form.given is None
    assert form.noted == "These options are numbers: press A to D."
    form.press("9")
    assert form.given == ("9",)


def test_right_is_drawn_as_in_the_design() -> None:
    lines = Pressed(FILMS).judge(RIGHT, "Parasite")
    assert (
        lines[2] == "   ✓   C   Parasite                                     your answer, and right"
    )
    assert lines[0] == "       A   Marty"


def test_wrong_marks_both() -> None:
    lines = Pressed(FILMS).judge(WRONG, "Marty")
    assert lines[0].startswith("   ✗   A   Marty")
    assert lines[0].endswith("your answer")
    assert lines[2].startswith("   ✓   C   Parasite")
    assert lines[2].endswith("the answer")


def test_nothing_is_given_after_the_verdict() -> None:
    form = Pressed(FILMS)
    form.judge(WRONG, "Marty")
    form.press("c", "down", "enter")
    assert form.given is None


def test_on_a_small_screen_only_what_matters_stays() -> None:
    form = Pressed(FILMS, tight=True)
    form.judge(WRONG, "Marty")
    assert [line.split()[1] for line in form.lines(60)] == ["A", "C"]
    assert all(len(line) <= 58 for line in form.lines(60))


def test_long_options_wrap_and_nothing_moves_at_the_verdict() -> None:
    long = "a film whose title is so long that it cannot be shown in one line of this screen at all"
    form = Pressed(Pick(cleans(long, "b", "c")))
    before = form.lines()
    assert len(before) == 4
    after = form.judge(Verdict(1.0, Clean(long)), long)
    assert len(after) == 4
    assert after[0].endswith("your answer, and right")
    assert all(len(line) <= 78 for line in before + after)


def test_what_a_lifeline_takes_away_cannot_be_chosen() -> None:
    form = Pressed(FILMS)
    form.form.strike(cleans("Marty", "The Piano"))
    form.press("a", "2")
    assert form.given is None
    form.press("down", "enter")
    assert form.given == ("Parasite",)


def test_a_poll_stands_behind_the_options() -> None:
    form = Pressed(FILMS)
    form.form.remark({Clean("Parasite"): Clean("62 %")})
    assert form.lines()[2].endswith("62 %")
