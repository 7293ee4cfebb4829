"""`quiz --help` against a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence

from tests.bench.screen import QUIZ, row

RUNS = 21


def rows() -> list[tuple[str, ...]]:
    """Wall time from start to end, in turns."""
    ours: list[float] = []
    other: list[float] = []
    for _ in range(RUNS + 1):
        ours.append(_timed((*QUIZ, "--help")))
        other.append(_timed((sys.executable, "-c", "pass")))
    return [row(f"quiz --help / python -c pass, {RUNS} runs", ours[1:], other[1:], "<= 4.5")]


def _timed(argv: Sequence[str]) -> float:
    """Milliseconds that a program takes."""
    began = time.perf_counter()
    subprocess.run(argv, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000
