"""Programs in a real pseudo-terminal of 80 by 24, timed to what they paint."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
HELLO = (sys.executable, str(Path(__file__).with_name("hello.py")))
QUIZ = (str(Path(sys.executable).with_name("quiz")),)
LIMIT = 30.0
"""Seconds after which a program that has not painted is given up."""


class Painted:
    """A program that has painted all of `needles`; `took` is the seconds since its start."""

    def __init__(self, argv: Sequence[str], needles: Sequence[bytes], env: Mapping[str, str]):
        began = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execve(argv[0], list(argv), dict(env))
        size = struct.pack("HHHH", 24, 80, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
        seen = b""
        while any(needle not in seen for needle in needles):
            if time.perf_counter() - began > LIMIT:
                self.stop()
                raise TimeoutError(f"{argv[0]} never painted {needles}: {seen[-2000:]!r}")
            if select.select([self._master], [], [], 0.05)[0]:
                seen += os.read(self._master, 65536)
        self.took = time.perf_counter() - began

    def settle(self, seconds: float) -> None:
        """Let it go on for a while, reading what it writes."""
        until = time.perf_counter() + seconds
        while (rest := until - time.perf_counter()) > 0:
            if select.select([self._master], [], [], rest)[0]:
                os.read(self._master, 65536)

    def memory(self) -> int:
        """Resident memory in KiB."""
        told = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self.pid)], capture_output=True, text=True, check=True
        )
        return int(told.stdout)

    def stop(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)


def surroundings(saves: Path) -> dict[str, str]:
    """The environment of every program that is measured: saves of its own, a common terminal."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith("QUIZ_")}
    return keep | {"QUIZ_SAVES": str(saves), "TERM": "xterm-256color", "COLORTERM": "truecolor"}


def fresh_saves() -> Path:
    """A save folder that nobody has played in."""
    return Path(tempfile.mkdtemp(prefix="palmares-bench-")) / "saves"


def row(
    what: str, ours: Sequence[float], other: Sequence[float], wanted: str, unit: str = "ms"
) -> tuple[str, ...]:
    """One row: medians of both, and their ratio."""
    mine, theirs = median(ours), median(other)
    return what, f"{mine:,.1f} {unit}", f"{theirs:,.1f} {unit}", f"{mine / theirs:.2f}", wanted
