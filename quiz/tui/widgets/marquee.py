"""The marquee: the game's name in lights, or spaced letters where there is no room for it."""

from __future__ import annotations

from textual.content import Content, Span
from textual.events import Click
from textual.widget import Widget

from quiz.tui.plain import apart
from quiz.tui.signs import Signs, signs_of

LARGE = (
    "             ▄▄▄▄    ▄▄▄   ▄      ▄   ▄   ▄▄▄   ▄▄▄▄   ▄█▄▄▄   ▄▄▄▄",
    "             █   █  █   █  █      █▀▄▀█  █   █  █   █  █      █",
    "             █▀▀▀   █▀▀▀█  █      █ ▀ █  █▀▀▀█  █▀█▀   █▀▀▀    ▀▀▀▄",
    "             █      █   █  █▄▄▄▄  █   █  █   █  █  ▀▄  █▄▄▄▄  ▄▄▄▄▀",
)
SPACED = "P A L M A R È S"
HIGH = 6
"""Lines of the large title with its bulbs."""
_WHO = "w Who plays"


def bulbs(width: int, signs: Signs, *, odd: bool = False, lit: float = -1.0) -> Content:
    """Draw a row of bulbs: every second one is lit, starting with the first unless `odd`.

    With `lit` from 0 to 1 that share of the row is lit entirely, from the middle outwards.
    """
    lamps = []
    for column in range(0, width, 2):
        away = abs(column + 0.5 - width / 2) / (width / 2)
        lamps.append((column // 2) % 2 == odd or away <= lit)
    text = "".join(f"{signs.bulb if on else signs.unlit} " for on in lamps)
    spans = [Span(2 * i, 2 * i + 1, "$bulb") for i, on in enumerate(lamps) if on]
    return Content(text[:width], [Span(0, width, "$line"), *spans])


def is_large(width: int, height: int) -> bool:
    """Whether a window has room for the large title."""
    return width >= 80 and height >= 24


def marquee(width: int, signs: Signs, *, large: bool) -> list[Content]:
    """Draw the bulbs around the name, or the name alone."""
    spaced = Content.styled(SPACED, "bold $primary").center(width)
    if not large:
        return [spaced]
    name = [Content(""), spaced, Content(""), Content("")]
    if signs.large:
        name = [Content.styled(line, "$primary") for line in LARGE]
    return [bulbs(width, signs), *name, bulbs(width, signs, odd=True)]


class Marquee(Widget):
    """The title, and below it who plays and which day it is, where that is known."""

    ALLOW_SELECT = False

    def __init__(self, hello: Content | None = None, today: Content | None = None) -> None:
        """Take the greeting and the day; a click on *Who plays* beside them goes there."""
        super().__init__()
        self._hello = hello
        self._today = today

    def greet(self, hello: Content, today: Content) -> None:
        """Greet somebody else, or at another hour."""
        self._hello, self._today = hello, today
        self.refresh()

    def render(self) -> Content:
        """Draw the title and the greeting."""
        width, signs = self.size.width, signs_of(self.app)
        lines = marquee(width, signs, large=is_large(width, self.app.size.height))
        if self._hello and self._today:
            who = Content.assemble(("w", "bold $primary"), (_WHO[1:], "$dim"), "  ")
            lines.append(apart(self._hello, self._today + Content("   ") + who, width))
        return Content("\n").join(lines)

    async def on_click(self, event: Click) -> None:
        """Change the player."""
        line = HIGH if is_large(self.size.width, self.app.size.height) else 1
        start = self.size.width - 2 - len(_WHO)
        if self._hello and event.y == line and start <= event.x < start + len(_WHO):
            await self.screen.run_action("go('who')")
