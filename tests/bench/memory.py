"""Resident memory at home, against a bare Textual app."""

from __future__ import annotations

from tests.bench.screen import HELLO, QUIZ, Painted, fresh_saves, row
from tests.bench.startup import GREETING, HOME, played_before

RUNS = 5
SETTLED = 1.5
"""Seconds after the first paint at which memory is read: all that is loaded late is there."""


def rows() -> list[tuple[str, ...]]:
    """Resident set size of the process, in turns."""
    env = played_before(fresh_saves())
    ours: list[float] = []
    other: list[float] = []
    for _ in range(RUNS):
        for argv, needles, into in ((QUIZ, HOME, ours), (HELLO, GREETING, other)):
            painted = Painted(argv, needles, env)
            painted.settle(SETTLED)
            into.append(painted.memory() / 1024)
            painted.stop()
    return [row(f"at home, {RUNS} runs", ours, other, "<= 1.5", "MB")]
