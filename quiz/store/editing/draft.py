"""Drafts: what an author has not saved yet, kept beside the pack in a file of its own.

A draft says in its first line which state of the file it was made from.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.errors import Unreadable, Unsaved
from quiz.store.segments.disk import reason
from quiz.store.toml import read_text, replace

_END = ".draft"
_FIRST = re.compile(r"# A draft, not saved yet; made from sha256 ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was not saved, and the hash of the file that it was made from."""

    opened: str
    text: str


def of(path: Path) -> Path:
    """Say where the draft of a pack lies: hidden, so that no library lists it."""
    return path.with_name(f".{path.name}{_END}")


def waiting(folder: Path) -> list[Path]:
    """List the packs of a folder that have a draft, the last one that was written into first."""
    found: list[tuple[float, Path]] = []
    for file in folder.glob(f".*.toml{_END}"):
        path = file.with_name(file.name[1 : -len(_END)])
        with suppress(OSError):
            found += [(-file.stat().st_mtime, path)] if path.is_file() else []
    return [path for _, path in sorted(found)]


def find(path: Path) -> Draft | None:
    """Read the draft of a pack, if there is one that can be read."""
    try:
        text = read_text(of(path))
    except Unreadable:
        return None
    first = _FIRST.match(text)
    return Draft(first[1], text[first.end() :]) if first else None


def keep(path: Path, opened: str, text: str) -> None:
    """Write the draft of a pack in one step; raises Unsaved."""
    first = f"# A draft, not saved yet; made from sha256 {opened}\n"
    try:
        replace(of(path), (first + text).encode())
    except OSError as wrong:
        raise Unsaved(f"No draft of {path.name} can be kept", reason(wrong)) from wrong


def drop(path: Path) -> None:
    """Take the draft of a pack away."""
    with suppress(OSError):  # one that stays says what the file says, or is replaced by the next
        of(path).unlink(missing_ok=True)
