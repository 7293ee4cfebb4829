"""Ask: one question with two answers, the harmless one first."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.tui.plain import show
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows


class AskScreen(QuizScreen[bool]):
    """Gives True for the first act, False for the second and for going back."""

    heading = "Question"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="choose", key_display="enter"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "no", "Back", id="back", key_display="q", tooltip="Change nothing"),
    ]

    def __init__(self, what: Clean, yes: str, no: str) -> None:
        """Ask `what`; `yes` and `no` are the game's own words for the two acts."""
        super().__init__()
        self._what = what
        self._words = {"no": no, "yes": yes}

    def compose(self) -> ComposeResult:
        """Lay out the question and its two answers."""
        with Vertical(id="box") as box:
            box.border_title = Content("ONE QUESTION")
            yield Static(show(self._what), id="what")
            yield Rows(id="choices")
        yield KeyLine()

    def on_mount(self) -> None:
        """Start on the harmless answer."""
        rows = self.query_one(Rows)
        rows.put(Row(id, (Content("   " + word),)) for id, word in self._words.items())
        rows.focus()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.row == "yes")

    def action_choose(self) -> None:
        """Take the highlighted answer."""
        self.query_one(Rows).action_choose()

    def action_no(self) -> None:
        """Change nothing."""
        self.dismiss(False)
