"""Trying: the normal play screen over a pack that is being written; nothing is recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.round import Round
from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.tui.plain import toast, toast_error
from quiz.tui.screens.play import PlayScreen
from quiz.tui.trial import Trial, sound_part

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp

_TOLD = 3
"""Broken questions that are named; of more only the number is said."""


class TryScreen(PlayScreen):
    """One round that leaves no trace; it ends where it came from."""

    heading = "Try it"
    notes = ("Nothing of this is recorded, and no clock runs.", "Pause, then leave, goes back.")

    def __init__(self, trial: Trial, round: Round) -> None:
        """Take a trial and the round that was dealt in it."""
        super().__init__(trial.seat, round)
        self._trial = trial
        self.table.library = trial.library
        self.table.kept = False

    def finish(self, why: str = "") -> None:
        """Say how it went, and go back to the studio."""
        result = self.table.close(why)
        finish = result.finish
        told = f"{finish.right} of {finish.asked} right. Nothing was recorded."
        self.app.pop_screen()
        toast(self.app, Clean(told))

    def _unpaused(self, choice: str | None) -> None:
        """Leaving goes back to the studio."""
        if choice == "leave":
            self.app.pop_screen()
            toast(self.app, Clean("Nothing was recorded."))
        else:
            super()._unpaused(choice)

    def parting(self) -> Clean:
        """There is nothing to come back to."""
        self.table.leave()
        return Clean("")

    def on_unmount(self) -> None:
        """Forget everything."""
        super().on_unmount()
        self._trial.close()


def try_it(app: QuizApp, text: str, path: Path) -> None:
    """Play what is sound of a pack without recording anything; says what is not, and why."""
    trial: Trial | None = None
    try:
        sound = sound_part(text, path)
        trial = Trial(sound.text, sound.id, app.seat.player, app.clock, app.rng)
        round = trial.deal()
    except QuizError as wrong:
        if trial is not None:
            trial.close()
        toast(app, clean(f"It cannot be tried yet: {wrong.message or wrong.title}"), timeout=8)
        return
    app.push_screen(TryScreen(trial, round))
    if sound.left_out:
        more = len(sound.left_out) - _TOLD
        told = [*sound.left_out[:_TOLD], *([f"So are {more} more."] if more > 0 else [])]
        toast(app, clean("\n".join(told)), severity="warning", timeout=8)


def try_file(app: QuizApp, path: Path) -> None:
    """Play a pack's file without recording anything; says why, if it cannot be read or played."""
    from quiz.store.toml import read_text

    try:
        text = read_text(path)
    except QuizError as wrong:
        toast_error(app, wrong)
    else:
        try_it(app, text, path)
