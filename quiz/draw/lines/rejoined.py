"""Rejoined: a document's lines as the paragraphs that they may have been broken from.

A citation is looked up in every way that its document may have been wrapped since.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quiz.core.cited import digest, normal
from quiz.draw.document import Document, cut
from quiz.draw.lines.layout import Line, Role

_WIDEST = 160
"""Characters of a line beyond which nobody wraps text."""
_FULL = 0.8
"""The share of a wrapped paragraph's lines that are no longer than its usual width."""
_LONG_WORD = 4
"""Letters of a word that has a capital in a heading and none in a sentence."""
_FEW = 24
"""Letters and digits by which a sentence is seen to begin or to end with a line."""
_MOST_LINES = 8
"""Lines of what stands behind a label."""
_LABEL = re.compile(r"\W{0,4}[A-ZÀ-Þ][^:]{0,60}:\W{0,2}\s")
_BEGINS = re.compile(r"\W{0,4}[A-ZÀ-Þ]|\s*(?:[-*•+#|>]|\d{1,3}[.)])\s")
_PICTURE = re.compile(r"!\[(.*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)\s*$", re.S)
_LEFT_OPEN = re.compile(
    r"\b(?:that|whether|if|because|although|unless|than|and|or|but|nor|the|an?|not|never)$"
)
"""How a line ends that can only be read together with the next one."""
_ENDS = re.compile(r"[.!?…:;][\"')\]]*(?:\[\d+\])*\d{0,2}$")


