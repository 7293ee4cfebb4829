"""PathField: a field for a path; what is pasted with several lines is the text itself."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from quiz.core.text import clean
from quiz.tui.dropped import parts, where


class PathField(Input):
    """Takes a path as it is typed, pasted, or dropped on the window."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave(-1)", "Up", show=False),
        Binding("down", "leave(1)", "Down", show=False),
    ]

    class Left(Message):
        """The player goes to what stands above the field (-1) or below it (1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Dropped(Message):
        """A path was pasted, or a file dropped on the window."""

    def action_leave(self, step: int) -> None:
        """Leave the field, upwards or downwards."""
        self.post_message(self.Left(step))

    def _on_paste(self, event: events.Paste) -> None:
        """Take a text as such; a path replaces what stands there (Input puts it in after this)."""
        if self._is_text(event.text):
            event.stop()
            event.prevent_default()
        else:
            named = [event.text] if where(event.text, folders=True) else parts(event.text)
            if named and all(where(part, folders=True) for part in named):
                self.value = ""
            self.post_message(self.Dropped())

    def take(self, text: str) -> None:
        """Take what was pasted, or dropped, beside the field."""
        self.focus()
        if not self._is_text(text):
            self.value = clean(text.strip())
            self.cursor_position = len(self.value)
            self.post_message(self.Dropped())

    def _is_text(self, pasted: str) -> bool:
        """Whether it has several lines: then it is told as such, and no path stands here."""
        text = pasted.replace("\r\n", "\n").replace("\r", "\n")  # most terminals send \r
        if "\n" not in text.strip():
            return False
        with self.prevent(Input.Changed):
            self.value = ""
        self.post_message(self.Pasted(text))
        return True
