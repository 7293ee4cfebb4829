"""Opened: a file as it was when it was opened, so that nobody else's changes are saved over."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from quiz.errors import QuizError, Unsaved
from quiz.store.segments.disk import reason
from quiz.store.toml import parse, read_text, replace

_BOM = b"\xef\xbb\xbf"


class Changed(QuizError):
    """The file on disk is not the one that was opened; both texts are here."""

    def __init__(self, path: Path, theirs: str, mine: str) -> None:
        super().__init__(
            f"{path.name} was changed elsewhere",
            "since it was opened here, so that it was not saved over",
            "Look at both before you choose.",
        )
        self.theirs = theirs
        self.mine = mine


class Opened:
    """A file of TOML; `mark` is a hash of what it held, `text` what that says."""

    def __init__(self, path: Path) -> None:
        """Read the file; raises Unreadable."""
        self.path = path
        raw, self.text = _read(path)
        self._bom = raw.startswith(_BOM)
        self.mark = _mark(raw)
        parse(self.text, path)

    def write(self, text: str, mark: str, *, over: bool) -> None:
        """Write the file in one step; raises Changed if it is not as it was, and Unsaved.

        `mark` is that of the file which the text was made from. `over` writes it all the same:
        for an author who has seen both.
        """
        raw, theirs = _read(self.path) if self.path.exists() else (b"", "")
        content = (_BOM if self._bom else b"") + text.encode()
        if _mark(raw) not in (mark, _mark(content)) and not over:
            raise Changed(self.path, theirs, text)
        try:
            replace(self.path, content)
        except OSError as wrong:
            raise Unsaved(f"{self.path.name} was not saved", reason(wrong)) from wrong
        self.mark = _mark(content)


def _read(path: Path) -> tuple[bytes, str]:
    """Read a file as bytes and as text; raises Unreadable."""
    text = read_text(path)
    with path.open("rb") as file:
        bom = file.read(len(_BOM)) == _BOM
    return (_BOM if bom else b"") + text.encode(), text


def _mark(raw: bytes) -> str:
    return sha256(raw).hexdigest()
