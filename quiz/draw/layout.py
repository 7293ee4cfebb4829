"""Lines of a document and what each is: prose, heading, row of a table, item, question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from quiz.core.text import Clean, clean


class Role(Enum):
    """What a line is for."""

    PROSE = "prose"
    HEADING = "heading"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text: its number from 1, and where its body stands within the marks."""

    number: int
    text: Clean
    role: Role
    start: int
    end: int
    gap: bool
    """Whether an empty line stands before it."""
    joins: bool = False
    """Whether it goes on with the paragraph of the line before it."""


_HEADING = re.compile(r"\s*#{1,6}\s+")
_ITEM = re.compile(r"\s*(?:[-*•+]|\d{1,3}[.)])\s+")
_PICTURE = re.compile(r"\s*!\[(.*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$", re.S)
_ROW = re.compile(r"\s*\|.*\|\s*$")
_SHORT_HEADING = 70
_FEW_CUT, _SHARE_CUT = 3, 0.25


def lines_of(text: str, *, marked: bool) -> tuple[Line, ...]:
    """Split a text: paragraph N is its Nth line that is not empty.

    `marked` says that it is Markdown, where a heading has its sign; elsewhere a short line
    without a full stop is one.
    """
    told: list[tuple[Clean, bool]] = []
    gap = True
    for raw in text.replace("\r\n", "\n").split("\n"):
        if raw.strip():
            told.append((Clean(" ".join(clean(raw).replace("\t", " ").split("\n"))), gap))
        gap = not raw.strip()
    wrapped = is_wrapped(told)
    found: list[Line] = []
    for number, (line, apart) in enumerate(told, 1):
        alone = apart and (number == len(told) or told[number][1])
        made = _line(number, line, apart, heads=not marked and (alone or not wrapped))
        before = found[-1] if found else None
        goes_on = wrapped and not apart and before is not None and not _ITEM.match(line)
        if goes_on and before and before.role is made.role is Role.PROSE:
            made = replace(made, joins=True)
        found.append(made)
    return tuple(found)


def is_wrapped(lines: Sequence[tuple[str, bool]]) -> bool:
    """Whether paragraphs were broken into lines: many go on in small letters on the next one."""
    pairs = [
        (one.rstrip(), other.lstrip())
        for (one, _), (other, gap) in pairwise(lines)
        if not gap and one.strip() and other.strip()
    ]
    cut = sum(one[-1] not in ".!?:;|" and other[0].islower() for one, other in pairs)
    return cut >= _FEW_CUT and cut >= len(pairs) * _SHARE_CUT


def _line(number: int, text: Clean, gap: bool, *, heads: bool) -> Line:
    """See what a line is; `heads` allows a short line without a sign to be a heading."""
    end = len(text.rstrip())
    if picture := _PICTURE.match(text):
        return Line(number, text, Role.PROSE, picture.start(1), picture.end(1), gap)
    if heading := _HEADING.match(text):
        return Line(number, text, Role.HEADING, heading.end(), end, gap)
    if _ROW.match(text):
        return Line(number, text, Role.ROW, 0, end, gap)
    item = _ITEM.match(text)
    start = item.end() if item else len(text) - len(text.lstrip())
    if heads and not item and _looks_like_heading(text.strip()):
        return Line(number, text, Role.HEADING, start, end, gap)
    return Line(number, text, Role.PROSE, start, end, gap)


def _looks_like_heading(text: str) -> bool:
    """A short line without a full stop, and without the colon of a term and its meaning."""
    return (
        len(text) <= _SHORT_HEADING
        and text[-1] not in ".!?,;…\"”'’)"
        and not re.search(r":\s\S", text)
        and (text[0].isupper() or text[0].isdigit())
        and not re.match(r"\d+ (?:g|ml|kg|teaspoon)", text)
    )
