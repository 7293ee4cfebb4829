"""What a journal holds: five records, from which a round can be folded again at any time.

Opening   [[round]]    a round was dealt
Move      [[move]]     any act but an answer: asked, hint, close try, found, lifeline, pause ...
Attempt   [[attempt]]  a judged answer, final
Ruling    [[ruling]]   the player overrules the last verdict
Finish    [[finish]]   the round is over

All are frozen; times are aware date-times with the player's own offset, durations are seconds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from quiz.core.rules import Play, Rules
from quiz.core.text import Clean
from quiz.core.verdict import Mark

PLAIN = Rules()
NO_VERSIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Opening:
    """A round was dealt.

    `length` is the number of questions asked for, 0 for all; `questions` are (pack/question,
    fingerprint) in the order dealt; `packs` maps the ids chosen to their versions; `seeded` says
    that the player chose the seed; `level` is all, gentle or hard; `plot` says whether spoilers
    are left out, `mature` whether mature themes are asked; `fresh` counts the questions that
    were new to the player; `day` is the local date that a Daily belongs to.
    """

    round: str
    at: datetime
    mode: str
    questions: tuple[tuple[str, str], ...]
    seed: int
    length: int = 0
    packs: Mapping[str, str] = field(default_factory=lambda: NO_VERSIONS)
    rules: Rules = PLAIN
    seeded: bool = False
    level: str = "all"
    plot: bool = True
    mature: bool = True
    fresh: int = 0
    day: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """An act that must survive: `what` was done, with its `text`, `took` seconds into a question.

    `left` is the seconds on the clock: the round's where the mode has one, else what is left of
    the question's bonus; 0 where no clock runs. `question` is empty for acts between questions.
    """

    round: str
    at: datetime
    what: str
    question: str = ""
    text: Clean = Clean("")
    took: float = 0.0
    left: float = 0.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One judged answer, final; with all that its points can be computed from again.

    `given` holds the player's texts (none for "no idea"), `expected` the right answer in words,
    `reason` the judge's, where it gave one; `bonus` is the streak's share of the points. `solved`
    says that the answer is right although clues took from its credit. The fields of `play` stand
    flat in the journal.
    """

    round: str
    at: datetime
    question: str
    given: tuple[Clean, ...]
    expected: Clean
    play: Play
    points: int
    bonus: int = 0
    reason: Clean = Clean("")
    left: float = 0.0
    solved: bool = False

    @property
    def credit(self) -> float:
        """How much of it was right, 0 to 1."""
        return self.play.credit

    @property
    def right(self) -> bool:
        """Whether it counts as right, wherever right answers are counted; a row wants credit 1."""
        return self.solved or self.play.credit >= 1

    @property
    def mark(self) -> Mark:
        """The one word for it."""
        if not self.given:
            return "passed"
        if self.right:
            return "right"
        return "part" if self.play.credit > 0 else "wrong"

    def ruled(self, ruling: Ruling) -> Attempt:
        """The attempt as the player rules it; its points are still those of the verdict."""
        credit = (ruling.credit or 1.0) if ruling.right else 0.0
        play = replace(self.play, credit=credit)
        return replace(self, play=play, solved=ruling.right and credit < 1)


@dataclass(frozen=True, slots=True)
class Ruling:
    """The player overrules the verdict on `question`: it counts as right, or as wrong.

    `credit` is what a right answer earned there, where clues had made it less than 1; else 0.
    """

    round: str
    at: datetime
    question: str
    right: bool
    points: int
    credit: float = 0.0


@dataclass(frozen=True, slots=True)
class Finish:
    """The round is over, and why; with its result, so that boards need not fold it again.

    `why` is a word: end, left, ended, lives, time, banked. `right` counts the right answers, also
    those that needed clues; `known` and `whole` are the value of what was known and of the whole
    round; `took` sums the seconds over its questions; `run` is the longest run of answers with
    full credit; `ranked` says whether it counts on its board.
    """

    round: str
    at: datetime
    why: str
    points: int
    right: int
    asked: int
    known: float
    whole: float
    took: float
    run: int
    ranked: bool
    ruled: bool = False

    @property
    def counts(self) -> bool:
        """Whether it stands on a board: it was not left, and something was answered."""
        return self.why != "left" and self.asked > 0


Record = Opening | Move | Attempt | Ruling | Finish
