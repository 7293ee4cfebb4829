"""Whether a citation still stands in its document: exact, moved, changed or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.core.cited import digest, normal
from quiz.core.question import Citation
from quiz.core.text import fold
from quiz.draw.document import Document, cut

Status = Literal["exact", "moved", "changed", "gone"]
_ENDS = re.compile(r"[.!?…:;][\"')\]]*(?:\[\d+\])*\d{0,2}$")
_OPENING = re.compile(r"(?:^|[\s])(?:[-*•+>#|]+|\d{1,3}[.)]|!?\[|[\"'(\[]+|\*\*|Q:|A:)+$")
_DANGLING = re.compile(
    r"\b(?:that|the|an?|of|to|and|or|but|if|by|with|for|in|on|not|than|because|when|while|whether|as)$"
)
_ALIKE = 72.0
_SHARE = 0.5
_CONTEXT = 12
_AROUND = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a cited sentence, where it stands now, and whether the answer is in it."""

    status: Status
    paragraph: int = 0
    now: str = ""
    stands: bool = False


def verify(citation: Citation, document: Document, answers: Sequence[str] = ()) -> Standing:
    """Look a citation up: by its quoted sentence, else by its hash, else by its key terms."""
    if citation.quote:
        found = _by_quote(citation, document)
    elif citation.sentence:
        found = _by_hash(citation, document)
    else:
        found = _by_terms(citation, document)
    if found.status == "gone":
        return found
    around = [found.now]
    if found.status != "changed" and found.paragraph:
        around += document.paragraphs[max(0, found.paragraph - _AROUND) : found.paragraph + _AROUND]
    told = " ".join(around)
    wanted = [*citation.says, *answers]
    return Standing(
        found.status,
        found.paragraph,
        found.now,
        all(_holds(told, text) for text in wanted if fold(text)),
    )


def _holds(text: str, term: str) -> bool:
    """Whether a term stands in a text, folded or letter by letter."""
    if f" {fold(term)} " in f" {fold(text)} ":
        return True
    return bool(re.search(rf"(?<!\w){re.escape(normal(term))}(?!\w)", normal(text)))


def _by_quote(citation: Citation, document: Document) -> Standing:
    """A draft: the whole sentence, where it stood or anywhere else."""
    quote = str(citation.quote)
    at = citation.paragraph
    start, end = citation.start or 0, citation.end or 0
    if document.passage(at, start, end) == quote and _whole(document, at, start, end):
        return Standing("exact", at, quote)
    if any((s.paragraph, s.start, s.raw) == (at, start, quote) for s in document.sentences):
        return Standing("exact", at, quote)
    joined = _Joined.of(document)
    for place in joined.find(normal(quote)):
        if joined.whole(place, len(normal(quote)), citation):
            return Standing("moved", joined.paragraph(place), quote)
    return _changed(quote, document)


def _by_hash(citation: Citation, document: Document) -> Standing:
    """A published question: any sentence with this hash."""
    hits = [(n, text) for n, text in _sentences(document) if _hashed(text, citation.sentence or "")]
    if here := next((hit for hit in hits if hit[0] == citation.paragraph), None):
        return Standing("exact", *here)
    if hits:
        return Standing("moved", *hits[0])
    found = _by_terms(citation, document)
    return Standing("gone" if found.status == "gone" else "changed", found.paragraph, found.now)


def _hashed(text: str, wanted: str) -> bool:
    return digest(text)[: len(wanted)] == wanted[:32]


def _by_terms(citation: Citation, document: Document) -> Standing:
    """No sentence is told: key terms in the paragraph, or in another one."""
    terms = [term for term in citation.says if fold(term)]
    if not terms:
        there = citation.paragraph <= len(document.paragraphs)
        text = document.paragraphs[citation.paragraph - 1] if there else ""
        return Standing("exact" if there else "gone", citation.paragraph if there else 0, text)
    best, where = 0, 0
    order = sorted(range(1, len(document.paragraphs) + 1), key=lambda n: n != citation.paragraph)
    for number in order:
        share = sum(_holds(document.paragraphs[number - 1], term) for term in terms)
        if share > best:
            best, where = share, number
        if share == len(terms):
            break
    if not where or best / len(terms) < _SHARE:
        return Standing("gone")
    text = document.paragraphs[where - 1]
    if best < len(terms):
        return Standing("changed", where, text)
    return Standing("exact" if where == citation.paragraph else "moved", where, text)


