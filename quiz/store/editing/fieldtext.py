"""Change one field in the text of a table, and leave every other byte of it as it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import tomli

from quiz.core.problem import Place
from quiz.store.editing.items import revised
from quiz.store.editing.matching import matched
from quiz.store.editing.pieces import cut, lead_begin, line_end
from quiz.store.editing.values import WIDTH, ending, named, passage, written
from quiz.store.spans import Spans

_QUESTION: Place = ("question", 0)


def put(text: str, name: str, value: Any, order: Sequence[str], at: Place = _QUESTION) -> str:
    """Set a field of the table at a place; None takes it out.

    A value is put where the old one stood, and of a list only those items are written that are
    new; a new field comes where `order` has it. If the field is written in a way that this cannot
    change in place, the table is written anew.
    """
    before = table(text, at)
    if before.get(name) == value and (name in before) == (value is not None):
        return text
    wanted = {field: old for field, old in before.items() if field != name}
    if value is not None:
        wanted[name] = value
    for way in (_in_place, _replaced):
        with suppress(ValueError, KeyError, IndexError):  # not TOML any more, or no such table
            told = way(text, (*at, name), before.get(name), value, order)
            if table(told, at) == wanted:
                return told
    return _anew(text, wanted, order, at)


def table(text: str, at: Place = _QUESTION) -> dict[str, Any]:
    """Parse the table at a place of a text."""
    found: Any = tomli.loads(text)
    for step in at:
        found = found[step]
    return dict(found)


def fresh(fields: Mapping[str, Any], line_end: str = "\n", name: str = "question") -> str:
    """Write a question, or another part of a list of tables, as a new one."""
    return "\n".join([f"[[{name}]]", *_rows(fields), ""]).replace("\n", line_end)


def _in_place(text: str, where: Place, old: Any, value: Any, order: Sequence[str]) -> str:
    """Replace, add or take out one field, however it is written."""
    spans, name = Spans(text), str(where[-1])
    key, extent = spans.extent(where, key=True), spans.extent(where)
    if value is None:
        return _without(spans, where)
    if old is None:
        return _added(spans, where, value, order)
    if key and extent:
        one = isinstance(value, str)
        told = _value(text, name, value) if one else revised(spans, where, old, value, _room(name))
        return text[: extent[0]] + told + text[extent[1] :]
    if isinstance(old, Mapping) and isinstance(value, Mapping):
        for field in {**old, **value}:
            text = put(text, field, value.get(field), (), where)
        return text
    return _tables(text, where, old, value)


def _replaced(text: str, where: Place, old: Any, value: Any, order: Sequence[str]) -> str:
    """Replace a value as a whole, or what says it by a field."""
    del old
    spans, name = Spans(text), str(where[-1])
    extent = spans.extent(where)
    if extent and spans.extent(where, key=True):
        return text[: extent[0]] + _value(text, name, value) + text[extent[1] :]
    bare = Spans(_without(spans, where))
    return bare.text if value is None else _added(bare, where, value, order)


def _without(spans: Spans, where: Place) -> str:
    """Take a field out: its lines, or the tables that it is written as."""
    text, (key, extent) = spans.text, (spans.extent(where, key=True), spans.extent(where))
    if key and extent:
        return text[: _line_start(text, key[0])] + text[line_end(text, extent[1]) :]
    gone = [told for told in spans.tables() if told.place[: len(where)] == where]
    if not gone:
        raise KeyError(where)
    for told in reversed(gone):
        text = text[: lead_begin(text, told.begin)] + text[line_end(text, told.end) :]
    return text


def _tables(text: str, where: Place, old: Sequence[Any], value: Sequence[Any]) -> str:
    """Change a list that is written as tables, one below the other."""
    pieces = cut(text, where)
    path = tuple(step for step in where if isinstance(step, str))
    numbers = matched([written(told) for told in old], [written(told) for told in value])
    told = []
    for number, fields in zip(numbers, value, strict=True):
        if number is None:
            told.append(fresh(fields, pieces.line_end, ".".join(map(named, path))))
            continue
        part, at = pieces.questions[number], _first(path)
        for field in {**old[number], **fields}:
            part = put(part, field, fields.get(field), (), at)
        told.append(part)
    for number in reversed(range(len(told), len(old))):
        pieces = pieces.remove(number)
    for number, part in enumerate(told[: len(old)]):
        pieces = pieces.put(number, part)
    return pieces.extend(told[len(old) :]).text


def _first(path: Sequence[str]) -> Place:
    """The place of the first table of a list, in a text that holds nothing else."""
    return (*path, 0)


def _added(spans: Spans, where: Place, value: Any, order: Sequence[str]) -> str:
    """Write a new field behind the last one that comes before it."""
    text, at, name = spans.text, where[:-1], str(where[-1])
    places = {field: place for place, field in enumerate(order)}
    mine = places.get(name, len(order))
    ends = [
        extent[1]
        for field in table(text, at)
        if spans.extent((*at, field), key=True)
        and (extent := spans.extent((*at, field)))
        and places.get(field, len(order)) <= mine
    ]
    header = spans.extent(at) if at else None
    row = f"{named(name)} = {_value(text, name, value)}{ending(text)}"
    if not ends and not header:
        return row + text
    place = line_end(text, max([*ends, header[1] if header else 0]))
    return _ended(text[:place], text) + row + text[place:]


def _anew(text: str, fields: Mapping[str, Any], order: Sequence[str], at: Place) -> str:
    """Write a table anew, with the comments above it; what it says in comments is lost."""
    places = {field: place for place, field in enumerate(order)}
    names = sorted(fields, key=lambda field: places.get(field, len(order)))
    rows = _rows({field: fields[field] for field in names})
    header = Spans(text).extent(at) if at else None
    lead = text[: _line_start(text, header[0])] + text[header[0] : header[1]] if header else ""
    lead = lead and lead + ending(text)
    return lead + "".join(f"{row}\n".replace("\n", ending(text)) for row in rows)


def _rows(fields: Mapping[str, Any]) -> Iterator[str]:
    return (f"{named(name)} = {passage(told, _room(name))}" for name, told in fields.items())


def _value(text: str, name: str, value: Any) -> str:
    """Write a value with the line ends of a text."""
    return passage(value, _room(name)).replace("\n", ending(text))


def _room(name: str) -> int:
    return WIDTH - len(name) - 3


def _ended(before: str, text: str) -> str:
    return before if not before or before.endswith("\n") else before + ending(text)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1
