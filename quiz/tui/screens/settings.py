"""Settings: how the player likes it; each change counts and is saved at once."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean, clean
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.themes import PALETTES
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Rows
from quiz.tui.widgets.rule import Rule

_LABEL = 18
_SWITCHES: dict[str, tuple[str, str, str, str]] = {
    "clock": ("Clock", "on", "off", "It melts half of a bonus, and never ends a question."),
    "plot": (
        "Plot",
        "keep the ending secret",
        "ask everything",
        "Questions that tell how a story ends are left out, or asked.",
    ),
    "mature": ("Mature themes", "asked", "left out", "Questions on themes that are not for all."),
    "motion": ("Motion", "on", "off", "Off if the system says so, too."),
    "shipped": ("Shipped packs", "shown", "hidden", "Packs of your own are always shown."),
}
_OFF_FIRST: dict[str, tuple[str, str, str, str]] = {
    "confirm": (
        "Answers",
        "one key answers",
        "key, then Enter",
        "A key, then Enter, is for unsteady hands.",
    ),
    "advance": (
        "Next question",
        "on a key",
        "by itself after 5 s",
        "By itself, the explanation stays for five seconds.",
    ),
    "bell": ("Bell", "off", "on", "The terminal's bell, at right and wrong."),
}
_ORDER = ("theme", "clock", "reading", "plot", "mature", "confirm", "advance", "motion", "bell",
          "signs", "shipped")  # fmt: skip
_TOLD = {
    "theme": "The game's own four, then those that come with Textual.",
    "reading": "The free time before a bonus starts to melt; the board stays the same.",
    "signs": "ASCII where stars and arrows are not drawn well.",
}


class SettingsScreen(QuizScreen[None]):
    """One row per choice; left and right change it."""

    heading = "Settings"
    notes = ("Each change counts at once and is saved with the player.",)
    AUTO_FOCUS = "#fields"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
        Binding("left", "change(-1)", "Change", id="less", key_display="←→",
                tooltip="Change the highlighted row"),
        Binding("right,space,enter", "change(1)", "Change", id="more", show=False,
                tooltip="Change the highlighted row, the other way"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to where you were"),
    ]  # fmt: skip

    fields = query_one("#fields", Rows)

    def compose(self) -> ComposeResult:
        """Lay out the rows, and what the highlighted one means."""
        with Vertical(classes="stage"):
            yield Static(id="head", classes="head")
            yield Rule()
            yield Rows(id="fields")
            yield Rule()
            yield Static(id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the settings as they are."""
        self._draw()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.columns
        name = oneline(self.game.seat.player.name, "$dim") + Content("  ")
        title = Content.styled("   SETTINGS", "bold $primary")
        self.query_one("#head", Static).update(apart(title, name, width))
        signs = self.game.signs
        self.fields.put(
            field.row(width, signs, _LABEL if width >= 80 else 15) for field in self._fields()
        )
        self._tell(self.fields.chosen)

    def _fields(self) -> list[Field]:
        """Every row of the settings, in their order."""
        return [self._field(name) for name in _ORDER]

    def _field(self, name: str) -> Field:
        settings = self.game.settings
        value = getattr(settings, name)
        if name in _SWITCHES or name in _OFF_FIRST:
            label, first, second, _ = _SWITCHES.get(name) or _OFF_FIRST[name]
            order = ("yes", "no") if name in _SWITCHES else ("no", "yes")
            values = tuple(zip(order, (Clean(first), Clean(second)), strict=True))
            return Field(name, label, values, "yes" if value else "no")
        if name == "theme":
            return Field(name, "Theme", self._themes(), value, spin=True)
        if name == "signs":
            words = (("", "by itself"), ("unicode", "Unicode"), ("ascii", "ASCII"))
        else:
            words = (("1", "as it is"), ("2", "twice"), ("3", "three times"))
        label = {"signs": "Signs", "reading": "Reading time"}[name]
        return Field(name, label, tuple((v, Clean(w)) for v, w in words), str(value))

    def _themes(self) -> tuple[tuple[str, Clean], ...]:
        """The themes with their names: by the terminal, our own, Textual's."""
        own = {palette.name: palette.title for palette in PALETTES}
        others = sorted(name for name in self.game.themes() if name not in own)
        listed = [("", "by the terminal"), *own.items(), *((n, n) for n in others)]
        return tuple((name, clean(word)) for name, word in listed)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        """Say what the highlighted row means."""
        self._tell(event.row)

    def _tell(self, row: str) -> None:
        switch = _SWITCHES.get(row) or _OFF_FIRST.get(row)
        told = switch[3] if switch else _TOLD.get(row, "")
        self.query_one("#told", Static).update(Content.styled("   " + told, "$dim"))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Enter changes the row; a click takes the value that was clicked."""
        if event.spot:
            self._set(event.row, self._field(event.row).picked(event.spot))
        elif not event.clicked:
            self.action_change(1)

    def action_row(self) -> None:
        """Come back to the rows."""
        self.fields.focus()

    def action_change(self, step: int) -> None:
        """Change the highlighted row; two values change places either way."""
        field = self._field(self.fields.chosen)
        value = field.step(step)
        if value == field.value and len(field.values) == 2:
            value = field.step(-step)
        self._set(field.id, value)

    def _set(self, name: str, value: str) -> None:
        """Take a new value into force."""
        kept = getattr(self.game.settings, name)
        if isinstance(kept, bool):
            self.game.keep(**{name: value == "yes"})
        elif isinstance(kept, int):
            self.game.keep(**{name: int(value)})
        else:
            self.game.keep(**{name: value})
        self._draw()
