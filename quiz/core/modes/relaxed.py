"""relaxed: no clock, no streak, nothing to lose."""

from __future__ import annotations

from quiz.core.mode import Mode


class Relaxed(Mode):
    """Classic without anything that hurries: what is known counts, and nothing else."""

    id = "relaxed"
    title = "Relaxed"
    summary = (
        "No clock, no streak, nothing to lose. A right answer is worth 100 to 300 by its level, "
        "however long it takes. Every explanation stays open until you go on, and opens again "
        "from the list at the end."
    )
    place = 20
    clock = False
    streaks = False
