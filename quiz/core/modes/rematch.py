"""rematch: what was missed, and what is about to be forgotten."""

from __future__ import annotations

from dataclasses import replace

from quiz.core.deal import Hand, Pool, Want, wanted
from quiz.core.mode import Mode
from quiz.core.state import Dealt
from quiz.errors import Undealable


class Rematch(Mode):
    """The questions that are due; a calm round, since what matters is to remember."""

    id = "rematch"
    title = "Rematch"
    summary = (
        "Up to ten questions that you missed or are about to forget, the most urgent first. No "
        "clock, no streak, no ranks. Beat a question three times, on different days, and it "
        "retires to your trophy shelf. Leaving half-way loses nothing."
    )
    place = 80
    length = 10
    clock = False
    streaks = False
    scored = False

    def want(self, wanted: Want) -> Want:
        """What is due is due, whatever its level."""
        return replace(super().want(wanted), level="all")

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """Deal the most urgent first, those apart that give each other away."""
        due = set(pool.due)
        there = {item.key: item for item in pool.questions if item.key in due}
        if not there:
            raise Undealable("Nothing to win back", "Play a pack and the misses gather here.")
        rows = wanted(replace(pool, questions=list(there.values())), self.want(want))
        fitting = {item.key for row in rows.values() for item in row}
        urgent = [there[key] for key in dict.fromkeys(pool.due) if key in fitting]
        hand = Hand({1: urgent})
        return tuple(hand.take({1: self.length}))
