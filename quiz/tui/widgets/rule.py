"""A rule across the screen, with or without a title."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quiz.tui.signs import Signs, signs_of


def rule(
    width: int, signs: Signs, title: Content | None = None, end: Content | None = None
) -> Content:
    """Draw a rule of `width` cells, with one cell free at both ends."""
    line = "$line"
    room = max(0, width - 2)
    if title is None:
        return Content.assemble(" ", (signs.rule * room, line))
    head = Content.assemble((signs.rule * 2 + " ", line), title, " ")
    tail = Content.assemble(" ", end, (" " + signs.rule * 2, line)) if end else Content("")
    middle = max(0, room - head.cell_length - tail.cell_length)
    return Content.assemble(" ", head, (signs.rule * middle, line), tail)


class Rule(Widget):
    """A rule that can be given another title."""

    ALLOW_SELECT = False

    def __init__(self, title: str = "", *, id: str | None = None, classes: str = "") -> None:
        """Take the title: words of the game's own."""
        super().__init__(id=id, classes=classes)
        self._title = title

    def name_it(self, title: str) -> None:
        """Show another title."""
        self._title = title
        self.refresh()

    def render(self) -> Content:
        """Draw it."""
        title = Content.styled(self._title, "bold $primary") if self._title else None
        return rule(self.size.width, signs_of(self.app), title)
