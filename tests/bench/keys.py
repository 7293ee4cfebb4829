"""A key press to the changed frame, in a pseudo-terminal, against a bare app's own key."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median, quantiles

from tests.bench.screen import Painted, fresh_saves, surroundings

QUESTIONS = 80
KEYS = 240
WARM = 5
"""Presses that are not counted: the first of anything is compiled and imported."""
NO_IDEA, NEXT = b"\x1bOR", b"\r"
LIMIT = 10.0


class Pressed(Painted):
    """A program in a terminal that can be pressed keys."""

    def press(self, key: bytes, needle: bytes) -> float:
        """Press a key; the seconds until the frame that shows `needle` is written."""
        began = time.perf_counter()
        os.write(self._master, key)
        seen = b""
        while needle not in seen:
            if time.perf_counter() - began > LIMIT:
                raise TimeoutError(f"never painted {needle!r}: {seen[-2000:]!r}")
            if select.select([self._master], [], [], 0.5)[0]:
                seen += os.read(self._master, 65536)
        return time.perf_counter() - began


def rows(questions: int = QUESTIONS, keys: int = KEYS) -> list[tuple[str, ...]]:
    """The next question and the verdict, and a key of the bare app, in turns of one run."""
    env = surroundings(fresh_saves()) | {"TEXTUAL_ANIMATIONS": "none"}
    env["PYTHONPATH"] = str(Path(__file__).parents[2])
    bare = Pressed((sys.executable, "-m", "tests.bench.keys", "bare"), [b"pressed 0"], env)
    ours = Pressed((sys.executable, "-m", "tests.bench.keys", "ours"), [b"question 1 of"], env)
    try:
        bare.settle(1.0)
        ours.settle(2.0)
        other, nexts, verdicts = list(_bare(bare, keys)), [], []
        for number in range(2, questions + 2):
            verdicts.append(ours.press(NO_IDEA, b"IDEA"))
            ours.settle(0.05)
            nexts.append(ours.press(NEXT, f"question {number} of".encode()))
            ours.settle(0.05)
    finally:
        bare.stop()
        ours.stop()
    half: Callable[[Sequence[float]], float] = median
    return [
        _row("next question, p50", half(nexts[WARM:]), half(other), "3.00"),
        _row("next question, p99", _p99(nexts[WARM:]), _p99(other), "5.00"),
        _row("verdict, saved, p50", half(verdicts[WARM:]), half(other), ""),
        _row("verdict, saved, p99", _p99(verdicts[WARM:]), _p99(other), ""),
    ]


def _bare(app: Pressed, keys: int) -> Iterator[float]:
    for number in range(1, keys + 1):
        took = app.press(b"x", f"pressed {number} ".encode())
        app.settle(0.01)
        if number > WARM:
            yield took


def _p99(took: Sequence[float]) -> float:
    return quantiles(took, n=100, method="inclusive")[98]


def _row(what: str, ours: float, other: float, wanted: str) -> tuple[str, ...]:
    return (
        what,
        f"{1000 * ours:.1f} ms",
        f"{1000 * other:.1f} ms",
        f"{ours / other:.2f}",
        wanted,
    )


def _run_bare() -> None:
    """A bare app whose one line changes with each key."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Counting(App[None]):
        pressed = 0

        def compose(self) -> ComposeResult:
            yield Static("pressed 0 ")

        def on_key(self) -> None:
            self.pressed += 1
            self.query_one(Static).update(f"pressed {self.pressed} ")

    Counting().run()


def _run_ours() -> None:
    """The game, in a round of all questions of all packs, without the dead time."""
    from datetime import datetime
    from random import Random

    from quiz.core.deal import Want
    from quiz.core.rules import Rules
    from quiz.store.library import Library
    from quiz.store.places import find_places
    from quiz.store.players import Players
    from quiz.tui.app import QuizApp, Start
    from quiz.tui.screens import play

    def now() -> datetime:
        return datetime.now().astimezone()

    vars(play)["DEAD"] = 0.0
    places = find_places()
    library, players = Library(places), Players(places, now)
    players.remember(players.create("Bench"))
    packs = tuple(header.id for header in library.headers())
    start = Start("classic", packs, Want(length=0, plot=False), Rules(), seed=7)
    QuizApp(library, players, now, Random(7), places=places, start=start).run()


if __name__ == "__main__":
    {"bare": _run_bare, "ours": _run_ours}[sys.argv[1]]()
