"""Where a round stands: everything that follows from its records, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from quiz.core.question import Question
from quiz.core.records import Attempt
from quiz.core.rules import Score
from quiz.core.text import Clean
from quiz.core.verdict import Verdict

Phase = Literal["ready", "asking", "answered", "over"]

NOTHING = Score(0, 0)
NO_DOCUMENTS: Mapping[str, Clean] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dealt:
    """A question in a round: with its pack, and the pack's other answers, folded.

    `documents` are the pack's documents by id, each as its title with its date; `key` is what
    records and progress call the question: pack/question.
    """

    pack: str
    question: Question
    siblings: frozenset[str] = frozenset()
    documents: Mapping[str, Clean] = field(
        default_factory=lambda: NO_DOCUMENTS, compare=False, repr=False
    )
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        # A deal looks at the keys of 100,000 questions: they are made once.
        object.__setattr__(self, "key", f"{self.pack}/{self.question.id}")


@dataclass(frozen=True, slots=True)
class State:
    """A round between two records.

    `queue` are the places in the deal still to be asked, `reserve` those that are asked only in
    exchange for another; `index` is the place of the question that is open or was last answered
    (-1 before the first). `timed` says that the round's own clock runs, `left` is the seconds on
    it; `lives` are those that are left (0 where a mode has none and counts none). `hints`,
    `tries`, `found`, `clues`, `shown`, `aids` and `certainty` belong to the question at `index`:
    hints and clues open, close tries made, entries found, how often it was shown, lifelines used
    on it, how sure the player said to be; `spent` is the seconds spent on it so far, as the last
    record knew them. `used` are the lifelines and skips spent in the whole round, `banked` the
    points that are safe. `known` and `took` sum over the attempts. `verdict` and `score` are
    those of the last answer; no verdict stands once the next question is open. `ruled` says that
    the player overruled one, `changed` that questions were lost since they were dealt. `why`
    says why the round is over, once it is.
    """

    queue: tuple[int, ...]
    reserve: tuple[int, ...] = ()
    index: int = -1
    phase: Phase = "ready"
    points: int = 0
    streak: int = 0
    run: int = 0
    lives: int = 0
    timed: bool = False
    left: float = 0.0
    hints: int = 0
    tries: tuple[Clean, ...] = ()
    found: tuple[Clean, ...] = ()
    clues: int = 1
    shown: int = 0
    aids: tuple[str, ...] = ()
    spent: float = 0.0
    certainty: str = ""
    used: tuple[str, ...] = ()
    banked: int = 0
    known: float = 0.0
    took: float = 0.0
    attempts: tuple[Attempt, ...] = ()
    verdict: Verdict | None = None
    score: Score = NOTHING
    ruled: bool = False
    changed: bool = False
    why: str = ""

    @property
    def right(self) -> int:
        """How many answers were right."""
        return sum(attempt.right for attempt in self.attempts)
