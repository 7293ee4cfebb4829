"""Document: a file as paragraphs and sentences with positions, and what was set aside of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from itertools import islice
from pathlib import PurePath

from quiz.core.text import Clean, clean
from quiz.draw.english.times import is_date, published
from quiz.draw.lines import furniture
from quiz.draw.lines.decode import decode
from quiz.draw.lines.language import is_english
from quiz.draw.lines.layout import Line, Role, joined, lines_of, runs
from quiz.draw.lines.plain import plain
from quiz.draw.lines.sentences import split
from quiz.errors import Unreadable

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest document that is read."""
LONGEST_LINE = 100_000
"""Characters of a line beyond which it is no paragraph that a person wrote."""
LONGEST_SENTENCE = 1_200


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence where it stands: `start` and `end` are offsets in the paragraph.

    `raw` is what the document says; `text` the same without markup, with straight quotes.
    """

    document: str
    paragraph: int
    start: int
    end: int
    raw: Clean
    text: str
    speaker: str = ""
    quoted: bool = False
    """Whether it begins inside somebody's words."""
    block: int = 0
    """The number of the line that its paragraph begins on, where that was broken into lines."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A passage that nothing is drawn from, and why."""

    paragraph: int
    text: Clean
    reason: str


@dataclass(frozen=True)
class Document:
    """What a file holds: its lines as paragraphs, numbered as citations number them."""

    id: str
    file: Clean
    title: Clean
    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    published: str
    sha256: str
    notes: tuple[str, ...]
    english: bool

    @cached_property
    def paragraphs(self) -> tuple[Clean, ...]:
        """The text of every paragraph; number N is at N - 1."""
        return tuple(line.text for line in self.lines)

    @cached_property
    def aside(self) -> frozenset[int]:
        """The numbers of the paragraphs that were set aside."""
        return frozenset(aside.paragraph for aside in self.asides)

    @cached_property
    def kept(self) -> tuple[Line, ...]:
        """The paragraphs that facts may come from."""
        return tuple(line for line in self.lines if line.number not in self.aside)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all prose that was not set aside, in order."""
        found: list[Sentence] = []
        for run in runs(self.kept):
            if run[0].role is Role.PROSE:
                found += _sentences(self.id, run)
        return tuple(found)

    @cached_property
    def blocks(self) -> tuple[Sentence, ...]:
        """Every paragraph of prose that was not set aside, whole, with the marks before it."""
        return tuple(_block(self.id, run) for run in runs(self.kept) if run[0].role is Role.PROSE)

    def last_line(self, paragraph: int) -> int:
        """The number of the last line that goes on with a paragraph."""
        while paragraph < len(self.lines) and self.lines[paragraph].joins:
            paragraph += 1
        return paragraph

    def passage(self, paragraph: int, start: int, end: int) -> str:
        """What stands between two offsets of a paragraph, on its line and on those that go on."""
        lines = self.lines[paragraph - 1 :]
        if not lines or end <= len(lines[0].text):
            return lines[0].text[start:end] if lines else ""
        text = lines[0].text[: lines[0].end]
        for line in lines[1:]:
            if len(text) >= end or not line.joins:
                break
            text += f" {line.text[line.start : line.end]}"
        return text[start:end]

    def around(self, paragraph: int, start: int, end: int, width: int = 32) -> tuple[str, str]:
        """What stands before and after a passage of a paragraph."""
        text = self.lines[paragraph - 1].text
        ahead, behind = text[:start], self.passage(paragraph, end, end + width)
        if len(ahead) < width and paragraph > 1:
            ahead = f"{self.lines[paragraph - 2].text[-width:]}\n{ahead}"
        if len(behind) < width and end <= len(text) and paragraph < len(self.lines):
            behind = f"{behind}\n{self.lines[paragraph].text[:width]}"
        return ahead[-width:], behind[:width]


def _block(document: str, run: Sequence[Line]) -> Sentence:
    """A whole paragraph as one passage."""
    text = joined(run)
    raw = text.strip()
    start = len(text) - len(text.lstrip())
    place = run[0].number, start, start + len(raw)
    return Sentence(document, *place, Clean(raw), plain(raw))


def _sentences(document: str, run: Sequence[Line]) -> Iterator[Sentence]:
    """The sentences of a paragraph, each placed in the line that it begins on."""
    first = run[0]
    text, starts = joined(run), [0]
    for at, before in enumerate(run[:-1]):
        starts.append(starts[-1] + before.end - (before.start if at else 0) + 1)
    spoken = furniture.speaker(text)
    depth = 0
    for start, end in cut(text, first.start, len(text)):
        raw = text[start:end]
        inside = depth > 0
        depth = max(0, depth + raw.count("“") - raw.count("”"))
        if raw.count('"') % 2:
            depth = 0 if depth else 1
        if len(raw) > LONGEST_SENTENCE:
            continue
        at = bisect_right(starts, start) - 1
        line = run[at]
        place = start - starts[at] + (line.start if at else 0)
        yield Sentence(
            document,
            line.number,
            place,
            place + len(raw),
            Clean(raw),
            plain(raw),
            spoken,
            inside,
            first.number,
        )


def cut(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph stand, behind the name of who is speaking."""
    spoken = furniture.speaker(text)
    return split(text, max(start, text.index(":") + 1) if spoken else start, end)


