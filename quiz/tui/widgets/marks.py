"""Verdicts as signs, words and colours: never told by colour alone."""

from __future__ import annotations

from collections.abc import Callable

from quiz.core.verdict import Mark, Verdict
from quiz.tui.signs import Signs

TONES: dict[Mark, str] = {
    "right": "right",
    "part": "close",
    "close": "close",
    "wrong": "wrong",
    "passed": "passed",
}
"""Which of the game's colours goes with a mark."""
_WORDS = {"right": "RIGHT", "wrong": "WRONG", "close": "CLOSE", "passed": "NO IDEA"}


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
