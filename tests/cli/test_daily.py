"""quiz daily: one try a day, and a result that can be passed on."""

from __future__ import annotations

import re

from tests.cli.conftest import Run

FIVE = "a\n1\n" * 10


def test_it_is_played_once_and_then_shown(quiz: Run) -> None:
    played = quiz("daily", "--plain", "--player", "Tester", typed=FIVE)
    assert played.code == 0
    assert "The end. Daily" in played.out
    again = quiz("daily", "--plain", typed=FIVE)
    assert again.code == 0
    assert "Today's Daily is played:" in again.err
    assert again.out == quiz("daily", "--share").out


def test_the_share_text_gives_no_answer_away(quiz: Run) -> None:
    quiz("daily", "--plain", "--player", "Tester", typed=FIVE)
    told = quiz("daily", "--share")
    assert told.code == 0
    assert told.err == ""
    assert re.fullmatch(r"Palmarès Daily \d+   \d/5   [✓✗◐] .*   run of 1 day\n", told.out)


def test_there_is_nothing_to_share_before_it_is_played(quiz: Run) -> None:
    told = quiz("daily", "--share")
    assert (told.code, told.out) == (1, "")
    assert "not played yet" in told.err


def test_one_that_was_begun_goes_on(quiz: Run) -> None:
    first = quiz("daily", "--plain", "--player", "Tester", typed="a\n")
    assert first.code == 1
    second = quiz("daily", "--plain", typed=FIVE)
    assert "This round was waiting for you" in second.out
    assert second.code == 0


def test_everybody_gets_the_same_five(quiz: Run) -> None:
    one = quiz("play", "mix", "--mode", "daily", "--json", "--player", "Ada", typed=FIVE)
    two = quiz("play", "on-set", "--mode", "daily", "--json", "--player", "Mira", typed=FIVE)
    assert [row["question"] for row in one.rows] == [row["question"] for row in two.rows]


def test_without_a_terminal_the_screen_says_so(quiz: Run) -> None:
    assert quiz("daily").code == 2
