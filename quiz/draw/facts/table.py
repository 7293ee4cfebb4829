"""Tables: every column against the first, both ways, where the answer is one alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.core.text import Clean, fold
from quiz.draw.cells import Frame, frame, is_gap, is_land, is_year, measured, role_of, small
from quiz.draw.document import Sentence
from quiz.draw.fact import Fact, Reading, figure
from quiz.draw.lines.layout import Line, Role
from quiz.draw.lines.plain import plain

MARKS = True
_RULE = re.compile(r"^[\s|:-]+$")
_VAGUE = re.compile(r"\b(?:what|where|when|who|how|notes?|remarks?|comments?)\b|^$|^#$", re.I)
_VERB = re.compile(r"^(?:is|are|has|can|[a-z]+(?<!s)s) (?!of\b|and\b)\w")
_DONE = re.compile(r"ed$|^(?:born|built|begun|drawn|lost|made|sung|sunk|won|written)$", re.I)
_CLAUSE = re.compile(r"^(?:is|are) (?:where|when|what|how|why)\b")
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
        header = tuple(measured(name)[0] for name in table.header)
        about = frame(reading, table.heading, header, [cells for _, cells in table.rows])
        for column in range(1, len(table.header)):
            cells = [cells[column] for _, cells in table.rows]
            if _VAGUE.search(table.header[column]):
                continue
            counted = Counter(map(fold, cells))
            verbs = all(_VERB.match(cell) for cell in cells if not is_gap(cell))
            for number, (line, row) in enumerate(table.rows):
                if is_gap(row[column]) or is_gap(row[0]) or about.tied(row):
                    continue
                proof = _proof(reading, line)
                if not reading.document.english:
                    yield from _abroad(reading, table, column, row, proof)
                    continue
                alone = counted[fold(row[column])] == 1 and not is_year(row[column])
                back = list(_back(table, about, column, row, proof, verbs=verbs)) if alone else []
                ahead = [] if verbs else list(_forward(reading, table, about, column, row, proof))
                if is_year(row[0]) and back and ahead:
                    # One way for each cell: a year after a year is a dull round.
                    yield from back if (number + column) % 2 else ahead
                else:
                    yield from (*back, *ahead)


def _tables(reading: Reading) -> Iterator[_Table]:
    heading = ""
    block: list[Line] = []
    last = 0
    for line in (*reading.document.lines, None):
        if line is not None and line.role is Role.ROW and line.number not in reading.document.aside:
            if block and (line.gap or line.number != last + 1):
                yield from _table(heading, block)
                block = []
            block.append(line)
            last = line.number
            continue
        if block:
            yield from _table(heading, block)
            block = []
        if line is not None and line.role is Role.HEADING:
            body = plain(line.text[line.start : line.end])
            heading = f"{heading} {body}" if line.joins else body


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
    reading: Reading,
    table: _Table,
    about: Frame,
    column: int,
    row: tuple[str, ...],
    proof: Sentence,
) -> Iterator[Fact]:
    """The value is asked for, from the key."""
    name, header, value = row[0], about.header[column], row[column]
    told = _told(reading, about.header[0], name)
    year = is_year(value)
    number = figure(value)[0] if re.match(r"^[\d.,]+(?!\d| h\b|:)", value) else None
    unit = measured(table.header[column])[1] if number is not None else ""
    if year and _DONE.search(header):
        ask = f"In which year was {told} {header.lower()}?"
    elif year and header.lower() == "year":
        ask = (
            ""
            if name in reading.known.people or role_of(about.header[0])
            else f"From which year is {told}?"
        )
    elif is_year(name):
        ask = about.by_year(column, name, value)
    elif _DONE.search(header):
        ask = ""
    else:
        ask = about.asked(column, value, told)
    if not ask:
        return
    yield Fact(
        "table",
        name,
        value,
        "year" if year else "number" if number is not None else _measure(reading, value),
        ask,
        proof,
        scope=fold(f"{table.header[0]} {table.header[column]}"),
        says=(name, value),
        pool=_pool(table, column),
        number=number,
        unit=" ".join(value.split()[1:]) or unit if number is not None else "",
        when=value if year else "",
    )


def _abroad(
    reading: Reading, table: _Table, column: int, row: tuple[str, ...], proof: Sentence
) -> Iterator[Fact]:
    """In a language that is not read here a header is quoted, and no sentence is made of it."""
    name, value = row[0], row[column]
    if is_year(name):
        return
    number = figure(value)[0] if re.match(r"^[\d.,]+$", value) else None
    yield Fact(
        "table",
        name,
        value,
        "year" if is_year(value) else "number" if number is not None else _measure(reading, value),
        f'Which "{measured(table.header[column])[0]}" belongs to "{name}"?',
        proof,
        scope=fold(f"{table.header[0]} {table.header[column]}"),
        says=(name, value),
        pool=_pool(table, column),
        number=number,
        unit=measured(table.header[column])[1] if number is not None else "",
        when=value if is_year(value) else "",
    )


def _back(
    table: _Table,
    about: Frame,
    column: int,
    row: tuple[str, ...],
    proof: Sentence,
    *,
    verbs: bool,
) -> Iterator[Fact]:
    """The key is asked for, from a value that it alone has."""
    name, header, value = row[0], about.header[column], row[column]
    if is_year(name):
        ask = about.year_of(column, value)
    elif not (key := about.key()):
        return
    elif verbs:
        ask = "" if _CLAUSE.match(value) else f"Which {key} {value}?"
    elif _DONE.search(header):
        return
    elif (role_of(key) or name in about.reading.known.people) and not is_land(header):
        ask = f"Which {key} is listed with the {small(header)} {value}?"
    else:
        unit = measured(table.header[column])[1] if re.match(r"[\d.,]+$", value) else ""
        ask = about.having(column, f"{value} {unit}".strip(), key)
    if not ask:
        return
    number = figure(name)[0] if is_year(name) else None
    yield Fact(
        "table",
        value,
        name,
        "year" if number else _measure(about.reading, name),
        ask,
        proof,
        scope=fold(f"{table.header[column]} {table.header[0]}"),
        says=(name, value),
        pool=_pool(table, 0),
        number=number,
    )


def _pool(table: _Table, column: int) -> tuple[str, ...]:
    """What stands in a column, each once, without gaps."""
    cells = (cells[column] for _, cells in table.rows)
    return tuple(dict.fromkeys(cell for cell in cells if not is_gap(cell)))


def _told(reading: Reading, key: str, name: str) -> str:
    """A row's key within a sentence: with its column's name where it does not say what it is."""
    if not name[:1].isupper():
        return name
    if fold(key) in fold(name) or len(key.split()) > 1 or name in reading.known.people:
        return reading.known.ref(name)
    told = reading.known.ref(name)
    return told if told.startswith("the ") else f"the {small(key)} {told}"


def _measure(reading: Reading, value: str) -> str:
    return "person" if reading.known.is_person(value) else "text"
