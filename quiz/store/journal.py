"""The journal of a player: every record appended, flushed, and found again after anything.

Each program that writes has segments of its own, `<device>-<nnnn>.toml`: nobody else appends to
them, so that nothing needs to be merged, and a synced folder is right as soon as the files are
there. A second program on the same device writes as another device.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from quiz.core.records import Move, Record
from quiz.core.text import Clean
from quiz.errors import Unsaved
from quiz.store.locks import Lock, claim
from quiz.store.segments.disk import DISK, Disk, reason
from quiz.store.segments.pairs import text
from quiz.store.segments.records import TABLES
from quiz.store.segments.recovery import (
    NO_MARKS,
    Recovered,
    damaged,
    keep_aside,
    matching,
    recover,
    segments,
)
from quiz.store.segments.segment import (
    LARGEST,
    Damage,
    Mark,
    Saved,
    header,
    is_newer,
    named,
    sealed,
    segment_name,
    whole,
)

_PROGRAMS = 9
"""How many programs may write for one player on one device at the same time."""


@dataclass(slots=True)
class _Entry:
    """A record on its way: written as `content`, once it has its number."""

    record: Record
    content: bytes = b""


class Journal:
    """All records of one player, in a folder that is made with the first of them.

    `pending` are the records that the disk has not taken; the next append tries them again. Where
    somebody deletes or replaces the segment meanwhile (an editor that saves what it once read, a
    program that keeps folders the same), all that was written here goes into the next one.
    """

    def __init__(
        self, folder: Path, device: str, disk: Disk = DISK, largest: int = LARGEST
    ) -> None:
        self.folder = folder
        self.device = device
        self._disk = disk
        self._largest = largest
        self._lock: Lock | None = None
        self._name = ""
        self._number = 0
        self._n = 0
        self._path = folder
        self._handle: int | None = None
        self._size = 0
        self._kept: list[_Entry] = []
        self._loose: list[_Entry] = []
        self._waiting: list[_Entry] = []

    @property
    def pending(self) -> tuple[Record, ...]:
        """The records that are not on the disk, in their order."""
        return tuple(entry.record for entry in self._waiting)

    def append(self, record: Record) -> None:
        """Write a record, and all that wait; flushed before this returns, unless it is a move.

        Raises Unsaved, with the reason as its message; the record then waits.
        """
        self._waiting.append(_Entry(record))
        self.retry()

    def retry(self) -> None:
        """Write all that wait; raises Unsaved."""
        if not self._waiting:
            return
        try:
            self._write()
        except OSError as wrong:
            raise Unsaved("Not saved", reason(wrong)) from wrong

    def heard(self, n: int) -> None:
        """Count on from `n`, a number read in any segment: what comes later sorts later."""
        self._n = max(self._n, n)

    def read(
        self, marks: Mapping[str, Mark] = NO_MARKS, only: Container[str] = TABLES
    ) -> Recovered:
        """Read the records of every device (after `marks`, of the tables `only`), and damage."""
        found = recover(self.folder, marks, only)
        self.heard(max((mark.n for mark in found.marks.values()), default=0))
        return found

    def of(self, round: str) -> list[Saved]:
        """Read the records of one round, in their order."""
        found = {(s.device, s.n): s for s in matching(self.folder, _needle(round))}
        records = [s for s in found.values() if s.record.round == round]
        records.sort(key=lambda saved: (saved.n, saved.device))
        if records:
            self.heard(records[-1].n)
        return records

    def damage_around(self, round: str) -> list[Damage]:
        """Find the damage in the segments of one round, counted before or not."""
        return list(damaged(self.folder, _needle(round)))

    def close(self) -> None:
        """Flush what is loose and let go of the segment; a later append begins again."""
        if self._handle is not None:
            with suppress(OSError):
                if self._replaced():
                    self._write()
                else:
                    self._disk.flush(self._handle)
            self._let_go()
        if self._lock:
            self._lock.release()
            self._lock = None

    def _write(self) -> None:
        """Write all that waits in one write, and flush unless it is only moves."""
        if self._lock is None:
            self._begin()
        self._replaced()
        if self._handle is not None and self._size >= self._largest:
            self._flush(self._handle, fresh=False)
            self._let_go()
        handle = self._create() if self._handle is None else self._handle
        fresh = not self._size
        content = self._content(fresh)
        try:
            self._disk.write(handle, content)
        except OSError:
            self._take_back(handle)
            raise
        self._size += len(content)
        self._loose += self._waiting
        self._waiting = []
        if fresh or not all(isinstance(entry.record, Move) for entry in self._loose):
            self._flush(handle, fresh=fresh)

    def _replaced(self) -> bool:
        """See whether the segment is still there as written; if not, its records wait again."""
        if self._handle is None or self._disk.holds(self._handle, self._size):
            return False
        self._waiting, self._loose = [*self._kept, *self._loose, *self._waiting], []
        self._let_go()
        return bool(self._waiting)

    def _flush(self, handle: int, *, fresh: bool) -> None:
        """Flush; after a failure nothing is known, and all that was loose is written anew."""
        try:
            self._disk.flush(handle)
            if fresh:
                self._disk.flush_folder(self.folder)
                self._disk.flush_folder(self.folder.parent)
        except OSError:
            self._waiting, self._loose = [*self._loose, *self._waiting], []
            self._let_go()
            raise
        self._kept += self._loose
        self._loose = []

    def _content(self, fresh: bool) -> bytes:
        """Join what is to be written; a record keeps the number it got first."""
        for entry in self._waiting:
            if not entry.content:
                self._n += 1
                entry.content = sealed(entry.record, self._n)
        parts = [entry.content for entry in self._waiting]
        return b"".join([header(self._name), *parts] if fresh else parts)

    def _take_back(self, handle: int) -> None:
        """Remove what a failed write may have left; what is loose before it waits again."""
        with suppress(OSError):
            self._disk.cut(handle, self._size)
        if not self._size:
            with suppress(OSError):
                self._disk.remove(self._path)
                self._number -= 1
        self._waiting, self._loose = [*self._loose, *self._waiting], []
        self._let_go()

    def _let_go(self) -> None:
        """Close the segment; the next append opens the next one."""
        handle, self._handle, self._kept = self._handle, None, []
        if handle is not None:
            with suppress(OSError):
                self._disk.close(handle)

    def _create(self) -> int:
        """Begin the next segment; the folder too, should it be gone."""
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            self._number += 1
            self._path = self.folder / segment_name(self._name, self._number)
            with suppress(FileExistsError):
                self._handle, self._size = self._disk.create(self._path), 0
                return self._handle

    def _begin(self) -> None:
        """Find a name to write under that no other program uses, and go on where it ended."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for program in range(1, _PROGRAMS + 1):
            name = self.device if program == 1 else f"{self.device}x{program}"
            lock = claim(self.folder / f".{name}.lock")
            if lock is None:
                continue
            if lock.real and self._go_on(name):
                self._lock = lock
                return
            lock.release()
            break
        # No lock to be had, or no look at what was written: a name that nobody ever used.
        self._name, self._number = f"{self.device}y{token_hex(4)}", 0
        self._lock = Lock(self.folder, None)

    def _go_on(self, device: str) -> bool:
        """Find the last number written under a name, and mend the last segment's end."""
        self._name, self._number = device, 0
        mine = [name for name in segments(self.folder) if name.rpartition("-")[0] == device]
        try:
            for name in reversed(mine):
                content = (self.folder / name).read_bytes()
                end, n = whole(content)
                if not self._number:
                    self._number = (named(name) or ("", 0))[1]
                    self._reopen(self.folder / name, content, end)
                self.heard(n)
                if n:
                    break
        except OSError:
            self._let_go()
            return False
        return True

    def _reopen(self, path: Path, content: bytes, end: int) -> None:
        """Open a segment for more, its torn tail cut and kept aside; or leave it as it is."""
        if end >= self._largest or is_newer(content):
            return
        handle = self._handle = self._disk.open(path)
        self._path, self._size = path, len(content)
        if content[end:].strip() or not end:
            torn = Damage("tail", path.name, Clean(""), content=content[end:])
            keep_aside(self.folder, torn)
            self._disk.cut(handle, end)
            self._size = end


def _needle(round: str) -> bytes:
    """The line that every record of a round has."""
    return f"\nround = {text(round)}".encode()


@dataclass(frozen=True, slots=True)
class Flag:
    """A question that a player flagged: its pack/question, who, when, and what was said of it."""

    key: str
    player: Clean
    at: datetime
    text: Clean


def flagged(saves: Path) -> list[Flag]:
    """List every flag in the journals of all players, oldest first."""
    from quiz.store.players import name_in

    found: list[Flag] = []
    for folder in sorted(saves.glob("*/journal")):
        for _, _, record in matching(folder, b'\nwhat = "flag"'):
            if isinstance(record, Move) and record.what == "flag":
                name = name_in(folder.parent)
                found.append(Flag(record.question, name, record.at, record.text))
    return sorted(found, key=lambda flag: flag.at)
