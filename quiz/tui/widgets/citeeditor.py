"""CiteEditor: where documents say so: a line for each citation, and an empty one below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from quiz.author.blanks import figure, parts, row
from quiz.core.text import Clean, clean, line
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.link import Link
from quiz.tui.widgets.picker import Picker

Documents = tuple[tuple[str, Clean], ...]
"""What can be cited: ids with titles."""
_NONE = "-"


class CiteLine(Horizontal):
    """One citation: the document, the paragraph's number, and the key terms that stand in it."""

    class Changed(Message):
        """It says something else now."""

    def __init__(self, cite: Mapping[str, Any], documents: Documents) -> None:
        super().__init__(classes="cite")
        self._cite: Mapping[str, Any] = {}
        self.picker = Picker((), _NONE, spin=True)
        hint = "key terms, with | between"
        self.paragraph = Input(compact=True, select_on_focus=False, classes="paragraph")
        self.says = Input(compact=True, select_on_focus=False, placeholder=hint)
        self.put(cite, documents)

    def compose(self) -> ComposeResult:
        """From left to right."""
        yield self.picker
        yield Static(Content.styled("par.", "$dim"), classes="word")
        yield self.paragraph
        yield Static(Content.styled("says", "$dim"), classes="word")
        yield self.says

    @property
    def value(self) -> Mapping[str, Any] | None:
        """The citation; None without a document. What was not changed here stays as it is."""
        if self.picker.value == _NONE:
            return None
        told, (document, paragraph, says) = dict(self._cite), _texts(self._cite)
        if self.picker.value != document:
            told["document"] = self.picker.value
        if self.paragraph.value != paragraph:
            told["paragraph"] = figure(line(self.paragraph.value))
        if self.says.value != says:
            told["says"] = [term for term in parts(self.says.value) if term] or None
        return {name: value for name, value in told.items() if value is not None}

    def put(self, cite: Mapping[str, Any], documents: Documents) -> None:
        """Show a citation that nobody typed here."""
        if self.value != cite:  # else it says so already, though perhaps in other words
            document, self.paragraph.value, self.says.value = _texts(cite)
            self.picker.value = document
            self.says.cursor_position = 0
        self._cite = dict(cite)
        self.offer(documents)

    def offer(self, documents: Documents) -> None:
        """Offer documents to be cited."""
        known, name = ((_NONE, Clean("none")), *documents), self.picker.value
        stray = () if name in dict(known) else ((name, line(name)),)
        self.picker.offer((*known, *stray), name)

    @on(Picker.Picked)
    @on(Input.Changed)
    def _changed(self, event: Picker.Picked | Input.Changed) -> None:
        event.stop()
        if isinstance(event, Input.Changed) and clean(event.value) != event.value:
            event.input.value = clean(event.value)
        else:
            self.post_message(self.Changed())


class CiteEditor(Vertical):
    """The citations of a question; it tells them all when one of them is changed."""

    class Cited(Message):
        """The citations are others now."""

        def __init__(self, cites: list[Mapping[str, Any]]) -> None:
            super().__init__()
            self.cites = cites

    def __init__(self, cites: Any, documents: Documents) -> None:
        super().__init__()
        self._documents = documents
        self._told = self._listed(cites)
        self._lines = [CiteLine(cite, documents) for cite in (*self._told, {})]
        self._more = Link(
            Content.assemble(("f8", "bold $primary"), (" lists a document", "$dim")), "document"
        )

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield from self._lines
        yield self._more

    def on_mount(self) -> None:
        """A draft on the review desk has no pack to list a document in."""
        screen = self.screen
        known = isinstance(screen, QuizScreen) and any(
            b.id == "document" for b in screen.commands()
        )
        self._more.display = known

    def put(self, cites: Any, documents: Documents) -> None:
        """Show other citations, and offer other documents."""
        listed = self._listed(cites)
        if listed == self._told and documents == self._documents:
            return
        self._told, self._documents = listed, documents
        if listed != self._value:
            self._show(listed)
            return
        for each in self._lines:
            each.offer(documents)

    def _show(self, listed: Sequence[Mapping[str, Any]]) -> None:
        """Have a line for each, and an empty one."""
        wanted = [*listed, {}]
        for each, cite in zip(self._lines, wanted, strict=False):
            each.put(cite, self._documents)
        for each in self._lines[len(wanted) :]:
            each.remove()
        self._lines = self._lines[: len(wanted)]
        for cite in wanted[len(self._lines) :]:
            self._add(cite)

    def _add(self, cite: Mapping[str, Any]) -> None:
        self._lines.append(CiteLine(cite, self._documents))
        if self.is_mounted:
            self.mount(self._lines[-1], before=self._more)

    def choose(self, document: str) -> None:
        """Cite a document in the empty line, and go on with its paragraph."""
        empty = self._lines[-1]
        empty.picker.choose(document)
        empty.paragraph.focus()

    @staticmethod
    def _listed(cites: Any) -> list[Mapping[str, Any]]:
        listed = cites if isinstance(cites, list | tuple) else ()
        return [dict(cite) for cite in listed if isinstance(cite, Mapping)]

    @property
    def _value(self) -> list[Mapping[str, Any]]:
        return [value for each in self._lines if (value := each.value) is not None]

    @on(CiteLine.Changed)
    def _changed(self, event: CiteLine.Changed) -> None:
        event.stop()
        if self._lines[-1].value is not None:
            self._add({})
        told = self._value
        if told != self._told:
            self._told = told
            self.post_message(self.Cited(told))


def _texts(cite: Mapping[str, Any]) -> tuple[str, Clean, Clean]:
    """Document, paragraph and key terms of a citation, as they are shown."""
    says = cite.get("says", ())
    terms = row(says if isinstance(says, list | tuple) else [says])
    return str(cite.get("document", _NONE)), line(str(cite.get("paragraph", ""))), line(terms)
