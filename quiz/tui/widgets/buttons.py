"""Buttons: a line of things to press, each of which has a key of its own as well."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widget import Widget

from quiz.tui.screen import Aside, Key, QuizScreen
from quiz.tui.widgets.option import CURSOR


class Buttons(Aside, Widget):
    """One line and, where it is not empty, one focus.

    Left, Right and Tab choose; Enter, Space or a click press. Only Tab leads here, and with the
    press the focus goes back to where it came from.
    """

    ALLOW_SELECT = False
    FOCUS_ON_CLICK = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: tuple[Key, ...] = ()
        self._at = 0
        self.can_focus = False

    def put(self, keys: Sequence[Key]) -> None:
        """Show other buttons; none makes the line empty."""
        if tuple(keys) != self._keys:
            self._keys, self._at = tuple(keys), 0
            self.can_focus = bool(keys)
            self.refresh()

    @property
    def shown(self) -> tuple[Key, ...]:
        """What can be pressed."""
        return self._keys

    def render(self) -> Content:
        """Draw them; the chosen one is highlighted while this has the focus."""
        drawn = []
        for place, key in enumerate(self._keys):
            button = Content.assemble(
                ("[ ", "$line"), (key.shown, "bold $primary"), f" {key.label}", (" ]", "$line")
            )
            lit = self.has_focus and place == self._at
            drawn.append(button.without_spans.stylize(CURSOR) if lit else button)
        return Content(" " * self._indent) + Content(" " * self._gap).join(drawn)

    @property
    def _indent(self) -> int:
        return 4 if self.size.width >= 80 else 1

    @property
    def _gap(self) -> int:
        return 3 if self._width(3) <= self.size.width - self._indent else 1

    def _width(self, gap: int) -> int:
        return sum(len(key.shown) + len(key.label) + 5 + gap for key in self._keys) - gap

    def on_focus(self) -> None:
        """Draw the highlight."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the highlight away."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Choose and press; past either end Tab goes on to the next thing."""
        step = {"right": 1, "tab": 1, "left": -1, "shift+tab": -1}.get(event.key, 0)
        if event.key in ("enter", "space"):
            if self._keys:
                self._press(self._keys[self._at])
        elif step and (0 <= self._at + step < len(self._keys)):
            self._at += step
            self.refresh()
        elif event.key not in ("left", "right"):
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Press the button that was clicked."""
        start = self._indent
        for key in self._keys:
            end = start + len(key.shown) + len(key.label) + 5
            if start <= event.x < end:
                event.stop()
                self._press(key)
            start = end + self._gap

    def _press(self, key: Key) -> None:
        """Have the screen do what the key does; the key itself might come back to this line."""
        if isinstance(self.screen, QuizScreen):
            self.app.call_later(self.screen.press, key.press)