def apart(documents: Iterable[Document]) -> Iterator[Document]:
    """Give documents of one name ids apart: the second gets -2, and so on."""
    taken: dict[str, int] = {}
    for document in documents:
        many = taken[document.id] = taken.get(document.id, 0) + 1
        yield document if many == 1 else replace(document, id=f"{document.id[:94]}-{many}")


def read(name: str, content: bytes) -> Document:
    """Read a document from the bytes of a file; the name's ending says how.

    Raises Unreadable with one clear sentence where nothing can be read.
    """
    if len(content) > LARGEST:
        raise Unreadable(
            f"{clean(name)} is too large",
            f"it has {len(content) // 2**20} MB, and {LARGEST // 2**20} MB is the most",
            "Split it, and draw from the parts.",
        )
    if not content.strip():
        raise Unreadable(f"{clean(name)} is empty", hint="Name a document with text in it.")
    text, notes = decode(name, content)
    return from_text(name, text, sha256(content).hexdigest(), notes)


def from_text(name: str, text: str, digest: str = "", notes: Sequence[str] = ()) -> Document:
    """Make a document of text that is already read; paragraph N is the Nth line with text."""
    suffix = PurePath(name).suffix.lower()
    lines = lines_of(text, marked=suffix in (".md", ".markdown", ".html", ".htm", ".docx"))
    if not any(line.text.strip() for line in lines):
        raise Unreadable(f"{clean(name)} is empty", hint="Name a document with text in it.")
    asides = [Aside(n, lines[n - 1].text, why) for n, why in furniture.asides(lines)]
    told = {aside.paragraph for aside in asides}
    asides += [
        Aside(line.number, Clean(line.text[:80]), "a line longer than any paragraph")
        for line in lines
        if len(line.text) > LONGEST_LINE and line.number not in told
    ]
    if len(asides) == len(lines) and len(lines[0].text) > LONGEST_LINE:
        raise Unreadable(
            f"{clean(name)} is one endless line",
            hint="Save it as text with paragraphs, or as the original format.",
        )
    english = is_english(line.text for line in lines)
    said = list(notes)
    if not english:
        said.append(
            "This reads English only; from this document it takes what tables and marks say."
        )
    return Document(
        id=slug(PurePath(name).stem),
        file=clean(PurePath(name).name),
        title=_title(lines, {a.paragraph for a in asides}, PurePath(name).stem),
        lines=lines,
        asides=tuple(sorted(asides, key=lambda a: a.paragraph)),
        published=published([joined(run) for run in islice(runs(lines), 5)]),
        sha256=digest or sha256(text.encode("utf-8", "replace")).hexdigest(),
        notes=tuple(said),
        english=english,
    )


def slug(text: str) -> str:
    """Make a document's id of its file's name."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:100].strip("-") or "document"


def _title(lines: Sequence[Line], aside: set[int], stem: str) -> Clean:
    """The first heading, else the first short line, else the file's name; a date is neither."""
    early = [run for run in runs(lines[:8]) if not is_date(joined(run))]
    for run in early:
        if run[0].role is Role.HEADING and run[0].number not in aside:
            return Clean(plain(joined(run)[run[0].start :]))
    for run in early:
        body = joined(run).strip()
        shown = run[0].number <= 3 and run[0].number not in aside
        if shown and 8 < len(body) < 100 and body[-1] not in ".,;":
            return Clean(plain(body))
    return clean(stem)
