"""Help: what can be done on a screen, drawn from its own bindings, so that they cannot drift."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule

EVERYWHERE = (
    ("enter", "The main thing of the screen: the first key below"),
    ("tab", "The next thing on the screen; shift+tab the one before"),
    ("?", "This help; F1 in a text field"),
    ("q, esc", "One step back; in a round the pause; on Home it leaves"),
    ("ctrl+q", "Leave from anywhere, saved"),
    ("ctrl+c", "Copy, if text is selected; else leave, saved"),
    ("ctrl+p", "Every command by its name"),
    ("ctrl+z", "Suspend, where the shell can; coming back lands on the pause"),
)


class HelpScreen(QuizScreen[None]):
    """The help of the screen below it."""

    heading = "Help"
    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,escape,question_mark,f1", "back", "Back", id="back", key_display="enter",
                tooltip="Back to the screen"),
        Binding("up", "scroll('up')", "Up", show=False),
        Binding("down", "scroll('down')", "Down", show=False),
    ]  # fmt: skip

    def __init__(self, of: QuizScreen[Any]) -> None:
        """Help for the screen `of`, as it is now."""
        super().__init__()
        self._title = of.heading.upper()
        self._notes = of.notes
        self._keys = tuple(_told(of))

    def compose(self) -> ComposeResult:
        """Lay out the notes, the keys of the screen, and those that work everywhere."""
        with Vertical(classes="stage"):
            yield Static(Content.styled("   HELP", "bold $primary"), classes="head")
            yield Rule()
            with VerticalScroll(id="text"):
                for note in self._notes:
                    yield Static(Content(note), classes="note")
                if self._keys:
                    yield Rule(self._title)
                    yield Static(_table(self._keys))
                yield Rule("EVERYWHERE", classes="second")
                yield Static(_table(EVERYWHERE))
        yield KeyLine()

    def action_back(self) -> None:
        """Go back to the screen."""
        self.app.pop_screen()


def _told(screen: QuizScreen[Any]) -> list[tuple[str, str]]:
    """Every binding of a screen that has a name, as (keys, what it does)."""
    found: dict[str, tuple[list[str], str]] = {}
    outside = (screen, screen.app)
    active = screen.active_bindings.values()
    inside = (a.binding for a in active if a.binding.id and a.node not in outside)
    signs = screen.game.signs
    for binding in (*inside, *screen.commands()):
        keys, _ = found.setdefault(binding.id or "", ([], _words(binding)))
        shown = binding.key_display or screen.app.get_key_display(binding)
        shown = {"↑↓": signs.up_down, "←→": signs.arrows}.get(shown, shown)
        if shown not in keys and len(keys) < 2:
            keys.append(shown)
    return [(", ".join(keys), words) for keys, words in found.values()]


def _words(binding: Binding) -> str:
    """What a binding does: its name, and the tooltip where it says more."""
    name, more = binding.description, binding.tooltip
    return f"{name}. {more}" if more and more != name else name


def _table(rows: tuple[tuple[str, str], ...]) -> Content:
    """Keys and what they do, one below the other."""
    lines = [Content.assemble("   ", (f"{key:<14}", "bold $primary"), what) for key, what in rows]
    return Content("\n").join(lines)
