"""clues: one thing is meant, and clues to it open one after another, from hard to easy."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from quiz.core.form import Form, Given, Write
from quiz.core.judge import judge_text
from quiz.core.kinds.short_answer import Worded
from quiz.core.question import Line
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict

LEAST = 0.4
"""The credit of an answer that needed every clue."""


class Clues(Worded):
    """A text to be typed; the fewer clues it took, the more it is worth.

    Credit falls evenly from 1 with the first clue to 0.4 with the last: 1, 0.7, 0.4 of three;
    1, 0.8, 0.6, 0.4 of four. A wrong answer opens the next clue; with the last one open, it is
    wrong.
    """

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "which-film",
        "kind": "clues",
        "prompt": "Which film is meant?",
        "clues": [
            "It won the Palme d'Or in 1994.",
            "Its three stories are told out of order.",
            "Its director is Quentin Tarantino.",
        ],
        "answer": "Pulp Fiction",
    }
    RIGHT: ClassVar[Given] = Given((Clean("pulp fiction"),))
    WRONG: ClassVar[Given] = Given((Clean("Jackie Brown"),))

    kind: Literal["clues"] = Field(description="Clues open one by one; answer early for more.")
    clues: Annotated[tuple[Line, ...], Field(min_length=2, max_length=9)] = Field(
        description="The clues, from hard to easy."
    )

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """A text is typed below the clues."""
        return Write(clues=self.clues)

    def judge(self, given: Given, context: Context) -> Verdict:
        """Judge one try with the clues that are open; a wrong one closes the door on those only."""
        verdict = judge_text(given.values[0], self.key(), context)
        if verdict.close:
            return verdict
        if verdict.credit:
            return replace(verdict, credit=self.share(context.clues), right=True)
        if context.clues >= len(self.clues):
            return verdict
        why = f"{verdict.why}. The next clue is open." if verdict.why else ""
        return Verdict(
            0.0, why=Clean(why or "Not that. The next clue is open."), close=True, opens=True
        )

    def share(self, opened: int) -> float:
        """The credit of a right answer with so many clues open."""
        last = len(self.clues) - 1
        return round(1 - (1 - LEAST) * min(max(opened - 1, 0), last) / last, 3)
