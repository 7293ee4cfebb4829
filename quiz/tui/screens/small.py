"""Small: the notice in a window that the game does not fit into; the clock stands meanwhile."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from quiz.tui.screen import SMALLEST, QuizScreen


class SmallScreen(QuizScreen[None]):
    """Covers everything until the window is large enough again."""

    heading = "A small window"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "app.leave", "Quit", id="quit", tooltip="Leave, saved"),
    ]

    def __init__(self) -> None:
        """Be known by name, so that the others need not import this."""
        super().__init__()
        self.id = "small"

    def compose(self) -> ComposeResult:
        """Lay out the one sentence."""
        yield Static(id="notice")

    def on_mount(self) -> None:
        """Say how large the window is."""
        self._tell()

    def on_resize(self, _: Resize) -> None:
        """Go away as soon as the window is large enough."""
        self._tell()

    def _tell(self) -> None:
        width, height = self.app.size
        wide, high = SMALLEST
        told = f"Palmarès needs {wide} by {high}. This window is {width} by {height}."
        self.query_one("#notice", Static).update(Content(told))
