"""Record to TOML table and back: the fields of each record, flat, under the journal's own names.

A field that is nothing unless said otherwise (no hints, no reason) is left out where it is
nothing. How a question was played stands flat in its attempt, the house rules in their round.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from types import MappingProxyType
from typing import Any

from quiz.core.records import Attempt, Finish, Move, Opening, Record, Ruling
from quiz.core.rules import Play, Rules
from quiz.core.text import Clean, clean
from quiz.errors import Unreadable
from quiz.store.segments.pairs import written

TABLES: Mapping[str, type[Record]] = {
    "round": Opening,
    "move": Move,
    "attempt": Attempt,
    "ruling": Ruling,
    "finish": Finish,
}
"""What the journal calls each record."""
_NAMES: Mapping[type[Record], str] = {cls: name for name, cls in TABLES.items()}


def to_toml(record: Record, n: int) -> str:
    """Write a record as the lines of its table, header first."""
    rows = [f"[[{_NAMES[type(record)]}]]\nn = {n}\n"]
    for name, holder, optional in _LAYOUT[type(record)]:
        value = getattr(getattr(record, holder) if holder else record, name)
        if value or not optional:
            rows.append(f"{name} = {written(value)}\n")
    return "".join(rows)


def from_table(name: str, table: Mapping[str, Any]) -> Record:
    """Make a record of its table; raises Unreadable where the two do not fit."""
    made = TABLES.get(name)
    if made is None:
        raise Unreadable("An unknown record", f"[[{name}]] means nothing to this version")
    try:
        return made(**{field: read(table) for field, read in _READERS[made].items()})
    except (KeyError, TypeError, ValueError) as wrong:
        raise Unreadable(f"A [[{name}]] that cannot be used", str(wrong)) from wrong


def _text(value: Any) -> str:
    """Take a text, made safe."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return clean(value)


def _whole(value: Any) -> int:
    """Take a whole number."""
    if type(value) is not int:
        raise TypeError(f"{value!r} is no whole number")
    return value


def _number(value: Any) -> float:
    """Take a number."""
    if type(value) not in (int, float):
        raise TypeError(f"{value!r} is no number")
    return float(value)


def _fact(value: Any) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise TypeError(f"{value!r} is neither true nor false")
    return value


def _moment(value: Any) -> datetime:
    """Take a date-time with its offset."""
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise TypeError(f"{value!r} is no date-time with an offset")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    """Take a list of texts."""
    if not isinstance(value, list | tuple):
        raise TypeError(f"{value!r} is no list")
    return tuple(map(_text, value))


def _twos(value: Any) -> tuple[tuple[str, str], ...]:
    """Take a list of pairs of texts."""
    twos = [_texts(two) for two in value]
    return tuple((first, second) for first, second in twos)


def _map(value: Any) -> Mapping[str, str]:
    """Take pairs of texts as a mapping."""
    return MappingProxyType(dict(_twos(value)))


_TYPES: Mapping[str, Callable[[Any], Any]] = {
    "str": _text,
    "Clean": _text,
    "int": _whole,
    "float": _number,
    "bool": _fact,
    "datetime": _moment,
    "tuple[Clean, ...]": _texts,
    "tuple[tuple[str, str], ...]": _twos,
    "Mapping[str, str]": _map,
}
_NOTHING: Mapping[str, Any] = {
    "str": "",
    "Clean": Clean(""),
    "int": 0,
    "float": 0.0,
    "bool": False,
    "Mapping[str, str]": (),
}
_NESTED: Mapping[str, type[Any]] = {"Rules": Rules, "Play": Play}


def _layout(cls: type[Any], holder: str = "") -> list[tuple[str, str, bool]]:
    """List the fields of a record in their order: name, where it is held, left out if nothing."""
    found: list[tuple[str, str, bool]] = []
    for field in fields(cls):
        if str(field.type) in _NESTED:
            found += _layout(_NESTED[str(field.type)], field.name)
            continue
        default = field.default
        if field.default_factory is not MISSING:
            default = field.default_factory()
        found.append((field.name, holder, default is not MISSING and not default))
    return found


def _reader(field: Any) -> Callable[[Mapping[str, Any]], Any]:
    """Make what reads one field from a table."""
    kind, name = str(field.type), field.name
    if kind in _NESTED:
        made, parts = _NESTED[kind], {part.name: _reader(part) for part in fields(_NESTED[kind])}
        return lambda table: made(**{part: read(table) for part, read in parts.items()})
    take = _TYPES[kind]
    default = field.default if field.default_factory is MISSING else field.default_factory()
    if default is MISSING or default:
        return lambda table: take(table[name])
    nothing = _NOTHING[kind]
    return lambda table: take(table.get(name, nothing))


_LAYOUT = {cls: _layout(cls) for cls in _NAMES}
_READERS = {cls: {field.name: _reader(field) for field in fields(cls)} for cls in _NAMES}
