"""Looks: how the game looks, whatever it shows: styles, themes, signs, motion, names of keys."""

from __future__ import annotations

import locale
import os
from collections.abc import Sequence
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from textual.app import App
from textual.binding import Binding
from textual.css.stylesheet import Stylesheet
from textual.notifications import Notify
from textual.widget import Widget

from quiz.core.text import Clean, clean
from quiz.tui.plain import toast
from quiz.tui.screen import HEIGHTS, WIDTHS
from quiz.tui.signs import ASCII, Signs, choose
from quiz.tui.themes import GOLDEN_NIGHT, PALETTES, RIVIERA_DAY, is_light, lent, theme

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from quiz.store.settings import Settings

STYLES = Path(__file__).with_name("quiz.tcss")
_SAME_ACT = 0.5
"""Seconds before a change of screens within which a message is about what led to it."""
_FOLD = "/* ---- setup ---- */"
"""Where the styles of the screens begin that do not come first."""


_WORDS = {"enter": "enter", "escape": "esc", "space": "space", "tab": "tab", "up": "up",
          "down": "down", "left": "left", "right": "right", "pageup": "pgup",
          "pagedown": "pgdn", "backspace": "backspace"}  # fmt: skip
"""Keys that Textual shows as signs of its own."""


def _styles() -> tuple[str, str]:
    """Read the styles: those of the first screen, and the rest, whose parsing can wait."""
    first, fold, later = STYLES.read_text("utf-8").partition(_FOLD)
    return first, fold + later


class Looks(App[int]):
    """An app in the game's clothes."""

    CSS, LATER = _styles()
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self) -> None:
        """Start in what the terminal suggests."""
        super().__init__()
        self.signs: Signs = choose("", locale.getpreferredencoding(False), language())
        self.unworn = Clean("")
        """Why the theme that was asked for is not the one in force; for the next toast."""
        self._moving = self.animation_level != "none"
        for palette in PALETTES:
            self.register_theme(theme(palette))
        self.set_reactive(App.theme, by_terminal())

    def apply(self, settings: Settings) -> None:
        """Put settings into force: theme, signs, motion."""
        theme = settings.theme if self.fits(settings.theme) else by_terminal()
        if theme != settings.theme and settings.theme:
            title = next(each.title for each in PALETTES if each.name == theme)
            told = f"The theme {settings.theme} cannot be used here; this is {title}."
            self.unworn = clean(told)
        if self.is_running:
            self.theme = theme
            self.confess()
        else:
            self.set_reactive(App.theme, theme)
        before = self.signs
        self.signs = choose(settings.signs, locale.getpreferredencoding(False), language())
        if self.is_running and self.signs is not before:
            for screen in self.screen_stack:
                for widget in screen.walk_children(Widget, with_self=True):
                    widget.refresh()  # what lies below was drawn with the other signs
        self.animation_level = "full" if settings.motion and self._moving else "none"

    def themes(self) -> list[str]:
        """The themes that can be used: not the terminal's own without colour, black on black."""
        return [n for n, t in self.available_themes.items() if not (t.ansi and self.no_color)]

    def fits(self, name: str) -> bool:
        """Whether all styles can be read in a theme: a wrong colour would end the program."""
        if name not in self.themes():
            return False
        theme = self.available_themes[name]
        if "bulb" in theme.variables:
            return True
        try:
            made = theme.to_color_system().generate()
            sheet = Stylesheet(variables={**lent(theme), **made, **theme.variables})
            sheet.add_source(self.CSS + self.LATER)
            sheet.parse()
        except Exception:  # whatever another version of Textual may find in it
            return False
        return True

    def confess(self) -> None:
        """Say that a theme could not be used, once."""
        told, self.unworn = self.unworn, Clean("")
        if told:
            toast(self, told, severity="warning")

    def on_notify(self, event: Notify) -> None:
        """Show a message once: said again, it takes the place of the one before."""
        for there in tuple(self._notifications):
            if there.message == event.notification.message:
                self._unnotify(there, refresh=False)

    def hush(self) -> None:
        """Take messages away with the screen that they were about; the newest come along."""
        for there in tuple(self._notifications):
            if time() - there.raised_at > _SAME_ACT:
                self._unnotify(there)

    def dress(self) -> None:
        """Start in the theme's colours: set the usual way, all styles would be parsed twice."""
        theme = self.current_theme
        self.set_class(True, f"-theme-{theme.name}", update=False)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def tone(self, name: str) -> str:
        """The style of a verdict or of the score: colour, and what tells it without colour."""
        if name == "wrong":
            return "underline $wrong" if self.no_color else "$wrong"
        return f"bold ${name}"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give Textual's own themes a meaning for the game's colour names."""
        mine = self.current_theme
        return {} if "bulb" in mine.variables else lent(mine)

    def add_styles(self) -> None:
        """Have the styles of all screens, from the second one on."""
        self.stylesheet.add_source(self.LATER, read_from=(str(STYLES), "later"))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Let nothing but typewriter signs through where the signs are ASCII."""
        filters = super().get_line_filters()
        if self.signs is not ASCII:
            return filters
        from quiz.tui.typewriter import Typewriter

        return [*filters, Typewriter()]

    def get_key_display(self, binding: Binding) -> str:
        """Name a key as its label does: with a word, or with itself."""
        return binding.key_display or _WORDS.get(binding.key) or super().get_key_display(binding)


def by_terminal() -> str:
    """Golden night, or Riviera day where the terminal says that it is light."""
    light = is_light(os.environ.get("COLORFGBG", ""))
    return (RIVIERA_DAY if light else GOLDEN_NIGHT).name


def language() -> str:
    """The locale's name, such as ja_JP."""
    return next((os.environ[n] for n in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(n)), "")
