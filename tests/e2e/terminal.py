"""A real terminal for tests: a program in a pseudo-terminal, and what a person would see of it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
QUIZ = (sys.executable, "-m", "quiz")
PATIENCE = 20.0
"""Seconds that a screen may take before a test gives up."""
KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "tab": "\t",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
    "f3": "\x1bOR",
}


class Terminal:
    """A program in a pseudo-terminal of 80 by 24, drawn by pyte.

    `argv` is started as a program; a callable instead is run in a fork of this process, which
    spares the start of Python and its imports, and gives the exit code.
    """

    def __init__(
        self,
        run: Sequence[str] | Callable[[], int],
        env: Mapping[str, str] | None = None,
        size: tuple[int, int] = (80, 24),
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.code: int | None = None
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            _become(run, {**os.environ, **surroundings(), **(env or {})}, size)

    @property
    def text(self) -> str:
        """What is on the screen, row by row."""
        return "\n".join(row.rstrip() for row in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press keys, by name or as they are."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def send(self, text: str) -> None:
        """Type text."""
        os.write(self.master, text.encode())

    def read(self, seconds: float) -> bool:
        """Draw what comes within some seconds; False at the end of the program's output."""
        if not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return True
        try:
            told = os.read(self.master, 65536)
        except OSError:
            return False
        self.raw += told
        if told:
            self._stream.feed(told)
        return bool(told)

    def wait(self, *texts: str, gone: str = "", patience: float = PATIENCE) -> str:
        """Read until all texts are on the screen (and `gone` is not); gives the screen."""
        until = time.monotonic() + patience
        while not all(text in self.text for text in texts) or (gone and gone in self.text):
            rest = until - time.monotonic()
            if rest <= 0 or not self.read(rest):
                raise AssertionError(f"no {texts} (without {gone!r}) on:\n{self.text}")
        return self.text

    def end(self, patience: float = PATIENCE) -> int:
        """Read to the end of the program; gives its exit code."""
        until = time.monotonic() + patience
        while self.read(until - time.monotonic()):
            if time.monotonic() > until:
                self.kill()
                raise AssertionError(f"it goes on:\n{self.text}")
        return self._reap()

    def kill(self) -> None:
        """Kill it without a warning; what it had written is still read."""
        os.kill(self.pid, signal.SIGKILL)
        while self.read(PATIENCE):
            pass
        self._reap()

    def close(self) -> None:
        """End it, whatever it does."""
        if self.code is None:
            self.kill()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reap(self) -> int:
        if self.code is None:
            self.code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            os.close(self.master)
        return self.code


def until(terminal: Terminal, moment: float) -> None:
    """Read on until a moment of the monotonic clock, or the end."""
    while (rest := moment - time.monotonic()) > 0 and terminal.read(rest):
        pass


def surroundings() -> dict[str, str]:
    """A common terminal, whatever the tests themselves run in."""
    return {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TEXTUAL_ANIMATIONS": "none",
    }


def _become(
    run: Sequence[str] | Callable[[], int], env: Mapping[str, str], size: tuple[int, int]
) -> None:
    """Be the program, in the child."""
    code = 70
    try:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        if not callable(run):
            os.execvpe(run[0], list(run), dict(env))
        os.environ.clear()
        os.environ.update(env)
        sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115
        sys.stdout = open(1, "w", encoding="utf-8")  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8")  # noqa: SIM115
        sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr  # type: ignore[misc]
        code = run()
        sys.stdout.flush()
    finally:
        os._exit(code)
