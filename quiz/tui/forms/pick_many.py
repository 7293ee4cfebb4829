"""PickMany: letters tick, Space ticks the highlighted, Enter gives the answer."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from quiz.core import form as core
from quiz.core.text import Clean, fold
from quiz.tui.forms.base import Manner, Outcome
from quiz.tui.forms.rows import RowForm
from quiz.tui.widgets.option import Columns, Option

_REMARKS = {
    (True, True): Clean("yours, and right"),
    (True, False): Clean("missed"),
    (False, True): Clean("yours"),
    (False, False): Clean(""),
}
"""By whether an option is right, and whether it was ticked."""


class PickManyForm(RowForm):
    """Any number of some options."""

    reasoned: ClassVar[bool] = True
    verb: ClassVar[str] = "Tick"

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.ticked: frozenset[Clean] = frozenset()

    def load(self, shape: core.Form) -> None:
        """Take the options, none ticked."""
        assert isinstance(shape, core.PickMany)  # noqa: S101 - forms are made by shape
        self.ticked = frozenset()
        self.start(shape.options)

    def rows(self, width: int) -> list[list[Content]]:
        """Draw each option with its box; after the verdict, what was right, wrong and missed."""
        narrow = Columns.of(width).sign == 1
        drawn = [self._option(place, narrow) for place in range(len(self.options))]
        if self.outcome is not None and self.manner.tight:
            drawn = [option for option in drawn if option.sign] or drawn
        return [self.drawn(option, width) for option in drawn]

    def _option(self, place: int, narrow: bool) -> Option:
        text, label = self.options[place], self.labels[place]
        if self.outcome is None:
            box = self.signs.day if text in self.ticked else self.signs.unday
            sign = box if narrow else f"[{box if text in self.ticked else ' '}]"
            aside = self.asides.get(text, Clean(""))
            return Option(
                label, text, sign, remark=aside, lit=place == self.cursor, out=text in self.out
            )
        sign, ink, remark = self._mark(text, self.outcome)
        return Option(label, text, sign, ink, remark)

    def _mark(self, text: Clean, outcome: Outcome) -> tuple[str, str, Clean]:
        right = fold(text) in {fold(answer) for answer in outcome.answers}
        ticked = text in outcome.given.values
        remark = _REMARKS[right, ticked]
        if right:
            return self.signs.right, self.tone("right" if ticked else "close"), remark
        return (self.signs.wrong, self.tone("wrong"), remark) if ticked else ("", "", remark)

    def take(self, place: int) -> None:
        """Tick the option, or take the tick away."""
        self.ticked ^= {self.options[place]}
        self.refresh()

    def space(self) -> None:
        """Tick the highlighted option."""
        if self.cursor >= 0:
            self.take(self.cursor)

    def enter(self) -> None:
        """Give what is ticked."""
        if self.ticked:
            self.give(*(option for option in self.options if option in self.ticked))
        else:
            self.note("Nothing ticked yet. n if you have no idea.")
