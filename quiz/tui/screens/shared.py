"""Share: the text that was sent to the clipboard, to be selected where that did not work."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule


class SharedScreen(QuizScreen[None]):
    """A text to copy."""

    heading = "Share"
    notes = ("The text gives no answer away.",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy again", id="copy", tooltip="Send it to the clipboard again"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,enter", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to the results"),
    ]  # fmt: skip

    def __init__(self, text: Clean) -> None:
        """Take the text."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out what was done, and the text."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   SHARE", "bold $primary"))
            yield Rule()
            yield Static(
                "Sent to the clipboard. Some terminals refuse that, so here it is as text:",
                classes="note",
                markup=False,
            )
            yield Static(plain.show(self._text, "bold"), id="text")
        yield KeyLine()

    def on_mount(self) -> None:
        """Copy it."""
        self.action_copy()

    def action_copy(self) -> None:
        """Send it to the clipboard by OSC 52."""
        self.app.copy_to_clipboard(self._text)
