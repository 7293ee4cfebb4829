"""Arrange: letters in the right order fill the slots; or Space picks up and arrows carry."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from quiz.core import form as core
from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.forms.base import Manner, Outcome
from quiz.tui.forms.rows import RowForm
from quiz.tui.widgets.lines import nth
from quiz.tui.widgets.option import Option


class ArrangeForm(RowForm):
    """Items to be put in order: what has its place stands first, the rest below as it came."""

    verb: ClassVar[str] = "Place"

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.order: list[int] = []
        self.placed = 0
        self.carried = False
        self.by = Clean("")

    @property
    def heads(self) -> int:
        """The line that says what orders the items."""
        return int(bool(self.by))

    def load(self, shape: core.Form) -> None:
        """Take the items, none placed."""
        assert isinstance(shape, core.Arrange)  # noqa: S101 - forms are made by shape
        self.order, self.placed, self.carried = list(range(len(shape.items))), 0, False
        self.by = shape.by
        self.start(shape.items)

    def rows(self, width: int) -> list[list[Content]]:
        """Draw the items in their present order; the slot's number stands before the label."""
        after = "." if width >= 80 else self.signs.more  # where labels follow without a space
        drawn = [
            self._option(slot, item, after).lines(width, self.signs)
            for slot, item in enumerate(self.order)
        ]
        if self.by:
            head = f"in order of {self.by}" if len(self.by) < 50 else self.by
            indent = 4 if width >= 80 else 1
            title = plain.oneline(Clean(head), "$dim")
            drawn.insert(0, [Content(" " * indent) + title])
        return drawn

    def _option(self, slot: int, item: int, after: str) -> Option:
        text, label = self.options[item], self.labels[item]
        if self.outcome is None:
            lit = slot == self.cursor
            remark = Clean("carried: up, down, then space") if lit and self.carried else Clean("")
            sign = f"{slot + 1}{after}" if slot < self.placed else ""
            return Option(label, text, sign, remark=remark, lit=lit)
        if self.outcome.given.passed:
            return Option(label, text, f"{slot + 1}{after}")
        return self._marked(slot, text, label, self.outcome)

    def _marked(self, slot: int, text: Clean, label: str, outcome: Outcome) -> Option:
        belongs = outcome.answers.index(text) if text in outcome.answers else slot
        if belongs == slot:
            return Option(label, text, self.signs.right, self.tone("right"))
        remark = Clean(f"belongs {nth(belongs + 1)}")
        return Option(label, text, self.signs.wrong, self.tone("wrong"), remark)

    def judged(self, outcome: Outcome) -> None:
        """Show what stood where; after "no idea" the right order."""
        if outcome.given.passed and set(outcome.answers) == set(self.options):
            self.order = [self.options.index(text) for text in outcome.answers]
        super().judged(outcome)

    def take(self, place: int) -> None:
        """Put an item into the next slot; if it has one, it gives it back."""
        slot = self.order.index(place)
        self.order.remove(place)
        if slot < self.placed:
            self.placed -= 1
            self.order.insert(self.placed, place)
        else:
            self.order.insert(self.placed, place)
            self.placed += 1
            if self.placed == len(self.order) - 1:  # the last one has no choice
                self.placed += 1
        self.cursor, self.carried = -1, False
        self.refresh()

    def back(self) -> None:
        """Take the last item back."""
        if self.placed:
            self.placed -= 2 if self.placed == len(self.order) > 1 else 1
            rest = self.order[self.placed :]
            self.order[self.placed :] = sorted(rest)
            self.refresh()

    def space(self) -> None:
        """Pick up the highlighted item, or drop the one that is carried."""
        if self.cursor >= 0:
            self.carried = not self.carried
            self.refresh()

    def step(self, by: int) -> None:
        """Move the highlight; and with it the item, if one is carried."""
        was = self.cursor
        super().step(by)
        if self.carried and self.cursor != was:
            self.order[was], self.order[self.cursor] = self.order[self.cursor], self.order[was]
            self.placed = len(self.order)

    def barred(self, place: int) -> bool:
        """No slot is."""
        del place
        return False

    def enter(self) -> None:
        """Give the order, once every item has its place."""
        missing = len(self.order) - self.placed
        if self.carried:
            self.space()
        elif not missing:
            self.give(*(self.options[item] for item in self.order))
        elif self.placed:
            self.note(f"{missing} more to place.")
        else:
            self.note("Nothing is in its place yet. n if you have no idea.")

    def place_at(self, y: int) -> int:
        """Which slot is drawn on a line, below the heading."""
        place = super().place_at(y)
        return place - self.heads if place >= 0 else place

    def clicked(self, place: int, x: int) -> None:
        """A click puts the item of that slot into the next one."""
        del x
        self.take(self.order[place])
