"""Playing by keys: what somebody would press who reads the footer."""

from __future__ import annotations

import re
import time

from tests.e2e.terminal import PATIENCE, Terminal, until

DEAD = 0.35
"""Seconds for which Enter is dead when a verdict appears, and a little more."""
FORMS = (
    ("Tick", ("a", "enter")),
    ("Place", ("a", "b", "c", "d", "e", "f", "enter")),
    ("Partner", ("a", "b", "c", "d", "e", "f", "enter")),
    ("f3", ("f3",)),
    ("-[A-F2-9] Answer", ("1",)),
)
"""What in the footer tells the form, and the keys that answer it somehow."""


def footer(terminal: Terminal) -> str:
    """The last row."""
    return terminal.text.splitlines()[-1]


def judged(terminal: Terminal) -> bool:
    """Whether a verdict stands: Enter leads on."""
    return any(f"enter {word}" in footer(terminal) for word in ("Next", "Results"))


def keys_for(terminal: Terminal) -> tuple[str, ...]:
    """The keys that answer the open question somehow; none where no question is open."""
    told = footer(terminal)
    if judged(terminal):
        return ()
    return next((keys for words, keys in FORMS if re.search(words, told)), ())


def answer(terminal: Terminal) -> None:
    """Answer the question that is open, and wait for the verdict; at the end do nothing."""
    limit = time.monotonic() + PATIENCE
    while not (keys := keys_for(terminal)):
        if "THE END" in terminal.text:
            return
        step(terminal, limit)
    terminal.press(*keys)
    while not judged(terminal):
        step(terminal, limit)


def go_on(terminal: Terminal) -> None:
    """Leave the verdict; Enter does nothing for its first 0.3 s."""
    limit = time.monotonic() + PATIENCE
    while judged(terminal):
        if time.monotonic() > limit:
            raise AssertionError(f"stuck at:\n{terminal.text}")
        until(terminal, time.monotonic() + DEAD)
        terminal.press("enter")
        again = time.monotonic() + 10 * DEAD
        while judged(terminal) and time.monotonic() < again:
            terminal.read(DEAD)


def step(terminal: Terminal, limit: float) -> None:
    """Read what comes; fail when the time is up."""
    if time.monotonic() > limit or not terminal.read(1.0):
        raise AssertionError(f"stuck at:\n{terminal.text}")


def play_round(terminal: Terminal) -> int:
    """Play to the results; gives the points that stood in the head at the end."""
    points = 0
    while "THE END" not in terminal.text:
        answer(terminal)
        found = re.search(r"([\d,]+) points", terminal.text.splitlines()[0])
        points = int(found[1].replace(",", "")) if found else points
        go_on(terminal)
    return points
