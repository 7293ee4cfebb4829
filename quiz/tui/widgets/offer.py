"""Offer: what players were ruled right with, in one line, to be taken with a key or a click."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.core.text import Clean
from quiz.tui.plain import fit, oneline

_SAID = "   Players were ruled right with: "
_NARROW = " Ruled right: "


class Offer(Widget):
    """Texts, the first of which the key takes; a click takes the one it hits."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Offer { height: 1; display: none; }"

    class Taken(Message):
        """A text shall be right from now on."""

        def __init__(self, text: Clean) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[Clean, ...] = ()
        self._spots: list[tuple[int, int, Clean]] = []
        self._line = Content("")

    def put(self, texts: Sequence[Clean], *, dot: str, width: int) -> None:
        """Show texts, as many as fit; behind the `dot` stands the key."""
        self._texts, self._spots, self._line = tuple(texts), [], Content("")
        self.display = bool(texts)
        if not texts:
            return
        end, key = f" {dot} ", "f7"
        verb = " takes it" if len(texts) == 1 else " takes the first"
        told = Content.styled(_SAID if width >= 80 else _NARROW, "$close")
        room = width - 3 - Content(end + key + verb).cell_length
        for number, text in enumerate(texts):
            comma = Content(", ") if number else Content("")
            word = oneline(text, "bold")
            left = room - told.cell_length - comma.cell_length
            if number and word.cell_length > left:
                break
            word = fit(word, min(word.cell_length, left))
            told += comma
            self._spots.append((told.cell_length, told.cell_length + word.cell_length, text))
            told += word
        keys = Content.assemble((key, "bold $primary"), (verb, "$dim"))
        told += Content.styled(end, "$dim")
        self._spots.append((told.cell_length, told.cell_length + keys.cell_length, texts[0]))
        self._line = told + keys
        self.refresh()

    def take(self) -> None:
        """Take the first."""
        if self._texts:
            self.post_message(self.Taken(self._texts[0]))

    def render(self) -> Content:
        """Draw the line."""
        return self._line

    def on_click(self, event: events.Click) -> None:
        """Take what was hit."""
        for start, end, text in self._spots:
            if start <= event.x < end:
                self.post_message(self.Taken(text))
