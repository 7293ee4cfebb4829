"""Pick: one key answers; or arrows, then Enter; or a click."""

from __future__ import annotations

from textual.content import Content

from quiz.core import form as core
from quiz.core.text import Clean, fold
from quiz.tui.forms.base import Outcome
from quiz.tui.forms.rows import RowForm
from quiz.tui.widgets.option import Option

YOURS_RIGHT = Clean("your answer, and right")
YOURS = Clean("your answer")
THE_ANSWER = Clean("the answer")


class PickForm(RowForm):
    """One of some options."""

    def load(self, shape: core.Form) -> None:
        """Take the options."""
        assert isinstance(shape, core.Pick)  # noqa: S101 - forms are made by shape
        self.start(shape.options)

    def rows(self, width: int) -> list[list[Content]]:
        """Draw each option; after the verdict, the right one and the chosen one marked."""
        drawn = [self._option(place) for place in range(len(self.options))]
        if self.outcome is not None and self.manner.tight:
            drawn = [option for option in drawn if option.sign] or drawn
        return [self.drawn(option, width) for option in drawn]

    def _option(self, place: int) -> Option:
        text, label = self.options[place], self.labels[place]
        if self.outcome is None:
            lit, out = place == self.cursor, text in self.out
            return Option(label, text, remark=self.asides.get(text, Clean("")), lit=lit, out=out)
        sign, ink, remark = self._mark(text, self.outcome)
        return Option(label, text, sign, ink, remark, out=text in self.out)

    def _mark(self, text: Clean, outcome: Outcome) -> tuple[str, str, Clean]:
        chosen = text in outcome.given.values
        if fold(text) == fold(outcome.verdict.expected):
            return self.signs.right, self.tone("right"), YOURS_RIGHT if chosen else THE_ANSWER
        if chosen:
            return self.signs.wrong, self.tone("wrong"), YOURS
        return "", "", Clean("")

    def take(self, place: int) -> None:
        """Answer at once; or highlight, where the player wants Enter to confirm."""
        self.cursor = place  # it stays in sight where the answer waits for a bet
        self.refresh()
        if not self.manner.confirm:
            self.give(self.options[place])

    def enter(self) -> None:
        """Answer with the highlighted option; without one nothing happens."""
        if self.cursor >= 0:
            self.give(self.options[self.cursor])

    def space(self) -> None:
        """The same as Enter."""
        self.enter()

    def clicked(self, place: int, x: int) -> None:  # noqa: ARG002 - one column
        """Answer; with confirmation a second click on the highlighted option does."""
        if self.manner.confirm and place == self.cursor:
            self.enter()
        else:
            self.take(place)
