"""A value as TOML writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import tomli_w

WIDTH = 100
"""Cells of the widest line on which a list stands by itself."""

_ESCAPED = re.compile(r"\\(.)")


def written(value: Any, room: int = WIDTH) -> str:
    """Write a value on one line; a list that does not fit into `room`, on several."""
    if isinstance(value, list | tuple):
        items = [written(item) for item in value]
        row = f"[{', '.join(items)}]"
        if len(row) <= room or not items[1:]:
            return row
        return "\n".join(["[", *(f"  {item}," for item in items), "]"])
    if isinstance(value, Mapping):
        pairs = (f"{named(name)} = {written(told)}" for name, told in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").strip()


def passage(value: Any, room: int = WIDTH) -> str:
    """Write the value of a field: a text of several lines as such, all else as in a list."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        rows = (_ESCAPED.sub(_bare, written(row)[1:-1]) for row in value.split("\n"))
        told = "\n".join(rows)
        told = f'{told[:-1]}\\"' if told.endswith('"') else told
        return '"""\n' + told.replace('"""', r"\"\"\"") + '"""'
    return written(value, room)


def _bare(escape: re.Match[str]) -> str:
    """A quote mark needs no escape among several lines."""
    return '"' if escape[1] == '"' else escape[0]


def named(name: str) -> str:
    """Write a key, in quotes where it needs them."""
    return tomli_w.dumps({name: 0}).rpartition(" = ")[0]


def ending(text: str) -> str:
    """Say how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"
