"""Locks between programs: held by one at a time, let go when it ends, even when it is killed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


class Lock:
    """A lock that is held, until `release`."""

    def __init__(self, path: Path, held: BaseFileLock | None) -> None:
        self.path = path
        self._held = held

    @property
    def real(self) -> bool:
        """Whether another program would be kept out."""
        return self._held is not None

    def release(self, *, forget: bool = False) -> None:
        """Let go; `forget` also takes the file away, where nobody will ask for this lock again."""
        if self._held is None:
            return
        if forget:
            with suppress(OSError):  # Windows keeps open files; an empty one does no harm
                self.path.unlink(missing_ok=True)
        self._held.release()
        self._held = None


def claim(path: Path, wait: float = 0.0) -> Lock | None:
    """Take a lock, waiting up to `wait` seconds; None if another program holds it.

    Where locks cannot be had (a read-only folder, a file system without them) the lock given is
    not `real`.
    """
    from filelock import FileLock, Timeout

    held = FileLock(path, timeout=wait, thread_local=False)
    try:
        held.acquire()
    except Timeout:
        return None
    except (OSError, NotImplementedError):
        return Lock(path, None)
    return Lock(path, held)
