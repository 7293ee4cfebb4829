"""Packs: all of them with what they are about, to choose one."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.tui.plain import apart, fit, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule


class PacksScreen(QuizScreen[None]):
    """Every pack with its description; one that is broken says so."""

    heading = "Choose a pack"
    notes = ("Packs of your own are listed after those that came with the game.",)
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Open", id="open", key_display="enter", tooltip="Set it up"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another pack"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q"),
    ]

    rows = query_one("#list", Rows)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   CHOOSE A PACK", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self.rows.put(self._rows())

    def _rows(self) -> list[Row]:
        """One row for a pack, and one of air."""
        width, app = self.columns, self.game
        found: list[Row] = []
        for header in app.headers():
            title = Content("   ") + oneline(header.title, "bold")
            if header.problem or header.file in app.broken:
                id, end = f"broken:{header.file}", Content.styled("cannot be played  ", "$close")
                below = oneline(header.problem, "$close")
            else:
                end = Content.styled(f"{header.count} questions  ", "$dim")
                id, below = f"pack:{header.id}", oneline(header.description, "$dim")
            lines = (apart(title, end, width), fit(Content("   ") + below, width - 3), Content(""))
            found.append(Row(id, lines))
        return found

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Set up a round, or show what is wrong."""
        self.app.pop_screen()
        self.game.go(event.row)

    def action_choose(self) -> None:
        """Open the highlighted pack."""
        self.rows.action_choose()

    def action_row(self) -> None:
        """Come back to the list."""
        self.rows.focus()
