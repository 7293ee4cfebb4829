"""streak: no clock, one life, one skip."""

from __future__ import annotations

from dataclasses import replace

from quiz.core.mode import Mode
from quiz.core.records import Move
from quiz.core.state import State
from quiz.errors import OutOfTurn


class Streak(Mode):
    """How far one gets without a miss."""

    id = "streak"
    title = "Streak"
    summary = (
        "How far can you go? No clock, one life: the first miss ends it. One question may be "
        "skipped. From easy to hard, up to 50 questions; each is worth 100 to 300 by its level, "
        "and each right answer in a row adds 10 %, at most 50 %."
    )
    place = 40
    length = 50
    lives = 1
    clock = False
    moves = frozenset({"hint", "skip"})

    def permit(self, state: State, what: str, text: str) -> None:
        """One question may be skipped, while it is open."""
        del text
        if state.phase != "asking":
            raise OutOfTurn("Nothing to skip", "No question is open.")
        if what in state.used:
            raise OutOfTurn("No skip left", "One skip is all that a Streak has.")

    def moved(self, state: State, move: Move) -> State:
        """A skipped question is gone, and has cost the skip."""
        return replace(state, phase="ready", used=(*state.used, move.what))

    def ending(self, why: str, state: State) -> str:
        """Why the round ended, in one sentence."""
        if why == "lives":
            return f"The first miss ends a Streak: {state.run} in a row."
        if why == "end":
            return f"There is nothing left to ask: {state.run} in a row."
        return super().ending(why, state)
