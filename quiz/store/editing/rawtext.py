"""RawText: a file that may not be TOML yet, as a text to be mended by hand."""

from __future__ import annotations

from pathlib import Path

from quiz.core.text import Clean, clean
from quiz.errors import Unreadable, Unsaved
from quiz.store.segments.disk import reason
from quiz.store.toml import LARGEST, replace

_BOM = "\ufeff"


class RawText:
    """What a file says; `note` tells what is not as it was there, "" if all is."""

    def __init__(self, path: Path) -> None:
        """Read a file in whatever state it is; raises Unreadable."""
        self.path = path
        self._raw = _read(path)
        try:
            text, self.note = self._raw.decode("utf-8"), ""
        except UnicodeDecodeError:
            text = self._raw.decode("cp1252", errors="replace")
            self.note = "It was no UTF-8, so it was read as Windows-1252. Saved, it is UTF-8."
        self._bom = _BOM if text.startswith(_BOM) else ""
        self._ends = "\r\n" if "\r\n" in text else "\n"
        told = text.removeprefix(_BOM).replace("\r\n", "\n")
        self.text: Clean = clean(told)
        if self.text != told and not self.note:
            self.note = "Signs that cannot be shown were left out."

    def write(self, text: str) -> None:
        """Write the file in one step, with the line ends it had; raises Unsaved.

        Nothing is written over what somebody else wrote meanwhile.
        """
        try:
            if self.path.exists() and _read(self.path) != self._raw:
                raise Unsaved(
                    f"{self.path.name} was not saved",
                    "It was changed elsewhere meanwhile.",
                    "Copy what you need, go back, and open it again.",
                )
            raw = (self._bom + text.replace("\n", self._ends)).encode()
            replace(self.path, raw)
        except OSError as wrong:
            raise Unsaved(f"{self.path.name} was not saved", reason(wrong)) from wrong
        self._raw = raw


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{path.name} is too large", f"{path} cannot be shown here")
        return path.read_bytes()
    except OSError as wrong:
        raise Unreadable(f"{path.name} cannot be read", f"{path}: {reason(wrong)}") from wrong
