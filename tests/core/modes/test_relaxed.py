"""Relaxed: no clock, no streak."""

from __future__ import annotations

from tests.conftest import NOON
from tests.core.rounds import choice, of, right


def test_neither_time_nor_streak_count() -> None:
    round = of(choice("a", 1), choice("b", 5), mode="relaxed")
    for question in (choice("a", 1), choice("b", 5)):
        round, _ = round.ask(NOON)
        assert round.left(100) == 0
        round, _ = round.answer(right(question), NOON, 500)
    assert round.state.points == 100 + 300
    assert round.state.streak == 2
    assert round.ranked()
