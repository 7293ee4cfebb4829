"""Source: where an answer is written, in full."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.state import Dealt
from quiz.tui.screen import QuizScreen
from quiz.tui.table import Table
from quiz.tui.widgets import why
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule


class SourceScreen(QuizScreen[None]):
    """The citations of one question."""

    heading = "Source"
    notes = ("The paragraph is the one that is not empty, counted from the start.",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "read(1)", "Read on", id="down", key_display="↑↓",
                tooltip="What does not fit"),
        Binding("up", "read(-1)", "Back up", id="up", show=False, tooltip="What was before"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,v,enter", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to the verdict"),
    ]  # fmt: skip

    text = query_one("#text", Drawn)

    def __init__(self, table: Table, dealt: Dealt) -> None:
        """Take the question, and the table that knows its pack."""
        super().__init__()
        self._table = table
        self._dealt = dealt

    def compose(self) -> ComposeResult:
        """Lay out the title and the sources."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   WRITTEN IN", "bold $primary"))
            yield Rule()
            yield Drawn(id="text")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write them for the width there is."""
        pack = self._table.pack(self._dealt.pack)
        lines = why.sources(pack, self._dealt.question, self.columns, self.game.signs)
        self.text.put(Content(""), *lines)

    def action_read(self, step: int) -> None:
        """Show what does not fit."""
        self.text.scroll_by(step)
