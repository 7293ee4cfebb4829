"""Home: the best next thing first, then the packs; painted from heads and a checkpoint only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.store.editing.draft import waiting
from quiz.tui.plain import show
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets import bill
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.marquee import HIGH, Marquee, is_large
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import rule

if TYPE_CHECKING:
    from quiz.store.glance import Glance
    from quiz.store.library import Header

AIRY = 34
"""Lines of a window in which packs have their descriptions below them."""
_BESIDES = 7
"""Lines that are neither marquee nor rows: greeting, rules, heads, status, a blank, footer."""


class HomeScreen(QuizScreen[None]):
    """What can be played now, and everything else one key away."""

    heading = "Home"
    notes = (
        (
            "The first line is always the best next thing. Below it are the packs: how much of "
            "each you have seen, your best ten-question Classic score, and your best stars."
        ),
        "Every answer is saved as you give it. Leaving never loses anything.",
    )
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "Open", id="open", key_display="enter", tooltip="Open this line"
        ),
        Binding("c", "go('continue')", "Continue", id="continue", show=False,
                tooltip="Go on with the round that is not finished"),
        Binding("d", "go('daily')", "Daily", id="daily", show=False,
                tooltip="Five questions, the same for everybody today"),
        Binding("r", "go('rematch')", "Rematch", id="rematch", show=False,
                tooltip="What you missed, and what you are about to forget"),
        Binding("b", "go('boards')", "Boards", id="boards", tooltip="The high scores"),
        Binding("m", "go('make')", "Make a pack", id="make",
                tooltip="From notes, a file, by hand, or by copying a pack"),
        Binding("s", "go('settings')", "Settings", id="settings", tooltip="How you like it"),
        Binding("w", "go('who')", "Who plays", id="who", show=False, tooltip="Change the player"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.leave", "Quit", id="quit", key_display="q",
                tooltip="Leave, saved"),
    ]  # fmt: skip

    next_things = query_one("#next", Rows)
    packs = query_one("#packs", Rows)

    _drawn: Size | None = None
    """The size of the window that it was drawn for."""
    _left = False
    """Whether another screen was opened above."""

    def compose(self) -> ComposeResult:
        """Lay out the marquee, the next things, the packs, and what is saved.

        Everything is there from the start: each later change would be painted once more.
        """
        marquee, first, packs = Marquee(), Rows(id="next"), Rows(id="packs")
        heads, status = Static(id="heads"), Static(id="status")
        first.below, packs.above = packs, first
        self._fill(marquee, first, heads, packs, status)
        with Vertical(classes="stage"):
            yield from (marquee, first, heads, packs, status)
        yield KeyLine()

    def on_mount(self) -> None:
        """Start on the first line; the rest is loaded when this is painted."""
        (self.next_things if self.next_things.chosen else self.packs).enter(1)
        self.call_after_refresh(self.game.painted)

    def on_screen_suspend(self) -> None:
        """Remember that another screen was open."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Show what has changed meanwhile, with the best next thing marked again."""
        if self._left:  # drawn or not while another screen lay above: that was too early
            self._left = False
            self.fill()
            self.next_things.cursor = 0 if self.next_things.chosen else -1

    def on_resize(self, event: Resize) -> None:
        """Draw for the new width, and share out the new height."""
        if event.size != self._drawn:
            self.fill()

    def fill(self) -> None:
        """Draw every line for the player and the packs as they are now."""
        if not self.children:
            return  # still to be composed, which draws it, too
        heads, status = self.query_one("#heads", Static), self.query_one("#status", Static)
        self._fill(self.query_one(Marquee), self.next_things, heads, self.packs, status)

    def _fill(
        self, marquee: Marquee, first: Rows, heads: Static, packs: Rows, status: Static
    ) -> None:
        app, width, height = self.game, self.columns, self.app.size.height
        self._drawn = app.size
        now, glance, signs = app.clock(), app.seat.glance(), app.signs
        headers = app.headers()
        titles = {header.id: header.title for header in headers}
        marquee.greet(bill.greeting(now, app.seat.player.name), bill.day(now))
        lines = [
            *bill.unfinished(glance, titles, width),
            *bill.daily(glance, now, signs, width),
            *bill.rematch(glance, width),
            *bill.unsaved(waiting(app.places.own), headers, width),
        ]
        last = app.settings
        if not glance.unfinished and last.packs and now.date() in glance.dailies:
            names = bill.pack_names(last.packs, titles)
            lines.insert(0, bill.again(last.mode.capitalize(), names, last.length, width))
        first.put(lines)
        heads.update(rule(width, signs) + Content("\n") + bill.heads(width))
        room = height - (HIGH if is_large(width, height) else 1) - _BESIDES - len(lines)
        airy = height >= AIRY and 3 * len(headers) + 2 <= room
        rows = [self._row(header, glance, airy) for header in headers]
        packs.put([*rows, bill.mixed("mixed", width), bill.make(width)])
        packs.styles.max_height = max(2, room)
        trouble = app.trouble or next(iter(glance.problems), Clean(""))
        told = show(trouble, "$close") if trouble else bill.status(headers, width)
        told = Content("   ") + told if trouble else told
        status.update(rule(width, signs) + Content("\n") + told)

    def _row(self, header: Header, glance: Glance, airy: bool) -> Row:
        """A pack's row; one whose questions turned out to be broken says so."""
        if header.file in self.game.broken:
            header = replace(header, problem=Clean("its questions cannot be used"))
        known = glance.packs.get(header.id)
        return bill.pack(header, known, self.game.signs, self.columns, airy=airy)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Open what was chosen."""
        self.game.go(event.row)

    def action_open(self) -> None:
        """Choose the highlighted line, wherever the focus is."""
        rows = self.focused if isinstance(self.focused, Rows) else self.packs
        rows.action_choose()

    def action_go(self, where: str) -> None:
        """Go to one of the places that have a key."""
        self.game.go(where)
