"""Paths as people give them to a field: typed, quoted, pasted, or dropped on the window."""

from __future__ import annotations

import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LONGEST = 32_768
"""Characters of the longest path that any system takes; what is longer is a text."""


def parts(text: str) -> list[str]:
    """Split what terminals write when several files are dropped."""
    if "\n" in text:
        return [part for part in text.splitlines() if part.strip()]
    try:
        return shlex.split(text)
    except ValueError:  # a quote mark that is not closed
        return text.split()


def where(text: str, *, folders: bool = False) -> Path | None:
    """Understand a path, escaped or written as an address; None if no file (or folder) is there."""
    told = text.strip()
    if len(told) > 1 and told[0] == told[-1] and told[0] in "'\"":
        told = told[1:-1]
    if told.startswith("file://"):
        told = unquote(urlsplit(told).path)
    if not told or len(told) > _LONGEST:
        return None
    for path in (told, told.replace("\\ ", " ").replace("\\", "")):
        try:
            found = Path(path).expanduser()
            if path and (found.is_file() or (folders and found.is_dir())):
                return found
        except (OSError, ValueError, RuntimeError):
            continue
    return None
