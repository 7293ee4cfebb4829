"""JSON part by part: each item of a list with its line, up to where the text is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

_GAP = re.compile(r"[ \t\r\n]*")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list that was asked for, and the line at which it begins."""

    line: int
    value: Any


@dataclass(frozen=True, slots=True)
class Named:
    """What an object says under a name."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Broken:
    """Why nothing more can be read from a line on."""

    line: int
    why: str


def parts(text: str, names: Collection[str]) -> Iterator[Item | Named | Broken]:
    """Read a list, or an object with lists under some of these names, whose items are given.

    What the object says under other names is given whole.
    """
    reader = _Reader(text)
    try:
        yield from reader.parts(names)
    except json.JSONDecodeError as wrong:
        yield Broken(wrong.lineno, f"{wrong.msg[:1].lower()}{wrong.msg[1:]}")
    except (ValueError, RecursionError) as wrong:
        deep = isinstance(wrong, RecursionError)
        yield Broken(reader.line(), "it is nested too deeply" if deep else str(wrong))


class _Reader:
    """Reads on from where it is."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = json.JSONDecoder().raw_decode
        self._at = 0
        self._counted = (0, 1)

    def line(self) -> int:
        """The line of what comes next."""
        at, number = self._counted
        self._counted = self._at, number + self._text.count("\n", at, self._at)
        return self._counted[1]

    def parts(self, names: Collection[str]) -> Iterator[Item | Named]:
        """Read the text to its end."""
        sign = self._sign()
        if sign == "[":
            yield from self._items()
        elif sign == "{":
            yield from self._pairs(names)
        else:
            self._value()
        if self._sign():
            raise json.JSONDecodeError("Extra data", self._text, self._at)

    def _pairs(self, names: Collection[str]) -> Iterator[Item | Named]:
        for _ in self._each("}"):
            name = self._value()
            if not isinstance(name, str):
                raise json.JSONDecodeError("Expecting a name", self._text, self._at)
            self._expect(":")
            if name in names and self._sign() == "[":
                yield from self._items()
            else:
                yield Named(name, self._value())

    def _items(self) -> Iterator[Item]:
        for _ in self._each("]"):
            self._sign()
            line = self.line()
            yield Item(line, self._value())

    def _each(self, closing: str) -> Iterator[None]:
        """Go from a bracket to its partner, item by item."""
        self._at += 1
        if self._sign() == closing:
            self._at += 1
            return
        while True:
            yield
            if self._sign() == closing:
                self._at += 1
                return
            self._expect(",")

    def _expect(self, sign: str) -> None:
        if self._sign() != sign:
            raise json.JSONDecodeError(f"Expecting '{sign}'", self._text, self._at)
        self._at += 1

    def _value(self) -> Any:
        self._sign()
        value, self._at = self._read(self._text, self._at)
        return value

    def _sign(self) -> str:
        """Pass over a gap; give the sign that comes next, "" at the end."""
        found = _GAP.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]
