"""The Daily: the same five for everyone, none twice until the cycle is through."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.deal import Want
from quiz.core.leaks import gives_away
from quiz.core.modes import modes
from quiz.core.modes.daily import FIRST, FIVE, day_number, scattered, share
from quiz.core.state import Dealt
from quiz.errors import Undealable
from tests.conftest import NOON
from tests.core.rounds import choice, of, pool, right, wrong

DAILY = modes()["daily"]


def questions(count: int, pack: str = "pack") -> list[Dealt]:
    return [Dealt(pack, choice(f"q{n}", n % 5 + 1)) for n in range(count)]


def on(day: date, there: Sequence[Dealt], seed: int = 1, **more: object) -> list[str]:
    dealt = DAILY.deal(pool(there, seed, **more), Want(day=day.isoformat()))
    return [item.key for item in dealt]


def days(count: int) -> list[date]:
    return [FIRST + timedelta(days=n) for n in range(count)]


def test_the_days_are_numbered() -> None:
    assert day_number(date(2026, 11, 10)) == 1
    assert day_number(date(2026, 11, 21)) == 12
    assert day_number(date(2026, 11, 9)) == 0


@pytest.mark.parametrize("count", [5, 12, 34, 60, 123])
def test_nothing_repeats_until_the_cycle_is_through(count: int) -> None:
    there = questions(count)
    cycle = count // FIVE
    asked = [key for day in days(cycle) for key in on(day, there)]
    assert len(asked) == len(set(asked)) == cycle * FIVE
    assert on(FIRST + timedelta(days=cycle), there) == on(FIRST, there)


def test_120_questions_repeat_first_on_day_25() -> None:
    there = questions(120)
    asked: set[str] = set()
    for number, day in enumerate(days(25), 1):
        five = set(on(day, there))
        assert bool(asked & five) is (number == 25)
        asked |= five


def test_it_is_the_same_for_everyone() -> None:
    there = questions(60)
    seen = {item.key: 1.0 for item in there[::2]}
    assert on(FIRST, there) == on(FIRST, there, seed=9, seen=seen)
    picky = Want(level="hard", plot=False, mature=True, length=20, day=FIRST.isoformat())
    dealt = DAILY.deal(pool(there), picky)
    assert [item.key for item in dealt] == on(FIRST, there)
    other = [*questions(30, "b"), *questions(30, "a")]
    assert on(FIRST, other) == on(FIRST, [*other[30:], *other[:30]])


def test_a_new_version_is_a_new_cycle() -> None:
    there = questions(60)
    week = [on(day, there) for day in days(7)]
    assert week != [on(day, there, versions={"pack": "1.1.0"}) for day in days(7)]


def test_every_day_goes_from_easy_to_hard() -> None:
    levels = {item.key: item.question.difficulty for item in questions(60)}
    for day in days(12):
        assert [levels[key] for key in on(day, questions(60))] == [1, 2, 3, 4, 5]


def test_what_settings_may_leave_out_is_never_in_it() -> None:
    there = questions(10)
    there += [
        Dealt("pack", choice(f"x{n}", tags=[tag]))
        for n in range(20)
        for tag in (("spoiler", "mature")[n % 2],)
    ]
    asked = {key for day in days(30) for key in on(day, there)}
    assert asked == {item.key for item in there[:10]}


def giver(n: int, level: int) -> Dealt:
    """A question whose explanation gives the next one's answer away."""
    return Dealt(
        "pack",
        choice(
            f"g{n}",
            level,
            prompt=f"Which velvet curtain number {n} hides the marble staircase?",
            answer=f"Person{n:04}",
            explanation=f"Behind the velvet curtain by the marble staircase is Person{n + 1:04}.",
            cite=[],
        ),
    )


def test_no_day_gives_itself_away() -> None:
    there = [giver(n, n % 5 + 1) for n in range(40)]
    asked = []
    for day in days(8):
        five = DAILY.deal(pool(there), Want(day=day.isoformat()))
        assert not any(gives_away(a.question, b.question) for a in five for b in five if a is not b)
        asked += [item.key for item in five]
    assert len(set(asked)) == len(asked) == 40


def test_too_few_or_no_day() -> None:
    with pytest.raises(Undealable, match="Daily needs 5, and only 4 fit"):
        on(FIRST, questions(4))
    with pytest.raises(Undealable, match="No day"):
        DAILY.deal(pool(questions(9)), Want())


@given(st.integers(1, 300), st.text(max_size=5))
def test_a_scattering_is_a_shuffle(size: int, seed: str) -> None:
    assert sorted(scattered(n, size, seed) for n in range(size)) == list(range(size))


def test_the_result_can_be_pasted() -> None:
    round = of(*(choice(f"q{n}") for n in range(5)), mode="daily")
    for n, hit in enumerate((True, True, False, True, True)):
        round, _ = round.ask(NOON)
        question = choice(f"q{n}")
        round, _ = round.answer(right(question) if hit else wrong(question), NOON, 1)
    attempts = round.state.attempts
    text = share(12, attempts, 4)
    assert text == "Palmarès Daily 12   4/5   ✓ ✓ ✗ ✓ ✓   run of 4 days"
    assert share(12, attempts[:3], 1) == "Palmarès Daily 12   2/5   ✓ ✓ ✗ · ·   run of 1 day"
    assert share(12, attempts, 0, "+%ox.") == "Palmarès Daily 12   4/5   + + x + +"
    assert DAILY.ending("end", round.state) == "Today's Daily is played: 4 of 5."
