"""multi-choice: several right options among others."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from quiz.core.form import Form, Given, PickMany, shuffled
from quiz.core.question import Line, Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict

MOST_OPTIONS = 9
"""Each option has a key of its own, 1 to 9."""


class MultiChoice(Question):
    """Some right options and some distractors; each right tick counts, each wrong one takes."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "big-three",
        "kind": "multi-choice",
        "prompt": "Which of these festivals are counted as Europe's big three?",
        "answers": ["Cannes", "Venice", "Berlin"],
        "distractors": ["Locarno", "Rotterdam"],
    }
    RIGHT: ClassVar[Given] = Given((Clean("Venice"), Clean("Cannes"), Clean("Berlin")))
    WRONG: ClassVar[Given] = Given((Clean("Locarno"),))

    kind: Literal["multi-choice"] = Field(description="Several right options among others.")
    # The field is called answers in a pack; here that is what every question has as a method.
    right: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)] = Field(
        alias="answers", description="The right options."
    )
    distractors: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)] = Field(
        description="The wrong options: same kind and form as the right ones, and surely wrong."
    )

    @model_validator(mode="after")
    def _has_a_key_for_each(self) -> Self:
        if len(self.right) + len(self.distractors) > MOST_OPTIONS:
            raise ValueError(f"there are more than {MOST_OPTIONS} options")
        return self

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002 - always picked
        """Tick any number of options."""
        return PickMany(shuffled((*self.right, *self.distractors), seed))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Credit is right ticks less wrong ticks, out of the right options, and never below 0."""
        ticked = set(given.values)
        found = tuple(option for option in self.right if option in ticked)
        wrong = len(ticked.difference(self.right))
        credit = max(0, len(found) - wrong) / len(self.right)
        why = ""
        if credit < 1:
            why = f"{len(found)} of {len(self.right)}" + (f", {wrong} wrong" if wrong else "")
        return Verdict(credit, self.expected(), Clean(why), found=found, parts=len(self.right))

    def expected(self) -> Clean:
        """The right options."""
        return Clean(", ".join(self.right))

    def answers(self) -> tuple[Clean, ...]:
        """The right options."""
        return self.right

    def decoys(self) -> tuple[Clean, ...]:
        """The wrong options."""
        return self.distractors
