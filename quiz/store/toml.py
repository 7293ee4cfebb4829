"""Read TOML 1.1, find a value's line and column in it, and replace a file in one step."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path
from typing import Any

from quiz.core.problem import Place
from quiz.errors import Unreadable
from quiz.store.spans import Span, Spans

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read at all."""


_NOT_CLOSED = "a text is not closed: its second quotation mark is missing"
_PLAINER = {
    r"Illegal character '\n'": _NOT_CLOSED,
    r"Found invalid character '\n'": _NOT_CLOSED,
}
"""What the parser says of a slip that everybody makes, in words for those who do not program."""


class Malformed(Unreadable):
    """A file that is not TOML: `reason` in words, at a line and a column (both from 1)."""

    def __init__(self, path: Path, reason: str, line: int = 1, column: int = 1) -> None:
        super().__init__(
            f"{path.name} cannot be read",
            f"{path}:{line}:{column}: {reason}",
            "Open the file at this line and mend it, or put it away.",
        )
        self.reason = reason
        self.line = line
        self.column = column


def read(path: Path, largest: int = LARGEST) -> dict[str, Any]:
    """Read a TOML file; whatever is wrong with it is an `Unreadable`."""
    return parse(read_text(path, largest), path)


def read_text(path: Path, largest: int = LARGEST) -> str:
    """Read a file of at most `largest` bytes as UTF-8, a byte order mark left out."""
    try:
        # A pipe that is called x.toml would be waited for, and a device read for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{path.name} cannot be read", f"{path} is not a file")
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or str(wrong)
        raise Unreadable(f"{path.name} cannot be read", f"{path}: {reason}") from wrong
    if len(raw) > largest:
        raise Unreadable(
            f"{path.name} is too large",
            f"{path} has more than {largest // 1024**2 or 1} MB",
            "Split it into smaller files.",
        )
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as wrong:
        before = raw[: wrong.start].decode("utf-8", errors="replace")
        reason = f"byte 0x{raw[wrong.start]:02X} is not UTF-8"
        column = len(before) - before.rfind("\n")
        raise Malformed(path, reason, before.count("\n") + 1, column) from wrong


def parse(text: str, path: Path) -> dict[str, Any]:
    """Parse TOML; `path` only names the file in what is raised."""
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as wrong:
        reason = _PLAINER.get(wrong.msg, wrong.msg[:1].lower() + wrong.msg[1:])
        raise Malformed(path, reason, wrong.lineno, wrong.colno) from wrong
    except RecursionError as wrong:
        raise Malformed(path, "nested too deeply, or a key with too many parts") from wrong
    except (ValueError, OverflowError) as wrong:
        raise Malformed(path, f"a value that cannot be used: {wrong}") from wrong


def locate(text: str, where: Place, *, key: bool = False) -> Span:
    """Find where the value at `where` stands; `key` asks for the key before it instead.

    What is not there is found at the nearest thing around it: a missing field at the header of
    its table. To look up many places in one text, keep a `Spans`.
    """
    return Spans(text).find(where, key=key)


def replace(path: Path, content: bytes) -> None:
    """Write a whole file so that either the old or the new one is there, whatever happens.

    Raises OSError, and then leaves nothing behind.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _mode(target: Path) -> int:
    """Give the permissions the file has, or those that a new file of this process gets."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Make a rename durable where a folder can be flushed; elsewhere the system sees to it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass
    finally:
        os.close(handle)
