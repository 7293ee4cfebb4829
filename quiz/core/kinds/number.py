"""number: a figure or a year, typed."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AllowInfNan, Field, StrictFloat, StrictInt, model_validator

from quiz.core.amount import numbers_in, read_otherwise
from quiz.core.form import Form, Given, Write
from quiz.core.numerals import SCALES
from quiz.core.question import Line, Question
from quiz.core.text import Clean, fold
from quiz.core.verdict import Context, Verdict

Figure = Annotated[
    StrictInt | Annotated[StrictFloat, AllowInfNan(False)], Field(ge=-(10**15), le=10**15)
]

YEARS = range(1000, 2101)
"""Numbers that are years, where nothing is counted and the prompt asks for a time."""
EDGE = 0.1
"""The credit at the very edge, where it falls with the distance."""
_ASKS_FOR_YEAR = frozenset({"year", "when"})
_GROUPED = 10_000
_ONE_OF = re.compile(r"\w{2,}(?<![uis])(?<!ie)(?<!xe)(?<!che)(?<!she)(?<!sse)s")


class Number(Question):
    """A number to be typed: exact, or within bounds, or the nearer the better.

    With `closest`, credit falls evenly from 1 at the truth to 0.1 at either bound; where no
    bounds are given, they are ten years off, or a fifth of the answer.
    """

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
        if self.tolerance is not None and (self.low is not None or self.high is not None):
            raise ValueError("give either tolerance, or low and high")
        low, high = self.bounds()
        if not low <= self.answer <= high:
            raise ValueError("the answer lies outside low and high")
        return self

    def bounds(self) -> tuple[float, float]:
        """The lowest and the highest number that are right, or in part right."""
        off: float = self.tolerance or 0
        if self.closest and not off and self.low is None and self.high is None:
            off = 10 if self._is_year() else abs(self.answer) / 5 or 1
        return (
            self.answer - off if self.low is None else self.low,
            self.answer + off if self.high is None else self.high,
        )

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """A number is always typed."""
        return Write(number=True, unit=self.unit or Clean(""))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Read the number in the text and compare it with the bounds; numbers are never near."""
        values = numbers_in(given.values[0], self.unit or "")
        if len(values) != 1:
            why = "more than one number in that" if values else "no number in that"
            return Verdict(0.0, self.expected(), Clean(why))
        value, read = self._meant(given.values[0], values[0])
        low, high = self.bounds()
        off = abs(value - self.answer)
        credit, why = 1.0, read
        if off > self._slack:
            why = self._out(off)
            if not self._within(value):
                credit = 0.0
            elif self.closest:
                credit = round(
                    1 - (1 - EDGE) * off / abs((high, low)[value < self.answer] - self.answer), 3
                )
            else:
                why = f"{why}, near enough"
        figures = (float(self.answer), value)
        return Verdict(credit, self.expected(), Clean(why), figures=figures)

    def _meant(self, text: str, value: float) -> tuple[float, str]:
        """Take the other reading of "384.400" where that one alone is within the bounds."""
        if not self._within(value):
            other = read_otherwise(text, self.unit or "")
            if other is not None and self._within(other):
                return other, f"read as {figure(other, grouped=True)}"
        return value, ""

    def _within(self, value: float) -> bool:
        low, high = self.bounds()
        return low - self._slack <= value <= high + self._slack

    @property
    def _slack(self) -> float:
        """What binary fractions are off, and not the player."""
        return 1e-9 * max(1.0, abs(self.answer))

    def _out(self, off: float) -> str:
        """How far off, in words: "3 years out"."""
        counted = counts(off, "years" if self._is_year() else self.unit)
        told = figure(off, grouped=True)
        return f"{told} {counted} out" if counted else f"{told} out"

    def _is_year(self) -> bool:
        """Whether the number is a year: the prompt says so, and nothing is counted."""
        asks = not _ASKS_FOR_YEAR.isdisjoint(fold(self.prompt).split())
        return self.unit is None and self.answer in YEARS and asks

    def expected(self) -> Clean:
        """The number with its unit."""
        told = figure(self.answer, grouped=True)
        return Clean(f"{told} {counts(self.answer, self.unit) or self.unit or ''}".rstrip())

    def answers(self) -> tuple[Clean, ...]:
        """The number in digits."""
        return (Clean(figure(self.answer)),)


def counts(value: float, unit: str | None) -> str:
    """The unit as it stands after this number; "" where one of it has no sure name."""
    if not unit or value != 1 or not unit.endswith("s") or unit.split()[0] in SCALES:
        return unit or ""
    return unit[:-1] if _ONE_OF.fullmatch(unit) else ""


def figure(value: float, *, grouped: bool = False) -> str:
    """Write a number as a person would, without a useless `.0`; `grouped` from 10,000 up."""
    whole = float(value).is_integer()
    told = int(value) if whole else round(value, 6)
    return f"{told:,}" if grouped and abs(told) >= _GROUPED else repr(told)
