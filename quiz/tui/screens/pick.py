"""Pick: one of a few things, by arrow, click or its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import cut
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule


class PickScreen(QuizScreen[str]):
    """Gives the id of what was picked, or nothing."""

    heading = "Pick one"
    notes = ("A number picks at once.",)
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Take it", id="choose", key_display="enter",
                tooltip="What is highlighted"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
        *(Binding(str(n), f"number({n})", "Pick", id=f"number-{n}", show=False)
          for n in range(1, 10)),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "dismiss", "Back", id="back", key_display="q",
                tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(self, title: str, things: Sequence[tuple[str, Clean, Clean]]) -> None:
        """Take a title of the game's own, and an id, a text and a note for each thing."""
        super().__init__()
        self._title = title
        self._things = tuple(things)

    def compose(self) -> ComposeResult:
        """The title above the list."""
        with Vertical(classes="stage"):
            yield Static(Content.styled(f"   {self._title}", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        rows, room = [], self.columns // 2 - 6
        for number, (id, text, note) in enumerate(self._things, 1):
            start = Content.assemble("   ", (f"{number}  ", "$primary"), oneline(text))
            end = oneline(cut(note, room), "$dim") + Content("  ") if note else Content("")
            rows.append(Row(id, (apart(start, end, self.columns),)))
        self.query_one(Rows).put(rows)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.row)

    def action_choose(self) -> None:
        """Take the highlighted one."""
        self.query_one(Rows).action_choose()

    def action_number(self, number: int) -> None:
        """Take the one with this number."""
        if number <= len(self._things):
            self.dismiss(self._things[number - 1][0])

    def action_row(self) -> None:
        """Come back to the list."""
        self.query_one(Rows).focus()
