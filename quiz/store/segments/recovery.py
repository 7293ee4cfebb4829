"""Reading a journal: every record that is whole, and a word about everything that is not."""

from __future__ import annotations

import gc
import os
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from quiz.core.text import clean
from quiz.errors import Unreadable
from quiz.store.segments.disk import reason
from quiz.store.segments.records import TABLES
from quiz.store.segments.segment import (
    MARKED,
    Damage,
    Mark,
    Part,
    Saved,
    named,
    pieces,
    read_segment,
    saved,
)

ASIDE = "damaged"
"""The folder within a journal where damaged bytes are kept."""
NO_MARKS: Mapping[str, Mark] = {}


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was read: records in their order, damage, and how far each segment is known now.

    `rewritten` says that a segment is no longer what the marks knew (an editor may have saved
    it), so that only reading everything again gives numbers that are right.
    """

    records: list[Saved]
    damage: list[Damage]
    marks: dict[str, Mark]
    rewritten: bool = False


def recover(
    folder: Path, marks: Mapping[str, Mark] = NO_MARKS, only: Container[str] = TABLES
) -> Recovered:
    """Read what stands after `marks` in all segments of a folder; only the tables in `only`.

    A record that stands twice counts once: device and number are its identity.
    """
    records: list[Saved] = []
    damage: list[Damage] = []
    now = dict(marks)
    rewritten = False
    counted = _counted(marks)
    there = segments(folder)
    for name in there:
        with _no_collection():
            part = _part(folder / name, marks.get(name), only)
        if part is None:
            rewritten = True
            continue
        records += (s for s in part.records if s.n > counted.get(s.device, 0))
        damage += part.damage
        if part.mark:
            before = marks.get(name, part.mark).n
            now[name] = part.mark._replace(n=max(part.mark.n, before))
    for name in marks.keys() - set(there):
        damage.append(Damage("gone", name, clean(f"{name} is missing: answers were saved in it")))
    return Recovered(_ordered(records), damage, now, rewritten)


def segments(folder: Path) -> list[str]:
    """List the segments of a journal, by device and number."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries]
    except OSError:
        return []
    found = [(*parts, name) for name in names if (parts := named(name))]
    return [name for _, _, name in sorted(found)]


def damaged(folder: Path, needle: bytes) -> Iterator[Damage]:
    """Find what cannot be read in the segments in which some bytes stand."""
    for name in segments(folder):
        with suppress(OSError):
            content = (folder / name).read_bytes()
            if needle in content:
                yield from read_segment(name, content, only=()).damage


def matching(folder: Path, needle: bytes) -> Iterator[Saved]:
    """Find the whole records in which some bytes stand, without reading the others."""
    for name in segments(folder):
        with suppress(OSError):
            content = (folder / name).read_bytes()
            device = name.rpartition("-")[0]
            at = content.find(needle)
            while at >= 0:
                start = max(0, content.rfind(b"\n[[", 0, at))
                end = content.find(b"\n[[", at)
                end = len(content) if end < 0 else end
                for piece in pieces(content[start:end], start):
                    with suppress(Unreadable):
                        yield saved(device, piece)
                at = content.find(needle, end)


def keep_aside(folder: Path, damage: Damage) -> Path | None:
    """Copy damaged bytes into a file of their own, once; None where that is not possible."""
    if not damage.content:
        return None
    stem = damage.segment.removesuffix(".toml")
    kept = folder / ASIDE / f"{stem}-{crc32(damage.content):08x}.txt"
    try:
        kept.parent.mkdir(exist_ok=True)
        if not kept.exists():
            kept.write_bytes(damage.content)
    except OSError:
        return None
    return kept


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector out while thousands of objects are made that all stay."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _part(path: Path, mark: Mark | None, only: Container[str]) -> Part | None:
    """Read a segment from its mark on; None if what the mark knew is not there any more."""
    begin = mark.offset - MARKED if mark else 0
    try:
        with path.open("rb") as file:
            if mark and file.seek(0, os.SEEK_END) < mark.offset:
                return _shorter(path.name, path.read_bytes(), only)
            file.seek(begin)
            content = file.read()
    except OSError as wrong:
        told = clean(f"{path.name} cannot be read: {reason(wrong)}")
        return Part([], [Damage("unread", path.name, told)], None)
    if mark and not mark.fits(content[:MARKED]):
        return None
    return read_segment(path.name, content[MARKED:] if mark else content, mark, only)


def _shorter(name: str, content: bytes, only: Container[str]) -> Part:
    """Read a segment that has lost something: what came since may stand in it all the same."""
    told = clean(f"{name} is shorter than it was: answers are missing from it")
    part = read_segment(name, content, only=only)
    return Part(part.records, [Damage("short", name, told), *part.damage], part.mark)


def _counted(marks: Mapping[str, Mark]) -> dict[str, int]:
    """Give the highest number of each device that was counted."""
    counted: dict[str, int] = {}
    for name, mark in marks.items():
        device = name.rpartition("-")[0]
        counted[device] = max(counted.get(device, 0), mark.n)
    return counted


def _ordered(records: list[Saved]) -> list[Saved]:
    """Put records in order and drop those that stand twice."""
    kept: list[Saved] = []
    twins: dict[tuple[str, int], list[Saved]] = {}
    for record in records:
        same = twins.setdefault((record.device, record.n), [])
        if record not in same:
            same.append(record)
            kept.append(record)
    return sorted(kept, key=lambda saved: (saved.n, saved.device))
