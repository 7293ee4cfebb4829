"""Rows of bulbs: around the title, and around a score, where a record lights them all."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from quiz.tui.signs import Signs, signs_of

SECONDS = 0.6
"""How long it takes to light them all."""


def bulbs(width: int, signs: Signs, *, odd: bool = False, lit: float = -1.0) -> Content:
    """Draw a row of bulbs: every second one is lit, starting with the first unless `odd`.

    With `lit` from 0 to 1 that share of the row is lit entirely, from the middle outwards.
    """
    shown = []
    for column in range(0, width, 2):
        share = abs(column + 0.5 - width / 2) / (width / 2)
        on = (column // 2) % 2 == odd or share <= lit
        shown.append((signs.bulb + " ", "$bulb") if on else (signs.unlit + " ", "$line"))
    return Content.assemble(*shown)[:width]


class Bulbs(Widget):
    """One line of bulbs."""

    ALLOW_SELECT = False
    lit: reactive[float] = reactive(-1.0)
    """The share that is lit entirely, from the middle outwards; below 0 for none."""

    def __init__(self, *, odd: bool = False) -> None:
        """Start with the first bulb, or with the second."""
        super().__init__()
        self._second = odd

    def light(self, *, moving: bool) -> None:
        """Light them all; at once where nothing should move."""
        if moving:
            self.lit = 0.0
            self.animate("lit", 1.0, duration=SECONDS)
        else:
            self.lit = 1.0

    def render(self) -> Content:
        """Draw them, short of the right edge."""
        return bulbs(self.size.width - 1, signs_of(self.app), odd=self._second, lit=self.lit)