def _changed(quote: str, document: Document) -> Standing:
    """The sentence most like the one that was cited, if any is like it at all."""
    from rapidfuzz import fuzz, process

    told = list(_sentences(document))
    found = process.extractOne(
        normal(quote), [normal(text) for _, text in told], scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    if found is None:
        return Standing("gone")
    number, text = told[found[2]]
    return Standing("changed", number, text)


def _sentences(document: Document) -> Iterator[tuple[int, str]]:
    """Every sentence with its paragraph, first of all as the reader cut them.

    Then as it may be cut in another edition: of each line, each line whole, and of lines joined.
    """
    for sentence in document.sentences:
        yield sentence.paragraph, sentence.raw
    for line in document.lines:
        yield line.number, line.text.strip()
        yield line.number, line.text[line.start : line.end].strip()
        for start, end in cut(line.text, line.start, line.end):
            yield line.number, line.text[start:end]
    block: list[int] = []
    for following in (*document.lines, None):
        if block and (following is None or following.gap):
            if len(block) > 1:
                text = " ".join(document.paragraphs[n - 1].strip() for n in block)
                for start, end in cut(text):
                    yield block[0], text[start:end]
            block = []
        if following is not None:
            block.append(following.number)


def _whole(document: Document, paragraph: int, start: int, end: int) -> bool:
    """Whether a passage is a sentence still, and not part of a longer one."""
    text = document.paragraphs[paragraph - 1]
    before, quote = normal(text[:start]), normal(document.passage(paragraph, start, end))
    if document.lines[paragraph - 1].joins and not text[:start].strip():
        before = normal(document.paragraphs[paragraph - 2])
    after = document.passage(paragraph, end, end + _CONTEXT).strip()
    opens = not before or bool(_ENDS.search(before) or _OPENING.search(text[:start].rstrip()))
    return opens and (not after or bool(_ENDS.search(quote)) or not after[0].isalnum())


class _Joined:
    """A document as one normal text, with the places where its lines begin."""

    def __init__(self, document: Document) -> None:
        pieces: list[str] = []
        self.starts: list[int] = []
        self.lines = document.lines
        at = 0
        for line in document.lines:
            told = normal(line.text)
            self.starts.append(at)
            pieces.append(told)
            at += len(told) + 1
        self.text = " ".join(pieces)

    @classmethod
    def of(cls, document: Document) -> _Joined:
        """The joined text of a document, kept with it."""
        kept = document.__dict__.get("_joined")
        if not isinstance(kept, cls):
            kept = cls(document)
            document.__dict__["_joined"] = kept
        return kept

    def find(self, wanted: str) -> Iterator[int]:
        """Every place where a normal text stands."""
        at = self.text.find(wanted)
        while wanted and at >= 0:
            yield at
            at = self.text.find(wanted, at + 1)

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that a place is in."""
        from bisect import bisect_right

        return bisect_right(self.starts, place)

    def whole(self, place: int, length: int, citation: Citation) -> bool:
        """Whether a passage is a whole sentence here."""
        before, after = self.text[:place].rstrip(), self.text[place + length :]
        quote = self.text[place : place + length]
        return self._opens(place, before, citation) and self._closes(
            place + length, quote, after, citation
        )

    def _opens(self, place: int, before: str, citation: Citation) -> bool:
        if not before or _ENDS.search(before):
            return True
        line = self.lines[self.paragraph(place) - 1]
        within = self.text[self.starts[line.number - 1] : place]
        if within.strip() and not _OPENING.search(f" {within}"):
            return self._known(before, citation.before, -1)
        if within.strip():
            return not before[: -len(within.rstrip()) or None].strip() or True
        if line.gap or self._known(before, citation.before, -1):
            return True
        return (
            not _DANGLING.search(before)
            and (citation.start or 0) == 0
            and citation.before is not None
        )

    def _closes(self, end: int, quote: str, after: str, citation: Citation) -> bool:
        if not after.strip() or _ENDS.search(quote):
            return True
        following = self.paragraph(end + 1)
        if self.starts[following - 1] == end + 1 and following <= len(self.lines):
            return (
                self.lines[following - 1].gap
                or self._known(after, citation.after, 1)
                or after.strip()[:1].isupper()
                or not after.strip()[:1].isalnum()
            )
        return (not after[:1].isalnum() and after[:1] != " ") or self._known(
            after, citation.after, 1
        )

    @staticmethod
    def _known(text: str, context: str | None, side: int) -> bool:
        """Whether what stood beside the sentence stands there still."""
        told = normal(context or "")
        if len(told) < 4:
            return False
        part = told[-_CONTEXT:] if side < 0 else told[:_CONTEXT]
        return text.rstrip().endswith(part.rstrip()) if side < 0 else text.lstrip().startswith(part)
