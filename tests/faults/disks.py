"""A disk that fails when it is told to, and remembers what a power cut would leave."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from quiz.store.segments.disk import Disk


class FailingDisk(Disk):
    """A disk on which the operations numbered in `failing` raise an error.

    Every create, open, write, flush and folder flush counts, from 0. `partial` bytes of a write
    that fails arrive all the same. `flushed` maps files to the bytes that a power cut leaves.
    """

    def __init__(
        self, failing: set[int] | None = None, number: int = errno.ENOSPC, partial: int = 0
    ) -> None:
        self.failing = failing or set()
        self.number = number
        self.partial = partial
        self.count = 0
        self.log: list[str] = []
        self.flushed: dict[Path, bytes] = {}
        self._paths: dict[int, Path] = {}

    def _step(self, what: str) -> None:
        """Count an operation, and fail if it is one of those."""
        self.log.append(what)
        self.count += 1
        if self.count - 1 in self.failing:
            raise OSError(self.number, os.strerror(self.number))

    def create(self, path: Path) -> int:
        self._step("create")
        handle = super().create(path)
        self._paths[handle] = path
        return handle

    def open(self, path: Path) -> int:
        self._step("open")
        handle = super().open(path)
        self._paths[handle] = path
        return handle

    def write(self, handle: int, content: bytes) -> None:
        try:
            self._step("write")
        except OSError:
            super().write(handle, content[: self.partial])
            raise
        super().write(handle, content)

    def flush(self, handle: int) -> None:
        self._step("flush")
        super().flush(handle)
        if handle in self._paths:
            self.flushed[self._paths[handle]] = self._paths[handle].read_bytes()

    def flush_folder(self, folder: Path) -> None:
        self._step("folder")
        super().flush_folder(folder)
