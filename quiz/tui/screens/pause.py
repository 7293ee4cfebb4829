"""Pause: the question is hidden, so that a pause is not free reading time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from quiz.tui.screen import Key, QuizScreen
from quiz.tui.table import Table
from quiz.tui.widgets.countdown import Countdown
from quiz.tui.widgets.filmstrip import Filmstrip
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows


class PauseScreen(QuizScreen[str]):
    """Gives go, leave or end."""

    heading = "Intermission"
    notes = ("Nothing is lost by leaving: the round goes on where it stopped.",)
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="choose", key_display="enter",
                tooltip="What is highlighted"),
        Binding("p,f4", "done('go')", "Go on", id="go-on", key_display="p",
                tooltip="Back to the question"),
        Binding("q,escape", "done('leave')", "Leave, saved", id="leave-round", key_display="q",
                tooltip="Home; the round goes on another time"),
        Binding("s", "settings", "Settings", id="settings", tooltip="Clock, colours, keys"),
        *QuizScreen.BINDINGS,
    ]  # fmt: skip

    choices = query_one("#choices", Rows)

    def __init__(self, table: Table) -> None:
        """Take the round that is interrupted."""
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        """Lay out what may stay in sight, and the box."""
        table = self._table
        yield Head(table)
        with Vertical(classes="stage"):
            yield Filmstrip(table)
            yield Countdown(table)
            with Vertical(id="middle"), Vertical(id="box") as box:
                box.border_title = Content("INTERMISSION")
                yield Static("   The question is hidden, the clock stopped.", id="told")
                yield Rows(id="choices")
        yield KeyLine()

    def keys(self) -> Sequence[Key]:
        """Leaving is not said to save what is not kept."""
        keys = super().keys()
        if self._table.kept:
            return keys
        return [key._replace(label="Leave") if key.shown == "q" else key for key in keys]

    def on_mount(self) -> None:
        """Offer the ways on."""
        table = self._table
        number = table.round.number + (table.round.phase == "answered")
        leave = f"Leave: come back at question {number}"
        if table.round.over:
            leave = "Leave: the results wait"
        words = {"go": "Go on", "leave": leave, "end": "End the round here", "settings": "Settings"}
        if not table.kept:
            words = {"go": "Go on", "leave": "Leave: nothing is recorded", "settings": "Settings"}
        self.choices.put(Row(id, (Content(f"   {word}"),)) for id, word in words.items())

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.row == "settings":
            self.action_settings()
        else:
            self.dismiss(event.row)

    def action_choose(self) -> None:
        """Do what is highlighted."""
        self.choices.action_choose()

    def action_done(self, choice: str) -> None:
        """Go on, or leave."""
        self.dismiss(choice)

    def action_settings(self) -> None:
        """Open the settings; coming back lands here."""
        self.game.go("settings")
