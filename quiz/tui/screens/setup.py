"""Setup: what to play and how, what it is worth, and whom to beat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.deal import Want
from quiz.core.modes import modes
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.errors import QuizError
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets import prospect
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.link import Link
from quiz.tui.widgets.rows import Rows
from quiz.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from quiz.store.seat import Preview

SUMMARY = 5
"""Lines for the rules of a mode."""
LABEL = 13
"""Cells for the name of a row."""


class SetupScreen(QuizScreen[None]):
    """Every row has a value; Enter starts from any row."""

    heading = "Set up a round"
    notes = (
        (
            "Left and right change the highlighted row; Enter starts from any row. Space on the "
            "first row adds a pack to a mix, or takes it out again."
        ),
        (
            "A question is worth 50 points and 50 more for each level. Each hint halves it; "
            "without options it is worth half as much again."
        ),
        (
            "Rounds of 5, 10, 20 and all questions with all levels rank on their board; others are "
            "listed there, unranked."
        ),
    )
    AUTO_FOCUS = "#fields"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", "Start", id="start", key_display="enter",
                tooltip="Start the round"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
        Binding("left", "change(-1)", "Change", id="less", key_display="←→",
                tooltip="Change the highlighted row"),
        Binding("right", "change(1)", "Change", id="more", show=False,
                tooltip="Change the highlighted row, the other way"),
        Binding("space", "mix", "Mix packs", id="mix", tooltip="Add this pack to a mix"),
        Binding("question_mark,f1", "help", "Rules", id="help", key_display="?",
                tooltip="How points and boards work"),
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to Home"),
    ]  # fmt: skip

    fields = query_one("#fields", Rows)

    def __init__(self, packs: Sequence[str]) -> None:
        """Set up a round from these packs; the rest is the player's last choice."""
        super().__init__()
        self._first = tuple(packs)
        self._shown = packs[0] if packs else ""
        self._mix: tuple[str, ...] = tuple(packs) if len(packs) > 1 else ()
        self._mode = "classic"
        self._want = Want()
        self._rules = Rules()
        self._preview: Preview | None = None
        self._refused: QuizError | None = None

    def compose(self) -> ComposeResult:
        """Lay out the choices, the rules of the mode, and what the round is worth."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Rows(id="fields")
            yield Rule(id="mode")
            yield Static(id="summary")
            yield Rule("THIS ROUND")
            yield Static(id="round")
            button = Content.assemble("[  ", ("enter", "bold $primary"), "   Start the round  ]")
            yield Link(button, "start", id="button")
        yield KeyLine()

    def on_mount(self) -> None:
        """Start from the last choice."""
        from quiz.tui.doors import house_rules, wanted

        last = self.game.settings
        there = [mode.id for mode in modes().values()]
        self._mode = last.mode if last.mode in there else there[0]
        self._want, self._rules = wanted(self.game, last), house_rules(last)
        self._look()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The packs of the round."""
        return self._mix or ((self._shown,) if self._shown else ())

    def _look(self) -> None:
        """Ask what the round would be, and draw it."""
        mode = modes()[self._mode]
        self._refused = None
        try:
            self._preview = self.game.seat.preview(
                mode, self.chosen, self._want, mode.rules(self._rules)
            )
        except QuizError as wrong:
            self._preview, self._refused = None, wrong
        self._draw()

    def _draw(self) -> None:
        width, signs, app = self.columns, self.game.signs, self.game
        name = oneline(app.seat.player.name, "$dim") + Content("  ")
        title = Content.styled("   SET UP A ROUND", "bold $primary")
        self.query_one("#head", Static).update(apart(title, name, width))
        label = LABEL if width >= 80 else 10
        self.fields.put(field.row(width, signs, label) for field in self._fields())
        mode = modes()[self._mode]
        self.query_one("#mode", Rule).name_it(mode.title.upper())
        lines = wrap(Clean(mode.summary), width - 5)
        self.query_one("#summary", Static).update(
            Content("\n").join(Content("   " + line) for line in lines[:SUMMARY])
        )
        if self._preview:
            told = prospect.told(self._preview, mode, self._titles(), app.seat.player.slug, width)
        else:
            told = prospect.refused(self._refused, width)
        self.query_one("#round", Static).update(told)

    def _titles(self) -> dict[str, Clean]:
        return {header.id: header.title for header in self.game.playable()}

    def _fields(self) -> list[Field]:
        """The rows, as things stand."""
        mode, rules = modes()[self._mode], modes()[self._mode].rules(self._rules)
        want, preview, app = self._want, self._preview, self.game
        names = tuple((other.id, Clean(other.title)) for other in modes().values())
        place = [name for name, _ in names].index(mode.id) + 1
        packs = app.playable()
        return [
            prospect.pack_field(
                packs, self._shown, self._mix, mode, preview, app.signs, self.columns
            ),
            Field("mode", "Mode", names, mode.id, spin=True, note=f"{place} of {len(names)}"),
            prospect.length_field(mode, want.length, preview, clock=rules.clock),
            prospect.switch("clock", "Clock", rules.clock, "on", "off", fixed=not mode.clock),
            prospect.level_field(mode, want),
            prospect.plot_field(mode, want),
            prospect.typed_field(mode, rules, app.signs),
        ]

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Enter starts; a click changes the value that was clicked."""
        if event.spot:
            field = next(f for f in self._fields() if f.id == event.row)
            self._set(field.id, field.picked(event.spot))
        elif not event.clicked:
            self.action_start()

    def action_change(self, step: int) -> None:
        """Change the highlighted row."""
        field = next((f for f in self._fields() if f.id == self.fields.chosen), None)
        if field and not field.fixed:
            self._set(field.id, field.step(step))

    def action_row(self) -> None:
        """Come back to the rows."""
        self.fields.focus()

    def _set(self, row: str, value: str) -> None:
        """Take a new value, and see what the round would be with it."""
        if row == "pack":
            self._shown = value
        elif row == "mode":
            self._mode = value
        elif row == "length":
            self._want = replace(self._want, length=int(value))
        elif row == "level":
            self._want = replace(self._want, level=value)
        elif row == "plot":
            self._want = replace(self._want, plot=value == "yes")
        elif row == "clock":
            self._rules = replace(self._rules, clock=value == "yes")
        else:
            self._rules = replace(self._rules, typed=value == "no")
        self._look()

    def action_mix(self) -> None:
        """Add the shown pack to the mix, or take it out."""
        shown = self._shown
        if shown in self._mix:
            self._mix = tuple(id for id in self._mix if id != shown)
        else:
            self._mix = (*self._mix, shown)
        self._look()

    def action_start(self) -> None:
        """Start the round, and remember how it was set up."""
        if self._preview is None:
            self.app.bell()
            return
        want, rules = self._want, self._rules
        self.game.keep(
            mode=self._mode,
            packs=self.chosen,
            length=want.length,
            level=want.level,
            plot=want.plot,
            clock=rules.clock,
            typed=rules.typed,
        )
        mode = modes()[self._mode]
        self.game.play(self._mode, self.chosen, want, mode.rules(rules))
