"""Turner: the first line of a screen over one of several things, with arrows to the others."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widget import Widget

from quiz.tui.signs import signs_of


class Turner(Widget):
    """A line that begins with what is shown, between two arrows that can be clicked."""

    ALLOW_SELECT = False

    def __init__(self, action: str) -> None:
        """A click on an arrow runs the `action` of the screen with -1 or 1."""
        super().__init__(classes="head", id="head")
        self._action = action
        self._line = Content("")
        self._spots: tuple[tuple[int, int, int], ...] = ()

    def between(self, what: Content, *, alone: bool) -> Content:
        """Put arrows around what is shown, unless it is alone."""
        signs, start = signs_of(self.app), 3
        end = start + what.cell_length + 4
        self._spots = () if alone else ((start, start + 2, -1), (end - 2, end, 1))
        if alone:
            return what
        return Content.assemble(
            (f"{signs.less} ", "$primary"), what, (f" {signs.more}", "$primary")
        )

    def put(self, line: Content) -> None:
        """Show another line."""
        self._line = line
        self.refresh()

    def render(self) -> Content:
        """Draw the line."""
        return self._line

    async def on_click(self, event: events.Click) -> None:
        """Go where the arrow points that was clicked."""
        step = next((step for a, b, step in self._spots if a <= event.x < b), 0)
        if step:
            await self.screen.run_action(f"{self._action}({step})")
