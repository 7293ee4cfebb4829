"""The foreign formats: one file each, found by looking into this folder.

A format's file has a `FORMAT`. Its `looks` tells how much a file looks like it (0 to 100), its
`read` gives what the file holds, one result after another, and its `write` makes files of a pack;
each may be missing. To add a format, add its file. Nothing here opens a file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quiz.core.text import Clean

if TYPE_CHECKING:
    from quiz.core.pack import Pack

Fields = dict[str, Any]
"""A question as a pack says it, without an id where the format has none that can be used."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: its name, its bytes, and these as text.

    `written` is the text as it stands, `text` the same made safe; line ends are LF in both.
    `columns` says what the columns of a table are, where somebody has said so; `bare` that there
    are only spaces, line ends and signs that can be seen in the text.
    """

    name: Clean
    raw: bytes
    text: Clean = Clean("")
    written: str = ""
    columns: tuple[str, ...] = ()
    bare: bool = False

    def even(self) -> bool:
        """Whether the text is bare, and no two spaces stand together in it."""
        return self.bare and self.text.rfind("  ") < 0  # from behind it takes half the time


@dataclass(slots=True)
class Found:
    """A question that could be read; `lost` says what of it a pack cannot hold."""

    line: int
    fields: Fields
    lost: tuple[str, ...] = ()


class Lent(Found):
    """A question whose wrong options are other questions' answers: the file names none."""

    __slots__ = ()


@dataclass(slots=True)
class Card:
    """Two sides and no more: what becomes of it is decided when all are read.

    `accept` are other right answers, `more` the fields that any question may have, `lost` what a
    pack cannot hold.
    """

    line: int
    front: Clean
    back: Clean
    accept: tuple[Clean, ...] = ()
    more: Fields = field(default_factory=dict)
    lost: tuple[str, ...] = ()


@dataclass(slots=True)
class Cards:
    """Many cards by columns; `full` are those that have more than two sides, by their number."""

    lines: list[int] = field(default_factory=list)
    fronts: list[Clean] = field(default_factory=list)
    backs: list[Clean] = field(default_factory=list)
    full: dict[int, Card] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def __getitem__(self, number: int) -> Card:
        if number in self.full:
            return self.full[number]
        return Card(self.lines[number], self.fronts[number], self.backs[number])

    def __iter__(self) -> Iterator[Card]:
        return map(self.__getitem__, range(len(self)))

    def add(self, card: Card) -> None:
        """Add a card."""
        if card.accept or card.more or card.lost:
            self.full[len(self)] = card
        self.lines.append(card.line)
        self.fronts.append(card.front)
        self.backs.append(card.back)

    def extend(self, other: Cards) -> None:
        """Add all cards of others."""
        self.full |= {number + len(self): card for number, card in other.full.items()}
        self.lines += other.lines
        self.fronts += other.fronts
        self.backs += other.backs


@dataclass(frozen=True, slots=True)
class Skipped:
    """An item that could not be read, and why not."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something to say once about the whole file, such as what was taken for what."""

    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of the pack as a whole: its title, its licence, its documents."""

    fields: Fields


Result = Found | Card | Cards | Skipped | Told | Head


@dataclass(frozen=True, slots=True)
class Want:
    """How many questions an export shall have (all of them if None), and in how many versions."""

    questions: int | None = None
    versions: int = 1


@dataclass(frozen=True, slots=True)
class Lost:
    """What an export could not hold: a question as a whole (`what` says why), or a part of it."""

    question: str
    what: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """An export: files by the end of their names, such as ".csv" or "-key.md"."""

    files: Mapping[str, str]
    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A foreign format; `typed` says that its cards are meant to be answered by typing."""

    name: str
    label: str
    looks: Callable[[Source], int] | None = None
    read: Callable[[Source], Iterator[Result]] | None = None
    write: Callable[[Pack, Want], Written] | None = None
    typed: bool = False


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its name, in the order of the files' names."""
    found: dict[str, Format] = {}
    for entry in pkgutil.iter_modules(__path__):
        made: Format = importlib.import_module(f"{__name__}.{entry.name}").FORMAT
        found[made.name] = made
    return MappingProxyType(found)
