"""choice: one right option among several."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from quiz.core.form import Form, Given, Pick, Write, shuffled
from quiz.core.judge import Key, judge_text
from quiz.core.question import Line, Question
from quiz.core.text import Clean, fold
from quiz.core.verdict import Context, Verdict


class Choice(Question):
    """One right answer and its distractors."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "top-prize",
        "kind": "choice",
        "prompt": "Which festival gives the Palme d'Or?",
        "answer": "Cannes",
        "distractors": ["Venice", "Berlin", "Locarno"],
    }
    RIGHT: ClassVar[Given] = Given((Clean("Cannes"),))
    WRONG: ClassVar[Given] = Given((Clean("Venice"),))

    kind: Literal["choice"] = Field(description="One right option among several.")
    answer: Line = Field(description="The right option.")
    distractors: Annotated[tuple[Line, ...], Field(min_length=1, max_length=8)] = Field(
        description="The wrong options: same kind and form as the answer, and surely wrong."
    )
    notes: dict[Line, Line] = Field(
        default_factory=dict, description="A line about an option, shown with the verdict."
    )
    fixed: bool = Field(default=False, description="Keep the options in the order written.")
    place: Annotated[int, Field(ge=1, le=9, strict=True)] | None = Field(
        default=None,
        description="With `fixed`: where the answer stands among the options, 1 (the default) "
        "being first.",
    )

    @model_validator(mode="after")
    def _has_its_place_among_the_options(self) -> Self:
        if self.place is None:
            return self
        if not self.fixed:
            raise ValueError("place is for a choice with fixed = true")
        if self.place > len(self.distractors) + 1:
            raise ValueError(f"there are only {len(self.distractors) + 1} options")
        return self

    def form(self, seed: str, *, typed: bool = False) -> Form:
        """Pick one of the options; or write it."""
        if typed:
            return Write()
        if not self.fixed:
            return Pick(shuffled((self.answer, *self.distractors), seed))
        before = (self.place or 1) - 1
        return Pick((*self.distractors[:before], self.answer, *self.distractors[before:]))

    def judge(self, given: Given, context: Context) -> Verdict:
        """Right is the answer itself; when typed, what the judge of texts takes for it."""
        if context.typed:
            key = Key(self.answer, reject=self.distractors)
            return judge_text(given.values[0], key, context)
        picked = given.values[0]
        right = picked == self.answer
        if picked not in self.distractors:  # C and C++ fold to one text, and are two options
            right = right or fold(picked) == fold(self.answer)
        note = self.notes.get(picked, Clean(""))
        return Verdict(1.0 if right else 0.0, self.expected(), note)

    def expected(self) -> Clean:
        """The right option."""
        return self.answer

    def answers(self) -> tuple[Clean, ...]:
        """The right option."""
        return (self.answer,)

    def decoys(self) -> tuple[Clean, ...]:
        """The wrong options."""
        return self.distractors
