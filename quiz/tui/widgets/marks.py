"""Verdicts as signs, words and colours: never told by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quiz.core.records import Attempt
from quiz.core.verdict import Mark, Verdict
from quiz.tui.signs import Signs

if TYPE_CHECKING:
    from quiz.core.state import Dealt

TONES: dict[Mark, str] = {
    "right": "right",
    "part": "close",
    "close": "close",
    "wrong": "wrong",
    "passed": "passed",
}
"""Which of the game's colours goes with a mark."""
_WORDS = {"right": "RIGHT", "wrong": "WRONG", "close": "CLOSE", "passed": "NO IDEA"}


def mark_of(attempt: Attempt, dealt: Sequence[Dealt | None] = ()) -> Mark:
    """The mark of an answer as the journal holds it; `dealt` are the questions of its round."""
    if not attempt.given:
        return "passed"
    if attempt.credit >= 1 or (attempt.credit > 0 and _clued(attempt, dealt)):
        return "right"
    return "part" if attempt.credit > 0 else "wrong"


def _clued(attempt: Attempt, dealt: Sequence[Dealt | None]) -> bool:
    """Whether only the clues that were open took from the credit: such an answer is right."""
    asked = next((item for item in dealt if item and item.key == attempt.question), None)
    return asked is not None and asked.question.kind == "clues"


def sign(mark: Mark, signs: Signs) -> str:
    """The sign of a mark."""
    drawn: str = getattr(signs, mark)
    return drawn


def word(verdict: Verdict) -> str:
    """RIGHT, WRONG, CLOSE, NO IDEA; 2 OF 3 or 80 % where it is part right."""
    if verdict.mark != "part":
        return _WORDS[verdict.mark]
    if verdict.parts and verdict.found:
        return f"{len(verdict.found)} OF {verdict.parts}"
    return f"{round(verdict.credit * 100)} % RIGHT"


Tone = Callable[[str], str]
"""Gives the style of right, wrong, close or passed."""
