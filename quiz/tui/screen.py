"""QuizScreen: what every screen of the game has in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.screen import Screen
from textual.widget import Widget

from quiz.core.text import Clean

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp

R = TypeVar("R")
WIDTHS = [(0, "-narrow"), (80, "-normal"), (100, "-wide")]
HEIGHTS = [(0, "-low"), (24, "-full"), (30, "-airy")]
"""The classes that a screen has from a width or a height on."""
SMALLEST = (60, 18)
"""The smallest window that the game fits into, in cells."""


class Key(NamedTuple):
    """One key of the footer: what stands there, what it does in a word, and what is pressed."""

    shown: str
    label: str
    press: str


class Aside:
    """What widgets have that take the focus only until something was done with them."""


class QuizScreen(Screen[R]):
    """A screen with a name, help, and something to say when the program is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1",
            "help",
            "Help",
            id="help",
            key_display="?",
            tooltip="What can be done here, and with which keys",
        ),
    ]
    heading: ClassVar[str] = ""
    """What help and palette call this screen."""
    notes: ClassVar[tuple[str, ...]] = ()
    """What help says of it besides the keys."""
    MORE: ClassVar[str] = ""
    """The key that shows what does not fit, where it is told beside it."""
    AUTO_FOCUS = "Rows, Input"
    """What has the focus by itself: never a line of buttons, which would take the arrows."""

    def __init__(self) -> None:
        """Know the size of the window from the start: a class set later restyles every widget."""
        super().__init__()
        self._lender: Widget | None = None
        if self.app.screen_stack:
            self.game.add_styles()
        width, height = self.app.size
        for size, points in ((width, WIDTHS), (height, HEIGHTS)):
            name = next(name for at, name in reversed(points) if size >= at)
            self.add_class(name, update=False)

    @property
    def game(self) -> QuizApp:
        """The app, as what it is."""
        from quiz.tui.app import QuizApp

        app = self.app
        assert isinstance(app, QuizApp)  # noqa: S101 - no other app opens these screens
        return app

    @property
    def columns(self) -> int:
        """Cells across that a screen may use: 80 at most, centred where there are more."""
        return min(80, self.app.size.width)

    def on_resize(self, event: Resize) -> None:
        """Cover the game in a window that is too small for it, and uncover it again."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        covered = self.app.screen.id == "small"
        if small and not covered:
            from quiz.tui.screens.small import SmallScreen

            self.app.push_screen(SmallScreen())
        elif covered and not small:
            self.app.pop_screen()

    def on_screen_suspend(self) -> None:
        """What was said here is over with the screen."""
        self.game.hush()

    def keys(self) -> Sequence[Key]:
        """The keys of the footer, six at most: the bindings that are shown and can be used now."""
        found: dict[str, Key] = {}
        for binding in self.commands():
            if binding.show and binding.id not in found:
                shown = binding.key_display or self.app.get_key_display(binding)
                found[binding.id or ""] = Key(shown, binding.description, binding.key)
        return list(found.values())

    def commands(self) -> Iterator[Binding]:
        """Every command of this screen that can be used now, one binding for each key.

        Taken from the screen itself: what has the focus may hide a key that means the same.
        """
        for binding in Binding.make_bindings(self.BINDINGS):
            _, name, parameters = parse(binding.action)
            if binding.id and self.check_action(name, parameters):
                yield binding

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Remember what had the focus before something aside takes it."""
        if isinstance(widget, Aside) and not isinstance(self.focused, Aside):
            self._lender = self.focused
        super().set_focus(widget, scroll_visible, from_app_focus)

    async def press(self, key: str) -> None:
        """Do what a key does here, whatever has the focus; what lies aside gives it back."""
        for binding in self.commands():
            if binding.key == key:
                if isinstance(self.focused, Aside):
                    lender, self._lender = self._lender, None
                    known = lender is not None and lender.is_attached and lender.focusable
                    self.set_focus(lender if known else None)
                await self.run_action(binding.action)
                return

    def parting(self) -> Clean:
        """Put away what is open before the program is left; the line that the shell shows."""
        return Clean("")

    def action_help(self) -> None:
        """Show what can be done here."""
        self.game.show_help(self)
