"""What was missed comes back at once, what was known later and later; three wins make a trophy."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.memory import Memory, reviewed
from quiz.core.records import Attempt, Ruling
from quiz.core.rules import Play
from quiz.core.text import Clean
from tests.conftest import NOON

DAY = 86400.0


def answered(day: float = 0, credit: float = 1.0, key: str = "a/q", **play: int) -> Attempt:
    """An answer so many days after noon."""
    told = Play(2, credit, 3.0, 3.0, 40.0, **play)  # type: ignore[arg-type]
    at = NOON + timedelta(days=day)
    return Attempt("r1", at, key, (Clean("x"),), Clean("y"), told, 0)


def after(*attempts: Attempt | Ruling) -> Memory:
    """The memory after some answers."""
    memory = Memory()
    for attempt in attempts:
        memory.add(attempt)
    return memory


def test_a_miss_is_to_be_won_back_at_once() -> None:
    memory = after(answered(credit=0), answered(1, credit=0, key="a/old"), answered(key="a/known"))
    assert memory.missed() == ["a/q", "a/old"]
    assert memory.due(NOON.timestamp()) == []


def test_what_was_known_comes_back_days_later() -> None:
    memory = after(answered())
    (due,) = memory.coming()
    assert 1 * DAY < due - NOON.timestamp() < 10 * DAY
    assert memory.due(due - 1) == []
    assert memory.due(due + 1) == ["a/q"]


def test_every_win_in_time_makes_the_next_wait_longer() -> None:
    memory, waits = after(answered()), []
    for _ in range(5):
        (due,) = memory.coming()
        day = (due - NOON.timestamp()) / DAY
        memory.add(answered(day))
        waits.append(memory.coming()[0] - due)
    assert waits == sorted(waits)
    assert waits[-1] > 10 * waits[0]


def test_help_makes_the_wait_shorter() -> None:
    plain = reviewed(None, answered()).due
    for helped in (answered(hints=1), answered(tries=1)):
        assert reviewed(None, helped).due < plain
    part = reviewed(None, answered(credit=0.5))
    assert part.missed
    assert part.stability > reviewed(None, answered(credit=0)).stability


def test_three_wins_on_different_days_make_a_trophy() -> None:
    memory = after(answered(credit=0), answered(1), answered(1.1), answered(2))
    assert memory.trophies() == []
    memory.add(answered(3))
    assert memory.trophies() == ["a/q"]
    assert memory.due(NOON.timestamp() + 9999 * DAY) == []
    assert memory.coming() == ()


def test_a_trophy_that_is_missed_is_none_any_more() -> None:
    wins = [answered(day) for day in (1, 2, 3)]
    memory = after(answered(credit=0), *wins, answered(9, credit=0))
    assert memory.trophies() == []
    assert memory.missed() == ["a/q"]
    assert after(answered(credit=0), *wins, answered(9, credit=0), answered(10)).trophies() == []


def test_what_was_never_missed_is_no_trophy() -> None:
    assert after(*(answered(day) for day in range(9))).trophies() == []


def test_a_ruling_counts_as_the_verdict() -> None:
    right = Ruling("r1", NOON, "a/q", True, 100)
    wrong = Ruling("r1", NOON, "a/q", False, 0)
    assert after(answered(credit=0), right).cards == after(answered()).cards
    assert after(answered(), wrong).cards == after(answered(credit=0)).cards
    assert after(answered(credit=0), right, wrong).cards == after(answered(credit=0)).cards
    first = answered(-5)
    assert after(first, answered(credit=0), right).cards == after(first, answered()).cards


def test_a_ruling_without_its_answer_changes_nothing() -> None:
    assert after(Ruling("r1", NOON, "a/q", True, 0)).cards == {}
    other = Ruling("r1", NOON, "a/other", True, 0)
    assert after(answered(credit=0), other).cards == after(answered(credit=0)).cards


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    card = reviewed(None, answered(5))
    back = reviewed(card, answered(0))
    assert back.last == card.last


def test_no_card_waits_for_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    after(answered())

    def asleep(_: float) -> None:
        raise AssertionError("a card slept")

    monkeypatch.setattr(time, "sleep", asleep)
    after(answered(), answered(1))


@given(st.lists(st.tuples(st.floats(0, 9), st.sampled_from([0.0, 0.5, 1.0])), max_size=12))
def test_any_history_gives_the_same_card_again(history: list[tuple[float, float]]) -> None:
    day, attempts = 0.0, []
    for gap, credit in history:
        day += gap
        attempts.append(answered(day, credit))
    memory = after(*attempts)
    assert memory.cards == after(*attempts).cards
    for card in memory.cards.values():
        assert card.due > card.last
        assert card.missed == (attempts[-1].credit < 1)
        assert replace(card).trophy == (card.lost and card.beaten >= 3)
