"""match: every thing on the left has its partner on the right."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from quiz.core.form import Form, Given, Pair, shuffled
from quiz.core.question import Line, Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict


class Match(Question):
    """Pairs to be put together again; credit for each."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "who-made-what",
        "kind": "match",
        "prompt": "Who directed which film?",
        "pairs": [
            ["Anora", "Sean Baker"],
            ["Parasite", "Bong Joon-ho"],
            ["The Piano", "Jane Campion"],
        ],
    }
    RIGHT: ClassVar[Given] = Given(
        (Clean("Sean Baker"), Clean("Bong Joon-ho"), Clean("Jane Campion"))
    )
    WRONG: ClassVar[Given] = Given(
        (Clean("Bong Joon-ho"), Clean("Jane Campion"), Clean("Sean Baker"))
    )

    kind: Literal["match"] = Field(description="Every left side has its partner on the right.")
    pairs: Annotated[tuple[tuple[Line, Line], ...], Field(min_length=2, max_length=9)] = Field(
        description="The pairs: what stands on the left, and its partner on the right."
    )

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """Give each left side, in the order written, a partner from the right."""
        return Pair(tuple(left for left, _ in self.pairs), shuffled(self.answers(), seed))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Credit is the share of left sides with their own partner."""
        found = tuple(
            left
            for (left, right), partner in zip(self.pairs, given.values, strict=False)
            if right == partner
        )
        why = "" if len(found) == len(self.pairs) else f"{len(found)} of {len(self.pairs)} pairs"
        credit = len(found) / len(self.pairs)
        return Verdict(credit, self.expected(), Clean(why), found=found, parts=len(self.pairs))

    def expected(self) -> Clean:
        """The pairs."""
        return Clean("; ".join(f"{left}: {right}" for left, right in self.pairs))

    def answers(self) -> tuple[Clean, ...]:
        """The right sides, in the order of the left ones."""
        return tuple(right for _, right in self.pairs)
