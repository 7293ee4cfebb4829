"""Teaching: what each rule of drawing is worth to the author, and which of them are silent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import line
from quiz.draw.rank import OFF, PRIORS, Learned, learned, prior
from quiz.errors import Unsaved
from quiz.store.desk.review import Review
from quiz.store.desk.taught import Taught
from quiz.tui.plain import apart, oneline, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import cut
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

_DONE = ("accepted", "edited", "rejected")
_NAME = 26
"""Cells of a rule's name."""


class TeachingScreen(QuizScreen[None]):
    """A row for each rule; Enter mutes it, or lets it ask again."""

    heading = "Rules of drawing"
    notes = (
        "A rule's worth is how many of 100 drafts you are likely to take. It begins with what",
        "people took before you, and moves with each card that you accept, edit or reject.",
        "Rules that are worth more come first in the next draw; a muted rule draws nothing.",
    )
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,z,space", "switch", "Mute or not", id="switch", key_display="enter",
                tooltip="Mute the rule, or let it ask again"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another rule"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,r", "app.pop_screen", "Back", id="back", key_display="q"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)

    def __init__(self, taught: Taught, review: Review | None = None) -> None:
        """Take what was taught, and the review on which a change is a step."""
        super().__init__()
        self._taught = taught
        self._review = review
        self._names = self._ordered(learned(taught.table()))

    def compose(self) -> ComposeResult:
        """The title above the list."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write it for the width there is."""
        title = Content.styled("   RULES OF DRAWING", "bold $primary")
        end = Content.styled("worth of 100, and what you did  ", "$dim")
        self.query_one("#head", Static).update(apart(title, end, self.columns))
        self.rows.put(self._listed())

    def _ordered(self, known: Learned) -> tuple[str, ...]:
        """The muted ones first, then those that are worth most."""
        names = {*PRIORS, *self._taught.table()["rule"]}
        if self._review is not None:
            names |= {each.card.rule for each in self._review.cards}
        return tuple(
            sorted(names, key=lambda n: (n not in known.muted, n in OFF, -known.worth(n), n))
        )

    def _listed(self) -> Iterator[Row]:
        """Each rule with its worth before and now, and what was done with its drafts."""
        known, signs = learned(self._taught.table()), self.game.signs
        for name in self._names:
            first, now = round(100 * prior(name)), round(100 * known.worth(name))
            worth = f"{now:>3}" if now == first else f"{now:>3}  was {first}"
            counts = [(getattr(known, did).get(name, 0), did) for did in _DONE]
            done = f" {signs.dot} ".join(f"{many} {did}" for many, did in counts if many)
            silent = known.silent(name)
            ink = "$dim" if silent else ""
            shown = oneline(cut(line(name), _NAME - 2), ink)
            gap = Content(" " * (_NAME - shown.cell_length))
            start = Content("   ") + shown + gap + Content(worth)
            mark = ("muted" if name in known.muted else "off") if silent else ""
            end = Content.assemble(
                (done, "$dim"), ("  " if done else ""), (mark, "bold $close"), "  "
            )
            yield Row(name, (apart(start, end, self.columns),))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Mute the rule, or let it ask again; those that are off by themselves are switched on."""
        event.stop()
        rule, known = event.row, learned(self._taught.table())
        try:
            if rule in OFF and rule not in known.muted:
                self._taught.want(rule, on=rule not in known.wanted)
            elif self._review is not None:
                self._review.silence(rule, on=rule not in known.muted)
            else:
                self._taught.mute(rule, on=rule not in known.muted)
        except Unsaved as wrong:
            toast_error(self.app, wrong)
        self.rows.put(self._listed())

    def action_switch(self) -> None:
        """Change the highlighted rule."""
        self.rows.action_choose()

    def action_row(self) -> None:
        """Come back to the list."""
        self.rows.focus()
