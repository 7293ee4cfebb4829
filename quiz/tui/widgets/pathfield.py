"""PathField: a field for a path; what is pasted with several lines is the text itself."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input

from quiz.core.text import clean
from quiz.tui.dropped import parts, where


class PathField(Input):
    """Takes a path as it is typed, pasted, or dropped on the window."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Dropped(Message):
        """A path was pasted, or a file dropped on the window."""

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
