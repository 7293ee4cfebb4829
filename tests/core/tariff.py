"""What an answer is worth, by the texts alone: one half of the independent reference.

Counted in fractions, so that nothing is rounded but the points, once, a half upwards. Where the
texts (SCREENS section 7, DESIGN section 3, the modes' own paragraphs) are silent, it goes the way
of the program:

1. Credit and seconds count as the journal writes them: five of six is 0.8333.
2. *Type it* scales every question of the run, also those that never had options.
3. A miss is what is not wholly right, part answers and "no idea" among them; but whoever names
   the thing that the clues mean is right, whatever the clues took off the credit.
4. In the Climb an answer earns what its step is higher than the one before, scaled by help and
   house rules; the sum of these is what can fall and what can be taken home. (The paragraph gives
   the steps, and not what help does to them; the issue lays the house rules over all modes.)
5. In Bet an answer right in part wins and costs by its share; one that the clues made cheaper
   only wins less. Help, a close try and house rules scale winning and losing alike, else the
   promised thresholds of 67 % and 80 % would not hold. "No idea" costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

MELTING = frozenset({"classic", "daily"})
"""The modes where a question's bonus melts; Daily says "points as in Classic"."""
IN_A_ROW = frozenset({"classic", "daily", "storm", "streak"})
"""The modes that pay for answers in a row."""
ONE_LIFE = frozenset({"streak", "climb"})
STEPS = (0, 100, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 4500, 6500, 10000)
SAFE = (8, 4, 0)
STAKES = {"": (100, 0), "guess": (100, 0), "fairly": (200, 200), "sure": (300, 600)}
"""What a certainty wins and costs; an answer without one counts as a guess."""
COMBOS = {3: 3, 6: 5, 10: 7, 15: 10}
PENALTY = 10
STORM_SECONDS = 180
STORM_QUESTIONS = 30
STARS = (35, 50, 65, 80, 100)
LEAST = Fraction(2, 5)
"""The credit of a right answer that needed every clue."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One attempt, with what came before it; in the order of the records.

    `streak` is the row before it, `step` its place among the answers, `clues` those opened.
    """

    key: str
    level: int
    credit: Fraction
    took: Fraction
    free: Fraction
    melt: Fraction
    passed: bool = False
    streak: int = 0
    hints: int = 0
    tries: int = 0
    clues: int = 0
    interrupted: bool = False
    certainty: str = ""
    step: int = 1
    points: int = 0
    bonus: int = 0

    @property
    def full(self) -> bool:
        return self.credit == 1

    @property
    def right(self) -> bool:
        return self.full or bool(self.credit and self.clues)

    @property
    def miss(self) -> bool:
        return not self.right


def worth(level: int) -> int:
    """P: 100, 150, 200, 250, 300."""
    return 50 + 50 * level


def exact(number: float) -> Fraction:
    """Take a number as it is written."""
    return Fraction(Decimal(str(number)))


def share(number: float) -> Fraction:
    """Take a credit for the part that was meant: 0.8333333333333334 is five of six."""
    return Fraction(number).limit_denominator(1000)


def half_up(number: Fraction) -> int:
    """Round, a half upwards."""
    return floor(number + Fraction(1, 2))


def scored(answer: Answer, mode: str, *, clock: bool, typed: bool) -> tuple[int, int]:
    """The points of an answer, and how many of them its row has brought."""
    value = Fraction(stake(answer, mode))
    value *= Fraction(1, 2) ** answer.hints
    if typed:
        value *= Fraction(3, 2)
    if answer.tries:
        value *= Fraction(4, 5)
    if mode in MELTING and clock:
        value *= speed(answer)
    in_a_row = Fraction(min(answer.streak, 5), 10) if mode in IN_A_ROW else Fraction(0)
    points = half_up(value * (1 + in_a_row))
    return points, points - half_up(value)


def stake(answer: Answer, mode: str) -> Fraction:
    """What an answer earns before anything scales it."""
    if mode == "bet":
        wins, costs = STAKES[answer.certainty]
        lost = 1 - answer.credit if answer.miss and not answer.passed else 0
        return wins * answer.credit - costs * lost
    if mode == "climb":
        return (STEPS[answer.step] - STEPS[answer.step - 1]) * answer.credit
    return worth(answer.level) * answer.credit


def speed(answer: Answer) -> Fraction:
    """What the clock leaves of it: all in the free time, then less, never less than half."""
    if answer.interrupted:
        return Fraction(1, 2)
    kept = 1 - (answer.took - answer.free) / answer.melt / 2
    return min(Fraction(1), max(Fraction(1, 2), kept))
