"""number: a figure or a year, typed."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AllowInfNan, Field, StrictFloat, StrictInt, model_validator

from quiz.core.form import Form, Given, Write
from quiz.core.judge import number_in
from quiz.core.question import Line, Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict

Figure = Annotated[
    StrictInt | Annotated[StrictFloat, AllowInfNan(False)], Field(ge=-(10**15), le=10**15)
]


class Number(Question):
    """A number to be typed, exact or within bounds, or scored by distance."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "year-of-the-palm",
        "kind": "number",
        "prompt": "In which year was the Palme d'Or first given?",
        "answer": 1955,
    }
    RIGHT: ClassVar[Given] = Given((Clean("1955"),))
    WRONG: ClassVar[Given] = Given((Clean("1954"),))

    kind: Literal["number"] = Field(description="A figure or a year, typed.")
    answer: Figure = Field(description="The true number.")
    tolerance: Annotated[Figure, Field(ge=0)] | None = Field(
        default=None, description="How far off is still right."
    )
    low: Figure | None = Field(default=None, description="The lowest number that is right.")
    high: Figure | None = Field(default=None, description="The highest number that is right.")
    unit: Line | None = Field(default=None, description="What the number counts.")
    closest: bool = Field(default=False, description="Give credit by distance within the bounds.")

    @model_validator(mode="after")
    def _bounds_hold_the_answer(self) -> Self:
        low, high = self.bounds()
        if not low <= self.answer <= high:
            raise ValueError("the answer lies outside low and high")
        if self.tolerance is not None and (self.low is not None or self.high is not None):
            raise ValueError("give either tolerance, or low and high")
        return self

    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest number that are right."""
        off = self.tolerance or 0
        return (
            self.answer - off if self.low is None else self.low,
            self.answer + off if self.high is None else self.high,
        )

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """A number is always typed."""
        return Write(number=True, unit=self.unit or Clean(""))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Read the number in the text and compare it with the bounds."""
        value = number_in(given.values[0], self.unit or "")
        if value is None:
            return Verdict(0.0, self.expected(), Clean("no number in that"))
        low, high = self.bounds()
        if value == self.answer:
            return Verdict(1.0, self.expected())
        off = abs(value - self.answer)
        if not low <= value <= high:
            return Verdict(0.0, self.expected(), Clean(f"{figure(off)} off"))
        if not self.closest:
            return Verdict(1.0, self.expected(), Clean(f"{figure(off)} off, near enough"))
        reach = (high if value > self.answer else low) - self.answer
        share = round(1 - off / (abs(reach) + 1), 3)
        return Verdict(share, self.expected(), Clean(f"{figure(off)} off"))

    def expected(self) -> Clean:
        """The number with its unit."""
        return Clean(f"{figure(self.answer)} {self.unit}" if self.unit else figure(self.answer))

    def answers(self) -> tuple[Clean, ...]:
        """The number in digits."""
        return (Clean(figure(self.answer)),)


def figure(value: float) -> str:
    """Write a number as a person would, without a useless `.0`."""
    return str(int(value)) if float(value).is_integer() else repr(round(value, 6))
