"""The `key = value` lines of the files that this program writes: plain TOML, written and read fast.

What is written here any TOML parser can read. Texts and lists are written as JSON would write
them, which is TOML too, so that they can be read back without a parser; whatever else a person
may have put there is left to the parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.encoder import encode_basestring
from typing import Any

from quiz.errors import Unreadable

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_FLOAT = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?")
_quote: Callable[[str], str] = encode_basestring
_scan: Callable[[str, int], tuple[str, int]] = scanstring
_WORDS = {"true": True, "false": False}
_MINUTE = timedelta(minutes=1)


def text(value: str) -> str:
    """Write a text in quotes; what UTF-8 cannot hold becomes a question mark."""
    quoted = _quote(value)
    if "\x7f" in quoted:
        quoted = quoted.replace("\x7f", "\\u007f")
    if quoted.isascii():
        return quoted
    return quoted.encode("utf-8", "replace").decode("utf-8")


def moment(value: datetime) -> str:
    """Write an aware date-time with its offset, which TOML counts in whole minutes."""
    offset = value.utcoffset()
    if offset is None:
        raise ValueError("a time without its offset")
    if offset % _MINUTE:
        value = value.astimezone(timezone(offset // _MINUTE * _MINUTE))
    return value.isoformat()


def written(value: Any) -> str:
    """Write any value of a record; a mapping becomes a list of pairs."""
    write = _WRITERS.get(type(value))
    if write:
        return write(value)
    if isinstance(value, str):
        return text(value)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, Mapping):
        return written(tuple(value.items()))
    if isinstance(value, Iterable):
        return f"[{', '.join(map(written, value))}]"
    raise TypeError(f"{type(value).__name__} has no place in a save")


_WRITERS: Mapping[type[Any], Callable[[Any], str]] = {
    str: text,
    int: repr,
    float: repr,
    bool: lambda value: "true" if value else "false",
    datetime: moment,
    date: date.isoformat,
    tuple: lambda value: f"[{', '.join(map(written, value))}]",
}


def key(name: str) -> str:
    """Write a key, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else text(name)


def pairs(table: Mapping[str, Any]) -> str:
    """Write a table as lines, each with its line end."""
    return "".join(f"{key(name)} = {written(value)}\n" for name, value in table.items())


def read_pairs(lines: str) -> dict[str, Any]:
    """Read lines of `key = value`; raises Unreadable where they are not TOML."""
    try:
        return _fast(lines)
    except (ValueError, KeyError, RecursionError):
        return parsed(lines)


def parsed(lines: str) -> dict[str, Any]:
    """Read the same with the parser, whatever a person made of it; raises Unreadable."""
    import tomli

    try:
        return tomli.loads(lines)
    except (ValueError, RecursionError, OverflowError) as wrong:
        raise Unreadable("This is not TOML", str(wrong)) from wrong


def _fast(lines: str) -> dict[str, Any]:
    """Read what was written here; a ValueError or KeyError says that something else stands here."""
    table: dict[str, Any] = {}
    for row in lines.split("\n"):
        if not row:
            continue
        name, found, value = row.partition(" = ")
        if not found:
            raise ValueError(row)
        if name[0] == '"':
            name = json.loads(name)
        elif not name.isidentifier() and not _BARE.fullmatch(name):
            raise ValueError(name)
        if name in table:
            raise ValueError(name)
        table[name] = _value(value)
    return table


def _value(told: str) -> Any:
    """Read one value."""
    first = told[:1]
    if first == '"':
        value, end = _scan(told, 1)
        if end < len(told):
            raise ValueError(told)
        return value
    if first == "[":
        return _list(told)
    if told.isdecimal() and (first != "0" or told == "0"):
        return int(told)
    if told[10:11] == "T":
        at = datetime.fromisoformat(told)
        if at.tzinfo is None:
            raise ValueError(told)
        return at
    if told in _WORDS:
        return _WORDS[told]
    if not _FLOAT.fullmatch(told):
        raise ValueError(told)
    return int(told) if told[1:].isdecimal() else float(told)


def _list(told: str) -> Any:
    """Read a list, unless it holds what JSON knows and TOML does not."""
    value = _DECODER.decode(told)
    if ("null" in told or "{" in told) and _foreign(value):
        raise ValueError(told)
    return value


def _refused(word: str) -> Any:
    """Leave NaN and infinities to the parser."""
    raise ValueError(word)


_DECODER = json.JSONDecoder(parse_constant=_refused)


def _foreign(value: Any) -> bool:
    """Tell whether a null or an object stands anywhere in a list."""
    if isinstance(value, list):
        return any(map(_foreign, value))
    return value is None or isinstance(value, dict)
