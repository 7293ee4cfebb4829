"""Where every key and value of a TOML text stands; used only when something is wrong with it.

The text has been parsed before, so this reader trusts its grammar and looks for positions alone.
One pass, linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from quiz.core.problem import Place

_STRING = (
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"""(?:""|")?'
    r"|'''(?:[^']++|'(?!''))*+'''(?:''|')?"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_GAP = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")
DOT = re.compile(r"[ \t]*\.[ \t]*")
PART = re.compile(r'"(?:[^"\\\n]++|\\.)*+"|\'[^\'\n]*+\'|[^\s.=\[\]"\']++')
_HEADER = re.compile(rf"\n[ \t]*(\[\[?)[ \t]*({PART.pattern})[ \t]*(\.|\]\]?)")
_WORD = re.compile(r"(?!(?:true|false|inf|nan)\Z)[A-Za-z_][\w-]*", re.ASCII)
_LONG = re.compile(r'"{3}|\'{3}')
_TOKEN = re.compile(rf"{_STRING}|#[^\n]*+|[^\"'#]++")
VALUE = re.compile(_STRING + r"|[^\s,\]}#]++(?:[ ]\d\d:[^\s,\]}#]++)?")


class Span(NamedTuple):
    """A place in a text: line and column from 1, that line, and how far it goes in it."""

    line: int
    column: int
    source: str
    width: int


class Table(NamedTuple):
    """A stretch of a text: a header with the fields below it; `place` is () for the file's head.

    It starts where the header does, and ends behind its last value.
    """

    place: Place
    begin: int
    end: int


class Spans:
    """The places of all keys and values of one TOML text.

    A pack is read in stretches, and only those that are asked about: one for each [[question]],
    and what stands before and among them.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._keys: dict[Place, tuple[int, int]] = {}
        self._values: dict[Place, tuple[int, int]] = {}
        self._last: dict[Place, int] = {}
        self._tables: dict[int, Table] = {}
        self._stretches = _stretches(text)
        self._read: set[int | None] = set()

    def find(self, where: Place, *, key: bool = False) -> Span:
        """Find a value (or its key), else the nearest thing around it, else the first line."""
        self._look_into(where)
        if key and where in self._keys:
            return self._span(*self._keys[where])
        for length in range(len(where), 0, -1):
            found = self._values.get(where[:length]) or self._keys.get(where[:length])
            if found:
                return self._span(*found)
        return self._span(0, 0)

    def extent(self, where: Place, *, key: bool = False) -> tuple[int, int] | None:
        """Give the offsets between which a value (or its key) stands; None if it is not there."""
        self._look_into(where)
        return (self._keys if key else self._values).get(where)

    def tables(self) -> list[Table]:
        """List the tables of the whole text in the order in which they stand."""
        self._read_all()
        return sorted(self._tables.values(), key=lambda table: table.begin)

    def _look_into(self, where: Place) -> None:
        """Read as much of the text as a place needs."""
        questions, _, odd = self._stretches
        if not odd.isdisjoint(("question", *where[:1])):
            self._read_all()
        elif questions and where[:1] == ("question",):
            number = where[1] if len(where) > 1 and isinstance(where[1], int) else 0
            for block in (0, number):
                self._read_question(block)
        elif where:
            self._read_rest()

    def _read_all(self) -> None:
        """Read the whole text, once."""
        if None not in self._read:
            self._read.add(None)
            for found in (self._keys, self._values, self._tables, self._last):
                found.clear()
            self._scan(0, len(self.text))

    def _read_question(self, number: int) -> None:
        """Read the stretch of a question, once."""
        questions = self._stretches.questions
        if None not in self._read and number not in self._read and number < len(questions):
            self._read.add(number)
            self._last = {("question",): number - 1}
            self._scan(*questions[number])

    def _read_rest(self) -> None:
        """Read what is no question, once."""
        if self._read.isdisjoint((None, -1)):
            self._read.add(-1)
            self._last = {}
            for stretch in self._stretches.rest:
                self._scan(*stretch)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        return list(accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0))

    def _span(self, first: int, last: int) -> Span:
        """Turn two offsets into lines and columns."""
        line = bisect_right(self._starts, first)
        begin = self._starts[line - 1]
        source = self.text[begin : self._starts[line] - 1].rstrip("\r")
        width = min(last, begin + len(source)) - first
        return Span(line, first - begin + 1, source, max(1, width))

    def _scan(self, at: int, end: int) -> None:
        """Walk the statements of a stretch: headers and key = value lines."""
        table: Place = ()
        # Where it is not TOML after all, what was found up to there is still good.
        with suppress(IndexError, ValueError, RecursionError):
            begin = at = self._skip(at)
            while at < end:
                if self.text[at] == "[":
                    begin = at
                    at, table = self._header(at)
                else:
                    at = self._pair(at, table)
                self._tables[begin] = Table(table, begin, at)
                at = self._skip(at)

    def _skip(self, at: int) -> int:
        """Pass white space, comments and commas."""
        found = _GAP.match(self.text, at)
        return found.end() if found else at

    def _header(self, at: int) -> tuple[int, Place]:
        """Read [table] or [[table]]; give where it ends and the place it opens."""
        begin, many = at, self.text.startswith("[[", at)
        at, parts = self._key(self._skip(at + 1 + many))
        end = self.text.index("]", at) + 1 + many
        place: Place = ()
        for name, _, _ in parts[:-1]:
            place = self._enter((*place, name))
        place = (*place, parts[-1][0])
        if many:
            self._values.setdefault(place, (begin, end))
            self._last[place] = self._last.get(place, -1) + 1
            place = (*place, self._last[place])
        self._values[place] = (begin, end)
        return end, place

    def _enter(self, place: Place) -> Place:
        """Step into the newest table of a list of tables."""
        return (*place, self._last[place]) if place in self._last else place

    def _pair(self, at: int, table: Place) -> int:
        """Read key = value within a table; give where it ends."""
        at, parts = self._key(at)
        place = table
        for name, first, last in parts:
            place = (*place, name)
            self._keys.setdefault(place, (first, last))
        return self._value(self._skip(self.text.index("=", at) + 1), place)

    def _key(self, at: int) -> tuple[int, list[tuple[str, int, int]]]:
        """Read a key; give where it ends and its parts with their positions."""
        parts: list[tuple[str, int, int]] = []
        while True:
            found = PART.match(self.text, at)
            if not found:
                raise IndexError(at)
            parts.append((name_of(found[0]), *found.span()))
            dot = DOT.match(self.text, found.end())
            if not dot:
                return found.end(), parts
            at = dot.end()

    def _value(self, at: int, place: Place) -> int:
        """Read a value with all that is in it; give where it ends."""
        begin, opening = at, self.text[at]
        if opening in "[{":
            count, at = 0, self._skip(at + 1)
            while self.text[at] not in "]}":
                if opening == "[":
                    at = self._value(at, (*place, count))
                    count += 1
                else:
                    at = self._pair(at, place)
                at = self._skip(at)
            at += 1
        else:
            found = VALUE.match(self.text, at)
            if not found:
                raise IndexError(at)
            at = found.end()
        self._values[place] = (begin, at)
        return at


class _Stretches(NamedTuple):
    """Offsets between which each question stands, and all that is none.

    `odd` are names in lines that may be headers or not; "question" is one of them where a
    question's own tables do not all stand right below it.
    """

    questions: list[tuple[int, int]]
    rest: list[tuple[int, int]]
    odd: set[str]


def _stretches(text: str) -> _Stretches:
    """Cut a text at its headers: a line that begins with [ and a word can be nothing else."""
    found = _Stretches([], [], set())
    begin, asking = 0, False
    strings = _long_strings(text) if '"""' in text or "'''" in text else iter(())
    inside = next(strings, None)
    for header in _HEADER.finditer(f"\n{text}"):
        at, name = header.start(), header[2]
        while inside and inside[1] <= at:
            inside = next(strings, None)
        if inside and inside[0] < at:
            continue
        if not _WORD.fullmatch(name):
            with suppress(ValueError):
                found.odd.add(name_of(name))
            continue
        opens = name == "question" and (header[1], header[3]) == ("[[", "]]")
        if name == "question" and not opens:
            found.odd.update(() if asking else (name,))
        elif opens or asking:
            (found.questions if asking else found.rest).append((begin, at))
            begin, asking = at, opens
    (found.questions if asking else found.rest).append((begin, len(text)))
    return found


def _long_strings(text: str) -> Iterator[tuple[int, int]]:
    """Find the strings that three quotes open, which may hold what looks like a header."""
    at = 0
    for quotes in _LONG.finditer(text):
        if quotes.start() < at:
            continue
        at = max(at, text.rfind("\n", at, quotes.start()) + 1)
        while at <= quotes.start():
            token = _TOKEN.match(text, at)
            if token and token[0].startswith(('"""', "'''")):
                yield token.span()
            at = token.end() if token else quotes.end()


def name_of(part: str) -> str:
    """Take the quotes from a key and read its escapes."""
    if part[0] == "'":
        return part[1:-1]
    if part[0] != '"':
        return part
    if "\\" not in part:
        return part[1:-1]
    import tomli

    return str(tomli.loads(f"x = {part}")["x"])
