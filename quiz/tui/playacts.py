"""What a player can do on the play screen besides answering."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType

from quiz.core.form import NO_IDEA, Given
from quiz.core.text import Clean, clean
from quiz.errors import OutOfTurn
from quiz.tui import playbindings, playkeys
from quiz.tui.forms.base import Form, Manner
from quiz.tui.plain import toast
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.table import Table
from quiz.tui.widgets.stage import Stage


class PlayActs(QuizScreen[None]):
    """The acts that leave the question where it is; play.py has those that move the round on."""

    BINDINGS: ClassVar[list[BindingType]] = playbindings.BINDINGS
    table: Table
    stage: Stage
    held: Given | None
    """What was given, while the player says how sure they are."""

    @abstractmethod
    async def judge(self, given: Given) -> None:
        """Judge an answer and show the verdict."""

    @abstractmethod
    async def show(self) -> None:
        """Show the open question."""

    @abstractmethod
    async def further(self) -> None:
        """Show the next question, or the results."""

    @abstractmethod
    def finish(self, why: str = "") -> None:
        """End the round and show the results."""

    @property
    def now(self) -> str:
        """Where things stand: asking, wagering or answered."""
        return "wagering" if self.held is not None else self.table.round.phase

    def manner(self) -> Manner:
        """How this player likes forms to behave and look."""
        game, settings = self.game, self.table.seat.player.settings
        return Manner(confirm=settings.confirm, bare=game.no_color, signs=game.signs)

    def keys(self) -> Sequence[Key]:
        """The footer of the present moment."""
        table, form, verdict = self.table, self.stage.form, self.table.state.verdict
        if form is None:
            return ()
        if self.held is not None:
            return playkeys.sure(table)
        if table.round.phase == "asking":
            return playkeys.asking(table, form)
        return playkeys.judged(table, form, right=verdict is not None and verdict.mark == "right")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Answer keys count while a question is open, the others while a verdict stands."""
        del parameters
        return playbindings.possible(action, self.now) if hasattr(self, "table") else True

    def commands(self) -> Iterator[Binding]:
        """With those that only this mode has, for help and palette."""
        yield from super().commands()
        if self.now == "asking":
            for key, move in self.stage.offered:
                once = "Once in this round"
                yield Binding(key.press, f"use('{move}')", key.label, id=move, tooltip=once)

    def parting(self) -> Clean:
        """Put the round away; the shell says where it goes on."""
        return self.table.leave()

    # ---- while a question is open

    @on(Form.Noted)
    def _noted(self, message: Form.Noted) -> None:
        message.stop()
        self.stage.note(message.text)

    @on(Form.Emptied)
    def _emptied(self, message: Form.Emptied) -> None:
        message.stop()
        if not self.stage.next_clue():
            self.stage.note("Nothing typed yet. F3 if you have no idea.")
        self.refresh_bindings()

    @on(Form.Typed)
    async def _typed(self, message: Form.Typed) -> None:
        message.stop()
        self.stage.note("")
        if self.now == "asking" and self.stage.probe(message.text):
            await self.judge(Given(self.table.state.found))

    async def on_key(self, event: events.Key) -> None:
        """The keys of lifelines, which the mode names."""
        offered = self.stage.offered
        move = next((offer.move for offer in offered if offer.key.press == event.key), None)
        if move is not None and self.now == "asking":
            event.stop()
            event.prevent_default()
            await self.action_use(move)

    async def action_use(self, move: str) -> None:
        """Use a lifeline, or the skip."""
        before = self.table.state.index
        self.stage.use(move)
        if self.table.round.phase != "asking":
            await self.further()
        elif self.table.state.index != before:
            await self.show()

    def action_hint(self) -> None:
        """Open a hint, at half the points."""
        try:
            self.table.hint()
        except OutOfTurn:
            self.stage.note("There is no further hint here.")
        else:
            if self.stage.form is not None and self.stage.form.typed:
                self.stage.press(playkeys.buttons(self.table))
            self.stage.fill()
            self.refresh_bindings()

    async def action_no_idea(self) -> None:
        """Say so; where entries were found, they count."""
        found = self.table.state.found
        await self.judge(Given(found) if found else NO_IDEA)

    async def action_sure(self, degree: int) -> None:
        """Say how sure, and have the answer judged."""
        degrees = self.table.mode.certainties
        if self.held is not None and degree <= len(degrees):
            given, self.held = self.held, None
            self.table.move("certainty", Clean(degrees[degree - 1].id))
            await self.judge(given)

    # ---- while a verdict stands

    def action_overrule(self) -> None:
        """Say that the verdict is not fair: I was right, or I was wrong."""
        verdict = self.table.state.verdict
        form = self.stage.form
        if verdict is None or verdict.passed or form is None or not form.typed:
            return
        try:
            self.table.rule(verdict.mark != "right")
        except OutOfTurn as wrong:
            toast(self.app, clean(wrong.message or wrong.title))
        else:
            self.stage.reveal("as you say; this round is marked self-ruled")
            self.refresh_bindings()

    def action_source(self) -> None:
        """Show where the answer is written."""
        from quiz.tui.screens.source import SourceScreen

        self.app.push_screen(SourceScreen(self.table, self.table.dealt))

    def action_flag(self) -> None:
        """Note for the author that something is wrong with the question."""
        if not self.table.kept:
            toast(self.app, Clean("Nothing is kept here, no flag either: mend it in the studio."))
            return
        self.table.move("flag")
        self.stage.tell()
        toast(self.app, Clean("Flagged. `quiz check --flags` lists it for the author."))

    async def action_bank(self) -> None:
        """Take what is banked and stop, where the mode has that."""
        if "bank" in self.table.mode.moves:
            try:
                self.table.move("bank")
            except OutOfTurn as wrong:
                toast(self.app, clean(wrong.message or wrong.title))
            else:
                await self.further()

    # ---- at any time

    def action_scroll(self, step: int) -> None:
        """Show what did not fit: of the explanation, the prompt, or the answer."""
        stage, form = self.stage, self.stage.form
        for zone in (stage.lower, stage.prompt):
            if zone.more:
                zone.scroll_by(step)
                return
        if form is not None:
            form.scroll_by(step)

    def action_pause(self) -> None:
        """Hide the question and stop the clock."""
        from quiz.tui.screens.pause import PauseScreen

        if self.now != "answered":
            self.table.move("pause")
        self.app.push_screen(PauseScreen(self.table), self._unpaused)

    def _unpaused(self, choice: str | None) -> None:
        if choice == "end":
            self.finish("ended")
        elif choice == "leave":
            self.table.leave()
            self.game.go_home()
        elif self.now != "answered":
            self.table.move("resume")

    def on_resize(self, _: events.Resize) -> None:
        """Lay the zones out for the new window."""
        if self.stage.form is not None:
            self.stage.redraw()
