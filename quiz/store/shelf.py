"""The headers of large packs, remembered between starts; the file can be deleted at any time."""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int]
"""Size and modification time of a file, in bytes and nanoseconds."""

_SMALL = 100_000
_FIELDS = 6


class Shelf:
    """A cache of header fields by file, size and modification time.

    Small files are read again each time, which is faster than asking; the cache itself is read
    only when there is a large one.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, list[str]] | None = None
        self._used: dict[str, list[str]] = {}

    def find(self, file: Path, stamp: Stamp | None) -> tuple[str, ...] | None:
        """Give the remembered fields of a file in this state."""
        if not _worth_keeping(stamp):
            return None
        if self._known is None:
            self._known = self._read()
        row = self._known.get(str(file))
        if row is None or row[:2] != [str(part) for part in stamp or ()]:
            return None
        self._used[str(file)] = row
        return tuple(row[2:])

    def note(self, file: Path, stamp: Stamp | None, fields: tuple[str, ...]) -> None:
        """Remember the fields of a file, if that is worth it and they fit on a line."""
        texts = [str(file), *fields]
        if _worth_keeping(stamp) and not any(set(text) & set("\t\n\r") for text in texts):
            self._used[str(file)] = [*(str(part) for part in stamp or ()), *fields]

    def keep(self) -> None:
        """Write what was used, if it is news; a cache that cannot be written is done without."""
        if self._known is None or self._used == self._known:
            return
        from quiz.store.toml import replace

        rows = ("\t".join((file, *row)) for file, row in self._used.items())
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace(self._file, "\n".join(rows).encode("utf-8"))
        except (OSError, ValueError):
            pass
        self._known = dict(self._used)

    def _read(self) -> dict[str, list[str]]:
        """Read the cache; whatever is wrong with it, it is only a cache."""
        try:
            rows = self._file.read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return {}
        split = [row.split("\t") for row in rows]
        return {
            row[0]: row[1:]
            for row in split
            if len(row) == 1 + len(("size", "mtime")) + _FIELDS and row[7].isdecimal()
        }


def _worth_keeping(stamp: Stamp | None) -> bool:
    """Tell whether a file is so large that its header is worth a line in the cache."""
    return stamp is not None and stamp[0] > _SMALL
