"""Tables: every column against the first, both ways, where the answer is one alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core.text import Clean, fold
from quiz.draw.document import Sentence
from quiz.draw.fact import Fact, Reading, figure
from quiz.draw.layout import Line, Role
from quiz.draw.plain import plain
from quiz.draw.times import YEAR

MARKS = True
_RULE = re.compile(r"^[\s|:-]+$")
_GAP = re.compile(r"^(?:unknown|none|n/?a|-+|–|—|\?+|various|tbd|)$", re.I)
_VAGUE = re.compile(r"\b(?:what|where|when|who|how|notes?|remarks?|comments?)\b|^$|^#$", re.I)
_VERB = re.compile(r"^(?:is|are|has|[a-z]+s) (?!of\b)\w")
_WIDEST = 6


@dataclass(frozen=True)
class _Table:
    """The rows under one heading."""

    heading: str
    header: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[str, ...]], ...]


def find(reading: Reading) -> Iterator[Fact]:
    """Ask for one cell of a row from another: forward from the first column, and back to it."""
    for table in _tables(reading):
        key = table.header[0]
        for column in range(1, len(table.header)):
            cells = [cells[column] for _, cells in table.rows]
            if _VAGUE.search(table.header[column]):
                continue
            counted = Counter(map(fold, cells))
            for line, row in table.rows:
                if _GAP.match(row[column]) or _GAP.match(row[0]):
                    continue
                proof = _proof(reading, line)
                if counted[fold(row[column])] == 1:
                    yield from _back(reading, table, key, column, row, proof)
                yield from _forward(reading, table, key, column, row, proof)


def _tables(reading: Reading) -> Iterator[_Table]:
    heading = ""
    block: list[Line] = []
    last = 0
    for line in (*reading.document.lines, None):
        if line is not None and line.role is Role.ROW and line.number not in reading.document.aside:
            if block and line.number != last + 1:
                yield from _table(heading, block)
                block = []
            block.append(line)
            last = line.number
            continue
        if block:
            yield from _table(heading, block)
            block = []
        if line is not None and line.role is Role.HEADING:
            heading = plain(line.text[line.start : line.end])


def _table(heading: str, block: list[Line]) -> Iterator[_Table]:
    """A table of these lines, if it has a header and rows of the same width, with distinct keys."""
    rows = [(line, _cells(line.text)) for line in block if not _RULE.match(line.text)]
    if len(rows) < 4:
        return
    header = rows[0][1]
    body = tuple((line, cells) for line, cells in rows[1:] if len(cells) == len(header))
    keys = {fold(cells[0]) for _, cells in body}
    if 2 <= len(header) <= _WIDEST and len(keys) == len(body) >= 3 and not _VAGUE.search(header[0]):
        yield _Table(heading, header, body)


def _cells(text: str) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in text.strip().strip("|").split("|"))


def _proof(reading: Reading, line: Line) -> Sentence:
    start = len(line.text) - len(line.text.lstrip())
    raw = line.text[start : line.end]
    return Sentence(
        reading.document.id, line.number, start, start + len(raw), Clean(raw), plain(raw)
    )


def _forward(
    reading: Reading, table: _Table, key: str, column: int, row: tuple[str, ...], proof: Sentence
) -> Iterator[Fact]:
    """The value is asked for, from the key."""
    name, header, value = row[0], table.header[column], row[column]
    pool = tuple(
        dict.fromkeys(cells[column] for _, cells in table.rows if not _GAP.match(cells[column]))
    )
    if _VERB.match(value):
        return
    told = _told(reading, key, name)
    year = re.fullmatch(YEAR, value)
    if (year and header.endswith("ed")) or header.lower() == "built":
        ask = f"In which year was {told} {header.lower()}?"
    elif re.fullmatch(YEAR, name):
        ask = f"{table.heading}: which {_small(header)} goes with {name}?"
    elif header.endswith("ed"):
        return
    else:
        who = "Who" if reading.known.is_person(value) else "What"
        ask = f"{who} is the {_small(header)} of {told}?"
    number = figure(value)[0] if re.match(r"^[\d.,]+", value) else None
    unit = " ".join(value.split()[1:]) if number is not None else ""
    yield Fact(
        "table",
        name,
        value,
        "year" if year else "number" if number is not None else _measure(reading, value),
        ask,
        proof,
        scope=fold(f"{key} {header}"),
        says=(name, value),
        pool=pool,
        number=number,
        unit=unit,
        when=value if year else "",
    )


def _back(
    reading: Reading, table: _Table, key: str, column: int, row: tuple[str, ...], proof: Sentence
) -> Iterator[Fact]:
    """The key is asked for, from a value that it alone has."""
    name, header, value = row[0], table.header[column], row[column]
    pool = tuple(cells[0] for _, cells in table.rows)
    if re.fullmatch(YEAR, name):
        if re.fullmatch(YEAR, value):
            return
        ask = f"{table.heading}: which year goes with the {_small(header)} {value}?"
    elif _VERB.match(value):
        ask = f"Which {_small(key)} {value}?"
    elif header.endswith("ed") or header.lower() == "built":
        return
    else:
        ask = f"Which {_small(key)} has {value} as its {_small(header)}?"
    number = figure(name)[0] if re.fullmatch(YEAR, name) else None
    yield Fact(
        "table",
        value,
        name,
        "year" if number else _measure(reading, name),
        ask,
        proof,
        scope=fold(f"{header} {key}"),
        says=(name, value),
        pool=pool,
        number=number,
    )


def _told(reading: Reading, key: str, name: str) -> str:
    """A row's key within a sentence: with its column's name where it does not say what it is."""
    if not name[:1].isupper():
        return name
    if fold(key) in fold(name) or len(key.split()) > 1 or reading.known.is_person(name):
        return reading.known.ref(name)
    told = reading.known.ref(name)
    return told if told.startswith("the ") else f"the {_small(key)} {told}"


def _measure(reading: Reading, value: str) -> str:
    return "person" if reading.known.is_person(value) else "text"


def _small(header: str) -> str:
    """A header within a sentence; a capital that is a name's own stays: Latin name."""
    head, _, rest = header.partition(" ")
    return (
        header
        if head in ("Latin", "Greek", "English", "French", "German")
        else f"{head.lower()} {rest}".strip()
    )
