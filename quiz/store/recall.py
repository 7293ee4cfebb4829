"""The cache of a player's memory: fsrs's cards, so that they need not be made of every answer.

It lies in the cache folder and can be deleted; it is made again from the journal.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple
from pathlib import Path

from quiz.core.memory import Card, Memory
from quiz.core.records import Record
from quiz.errors import Unreadable
from quiz.store import toml
from quiz.store.journal import Journal
from quiz.store.segments.pairs import pairs, read_pairs
from quiz.store.segments.recovery import Recovered
from quiz.store.segments.seal import seal, unseal
from quiz.store.segments.segment import Mark, Saved

FORMAT = 1
_ONLY = frozenset({"attempt", "ruling"})
_CARDS = "\n[card]\n"


class Recall:
    """A player's memory, counted up to the end of the journal when it is asked for."""

    def __init__(self, file: Path, journal: Journal) -> None:
        self._file = file
        self._journal = journal
        self._memory: Memory | None = None
        self._marks: dict[str, Mark] = {}

    def memory(self) -> Memory:
        """Give the memory of everything that is in the journal now."""
        if self._memory is None:
            self._memory, self._marks = self._read()
        found = self._journal.read(self._marks, _ONLY)
        if found.rewritten:
            self._memory = Memory()
            found = self._journal.read({}, _ONLY)
        self._marks = found.marks
        for record in _by_time(found.records):
            self._memory.add(record)
        return self._memory

    def follow(self, before: Mapping[str, Mark], found: Recovered) -> None:
        """Take in what somebody else has just read, if that is what comes next here too."""
        if self._memory is None:
            self._memory, self._marks = self._read()
        if self._marks == before:
            for record in _by_time(found.records):
                self._memory.add(record)
            self._marks = found.marks

    def keep(self) -> None:
        """Write the cache; where that is not possible it is made again next time."""
        if self._memory is None:
            return
        head = {"format": FORMAT, "segments": [(name, *mark) for name, mark in self._marks.items()]}
        cards = {key: astuple(card) for key, card in self._memory.cards.items()}
        body = f"{pairs(head)}{_CARDS}{pairs(cards)}"
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            toml.replace(self._file, seal(body))
        except OSError:
            pass

    def _read(self) -> tuple[Memory, dict[str, Mark]]:
        """Read the cache; whatever is wrong with it, begin at the beginning."""
        try:
            head, _, rest = unseal(self._file.read_bytes()).partition(_CARDS)
            table = read_pairs(head)
            if table["format"] != FORMAT:
                return Memory(), {}
            cards = {key: Card(*fields) for key, fields in read_pairs(rest).items()}
            marks = {name: Mark(offset, told, n) for name, offset, told, n in table["segments"]}
        except (OSError, Unreadable, KeyError, TypeError, ValueError):
            return Memory(), {}
        return Memory(cards), marks


def _by_time(records: Iterable[Saved]) -> list[Record]:
    """Put records of several devices into the order in which they happened."""
    found = [saved.record for saved in records]
    found.sort(key=lambda record: record.at)
    return found
