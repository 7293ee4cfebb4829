"""One segment of a journal: records with their sums, found whatever happened to the rest.

A segment is TOML. It begins with its format; then each record starts with an empty line and ends
in a comment with the CRC-32 of its own bytes, from that empty line to the line before the comment
(line ends read as LF, so that an editor's CRLF does no harm). Every record whose sum is right
counts, wherever it stands; what lies between is damage.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from zlib import crc32

from quiz.core.records import Record
from quiz.core.text import Clean, clean
from quiz.errors import Unreadable
from quiz.store.segments.pairs import read_pairs
from quiz.store.segments.records import TABLES, from_table, to_toml

FORMAT = 1
"""The journal format that this program writes."""
LARGEST = 4 * 1024 * 1024
"""Bytes after which a segment ends and the next begins."""

_NAME = re.compile(r"([0-9a-z]+)-(\d{4,})\.toml")
_FORMAT = re.compile(rb"^format = (\d+)\r?$", re.MULTILINE)
_WHOLE_SUM = re.compile(rb"\n# crc32 [0-9a-f]{8}")
_START = b"\n[["
_START_SUM = crc32(_START)
_SUM = b"# crc32 "
_SUM_LENGTH = len(_SUM) + 8


class Saved(NamedTuple):
    """A record with its identity: the device that wrote it, and its number there."""

    device: str
    n: int
    record: Record


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in a journal that cannot be read.

    `kind` is tail (a record that was being written when the program stopped: nothing that was
    acknowledged), record, newer (a format of a later version), short (a segment that lost what
    had been counted), gone (a segment that is not there any more) or unread (the system refused).
    `content` are the bytes that are meant, `line` where they begin, 0 if unknown.
    """

    kind: str
    segment: str
    message: Clean
    line: int = 0
    content: bytes = b""


class Mark(NamedTuple):
    """How far a segment has been read: bytes, the sum just before, the highest number so far."""

    offset: int
    sum: str
    n: int = 0

    def fits(self, before: bytes) -> bool:
        """Tell whether the bytes just before the mark are still the same sum's line."""
        return before == _SUM + self.sum.encode()


MARKED = _SUM_LENGTH
"""How many bytes before a mark tell whether it still fits."""


class Piece(NamedTuple):
    """A stretch of a segment: a table with a right sum, or what is none (`name` empty).

    `start` and `end` are offsets; `body` the lines of the table, or the damaged bytes.
    """

    name: str
    body: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """What a segment, or the rest of it, holds: records, damage, and how far it was read."""

    records: list[Saved]
    damage: list[Damage]
    mark: Mark | None


def segment_name(device: str, number: int) -> str:
    """Name a segment."""
    return f"{device}-{number:04d}.toml"


def named(name: str) -> tuple[str, int] | None:
    """Read a segment's name: its device and its number; None if it is no segment."""
    found = _NAME.fullmatch(name)
    return (found[1], int(found[2])) if found else None


def header(device: str) -> bytes:
    """Give the lines that a segment begins with, under a sum of their own."""
    lines = f'format = {FORMAT}\ndevice = "{device}"\n'.encode()
    return b"%b%b%08x\n" % (lines, _SUM, crc32(lines))


def sealed(record: Record, n: int) -> bytes:
    """Write a record as it stands in a segment: an empty line, its table, its sum."""
    body = f"\n{to_toml(record, n)}".encode()
    return b"%b%b%08x\n" % (body, _SUM, crc32(body))


def pieces(content: bytes, begin: int = 0) -> Iterator[Piece]:
    """Take a segment's bytes apart; `begin` is where they stand in it."""
    chunks = content.split(_START)
    start = begin + len(chunks[0])
    head = 0 if begin else _closed(chunks[0])
    if chunks[0][head:].strip():
        yield Piece("", chunks[0][head:], begin + head, start)
    for chunk in chunks[1:]:
        end = start + len(_START) + len(chunk)
        close = _closed(chunk, _START_SUM)
        if close:
            name, _, body = chunk[: close - _SUM_LENGTH].replace(b"\r", b"").partition(b"]]\n")
            middle = start + len(_START) + close
            yield Piece(name.decode("ascii", "replace"), body, start, middle)
            start, rest = middle, chunk[close:]
        else:
            rest = _START + chunk
        if rest.strip():
            yield Piece("", rest, start, end)
        start = end


def _closed(chunk: bytes, seed: int = 0) -> int:
    """Find where the first sum of a chunk ends, if it is right; else 0."""
    found = chunk.find(b"\n" + _SUM) + 1
    body = chunk[:found]
    if b"\r" in body:
        body = body.replace(b"\r\n", b"\n")
    close = found + _SUM_LENGTH
    right = found and chunk[found + len(_SUM) : close] == b"%08x" % crc32(body, seed)
    return close if right else 0


def read_segment(
    name: str, content: bytes, since: Mark | None = None, only: Container[str] = TABLES
) -> Part:
    """Read a segment, or what stands in it from `since` on; only the tables in `only`."""
    device = (named(name) or ("", 0))[0]
    begin = since.offset if since else 0
    if since is None and is_newer(content):
        told = f"{name} was written by a newer Palmarès: update this one to read it"
        return Part([], [Damage("newer", name, clean(told))], None)
    records: list[Saved] = []
    damage: list[Damage] = []
    mark = since
    for piece in pieces(content, begin):
        if piece.name:
            end, n = piece.end - begin, max(mark.n if mark else 0, _number(piece))
            mark = Mark(piece.end, content[end - 8 : end].decode(), n)
            if piece.name in TABLES and piece.name not in only:
                continue
        try:
            records.append(saved(device, piece))
        except Unreadable as wrong:
            row = 0 if since else content.count(b"\n", 0, piece.start + 1) + 1
            where = f"{name}, line {row}" if row else name
            torn = not piece.name and piece.end == begin + len(content)
            kind = "tail" if torn and not _WHOLE_SUM.search(piece.body) else "record"
            body = content[piece.start - begin : piece.end - begin]
            damage.append(Damage(kind, name, clean(f"{where}: {wrong.message}"), row, body))
    return Part(records, damage, mark)


def saved(device: str, piece: Piece) -> Saved:
    """Make the record of a piece; raises Unreadable."""
    if not piece.name:
        raise Unreadable("A damaged record", "its sum is wrong or missing")
    try:
        table = read_pairs(piece.body.decode("utf-8"))
    except UnicodeDecodeError as wrong:
        raise Unreadable("A damaged record", "it is not UTF-8") from wrong
    n = table.get("n")
    if type(n) is not int:
        raise Unreadable("A damaged record", "it has no number")
    return Saved(device, n, from_table(piece.name, table))


def whole(content: bytes) -> tuple[int, int]:
    """Give where the last whole record of a segment ends, and its number, which is the highest.

    Without any record it is the end of the header; without even that, 0.
    """
    end = len(content)
    while (start := content.rfind(_START, 0, end)) >= 0:
        for piece in pieces(content[start:end], start):
            if piece.name:
                return piece.end, _number(piece)
        end = start
    return _closed(content[:end]), 0


def _number(piece: Piece) -> int:
    """Read a record's number, which stands in its first line."""
    told = piece.body.partition(b"\n")[0].removeprefix(b"n = ")
    return int(told) if told.isdigit() else 0


def is_newer(content: bytes) -> bool:
    """Tell whether a later version wrote this; a flipped bit makes no later version."""
    head = content.partition(_START)[0]
    found = _FORMAT.search(head)
    return found is not None and int(found[1]) > FORMAT and _closed(head) > 0
