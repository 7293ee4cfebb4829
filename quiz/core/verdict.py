"""What a judge says of an answer, and what it may look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quiz.core.text import Clean

Mark = Literal["right", "part", "close", "wrong", "passed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one answer.

    `credit` is 0 to 1; `expected` is the right answer in words; `why` is the reason in words,
    where there is one to give. `right` says that the answer is right although something else
    than the answer took from the credit (clues that were open).

    `close` means that nothing is decided yet, one more try is due, and nothing is given away.
    There are two reasons for it. A near miss: the try goes into `Context.tries`, the points are
    scaled once, and there is no second one. With `opens`, a wrong answer to a question with clues
    left: the next clue opens, `Context.clues` grows by one, `tries` stays as it is, and the lower
    credit of that clue is all it costs; with the last clue open, wrong is wrong.

    Where credit is by parts, `found` are those that were right (options, entries, items, left
    sides) out of `parts`. `figures` are the true number and the given one, for a number line.
    """

    credit: float
    expected: Clean = Clean("")
    why: Clean = Clean("")
    close: bool = False
    passed: bool = False
    found: tuple[Clean, ...] = ()
    right: bool = False
    opens: bool = False
    parts: int = 0
    figures: tuple[float, float] | None = None

    @property
    def mark(self) -> Mark:
        """The one word for it."""
        if self.close:
            return "close"
        if self.passed:
            return "passed"
        if self.credit >= 1 or self.right:
            return "right"
        return "part" if self.credit > 0 else "wrong"


@dataclass(frozen=True, slots=True)
class Probe:
    """What a text is while it is being typed: an entry, one already found, nearly one, or not.

    `entry` is the canonical text of the entry that was meant.
    """

    state: Literal["found", "already", "near", "nothing"] = "nothing"
    entry: Clean = Clean("")


@dataclass(frozen=True, slots=True)
class Context:
    """What a judgement depends on besides question and answer.

    `siblings` are the answers and distractors of the pack, as `Pack.siblings` gives them (always
    the same object, so that they are arranged for judging once); `aliases` are the folded texts
    that this player was ruled right with; `tries` are the near misses given before this one;
    `clues` counts the clues that are open; `typed` says that options were hidden (*type it*).
    """

    siblings: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    tries: tuple[Clean, ...] = ()
    clues: int = 1
    typed: bool = False


NOWHERE = Context()
"""Judging outside any pack and round."""
