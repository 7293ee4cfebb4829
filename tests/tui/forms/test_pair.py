"""Pair: the marked left side takes the partner whose letter is pressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.core.form import Pair
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from tests.tui.forms.press import Pressed, cleans

FILMS = Pair(
    cleans("Anora", "Parasite", "The Piano"),
    cleans("Bong Joon-ho", "Sean Baker", "Jane Campion"),
)
RIGHT = ("Sean Baker", "Bong Joon-ho", "Jane Campion")


def test_letters_go_from_row_to_row() -> None:
    form = Pressed(FILMS)
    form.press("b", "a", "c", "enter")
    assert form.given == RIGHT


def test_arrows_mark_another_row() -> None:
    form = Pressed(FILMS)
    form.press("down", "a", "up", "up", "b", "c", "enter")
    assert form.given == RIGHT


def test_backspace_clears() -> None:
    form = Pressed(FILMS)
    form.press("a", "backspace", "b", "a", "c", "enter")
    assert form.given == RIGHT


def test_missing_partners_are_asked_about_once() -> None:
    form = Pressed(FILMS)
    form.press("enter")
    assert form.noted == "No pair yet. n if you have no idea."
    form.press("b", "enter")
    assert form.given is None
    assert form.noted == "2 rows have no partner. enter again gives it as it is."
    form.press("enter")
    assert form.given == ("Sean Baker", "", "")


def test_the_marked_row_and_the_letters_are_drawn() -> None:
    form = Pressed(FILMS)
    form.press("b")
    first, second, _ = form.lines()
    assert first.startswith("     Anora ")
    assert "[B]  A  Bong Joon-ho" in first
    assert second.startswith("   ▸ Parasite ")
    assert all(len(line) <= 60 for line in form.lines(60))


def test_the_verdict_shows_given_and_right() -> None:
    form = Pressed(FILMS)
    verdict = Verdict(1 / 3, Clean("..."), found=cleans("The Piano"), parts=3)
    lines = form.judge(verdict, "Bong Joon-ho", "", "Jane Campion", answers=RIGHT)
    assert "✗ Anora" in lines[0]
    assert lines[0].endswith("Bong Joon-ho → Sean Baker")
    assert "○ Parasite" in lines[1]
    assert "✓ The Piano" in lines[2]


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "up", "down", "backspace", "enter"])))
def test_whatever_is_pressed_partners_are_options(keys: list[str]) -> None:
    form = Pressed(FILMS)
    for key in keys:
        if form.given is None:
            form.press(key)
    for partner in form.given or ():
        assert partner in ("", *FILMS.right)
    assert len(form.lines()) == 3
