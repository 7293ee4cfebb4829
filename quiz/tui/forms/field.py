"""The line in which an answer is typed."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from quiz.core.form import LONGEST
from quiz.core.text import Clean, line
from quiz.tui import plain
from quiz.tui.widgets.drawn import Drawn


class Field(Input):
    """A text field of one line; Down leaves it for the buttons, as Tab does."""

    def __init__(self) -> None:
        super().__init__(max_length=LONGEST, select_on_focus=False, compact=True)

    def on_key(self, event: events.Key) -> None:
        """Leave with Down."""
        if event.key == "down":
            event.stop()
            event.prevent_default()
            self.screen.focus_next()


class FieldLine(Horizontal):
    """The field, and a word behind it: a unit, or what became of the last entry."""

    def __init__(self) -> None:
        super().__init__()
        self.field = Field()
        self.behind = Drawn()

    def compose(self) -> ComposeResult:
        """Side by side."""
        yield self.field
        yield self.behind

    @property
    def text(self) -> Clean:
        """What stands in the field, without spaces at its ends."""
        return line(self.field.value)

    def empty(self, behind: Clean = Clean("")) -> None:
        """Clear the field, and say something behind it."""
        self.field.value = ""
        self.say(behind)

    def say(self, text: Clean, ink: str = "$dim") -> None:
        """Say something behind the field."""
        self.behind.put(plain.oneline(text, ink))
