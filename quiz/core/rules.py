"""Points: one formula, and the house rules that scale it.

points = floor(P x credit x speed x streak x rules x close + 0.5), rounded once, where
P is 50 + 50 x level; speed melts from 1 to 0.5 after a free reading time; streak adds 10 % for
each right answer in a row before this one, at most 50 %; rules halve for each hint and multiply
by 1.5 in a round that hides the options; close is 0.8 after a close try.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

MELT_PICKED = 20.0
"""Seconds in which half of a question's points melt, where an option is picked."""
MELT_MADE = 40.0
"""The same where the answer is typed or arranged."""
TYPED = Fraction(3, 2)
"""The house rule *type it*: no options."""
HINT = Fraction(1, 2)
"""Each hint that was opened."""
CLOSE = Fraction(4, 5)
"""The second try after a close one."""
_HALF = Fraction(1, 2)
_STEP, _MOST = Fraction(1, 10), Fraction(1, 2)
_STARS = (Fraction(35, 100), _HALF, Fraction(65, 100), Fraction(80, 100), Fraction(1))


@dataclass(frozen=True, slots=True)
class Rules:
    """What scales the points of a whole round.

    `clock` is off for no melting at all; `reading` multiplies the free reading time (1, 2 or 3);
    `typed` hides the options.
    """

    clock: bool = True
    reading: int = 1
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Play:
    """How one question was played: all that its points depend on, besides the rules.

    `level` is 1 to 5; `credit` 0 to 1; `took`, `free` and `melt` are seconds: to answer, to read
    without cost, and to melt half; `streak` counts the right answers in a row before this one;
    `hints` those opened, `tries` the close ones; an `interrupted` question earns no speed.
    """

    level: int
    credit: float
    took: float
    free: float
    melt: float
    streak: int = 0
    hints: int = 0
    tries: int = 0
    interrupted: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """Points, and how they came about: the answer's own share and the streak's."""

    points: int
    answer: int
    streak: int = 0


def value(level: int) -> int:
    """The points of a right and quick answer at a level: 100 to 300."""
    return 50 + 50 * level


def reading(words: int, factor: int = 1) -> float:
    """Seconds that reading takes, and that cost nothing: 3 to 12, times the player's factor."""
    return round(min(12.0, max(3.0, 1 + 0.2 * words)) * factor, 3)


def speed(play: Play, rules: Rules) -> Fraction:
    """What the clock leaves, 1/2 to 1."""
    if not rules.clock:
        return Fraction(1)
    if play.interrupted:
        return _HALF
    late = (exact(play.took) - exact(play.free)) / exact(play.melt)
    return 1 - _HALF * min(Fraction(1), max(Fraction(0), late))


def bonus(streak: int) -> Fraction:
    """What a run of right answers adds: 0 to 1/2."""
    return min(_MOST, _STEP * streak)


def scale(play: Play, rules: Rules) -> Fraction:
    """What the house rules, the hints and a close try leave of the points: 1 for none of them."""
    typed = TYPED if rules.typed else Fraction(1)
    return typed * HINT**play.hints * (CLOSE if play.tries else 1)


def score(play: Play, rules: Rules, *, streaks: bool = True) -> Score:
    """The points of one answer by the rule at the top."""
    base = value(play.level) * share(play.credit) * speed(play, rules) * scale(play, rules)
    run = bonus(play.streak) if streaks else Fraction(0)
    points, answer = rounded(base * (1 + run)), rounded(base)
    return Score(points, answer, points - answer)


def stars(known: float, whole: float) -> int:
    """One to five stars for the share of a round's value that was known, whatever the clock."""
    if whole <= 0:
        return 0
    part = exact(known) / exact(whole)
    return sum(part >= step for step in _STARS)


def rounded(points: Fraction | int) -> int:
    """Whole points; halves go up."""
    return floor(points + _HALF)


def share(credit: float) -> Fraction:
    """The part that a credit stands for: 5/6, whatever binary makes of it."""
    return Fraction(credit).limit_denominator(1000)


def exact(number: float) -> Fraction:
    """The decimal that was meant, so that points do not hang on binary rounding."""
    return Fraction(round(number * 10000), 10000)
