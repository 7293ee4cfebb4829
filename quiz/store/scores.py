"""highscores.toml: the boards of all players; made again from the journals where it is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any
from zlib import crc32

from quiz.core.board import Board, Line, line_of, rank
from quiz.core.records import Finish, Opening
from quiz.core.text import Clean, clean, line
from quiz.errors import Unreadable, Unsaved
from quiz.store import toml
from quiz.store.locks import claim
from quiz.store.segments.disk import reason
from quiz.store.segments.pairs import pairs, read_pairs
from quiz.store.segments.recovery import recover
from quiz.store.segments.seal import seal, unseal

FORMAT = 1
"""The format of highscores.toml."""
NAME = "highscores.toml"

_NOTE = "# The boards of all players. This file can be deleted; it is made again.\n"
_LINE = "\n[[line]]\n"
_KEY = ("mode", "packs", "length", "clock")
_REST = tuple(field.name for field in fields(Line) if field.name != "board")
_WAIT = 2.0
"""Seconds to wait for another program that writes the same file."""


class Scores:
    """The lines of all boards in a save folder.

    `problem` says in a sentence why the file could not be used, "" if it could.
    """

    def __init__(self, saves: Path) -> None:
        self._saves = saves
        self._path = saves / NAME
        self.problem = Clean("")

    def lines(self) -> list[Line]:
        """Give every line; where the file is lost or damaged, from the journals."""
        return self._read()[0]

    def boards(self) -> list[tuple[Board, list[Line]]]:
        """Give every board with its lines in order, the latest played board first."""
        found: dict[Board, list[Line]] = {}
        for entry in sorted(self.lines(), key=lambda entry: entry.at, reverse=True):
            found.setdefault(entry.board, []).append(entry)
        return [(board, rank(lines)) for board, lines in found.items()]

    def on(self, board: Board) -> list[Line]:
        """Give the lines of one board in order."""
        return rank(entry for entry in self.lines() if entry.board == board)

    def add(self, new: Iterable[Line]) -> list[Line]:
        """Add lines, or change those of the same rounds, and give all; raises Unsaved."""
        new = list(new)
        if not new:
            return self.lines()
        lock = claim(self._saves / f".{NAME}.lock", _WAIT)
        try:
            old, writable = self._read()
            lines = {(entry.slug, entry.round): entry for entry in (*old, *new)}
            if not writable:
                raise Unsaved("Not on the board", f"{self.problem}.")
            toml.replace(self._path, _written(lines.values()))
            return list(lines.values())
        except OSError as wrong:
            why = f"The boards cannot be written: {reason(wrong)}."
            raise Unsaved("Not on the board", why) from wrong
        finally:
            if lock:
                lock.release()

    def rebuild(self) -> list[Line]:
        """Make the lines from the journals of all players; what nobody's journal has is gone."""
        found: list[Line] = []
        for folder in sorted(self._saves.glob("*/journal")):
            found += _lines_of(folder.parent)
        return found

    def _read(self) -> tuple[list[Line], bool]:
        """Read the file, and say whether it may be replaced."""
        self.problem = Clean("")
        try:
            content = self._path.read_bytes()
        except FileNotFoundError:
            return self.rebuild(), True
        except OSError as wrong:
            self.problem = clean(f"{NAME} cannot be read: {reason(wrong)}")
            return self.rebuild(), False
        try:
            return _parsed(content), True
        except Unreadable as wrong:
            self.problem = clean(f"{NAME} {wrong.message}")
            if wrong.hint:  # a newer format: not ours to replace
                return self.rebuild(), False
        except (KeyError, TypeError, ValueError):
            self.problem = Clean(f"{NAME} is damaged")
        return self._mended(content), True

    def _mended(self, content: bytes) -> list[Line]:
        """Keep a damaged file aside; the journals know the rest."""
        aside = self._saves / f"highscores-damaged-{crc32(content):08x}.toml"
        try:
            if not aside.exists():
                aside.write_bytes(content)
            self.problem = clean(f"{self.problem}: it is kept as {aside.name}, and made again")
        except OSError:
            pass
        return self.rebuild()


def _written(lines: Iterable[Line]) -> bytes:
    """Write the file."""
    parts = [_NOTE, f"format = {FORMAT}\n"]
    for entry in sorted(lines, key=lambda entry: (entry.at, entry.round)):
        table = {name: getattr(entry.board, name) for name in _KEY}
        table |= {name: getattr(entry, name) for name in _REST}
        parts += (_LINE, pairs(table))
    return seal("".join(parts))


def _parsed(content: bytes) -> list[Line]:
    """Read the file; raises Unreadable and what a wrong value raises."""
    head, *tables = unseal(content).split(_LINE)
    version = read_pairs(head.partition("\n")[2]).get("format")
    if type(version) is not int or version > FORMAT:
        newer = f"is in format {version}, which a newer Palmarès wrote"
        raise Unreadable("High scores", newer, "Update Palmarès to add to it.")
    return [_entry(read_pairs(table)) for table in tables]


def _entry(table: dict[str, Any]) -> Line:
    """Make a line of its table."""
    packs = tuple(str(pack) for pack in table["packs"])
    board = Board(clean(table["mode"]), packs, int(table["length"]), table["clock"] is True)
    rest = {name: table[name] for name in _REST}
    for name in ("player", "slug", "round", "rules"):
        rest[name] = line(rest[name])
    for name in ("known", "whole", "took"):
        rest[name] = float(rest[name])
    if rest["at"].utcoffset() is None:
        raise ValueError("a time without its offset")
    return Line(board=board, **rest)


def _lines_of(folder: Path) -> list[Line]:
    """Make the lines of one player from the journal."""
    from quiz.store.players import name_in

    saved = recover(folder / "journal", only=frozenset({"round", "finish"})).records
    opened = {s.record.round: s.record for s in saved if isinstance(s.record, Opening)}
    ended: dict[str, Finish] = {}
    for _, _, record in saved:
        if isinstance(record, Finish) and record.counts:
            ended[record.round] = record
    name = name_in(folder)
    return [
        line_of(opened[round], finish, name, folder.name)
        for round, finish in ended.items()
        if round in opened and listed(opened[round])
    ]


def listed(opening: Opening) -> bool:
    """Whether rounds of this mode stand on a board at all."""
    from quiz.core.modes import modes

    mode = modes().get(opening.mode)
    return mode is None or mode.scored
