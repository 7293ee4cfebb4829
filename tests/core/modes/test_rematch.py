"""Rematch: what is due, the most urgent first."""

from __future__ import annotations

import pytest

from quiz.core.deal import Want
from quiz.core.modes import modes
from quiz.core.state import Dealt
from quiz.errors import Undealable
from tests.core.rounds import choice, mixed, pool

REMATCH = modes()["rematch"]


def keys(due: tuple[str, ...], **more: object) -> list[str]:
    return [item.key for item in REMATCH.deal(pool(due=due), Want(**more))]  # type: ignore[arg-type]


def test_the_most_urgent_come_first() -> None:
    due = tuple(item.key for item in mixed()[::-7])
    assert keys(due) == list(due[:10])
    assert keys(due[:3]) == list(due[:3])
    assert keys(due, level="hard", length=5) == list(due[:10])


def test_what_is_gone_or_left_out_is_not_dealt() -> None:
    there = [Dealt("pack", choice("a")), Dealt("pack", choice("b", tags=["spoiler"]))]
    dealt = REMATCH.deal(pool(there, due=("pack/gone", "pack/b", "pack/a", "pack/a")), Want())
    assert [item.key for item in dealt] == ["pack/a"]
    with pytest.raises(Undealable, match="leave all of them out"):
        REMATCH.deal(pool(there, due=("pack/b",)), Want())


@pytest.mark.parametrize("due", [(), ("pack/gone",)])
def test_nothing_to_win_back(due: tuple[str, ...]) -> None:
    with pytest.raises(Undealable) as none:
        keys(due)
    assert none.value.title == "Nothing to win back"
    assert none.value.message == "Play a pack and the misses gather here."


def test_what_gives_away_waits_for_the_next_rematch() -> None:
    told = choice("a", explanation="The velvet curtain hides the marble staircase: Palmarola.")
    hidden = choice("b", prompt="Which velvet curtain and marble staircase?", answer="Palmarola")
    rest = [choice(f"q{n}") for n in range(12)]
    there = [Dealt("pack", question) for question in (told, hidden, *rest)]
    dealt = REMATCH.deal(pool(there), Want())
    assert [item.key for item in dealt] == [
        "pack/a",
        *(f"pack/q{n}" for n in range(9)),
    ]


def test_it_has_no_ranks_no_clock_and_no_streak() -> None:
    assert not REMATCH.scored
    assert not REMATCH.clock
    assert not REMATCH.streaks
