"""LeftOut: every item of a file that was not imported, with its line and the reason."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.author.formats import Skipped
from quiz.author.importing import Imported
from quiz.core.text import clean
from quiz.tui.plain import show
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule


class LeftOutScreen(QuizScreen[None]):
    """What is not imported at all, then what a pack cannot hold of the rest."""

    heading = "Left out"
    notes = ("Mend these lines in the file, and read it again: what is there keeps its ids.",)
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another item"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,enter", "app.pop_screen", "Back", id="back", key_display="q"),
    ]

    def __init__(self, found: Imported) -> None:
        """List what this import leaves out."""
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """One item below the other."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   LEFT OUT", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        found = self._found
        skipped = self._rows("not imported", found.skipped)
        self.query_one(Rows).put([*skipped, *self._rows("not kept", found.lost)])

    def _rows(self, what: str, items: list[Skipped]) -> Iterator[Row]:
        for number, item in enumerate(items):
            head = f"line {item.line}, {what}: " if item.line else f"{what}: "
            lines = wrap(clean(head + item.reason), self.columns - 8)
            yield Row(f"{what}{number}", tuple(Content("   ") + show(row) for row in lines))

    def action_row(self) -> None:
        """Come back to the list."""
        self.query_one(Rows).focus()
