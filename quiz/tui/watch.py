"""Watch: the seconds that a question has been in sight; it can be stopped and goes on."""

from __future__ import annotations

import time
from collections.abc import Callable

DEAD = 0.3
"""Seconds in which a verdict, and the results, take no Enter: a key meant for what was before."""


class Watch:
    """A stopwatch on a monotonic clock, so that a change of the wall clock costs nobody points."""

    def __init__(self, ticks: Callable[[], float] | None = None) -> None:
        self.ticks = ticks or time.monotonic
        self._before = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        """What it shows."""
        return self._before + (self.ticks() - self._since if self._since is not None else 0.0)

    @property
    def running(self) -> bool:
        """Whether it runs."""
        return self._since is not None

    def clear(self) -> None:
        """Back to zero, stopped."""
        self._before, self._since = 0.0, None

    def go(self) -> None:
        """Run on from what it shows."""
        if self._since is None:
            self._since = self.ticks()

    def stop(self) -> None:
        """Stand still."""
        self._before, self._since = self.seconds, None
