"""A stopwatch for the time that an answer takes."""

from __future__ import annotations

from collections.abc import Callable


class Stopwatch:
    """Seconds since a question was shown, without the pauses."""

    def __init__(self, ticks: Callable[[], float]) -> None:
        self._ticks = ticks
        self._since: float | None = None
        self._before = 0.0

    def start(self) -> None:
        """Begin at nought."""
        self._since, self._before = self._ticks(), 0.0

    def stop(self) -> bool:
        """Stand still; whether it ran before."""
        ran = self._since is not None
        self._before, self._since = self.seconds, None
        return ran

    def go_on(self) -> None:
        """Run again."""
        self._since = self._ticks()

    @property
    def seconds(self) -> float:
        """What it shows."""
        running = 0.0 if self._since is None else self._ticks() - self._since
        return self._before + running
