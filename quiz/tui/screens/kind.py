"""Kind: which kind of question the new one shall be."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.core.kinds import kinds
from quiz.core.text import clean
from quiz.tui.plain import oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule


class KindScreen(QuizScreen[str]):
    """Gives the name of a kind, or nothing."""

    heading = "A new question"
    notes = ("The kind can be changed later: what both kinds have is kept.",)
    AUTO_FOCUS = "#kinds"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Write it", id="choose", key_display="enter",
                tooltip="A question of this kind"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another kind"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "dismiss", "Back", id="back", key_display="q",
                tooltip="No new question"),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """List the kinds with what they are for."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   A NEW QUESTION", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="kinds")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list; `choice` is the first."""
        rows = []
        for name, kind in kinds().items():
            about = clean(kind.model_fields["kind"].description or "")
            label = oneline(clean(f"{name:<16}")) + Content(" " * (16 - len(name)))
            rows.append(Row(name, (Content("   ") + label + oneline(about, "$dim"),)))
        self.query_one(Rows).put(rows)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.row)

    def action_choose(self) -> None:
        """Take the highlighted kind."""
        self.query_one(Rows).action_choose()

    def action_row(self) -> None:
        """Come back to the list."""
        self.query_one(Rows).focus()
