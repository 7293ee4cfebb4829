"""order: items to be put into their right order."""

from __future__ import annotations

from itertools import combinations
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from quiz.core.form import Arrange, Form, Given, shuffled
from quiz.core.question import Line, Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict


class Order(Question):
    """Items that have one right order; credit for every two that stand the right way round."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "palms-by-year",
        "kind": "order",
        "prompt": "Put these winners of the Palme d'Or in order.",
        "items": ["Taxi Driver", "Pulp Fiction", "The Pianist", "Parasite"],
        "by": "year of the prize, earliest first",
    }
    RIGHT: ClassVar[Given] = Given(
        (Clean("Taxi Driver"), Clean("Pulp Fiction"), Clean("The Pianist"), Clean("Parasite"))
    )
    WRONG: ClassVar[Given] = Given(tuple(reversed(RIGHT.values)))

    kind: Literal["order"] = Field(description="Items to be put into their right order.")
    items: Annotated[tuple[Line, ...], Field(min_length=2, max_length=9)] = Field(
        description="The items, in their right order."
    )
    by: Line | None = Field(default=None, description="What orders them, and from which end.")

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """Move the items; they are never dealt in the right order already."""
        dealt = shuffled(self.items, seed)
        if dealt == self.items:
            dealt = (*dealt[1:], dealt[0])
        return Arrange(dealt, self.by or Clean(""))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Credit is the share of all pairs that stand in order; what is left out stands nowhere."""
        place = {item: i for i, item in enumerate(given.values)}
        pairs = list(combinations(self.items, 2))
        good = sum(
            one in place and other in place and place[one] < place[other] for one, other in pairs
        )
        why = "" if good == len(pairs) else f"{good} of {len(pairs)} pairs in order"
        return Verdict(
            good / len(pairs),
            self.expected(),
            Clean(why),
            found=self._in_order(given.values) if good else (),
            parts=len(self.items),
        )

    def _in_order(self, given: tuple[Clean, ...]) -> tuple[Clean, ...]:
        """The most items that stand in order among themselves: the others would have to move."""
        right = {item: i for i, item in enumerate(self.items)}
        runs: list[tuple[Clean, ...]] = [()]
        for item in dict.fromkeys(value for value in given if value in right):
            before = [run for run in runs if not run or right[run[-1]] < right[item]]
            runs.append((*max(before, key=len), item))
        return max(runs, key=len)

    def expected(self) -> Clean:
        """The items in their order."""
        return Clean(", ".join(self.items))

    def answers(self) -> tuple[Clean, ...]:
        """The items, in their order."""
        return self.items