def ended(text: str) -> bool:
    """Whether a normal text ends where a sentence can."""
    return bool(_ENDS.search(text))


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that go on with each other, by the numbers of the first and the last, as one text."""

    first: int
    last: int
    text: str


class Rejoined:
    """A document in every way that its lines can be read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lines = document.lines

    @classmethod
    def of(cls, document: Document) -> Rejoined:
        """The document rejoined, kept with it: each of its citations asks for this."""
        kept = document.__dict__.get("_rejoined")
        if not isinstance(kept, cls):
            kept = document.__dict__["_rejoined"] = cls(document)
        return kept

    # ---- paragraphs

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The paragraphs, if the text was wrapped: a line that ends early ends one."""
        usual = _width(self.lines)
        return tuple(
            _joined(part)
            for block in self._blocks
            for part in _parted(block, max(usual, _width(block)))
        )

    @cached_property
    def _blocks(self) -> tuple[list[Line], ...]:
        """The lines between two empty ones."""
        found: list[list[Line]] = []
        for line in self.lines:
            if line.gap or not found:
                found.append([])
            found[-1].append(line)
        return tuple(found)

    def run(self, number: int) -> Run:
        """The paragraph that a line belongs to."""
        return self.runs[bisect_right(self._firsts, number) - 1]

    @cached_property
    def _firsts(self) -> list[int]:
        return [run.first for run in self.runs]

    # ---- sentences

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Every sentence with its paragraph, first of all as the reader cut them.

        Then as it may be cut in another edition: of lines joined, and of each line, as far as it
        is whole there.
        """
        return (each for each in self._readings() if not self._left_open(*each))

    def _readings(self) -> Iterator[tuple[int, str]]:
        for sentence in self.document.sentences:
            yield sentence.paragraph, sentence.raw
        for run in (*self.runs, *map(_joined, self._blocks)):
            if run.last > run.first:
                yield run.first, run.text
                if sign := self.lines[run.first - 1].text[: self.lines[run.first - 1].start]:
                    yield run.first, f"{sign}{run.text}"
                for start, end in cut(run.text):
                    yield run.first, run.text[start:end]
        for run in self.runs:
            for line in self.lines[run.first - 1 : run.last]:
                yield from ((line.number, text) for text in self._of_line(line, run))
        for block in self._blocks:
            yield from _labelled(block)

    def _left_open(self, number: int, text: str) -> bool:
        """Whether it goes on, on the line before or behind: "Nobody believes that", "or so I hear".

        In small letters only what began with a capital goes on; else it may be a list of words.
        """
        told, first = _letters(text), _letters(self.lines[number - 1].text)
        begins = bool(first) and (first.startswith(told[:_FEW]) or told.startswith(first))
        behind = begins and number > 1 and not self.lines[number - 1].gap
        if behind and _LEFT_OPEN.search(normal(self.lines[number - 2].text)):
            return True
        ends = self._open_ends[number - 1 : number - 1 + _MOST_LINES]
        return told[:1].isupper() and any(end and told.endswith(end) for end in ends)

    @cached_property
    def _open_ends(self) -> tuple[str, ...]:
        """The last letters of each line; "" where the next one does not begin in small letters."""
        return tuple(
            _letters(line.text)[-_FEW:] if not after.gap and after.text[0].islower() else ""
            for line, after in pairwise(self.lines)
        )

    def _of_line(self, line: Line, run: Run) -> Iterator[str]:
        """The sentences of a line, without the end of one that began before it, and so on."""
        whole, body = line.text.strip(), line.text[line.start : line.end].strip()
        parts = [line.text[start:end] for start, end in cut(line.text, line.start, line.end)]
        opened = line.number == run.first or ended(normal(self.lines[line.number - 2].text))
        closed = line.number == run.last or ended(normal(body))
        if opened and closed:
            yield from (whole, body)
        yield from parts[0 if opened else 1 : None if closed else -1]

    @cached_property
    def _hashed(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for number, text in self.sentences():
            found.setdefault(digest(text), []).append((number, text))
        return found

    def hashed(self, wanted: str) -> Sequence[tuple[int, str]]:
        """The sentences with a hash, or with one that begins so."""
        told = wanted[:32]
        if len(told) == 32:
            return self._hashed.get(told, ())
        return [hit for name, hits in self._hashed.items() if name.startswith(told) for hit in hits]

    # ---- the whole text

    @cached_property
    def _whole(self) -> tuple[str, tuple[int, ...]]:
        """All lines as one normal text, and where each begins; a dash needs no space beside it."""
        text, starts = "", []
        for line in self.lines:
            told = normal(line.text)
            if text and not (text.endswith("-") or told.startswith("-")):
                text += " "
            starts.append(len(text))
            text += told
        return text, tuple(starts)

    @property
    def text(self) -> str:
        """All lines as one normal text."""
        return self._whole[0]

    def start(self, number: int) -> int:
        """Where a line begins in the whole text."""
        return self._whole[1][number - 1]

    def paragraph(self, place: int) -> int:
        """The number of the line that a place of the whole text is on."""
        return bisect_right(self._whole[1], place)

    def find(self, wanted: str) -> Iterator[int]:
        """Every place of the whole text where a normal text stands."""
        at = self.text.find(wanted)
        while wanted and at >= 0:
            yield at
            at = self.text.find(wanted, at + 1)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _joined(lines: Sequence[Line]) -> Run:
    """Lines as one text, without the sign that may stand before it."""
    first, *others = lines
    parts = [first.text[first.start : first.end], *(other.text for other in others)]
    text = " ".join(part.strip() for part in parts)
    shown = _PICTURE.match(text)
    return Run(first.number, lines[-1].number, shown[1] if shown else text)


def _labelled(block: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """What a label begins, such as "Keel: the beam", to each line behind which a text may begin.

    And the sentences of such a text: the label's has no full stop that parts them.
    """
    labels = False
    for at, line in enumerate(block):
        before = block[at - 1] if at else None
        free = before is None or before.role is not Role.PROSE or ended(normal(before.text))
        if line.role is not Role.PROSE or not _LABEL.match(line.text) or not (free or labels):
            labels = labels and not free
            continue
        labels = True
        for last in range(at, min(at + _MOST_LINES, len(block))):
            rest = block[last + 1 : last + 1 + _MOST_LINES]
            if not rest or _BEGINS.match(rest[0].text):
                yield line.number, " ".join(each.text.strip() for each in block[at : last + 1])
            if rest and last == at and _BEGINS.match(rest[0].text):
                text = " ".join(each.text.strip() for each in rest)
                yield from ((rest[0].number, text[one:other]) for one, other in cut(text))


def _width(block: Sequence[Line]) -> int:
    """How wide most lines of prose are; 0 where they are too long to have been wrapped."""
    prose = (line.text.rstrip() for line in block if line.role is Role.PROSE)
    lengths = sorted(len(text) for text in prose if text[:1].isalnum())
    usual = lengths[min(len(lengths) - 1, int(len(lengths) * _FULL))] if lengths else 0
    return usual if usual <= _WIDEST else 0


def _parted(block: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Part a block where a line does not go on: the next one's first word had fitted on it."""
    part: list[Line] = []
    for line in block:
        if part and (not _goes_on(part[-1], line, width) or (len(part) == 1 and _heads(part[0]))):
            yield part
            part = []
        part.append(line)
    yield part


def _heads(line: Line) -> bool:
    """Whether a line is a heading, though the paragraph under it follows at once."""
    words = [word for word in line.text.split() if len(word) >= _LONG_WORD]
    body = line.text.rstrip()
    titled = len(words) > 1 and all(word[0].isupper() for word in words)
    return titled and body[-1].isalnum() and "," not in body


def _goes_on(line: Line, following: Line, width: int) -> bool:
    sign = following.text[: following.start].strip()
    if following.text.lstrip().startswith("!["):
        return False
    if Role.ROW in (line.role, following.role) or (sign and not sign[0].isdigit()):
        return False  # a row of a table, or an item of a list; a number may have come there
    word = following.text.split(maxsplit=1)[0]
    return len(line.text.rstrip()) + 1 + len(word) > width > 0
