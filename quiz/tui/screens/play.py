"""Play: a form posts what was given; it is judged, recorded, and then the verdict is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from quiz.core.form import Given
from quiz.core.records import Attempt
from quiz.core.round import Round
from quiz.errors import OutOfTurn
from quiz.tui.forms.base import Form
from quiz.tui.playacts import PlayActs
from quiz.tui.table import Table
from quiz.tui.watch import DEAD
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.stage import Stage

if TYPE_CHECKING:
    from quiz.store.seat import Seat

ADVANCE = 5.0
"""Seconds after which the next question comes by itself, where the player wants that."""
TICK = 0.25
"""Seconds between two looks at the clock."""


class PlayScreen(PlayActs):
    """One round from its first question to its last."""

    heading = "Play"
    notes = (
        "A letter answers at once; arrows and Enter do too, and so does the mouse.",
        "The bar shows what is left to win: full while you read. It never ends a question.",
    )
    AUTO_FOCUS = ""

    def __init__(self, seat: Seat, round: Round) -> None:
        """Take a round that was opened or resumed at a seat."""
        super().__init__()
        self.table = Table(seat, round, self.game.library, self.game.clock)
        self.stage = Stage(self.table, self.manner())
        self.held = None
        self._dead = 0.0
        self._painted = False
        self._advance: Timer | None = None

    def compose(self) -> ComposeResult:
        """Head, stage and footer."""
        yield self.stage.head
        yield self.stage
        yield KeyLine()

    async def on_mount(self) -> None:
        """Open the first question, or the one that was interrupted."""
        self.set_interval(TICK, self._tick)
        self.app.app_resume_signal.subscribe(self, self._back_in_front)
        await self.further()

    def on_unmount(self) -> None:
        """However the screen goes, the round is put away."""
        self.table.leave()

    # ---- from the answer to the next question

    @on(Form.Given)
    async def _given(self, message: Form.Given) -> None:
        message.stop()
        if self.now == "asking":
            await self.judge(message.given)

    async def judge(self, given: Given) -> None:
        """Judge and record an answer, then show what came of it; or ask first how sure it is."""
        table = self.table
        if table.mode.wagers and not given.passed and not table.state.certainty:
            self.held = given
            table.watch.stop()
            self.stage.wager()
            self.refresh_bindings()
            return
        try:
            record = table.answer(given)
        except OutOfTurn as wrong:
            self.stage.note(wrong.message or wrong.title)
            return
        if isinstance(record, Attempt):
            await self._verdict()
        elif record.what == "time":
            self.finish()
        else:
            self.stage.once_more(record.what)
            self._go()
        self.refresh_bindings()

    async def _verdict(self) -> None:
        table, settings = self.table, self.table.seat.player.settings
        if settings.bell and not table.last.right:
            self.app.bell()
        if table.mode.brisk:
            self.stage.flash()
            await self.further()
            return
        self._dead = table.watch.ticks() + DEAD
        self.set_focus(None)
        self.stage.reveal()
        if settings.advance:
            self._advance = self.set_timer(ADVANCE, self.further)

    async def action_next(self) -> None:
        """Go on, once the verdict has been in sight for a moment."""
        if self.table.watch.ticks() >= self._dead:
            await self.further()

    async def further(self) -> None:
        """Show the next question, or the results."""
        if self._advance is not None:
            self._advance.stop()
            self._advance = None
        if self.table.round.over:
            self.finish()
        else:
            self.table.ask()
            await self.show()

    async def show(self) -> None:
        """Show the open question; the watch starts with its first paint."""
        self.held, self._painted = None, False
        self.stage.ask()
        self.refresh_bindings()
        self.call_after_refresh(self._seen)

    def finish(self, why: str = "") -> None:
        """End the round and show the results."""
        from quiz.tui.screens.results import ResultsScreen

        result = self.table.close(why)
        self.app.switch_screen(ResultsScreen(self.table, result))

    # ---- the clock

    def _seen(self) -> None:
        self._painted = True
        self._go()

    def _go(self) -> None:
        """Let the watch run, if a question is in sight that time can still change."""
        table = self.table
        if self._painted and self.is_current and self.now == "asking" and not table.state.tries:
            table.watch.go()

    def _tick(self) -> None:
        table = self.table
        if table.watch.running:
            self.stage.countdown.tick()
            if table.state.timed and table.round.left(table.watch.seconds) <= 0:
                table.time_up()
                self.finish()

    def _back_in_front(self, _: object) -> None:
        """The program was suspended and is back: land on the pause."""
        if self.is_current:
            self.action_pause()

    def on_screen_suspend(self) -> None:
        """Whatever lies above the question stops the clock."""
        self.table.watch.stop()
        if self._advance is not None:
            self._advance.pause()

    def on_screen_resume(self) -> None:
        """Back in sight: the clock goes on, and the manner may have changed."""
        self.stage.manner = self.manner()
        if self._advance is not None:
            self._advance.reset()
            self._advance.resume()
        if self._painted:
            self.stage.redraw()
            self._go()
