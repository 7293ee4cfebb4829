"""Drawn: lines of content that are set from outside and cost no layout when they change."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.lines import stacked


class Drawn(Widget):
    """Lines that scroll when there are more than fit; the screen gives it its height."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._lines: tuple[Content, ...] = ()
        self._top = 0

    def put(self, *lines: Content) -> None:
        """Show other lines, from the first."""
        self._lines, self._top = lines, 0
        self.refresh()

    def put_end(self, *lines: Content) -> None:
        """Show other lines, up to the last."""
        self._lines, self._top = lines, len(lines)
        self.refresh()

    @property
    def lines(self) -> Sequence[Content]:
        """All that there is to show."""
        return self._lines

    @property
    def more(self) -> bool:
        """Whether there is more than fits."""
        return len(self._lines) > self.size.height

    def turn(self) -> None:
        """Show what follows; after the last line the first."""
        at_end = self._top + self.size.height >= len(self._lines)
        self._top = 0 if at_end else self._top + self.size.height
        self.refresh()

    def scroll_by(self, step: int) -> None:
        """Show what is further down, or up."""
        self._top = max(0, min(self._top + step, len(self._lines) - self.size.height))
        self.refresh()

    def render(self) -> Content:
        """Draw as many lines as fit; the last cell says whether more follow."""
        width, height = self.size
        self._top = max(0, min(self._top, len(self._lines) - height))
        shown = list(self._lines[self._top : self._top + height])
        if self._top + height < len(self._lines) and shown:
            key = self.screen.MORE if isinstance(self.screen, QuizScreen) else ""
            more = Content.assemble(" ", (key + " " if key else "", "bold $primary"), "more ")
            room = max(0, width - 2 - more.cell_length)
            last = shown[-1]
            last = last.truncate(room) if last.cell_length > room else last
            shown[-1] = last.pad_right(room - last.cell_length) + more.stylize_before("$dim")
        return stacked(shown)

    def on_mouse_scroll_down(self) -> None:
        """Show what is further down."""
        self.scroll_by(1)

    def on_mouse_scroll_up(self) -> None:
        """Show what is further up."""
        self.scroll_by(-1)
