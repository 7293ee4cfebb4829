"""An independent reference of the rules of play: what a round's records must come to.

Written from the texts alone (the issue on modes, DESIGN section 3, SCREENS section 7, and what the
modes tell the players), by somebody who had not read the rules, the fold or the modes of the
game. It sees the journal's tables and nothing else. `tests.core.replayed` plays them again, what
an answer is worth stands in `tests.core.tariff`, and here is what the round comes to.

Where the texts are silent it goes the way of the program (what they leave open about a single
answer stands in the tariff):

1. Stars: what was known counts parts by their share, whatever help was had.
2. Storm's round is its first thirty questions, and whatever was answered beyond; any other round
   is all that was dealt, in the Climb the twelve that came to stand on the steps.
3. Only full credit keeps a row; what was right with more clues open counts as right all the same;
   a skipped question leaves the row as it was.
4. A certainty that was said stays for the question, whatever is opened or tried after it; the
   last one said counts, and without any it is a guess.
5. The seconds before an interruption are gone from Storm's clock as far as a record knows of
   them; they are not in the time of the round.
6. A ruling sets the credit to 0, or to what a right answer earned there: 1, or what the clues
   left of it; help, tries and time count as before. It may undo an end, and the stop after a step
   falls with the step.
7. In the Climb whoever stops after a step, in whatever way, takes it all home; a round that is
   left or ended with a question open falls back to the last safe step, as after a miss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import tomli

from tests.core import tariff
from tests.core.replayed import Impossible, Replayed, Told, row
from tests.core.tariff import Answer

__all__ = ["Impossible", "Outcome", "Table", "Told", "read", "recompute"]

Table = tuple[str, Mapping[str, Any]]
"""One record as the journal has it: the name of its table, and its fields."""

GIVEN_UP = frozenset({"ended", "left"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the records lead; `whole` and `stars` are None where a level was never told.

    `left` is what is on Storm's clock, `lives` what a mode with one life has left, `why` is empty
    while the round goes on, `wrong` holds everything that the journal tells otherwise.
    """

    answers: tuple[Answer, ...]
    wrong: tuple[Told, ...]
    points: int
    right: int
    asked: int
    run: int
    known: Fraction
    whole: int | None
    stars: int | None
    took: Fraction
    left: Fraction
    lives: int
    why: str
    ruled: bool


def read(text: str) -> list[Table]:
    """Take a journal's tables out of its TOML, in the order in which they were written."""
    lists = {name: rows for name, rows in tomli.loads(text).items() if isinstance(rows, list)}
    found = [(name, table) for name, rows in lists.items() for table in rows]
    return sorted(found, key=lambda pair: pair[1]["n"])


def recompute(records: Iterable[Table], levels: Mapping[str, int] | None = None) -> Outcome:
    """Play one round's records again by the rules; raise Impossible where none can have gone so.

    `levels` tells the levels of the questions dealt, by pack/question; those that were answered
    tell theirs themselves.
    """
    round = Replayed(levels=dict(levels or {}))
    finish: Mapping[str, Any] | None = None
    for name, table in records:
        round.take(name, table)
        if name == "finish":
            finish = table
    if finish is not None:
        compare_finish(round, finish)
    return outcome(round)


def compare_finish(round: Replayed, finish: Mapping[str, Any]) -> None:
    """Compare a finish with where its round has come to."""
    out = outcome(round)
    expected = out.why if round.over or out.why in GIVEN_UP else ""
    round.compare(finish, why=expected, known=float(out.known), took=float(out.took))
    told = ("points", "right", "asked", "run", "ruled")
    round.compare(finish, **{name: getattr(out, name) for name in told})
    if out.whole is not None:
        round.compare(finish, whole=float(out.whole))


def outcome(round: Replayed) -> Outcome:
    """Sum up what a round has come to."""
    answers, whole = round.answers, value(round)
    known = sum((tariff.worth(a.level) * a.credit for a in answers), Fraction(0))
    return Outcome(
        answers=tuple(answers),
        wrong=tuple(round.wrong),
        points=points(round),
        right=sum(answer.right for answer in answers),
        asked=len(answers),
        run=max(row(answers[:n]) for n in range(len(answers) + 1)),
        known=known,
        whole=whole,
        stars=None if not whole else sum(100 * known >= s * whole for s in tariff.STARS),
        took=sum((answer.took for answer in answers), Fraction(0)),
        left=clock(round),
        lives=round.lives,
        why=round.why or round.over,
        ruled=round.ruled,
    )


def points(round: Replayed) -> int:
    """The sum of the points; in the Climb of those that did not fall."""
    answers = round.answers
    if round.mode == "climb" and (
        not round.lives or (round.why in GIVEN_UP and not round.standing)
    ):
        stood = sum(not answer.miss for answer in answers)
        answers = answers[: next(step for step in tariff.SAFE if step <= stood)]
    return sum(answer.points for answer in answers)


def value(round: Replayed) -> int | None:
    """The value of the round, as far as the levels of its questions are known."""
    keys = round.stage
    if round.mode == "storm":
        keys = keys[: max(len(round.answers), tariff.STORM_QUESTIONS)]
    if any(key not in round.levels for key in keys):
        return None
    return sum(tariff.worth(round.levels[key]) for key in keys)


def clock(round: Replayed) -> Fraction:
    """What is on Storm's clock, as far as the records know."""
    if not round.timed or round.late:
        return Fraction(0)
    left = round.clock_after() if round.standing else round.base - round.spent
    return max(Fraction(0), left)
