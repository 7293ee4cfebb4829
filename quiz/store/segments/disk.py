"""What a journal asks of a disk: append, flush, cut. Tests put a failing one in its place."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path


class Disk:
    """The real disk; every method raises OSError as the system does."""

    def create(self, path: Path) -> int:
        """Make a new file for appending and give its handle; it must not exist."""
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, 0o666)

    def open(self, path: Path) -> int:
        """Open a file that exists, for appending."""
        return os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))

    def write(self, handle: int, content: bytes) -> None:
        """Append in one write; where the system takes only a part, the rest follows."""
        done = os.write(handle, content)
        while done < len(content):
            done += os.write(handle, content[done:])

    def flush(self, handle: int) -> None:
        """Bring what was written onto the disk itself, with the size but without other dates."""
        _flush(handle)

    def holds(self, handle: int, size: int) -> bool:
        """Whether a file still has its name, and as many bytes as it should."""
        state = os.fstat(handle)
        return state.st_nlink > 0 and state.st_size == size

    def cut(self, handle: int, size: int) -> None:
        """Shorten a file."""
        os.ftruncate(handle, size)

    def close(self, handle: int) -> None:
        """Give a handle back."""
        os.close(handle)

    def remove(self, path: Path) -> None:
        """Take a file away."""
        path.unlink()

    def flush_folder(self, folder: Path) -> None:
        """Make a new name durable, where a folder can be flushed at all."""
        if not hasattr(os, "O_DIRECTORY"):
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError as wrong:
            if wrong.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
                raise
        finally:
            os.close(handle)


def reason(wrong: OSError) -> str:
    """Say in a few words why the disk refused."""
    return _REASONS.get(wrong.errno or 0) or (wrong.strerror or str(wrong)).lower()


_REASONS = {
    errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk quota used up",
    errno.EROFS: "read-only",
    errno.EACCES: "no permission to write",
    errno.EPERM: "no permission to write",
    errno.EIO: "the disk reports an error",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "a file stands where the folder should be",
    errno.EEXIST: "a file stands where the folder should be",
}


def _full_flush(handle: int) -> None:
    """Flush on macOS, where fsync alone leaves the data in the drive's own memory."""
    import fcntl

    try:
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)  # type: ignore[attr-defined, unused-ignore]
    except OSError:  # a network or foreign file system that does not know it
        os.fsync(handle)


def _best_flush() -> Callable[[int], None]:
    """Choose the platform's nearest to fdatasync."""
    if hasattr(os, "fdatasync"):
        return os.fdatasync
    try:
        import fcntl
    except ImportError:
        return os.fsync
    return _full_flush if hasattr(fcntl, "F_FULLFSYNC") else os.fsync


_flush = _best_flush()
DISK = Disk()
