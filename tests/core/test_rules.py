"""The points, against the text of the design sheet, its worked examples and its simulation."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import exp, floor, log
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.rules import (
    MELT_MADE,
    MELT_PICKED,
    Play,
    Rules,
    bonus,
    reading,
    score,
    stars,
    value,
)

THOUSANDTHS = st.integers(0, 200_000).map(lambda n: n / 1000)
PLAYS = st.builds(
    Play,
    level=st.integers(1, 5),
    credit=st.one_of(
        st.sampled_from((0.0, 1.0)),
        st.builds(lambda n, k: min(n, k) / n, st.integers(1, 200), st.integers(0, 200)),
    ),
    took=THOUSANDTHS,
    free=st.builds(reading, st.integers(0, 120), st.integers(1, 3)),
    melt=st.sampled_from((MELT_PICKED, MELT_MADE)),
    streak=st.integers(0, 60),
    hints=st.integers(0, 4),
    tries=st.integers(0, 2),
    interrupted=st.booleans(),
)
RULES = st.builds(Rules, st.booleans(), st.integers(1, 3), st.booleans())


def told(play: Play, rules: Rules, streaks: bool) -> int:
    """The rule as the design sheet tells it, in fractions; a credit is the share that was meant."""
    p = 50 + 50 * play.level
    credit = Fraction(play.credit).limit_denominator(200)
    late = (Fraction(str(play.took)) - Fraction(str(play.free))) / Fraction(str(play.melt))
    speed = min(Fraction(1), max(Fraction("0.5"), 1 - Fraction("0.5") * late))
    if play.interrupted:
        speed = Fraction("0.5")
    if not rules.clock:
        speed = Fraction(1)
    streak = min(Fraction("1.5"), 1 + Fraction("0.1") * play.streak) if streaks else Fraction(1)
    house = Fraction("0.5") ** play.hints * (Fraction("1.5") if rules.typed else 1)
    close = Fraction("0.8") if play.tries else Fraction(1)
    return floor(p * credit * speed * streak * house * close + Fraction("0.5"))


def test_a_part_is_not_rounded_before_the_points() -> None:
    play = Play(level=2, credit=5 / 6, took=0, free=3, melt=20, hints=1)
    assert score(play, Rules(), streaks=False).points == 63  # 62.5 exactly


@given(PLAYS, RULES, st.booleans())
def test_points_are_those_of_the_design_sheet(play: Play, rules: Rules, streaks: bool) -> None:
    assert score(play, rules, streaks=streaks).points == told(play, rules, streaks)


@given(PLAYS, RULES, st.booleans())
def test_points_have_bounds_and_two_parts(play: Play, rules: Rules, streaks: bool) -> None:
    got = score(play, rules, streaks=streaks)
    assert got.points == got.answer + got.streak
    assert 0 <= got.answer <= got.points
    assert got.points <= value(play.level) * 1.5 * (1.5 if rules.typed else 1) + 0.5
    assert score(replace(play, credit=1.0), rules).answer >= got.answer
    if not play.credit:
        assert got.points == 0


@given(PLAYS, RULES, THOUSANDTHS)
def test_slower_never_earns_more(play: Play, rules: Rules, longer: float) -> None:
    later = Play(play.level, play.credit, play.took + longer, play.free, play.melt, play.streak)
    sooner = Play(play.level, play.credit, play.took, play.free, play.melt, play.streak)
    assert score(later, rules).points <= score(sooner, rules).points
    assert 2 * score(later, rules).points + 1 >= score(sooner, rules).points


@given(PLAYS, RULES)
def test_help_never_earns_more(play: Play, rules: Rules) -> None:
    fields = {name: getattr(play, name) for name in Play.__slots__}
    for name in ("hints", "tries"):
        helped = Play(**(fields | {name: fields[name] + 1}))
        assert score(helped, rules).points <= score(play, rules).points
    broken = Play(**(fields | {"interrupted": True}))
    assert score(broken, rules).points <= score(play, rules).points


@given(PLAYS)
def test_without_the_clock_time_does_not_matter(play: Play) -> None:
    fields = {name: getattr(play, name) for name in Play.__slots__}
    at_once = Play(**(fields | {"took": 0.0, "interrupted": False}))
    assert score(play, Rules(clock=False)) == score(at_once, Rules(clock=True))


def test_the_worked_example() -> None:
    assert reading(25) == 6.0
    play = Play(3, 1.0, 8.0, 6.0, MELT_PICKED, streak=2)
    got = score(play, Rules())
    assert (got.points, got.answer, got.streak) == (228, 190, 38)
    assert score(play, Rules()).answer == 190


def test_a_close_try_as_on_the_screen() -> None:
    """133 for the answer, 26 for 3 in a row: 166 were left when the field said "Close"."""
    play = Play(3, 1.0, 19.6, 6.0, MELT_MADE, streak=2, tries=1)
    assert score(Play(3, 1.0, 19.6, 6.0, MELT_MADE), Rules()).points == 166
    got = score(play, Rules())
    assert (got.points, got.answer, got.streak) == (159, 133, 26)


def test_in_plain_mode_without_the_clock() -> None:
    got = score(Play(3, 1.0, 90.0, 6.0, MELT_PICKED, streak=2), Rules(clock=False))
    assert (got.points, got.answer, got.streak) == (240, 200, 40)


@pytest.mark.parametrize(
    ("words", "factor", "seconds"),
    [(0, 1, 3), (10, 1, 3), (11, 1, 3.2), (25, 1, 6), (55, 1, 12), (500, 1, 12), (55, 3, 36)],
)
def test_reading_is_free(words: int, factor: int, seconds: float) -> None:
    assert reading(words, factor) == seconds


def test_the_bonus_grows_by_a_tenth_and_stops_at_a_half() -> None:
    assert [float(bonus(n)) for n in range(8)] == [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.5]


def test_the_same_mix_is_worth_1850_and_2595_at_best() -> None:
    levels = [level for level, count in enumerate((2, 3, 2, 2, 1), 1) for _ in range(count)]
    best = [Play(level, 1.0, 3.0, 6.0, 20.0, n) for n, level in enumerate(levels)]
    assert sum(map(value, levels)) == 1850
    assert sum(score(play, Rules()).points for play in best) == 2595


@pytest.mark.parametrize(
    ("share", "count"),
    [(0, 0), (34.9, 0), (35, 1), (50, 2), (64.99, 2), (65, 3), (80, 4), (99.9, 4), (100, 5)],
)
def test_stars_are_shares_of_what_was_known(share: float, count: int) -> None:
    assert stars(share * 18.5, 1850) == count
    assert stars(share, 0) == 0


@given(st.floats(0, 3000), st.floats(0, 3000), st.integers(1, 3000))
def test_more_known_is_never_fewer_stars(one: float, other: float, whole: int) -> None:
    low, high = sorted((one, other))
    assert 0 <= stars(low, whole) <= stars(high, whole) <= 5


# The simulation of the sheet's section "Check", in small: the chance to know grows with skill
# and falls with level, a blind guess is right in a quarter, times are log-normal.
LEVELS = (1, 1, 2, 2, 2, 3, 3, 4, 4, 5)
SLOPE = 0.85
SKILLS = {"strong": 5.56, "average": 3.62, "weak": 1.73}


def simulated(skill: float, seconds: float, rng: Random) -> tuple[int, int]:
    """Right answers and points of one round."""
    points = right = run = 0
    for level in LEVELS:
        knows = 1 / (1 + exp(SLOPE * (level - skill)))
        hit = rng.random() < knows + (1 - knows) / 4
        took = round(rng.lognormvariate(log(seconds), 0.4), 3)
        play = Play(level, float(hit), took, reading(29), MELT_PICKED, run)
        points += score(play, Rules()).points
        right += hit
        run = run + 1 if hit else 0
    return right, points


@pytest.mark.parametrize(
    ("player", "seconds", "right", "points"),
    [
        ("strong", 4, 9.1, 2167),
        ("strong", 14, 9.1, 1753),
        ("average", 4, 7.4, 1529),
        ("average", 14, 7.4, 1235),
        ("weak", 4, 5.1, 922),
        ("weak", 14, 5.1, 745),
    ],
)
def test_simulated_players_come_near_the_sheet(
    player: str, seconds: float, right: float, points: int
) -> None:
    rng = Random(f"{player}/{seconds}")
    rounds = [simulated(SKILLS[player], seconds, rng) for _ in range(500)]
    assert fmean(r for r, _ in rounds) == pytest.approx(right, abs=0.2)
    assert fmean(p for _, p in rounds) == pytest.approx(points, rel=0.05)
