"""Changed: the file on disk and the one that is written here, side by side, before one goes."""

from __future__ import annotations

from difflib import unified_diff
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.core.text import clean
from quiz.store.editing.opened import Changed
from quiz.tui.plain import show
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

_MOST = 20_000
"""Lines of a text beyond which only its start is compared: the comparison is not linear."""
_CHOICES = {
    "back": ("Go on writing", "nothing is saved yet"),
    "theirs": ("Take the one on disk", "undo brings yours back"),
    "mine": ("Save yours over it", "what was changed elsewhere is lost"),
}


class ChangedScreen(QuizScreen[str]):
    """Gives mine, theirs or back."""

    heading = "Changed elsewhere"
    notes = ("Lines with - stand on disk only, lines with + only in what you have written.",)
    AUTO_FOCUS = "#choices"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="choose", key_display="enter",
                tooltip="What is highlighted"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another choice"),
        Binding("pageup", "scroll(-1)", "Scroll", id="scroll", show=False),
        Binding("pagedown", "scroll(1)", "Scroll", id="scroll-down", show=False),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "dismiss('back')", "Back", id="back", key_display="q",
                tooltip="Go on writing; nothing is saved yet"),
    ]  # fmt: skip

    def __init__(self, changed: Changed) -> None:
        """Take both texts."""
        super().__init__()
        self._changed = changed

    def compose(self) -> ComposeResult:
        """Lay out the choices, and below them how the two texts differ."""
        title = Content.assemble(
            "   ", ("CHANGED ELSEWHERE", "bold $primary"), "   ",
            show(clean(self._changed.title), "$dim"),
        )  # fmt: skip
        with Vertical(classes="stage"):
            yield Static(title, classes="head")
            yield Rule()
            yield Rows(id="choices")
            yield Rule("ON DISK -   YOURS +")
            with VerticalScroll(id="both", can_focus=True):
                yield Static(self._both())
        yield KeyLine()

    def on_mount(self) -> None:
        """Start on the harmless choice."""
        self.query_one("#choices", Rows).put(
            Row(id, (Content.assemble("   ", f"{word:<24}", (more, "$dim")),))
            for id, (word, more) in _CHOICES.items()
        )

    def _both(self) -> Content:
        """The lines in which they differ, each with its sign, colour being only an aid."""
        theirs, mine = (
            text.splitlines()[:_MOST] for text in (self._changed.theirs, self._changed.mine)
        )
        inks = {"+": "$right", "-": "$wrong", "@": "$dim"}
        rows = list(unified_diff(theirs, mine, lineterm="", n=2))[2:]
        return Content("\n").join(
            Content(" ") + show(clean(row), inks.get(row[:1], "")) for row in rows
        )

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.row)

    def action_choose(self) -> None:
        """Take the highlighted choice."""
        self.query_one("#choices", Rows).action_choose()

    def action_row(self) -> None:
        """Come back to the choices."""
        self.query_one("#choices", Rows).focus()

    def action_scroll(self, step: int) -> None:
        """Show more of the two texts."""
        both = self.query_one("#both", VerticalScroll)
        both.scroll_relative(y=step * max(1, both.size.height - 1), animate=False)
