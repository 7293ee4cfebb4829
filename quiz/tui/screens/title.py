"""Title: what a new pack is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from quiz.core.text import line
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule

_KEYS = (
    Key("enter", "Begin", "enter"),
    Key("f1", "Help", "f1"),
    Key("esc", "Back", "escape"),
)


class TitleScreen(QuizScreen[str]):
    """Gives a title, or nothing."""

    heading = "A new pack"
    notes = ("The title can be changed later; 24 characters fit into every list.",)
    AUTO_FOCUS = "#title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="begin", key_display="enter",
                tooltip="Begin the pack"),
        *QuizScreen.BINDINGS,
        Binding("escape", "dismiss", "Back", id="back", tooltip="No new pack"),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """One question, one field."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Static(Content.styled("   A NEW PACK", "bold $primary"), classes="head")
            yield Rule()
            yield Static(Content("   What is it called?"), id="what")
            with Horizontal(classes="field"):
                yield Static(signs.open, classes="edge")
                yield Input(id="title", max_length=240, compact=True)
                yield Static(signs.shut, classes="edge")
        yield KeyLine()

    def keys(self) -> Sequence[Key]:
        """The footer: keys that work in a field."""
        return _KEYS

    def action_begin(self) -> None:
        """Take the title, if there is one."""
        title = line(self.query_one("#title", Input).value)
        if title:
            self.dismiss(title)

    @on(Input.Submitted)
    def _named(self) -> None:
        self.action_begin()
