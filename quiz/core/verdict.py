"""What a judge says of an answer, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quiz.core.text import Clean

Mark = Literal["right", "part", "close", "wrong", "passed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer.

    `credit` is 0 to 1; `close` means one more try is due and nothing is decided yet; `expected`
    is the right answer in words; `why` is the reason in words, where there is one to give;
    `found` are the parts that were right (options, entries, items), where credit is by parts.
    """

    credit: float
    expected: Clean = Clean("")
    why: Clean = Clean("")
    close: bool = False
    passed: bool = False
    found: tuple[Clean, ...] = ()

    @property
    def mark(self) -> Mark:
        """The one word for it."""
        if self.close:
            return "close"
        if self.passed:
            return "passed"
        if self.credit >= 1:
            return "right"
        return "part" if self.credit > 0 else "wrong"


@dataclass(frozen=True, slots=True)
class Context:
    """What a judgement depends on besides question and answer.

    `siblings` are the other answers and distractors of the pack, folded; `aliases` are the texts
    that this player was ruled right with; `tries` are the close answers given before this one;
    `clues` counts the clues that are open; `typed` says that options were hidden (*type it*).
    """

    siblings: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    tries: tuple[Clean, ...] = ()
    clues: int = 1
    typed: bool = False


NOWHERE = Context()
"""Judging outside any pack and round."""
