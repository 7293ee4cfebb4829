"""A form with a field, alone in an app of a few lines."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Button, Input

from quiz.core import form as core
from quiz.tui.forms import FORMS
from quiz.tui.forms.base import Form, Manner
from quiz.tui.widgets.drawn import Drawn


class Alone(App[None]):
    """Holds one form, and remembers what it posts."""

    CSS = """
    Screen { overflow: hidden; }
    Drawn { height: 1; }
    Form > Drawn { height: 1fr; }
    Field { width: 40; }
    """

    def __init__(self, shape: core.Form) -> None:
        super().__init__()
        self.form = FORMS[type(shape)](Manner())
        self.shape = shape
        self.given: list[tuple[str, ...]] = []
        self.typed: list[str] = []
        self.emptied = 0
        self.noted: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.form
        yield Button("aside")

    def on_mount(self) -> None:
        self.form.load(self.shape)
        self.form.begin()

    @on(Form.Given)
    def _given(self, message: Form.Given) -> None:
        self.given.append(message.given.values)

    @on(Form.Typed)
    def _typed(self, message: Form.Typed) -> None:
        self.typed.append(message.text)

    @on(Form.Emptied)
    def _emptied(self) -> None:
        self.emptied += 1

    @on(Form.Noted)
    def _noted(self, message: Form.Noted) -> None:
        self.noted.append(message.text)

    @property
    def field(self) -> Input:
        return self.query_one(Input)

    @property
    def lines(self) -> list[str]:
        """All that is drawn above and below the field."""
        found = [d for d in self.form.query(Drawn) if d.parent is self.form]
        return [line.plain.rstrip() for d in found for line in d.lines]
