"""Document: what a document is called, when it came out and in which file it lies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from quiz.core.pack import Document
from quiz.core.text import Clean, clean, line
from quiz.tui.plain import oneline
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule

_FIELDS = {
    "title": ("Title *", ""),
    "published": ("Published", "2025, 2025-04 or 2025-04-30"),
    "author": ("Author", ""),
    "file": ("File", "its name in a folder of documents"),
    "url": ("Address", "where it can be read"),
}
_KEYS = (
    Key("enter", "List it", "enter"),
    Key("tab", "Next", "tab"),
    Key("f1", "Help", "f1"),
    Key("esc", "Back", "escape"),
)


class DocumentScreen(QuizScreen[dict[str, str]]):
    """Gives what a pack says of a document, or nothing."""

    heading = "A document"
    notes = (
        "Questions cite documents by the number of the paragraph; blank lines are not counted.",
        "The file's name lets quiz check --documents prove that a citation holds.",
    )
    AUTO_FOCUS = "#title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "list_it", "List it", id="list", key_display="enter",
                tooltip="Write it into the pack"),
        *QuizScreen.BINDINGS,
        Binding("escape", "dismiss", "Back", id="back", tooltip="No new document"),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        """A line for each field."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   A DOCUMENT", "bold $primary"), classes="head")
            yield Rule()
            for name, (label, hint) in _FIELDS.items():
                with Horizontal(classes="field"):
                    yield Static(Content.styled(f"   {label}", "$dim"), classes="label")
                    yield Static(self.game.signs.open, classes="edge")
                    yield Input(id=name, placeholder=hint, max_length=600, compact=True)
                    yield Static(self.game.signs.shut, classes="edge")
            yield Static(id="wrong")
        yield KeyLine()

    def keys(self) -> Sequence[Key]:
        """The footer: keys that work in a field."""
        return _KEYS

    @on(Input.Submitted)
    def action_list_it(self) -> None:
        """Give what was typed, if a pack can say so."""
        texts = {name: line(self.query_one(f"#{name}", Input).value) for name in _FIELDS}
        told: dict[str, str] = {name: text for name, text in texts.items() if text}
        if not texts["title"]:
            self._object("title", "what is it called?")
            return
        try:
            Document.model_validate({"id": "document", **told}).dated()
        except ValueError:  # only the date has a form of its own, and there is no 13th month
            self._object("published", "a year, a month or a day, such as 2025-04")
            return
        self.dismiss(told)

    def _object(self, name: str, told: str) -> None:
        """Say what is missing, where it is missing."""
        text = clean(f"{_FIELDS[name][0].removesuffix(' *')}: {told}")
        self.query_one("#wrong", Static).update(Content("   ") + oneline(Clean(text), "$wrong"))
        self.query_one(f"#{name}", Input).focus()
