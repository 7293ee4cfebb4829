"""QuestionList: the rows of the studio, of which one stays marked for the buttons below."""

from __future__ import annotations

from textual import events

from quiz.tui.widgets.rows import Rows


class QuestionList(Rows):
    """The first click on a row marks it, the second opens it; the mark stays when others act."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, steady=True)

    def on_click(self, event: events.Click) -> None:
        """Mark a row that is not marked; `Rows` itself chooses the one that is."""
        y = event.y + round(self.scroll_y)
        if 0 <= y < len(self._lines):
            place, _ = self._lines[y]
            if place != self.cursor:
                event.prevent_default()
                self.focus()
                self.cursor = place
