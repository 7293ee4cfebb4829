"""Picker: one value among several, changed with left and right or a click."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.core.text import Clean
from quiz.tui.plain import fit, oneline
from quiz.tui.signs import signs_of
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.rows import Row

_INDENT = 3
"""Cells before a field's row begins; here only two are left, for the sign of the focus."""
_AROUND = 6
"""Cells around a word that spins."""


class Picker(Widget, can_focus=True):
    """A line of words, one of them chosen; or, where they spin, one between two arrows."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Before", show=False),
        Binding("right,space", "step(1)", "Next", show=False),
    ]

    class Picked(Message):
        """Another value was chosen."""

        def __init__(self, picker: Picker, value: str) -> None:
            super().__init__()
            self.picker = picker
            self.value = value

    def __init__(self, values: tuple[str, ...], value: str, *, spin: bool = False) -> None:
        """Offer words of the game's own."""
        super().__init__()
        listed = tuple((word, Clean(word)) for word in values)
        self._field = Field("", "", listed, value, spin=spin)

    def offer(self, values: tuple[tuple[str, Clean], ...], value: str) -> None:
        """Offer other values, each with its word, one of them chosen."""
        self._field = replace(self._field, values=values, value=value)
        self.refresh()

    def choose(self, value: str) -> None:
        """Choose a value, as a key would."""
        self._pick(value)

    @property
    def value(self) -> str:
        """The chosen word."""
        return self._field.value

    @value.setter
    def value(self, value: str) -> None:
        self._field = replace(self._field, value=value)
        self.refresh()

    def render(self) -> Content:
        """Draw the words; a sign in front says that this has the focus."""
        words = self._row.lines[0][_INDENT:]
        here = signs_of(self.app).here if self.has_focus else " "
        return Content.assemble((here, "bold $primary"), words)

    @property
    def _row(self) -> Row:
        """The words as a row; one that spins is cut where it is too long."""
        field, room = self._field, self.size.width - _AROUND
        if field.spin and room > 0:
            words = tuple((name, _cut(word, room)) for name, word in field.values)
            field = replace(field, values=words)
        return field.row(self.size.width + _INDENT, signs_of(self.app), 0)

    def on_focus(self) -> None:
        """Draw the sign."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the sign away."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """Choose the next value, or the one before."""
        self._pick(self._field.step(by))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        x = event.x - 1 + _INDENT
        spot = next((name for a, b, name in self._row.spots if a <= x < b), None)
        if spot is not None:
            event.stop()
            self.focus()
            self._pick(self._field.picked(spot))

    def _pick(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Picked(self, value))


def _cut(word: Clean, room: int) -> Clean:
    """Cut a word to so many cells."""
    told = oneline(word)
    return word if told.cell_length <= room else Clean(fit(told, room).plain)
