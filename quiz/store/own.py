"""Own: the packs that an author made in the game, read as other work needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.core.pack import Pack

MOST = 12
"""Packs that are read, the newest first."""
LARGEST = 256 * 1024
"""Bytes of the largest one that is."""


def newest(folder: Path) -> Iterator[Pack]:
    """Read the newest packs of a folder; what is large or cannot be played is left out."""
    from quiz.store.packs import load

    found: list[tuple[int, Path]] = []
    with suppress(OSError):
        for path in folder.glob("[!.]*.toml"):
            with suppress(OSError):
                state = path.stat()
                if state.st_size <= LARGEST:
                    found.append((state.st_mtime_ns, path))
    for _, path in sorted(found, reverse=True)[:MOST]:
        with suppress(QuizError):
            yield load(path)
