"""Killed at any moment, the game on the screen goes on where it was."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from quiz.cli import main
from tests.e2e.kept import Kept
from tests.e2e.keys import answer, go_on, judged, keys_for, step
from tests.e2e.terminal import PATIENCE, Terminal, until

HEAD = re.compile(r"question (\d+) of (\d+) +(-?[\d,]+) points")
WORDS = ("play", "on-set", "--questions", "20", "--player", "Tester")


def head(terminal: Terminal) -> tuple[int, int]:
    """The question's number and the points in the first row; zeros where there are none."""
    found = HEAD.search(terminal.text.splitlines()[0])
    return (int(found[1]), int(found[3].replace(",", ""))) if found else (0, 0)


def opened(terminal: Terminal) -> tuple[int, int, list[str]]:
    """Wait for an open question: its number, the points before it, prompt and options.

    At the end of the round the number is 0.
    """
    limit = time.monotonic() + PATIENCE
    while not (head(terminal)[0] and keys_for(terminal)) and "THE END" not in terminal.text:
        step(terminal, limit)
    return (*head(terminal), terminal.text.splitlines()[4:13])


def live(terminal: Terminal, rng: Random) -> None:
    """Answer some questions, and perhaps begin to answer one more, until the moment of death."""
    for _ in range(rng.randrange(0, 3)):
        if not head(terminal)[0]:
            return
        answer(terminal)
        go_on(terminal)
        opened(terminal)
    if rng.random() < 0.8 and head(terminal)[0]:
        terminal.press(*keys_for(terminal))
    until(terminal, time.monotonic() + rng.uniform(0.0, 0.1))


def kill_again_and_again(run: Callable[[], int], saves: Path, rng: Random, kills: int) -> None:
    """Kill a game, look at what it left behind, and go on with it."""
    known: dict[tuple[str, int], list[str]] = {}
    for _ in range(kills):
        before = Kept.of(saves)
        with Terminal(run) as terminal:
            number, points, rows = opened(terminal)
            live(terminal, rng)
            terminal.close()
            last, shown = head(terminal)[0], judged(terminal)
        after = Kept.of(saves)
        new = after.since(before)
        assert len(after.attempts) >= last - (not shown), "a verdict was shown and not kept"
        if number:
            assert number == len(after.attempts) - len(new) + 1, "it goes on at another question"
            assert points == after.points(number - 1)
            assert known.setdefault((after.round, number), rows) == rows, "options moved"


@pytest.fixture(autouse=True)
def _imported() -> None:
    """Import what the game imports, once for all forks."""
    import quiz.cli.play
    import quiz.store.packs
    import quiz.store.seat
    import quiz.tui.screens.play  # noqa: F401


def forked(saves: Path) -> Callable[[], int]:
    """The command, run in a fork of this process."""
    return lambda: main(["--saves", str(saves), *WORDS])


def test_killed_on_the_screen(tmp_path: Path) -> None:
    kill_again_and_again(forked(tmp_path / "saves"), tmp_path / "saves", Random(3), 8)


@pytest.mark.faults
def test_killed_on_the_screen_100_times(tmp_path: Path) -> None:
    kill_again_and_again(forked(tmp_path / "saves"), tmp_path / "saves", Random(), 100)
