"""Change one field in the text of a table, and leave every other byte of it as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import tomli
import tomli_w

from quiz.core.problem import Place
from quiz.store.spans import Spans

_WIDTH = 100
_QUESTION: Place = ("question", 0)


def put(text: str, name: str, value: Any, order: Sequence[str], at: Place = _QUESTION) -> str:
    """Set a field of the table at a place; None takes it out.

    A value is put where the old one stood; a new field comes where `order` has it. If the field
    is written in a way that this cannot change in place, the table is written anew.
    """
    before = table(text, at)
    if before.get(name) == value and (name in before) == (value is not None):
        return text
    wanted = {key: old for key, old in before.items() if key != name}
    if value is not None:
        wanted[name] = value
    try:
        told = _in_place(text, name, value, order, at)
        if table(told, at) == wanted:
            return told
    except (ValueError, KeyError, IndexError):  # not TOML any more, or no such table
        pass
    return _anew(text, wanted, order, at)


def table(text: str, at: Place = _QUESTION) -> dict[str, Any]:
    """Parse the table at a place of a text."""
    found: Any = tomli.loads(text)
    for step in at:
        found = found[step]
    return dict(found)


def fresh(fields: Mapping[str, Any], line_end: str = "\n", name: str = "question") -> str:
    """Write a question, or another part of a list of tables, as a new one."""
    return line_end.join([f"[[{name}]]", *_rows(fields), ""])


def written(value: Any, room: int = _WIDTH) -> str:
    """Write a value on one line; a list that does not fit into `room`, on several."""
    if isinstance(value, list | tuple):
        items = [written(item) for item in value]
        row = f"[{', '.join(items)}]"
        if len(row) <= room or not items[1:]:
            return row
        return "\n".join(["[", *(f"  {item}," for item in items), "]"])
    if isinstance(value, Mapping):
        rows = [tomli_w.dumps({key: 0}).rpartition(" = ")[0] for key in value]
        pairs = (f"{k} = {written(v)}" for k, v in zip(rows, value.values(), strict=True))
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").strip()


def _in_place(text: str, name: str, value: Any, order: Sequence[str], at: Place) -> str:
    """Replace, add or take out one field."""
    spans = Spans(text)
    where = (*at, name)
    key = spans.extent(where, key=True)
    if key is None:
        return text if value is None else _added(spans, name, value, order, at)
    begin, end = spans.extent(where) or key
    if value is None:
        return text[: _line_start(text, key[0])] + text[_line_end(text, end) :]
    return text[:begin] + _value(text, name, value) + text[end:]


def _added(spans: Spans, name: str, value: Any, order: Sequence[str], at: Place) -> str:
    """Write a new field behind the last one that comes before it."""
    text = spans.text
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
    row = f"{name} = {_value(text, name, value)}{_ending(text)}"
    if not ends and not header:
        return row + text
    place = _line_end(text, max([*ends, header[1] if header else 0]))
    return _ended(text[:place], text) + row + text[place:]


def _anew(text: str, fields: Mapping[str, Any], order: Sequence[str], at: Place) -> str:
    """Write a table anew, with the comments above it; what it says in comments is lost."""
    places = {field: place for place, field in enumerate(order)}
    names = sorted(fields, key=lambda field: places.get(field, len(order)))
    rows = _rows({field: fields[field] for field in names})
    header = Spans(text).extent(at) if at else None
    lead = text[: _line_start(text, header[0])] + text[header[0] : header[1]] if header else ""
    return _ending(text).join([*([lead] if lead else []), *rows, ""])


def _rows(fields: Mapping[str, Any]) -> list[str]:
    return [f"{name} = {written(value, _WIDTH - len(name) - 3)}" for name, value in fields.items()]


def _value(text: str, name: str, value: Any) -> str:
    """Write a value with the line ends of a text."""
    return written(value, _WIDTH - len(name) - 3).replace("\n", _ending(text))


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _ended(before: str, text: str) -> str:
    return before if not before or before.endswith("\n") else before + _ending(text)


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1
