"""Picker: one value among several, changed with left and right or a click."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from quiz.core.text import Clean
from quiz.tui.signs import signs_of
from quiz.tui.widgets.field import Field

_INDENT = 3
"""Cells before a field's row begins; here only two are left, for the sign of the focus."""


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

    @property
    def value(self) -> str:
        """The chosen word."""
        return self._field.value

    @value.setter
    def value(self, value: str) -> None:
        field = self._field
        self._field = Field("", "", field.values, value, spin=field.spin)
        self.refresh()

    def render(self) -> Content:
        """Draw the words; a sign in front says that this has the focus."""
        row = self._field.row(self.size.width + _INDENT, signs_of(self.app), 0)
        words = row.lines[0][_INDENT:]
        here = signs_of(self.app).here if self.has_focus else " "
        return Content.assemble((here, "bold $primary"), words)

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
        row = self._field.row(self.size.width + _INDENT, signs_of(self.app), 0)
        spot = next((name for a, b, name in row.spots if a <= x < b), None)
        if spot is not None:
            event.stop()
            self.focus()
            self._pick(self._field.picked(spot))

    def _pick(self, value: str) -> None:
        if value != self.value:
            self.value = value
            self.post_message(self.Picked(self, value))
