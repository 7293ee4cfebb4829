"""Lines of a document and what each is: prose, heading, row of a table, item, question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
_WIDEST, _SHORTEST, _NEARLY_ALL, _RAGGED = 200, 25, 0.9, 0.7
_ENDED = re.compile(r"[.!?:;|…][\"”’')\]*_]*$")
_LABEL = re.compile(
    r"\W{0,4}(?:(?:Q|A|Question|Answer)\W{0,3}[:.]|[A-ZÀ-Þ][\w'’ -]{0,40}\W{0,2}:)\s"
)
_ASKING = re.compile(r"\W{0,4}(?:Q|A|Question|Answer)\W{0,3}[:.]\s")


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
    width = width_of(told)
    found: list[Line] = []
    opening = ""
    for number, (line, apart) in enumerate(told, 1):
        alone = apart and (number == len(told) or told[number][1])
        before = found[-1] if found else None
        joins = (
            bool(width)
            and not apart
            and before is not None
            and before.role is Role.PROSE
            and _goes_on(before.text, line, width, opening)
        )
        made = _line(number, line, apart, heads=not marked and (alone or not width), within=joins)
        if joins and made.role is Role.PROSE:
            made = replace(made, joins=True)
        elif (
            marked
            and before is not None
            and not apart
            and made.role is Role.PROSE
            and not made.start
            and (number == len(told) or told[number][1])
            and _heads_on(before, line, width)
        ):
            made = replace(made, role=Role.HEADING, joins=True)
        else:
            opening = line
        found.append(made)
    return tuple(found) if marked or not width else tuple(_headed(found))


def _heads_on(before: Line, line: str, width: int) -> bool:
    """Whether a line alone goes on with the heading over it, which was broken like the text."""
    if before.role is not Role.HEADING or len(line) > _SHORT_HEADING or _ENDED.search(line):
        return False
    open_ended = bool(
        re.search(r"(?:\b(?:of|the|and|a|an|in|for|to|at|on|by|with|from|de|or)|,)$", before.text)
    )
    return (
        open_ended
        or line[:1].islower()
        or (0 < width < len(before.text) + len(line.split()[0]) + 1)
    )


def _headed(lines: Sequence[Line]) -> Iterator[Line]:
    """Take a heading for one where it was itself broken into lines."""
    every = list(runs(lines))
    for number, run in enumerate(every, 1):
        alone = run[0].gap and (number == len(every) or every[number][0].gap)
        if alone and len(run) > 1 and not run[0].start and _looks_like_heading(joined(run)):
            yield from (replace(line, role=Role.HEADING) for line in run)
        else:
            yield from run


def runs(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Give paragraphs: a line, with the lines that go on with it."""
    run: list[Line] = []
    for line in lines:
        if run and (not line.joins or line.number != run[-1].number + 1):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def joined(run: Sequence[Line]) -> str:
    """The text of a paragraph that was broken into lines, from the start of its first."""
    return " ".join(
        [run[0].text[: run[0].end], *(line.text[line.start : line.end] for line in run[1:])]
    )


def width_of(lines: Sequence[tuple[str, bool]]) -> int:
    """The width at which paragraphs were broken into lines; 0 where they were not.

    Broken ones go on in small letters on the next line; where few do, each of them must be full.
    """
    pairs = [
        (one.strip(), other.strip())
        for (one, _), (other, gap) in pairwise(lines)
        if not gap and one.strip() and other.strip() and not _marked(one) and not _marked(other)
    ]
    if not pairs:
        return 0
    width = sorted(len(one) for one, _ in pairs)[int(len(pairs) * _NEARLY_ALL)]
    cut = [pair for pair in pairs if not _ENDED.search(pair[0]) and pair[1][0].islower()]
    if len(cut) >= _FEW_CUT and len(cut) >= len(pairs) * _SHARE_CUT:
        return width
    full = all(len(one) >= _SHORTEST and _is_full(one, other, width) for one, other in cut)
    return width if cut and full and width <= _WIDEST else 0


def _marked(line: str) -> bool:
    """Whether a line is a heading's or a table's, which nobody breaks."""
    return bool(_ROW.match(line) or _HEADING.match(line))


def _is_full(one: str, other: str, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    return len(one.rstrip()) + 1 + len((other.split(None, 1) or [""])[0]) > width


def _goes_on(before: str, line: str, width: int, opening: str) -> bool:
    """Whether a line goes on with the one before, in a text of this width.

    `opening` is the line that the paragraph began with.
    """
    ended, full = bool(_ENDED.search(before.rstrip())), _is_full(before, line, width)
    if _ASKING.match(line) or (_LABEL.match(line) and (ended or not full or _LABEL.match(opening))):
        return False
    if _ITEM.match(line):
        return not ended and full and not line[:1].isspace()
    nearly = len(before.rstrip()) >= width * _RAGGED
    return full or (not ended and (nearly or line.lstrip()[:1].islower()))


def _line(number: int, text: Clean, gap: bool, *, heads: bool, within: bool) -> Line:
    """See what a line is; `heads` allows a short line without a sign to be a heading.

    `within` says that it goes on with a paragraph: what looks like an item's number is its words.
    """
    end = len(text.rstrip())
    if picture := _PICTURE.match(text):
        return Line(number, text, Role.PROSE, picture.start(1), picture.end(1), gap)
    if heading := _HEADING.match(text):
        return Line(number, text, Role.HEADING, heading.end(), end, gap)
    if _ROW.match(text):
        return Line(number, text, Role.ROW, 0, end, gap)
    item = None if within else _ITEM.match(text)
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
