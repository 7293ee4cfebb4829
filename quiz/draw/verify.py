"""Whether a citation still stands in its document: exact, moved, changed or gone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quiz.core.cited import digest, normal
from quiz.core.question import Citation
from quiz.core.text import fold
from quiz.draw.document import Document
from quiz.draw.lines.rejoined import Rejoined

Status = Literal["exact", "moved", "changed", "gone"]
_ALIKE = 72.0
_SHARE = 0.5
_CONTEXT, _FEWEST = 12, 4
"""Characters beside a sentence that must be the same; with fewer nothing is known."""
_AROUND = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a cited sentence, where it stands now, and whether the answer is in it.

    `now` is the sentence as it is, or what stands in the cited paragraph if the sentence is gone.
    """

    status: Status
    paragraph: int = 0
    now: str = ""
    stands: bool = False
    missing: tuple[str, ...] = ()
    """The terms, or the answer, that do not stand there."""

    @property
    def lost(self) -> bool:
        """Whether somebody has to look at the question again."""
        return self.status in ("changed", "gone") or not self.stands


def verify(citation: Citation, document: Document, answers: Sequence[str] = ()) -> Standing:
    """Look a citation up: by its quoted sentence, else by its hash, else by its key terms."""
    if citation.quote or citation.sentence:
        found = _by_sentence(citation, document)
    else:
        found = _by_terms(citation, document)
    if found.status == "gone":
        return Standing("gone", now=_there(citation, document))
    around = [found.now]
    if found.status != "changed" and found.paragraph:
        around += document.paragraphs[max(0, found.paragraph - _AROUND) : found.paragraph + _AROUND]
        around.append(Rejoined.of(document).run(found.paragraph).text)
    told = " ".join(around)
    wanted = [*citation.says, *answers]
    missing = tuple(text for text in wanted if fold(text) and not _holds(told, text))
    return Standing(found.status, found.paragraph, found.now, not missing, missing)


def _there(citation: Citation, document: Document) -> str:
    """What the cited paragraph says now; "" if the document ends before it."""
    if citation.paragraph > len(document.paragraphs):
        return ""
    return Rejoined.of(document).run(citation.paragraph).text


def _holds(text: str, term: str) -> bool:
    """Whether a term stands in a text, folded or letter by letter."""
    if f" {fold(term)} " in f" {fold(text)} ":
        return True
    return bool(re.search(rf"(?<!\w){re.escape(normal(term))}(?!\w)", normal(text)))


def _by_sentence(citation: Citation, document: Document) -> Standing:
    """Any sentence of this text, or of this hash: where it stood, else anywhere."""
    quote = str(citation.quote or "")
    hits = Rejoined.of(document).hashed(digest(quote) if quote else citation.sentence or "")
    if here := next((hit for hit in hits if hit[0] == citation.paragraph), None):
        return Standing("exact", *here)
    if hits:
        return Standing("moved", *hits[0])
    if quote:
        return _between(citation, document) or _changed(quote, document)
    found = _by_terms(citation, document)
    return Standing("gone" if found.status == "gone" else "changed", found.paragraph, found.now)


def _between(citation: Citation, document: Document) -> Standing | None:
    """A draft's sentence where lines were run together: between what stood before and after it."""
    told, quote = Rejoined.of(document), normal(citation.quote or "")
    for place in told.find(quote):
        ahead, behind = told.text[:place].rstrip(), told.text[place + len(quote) :].lstrip()
        before, after = normal(citation.before or ""), normal(citation.after or "")
        if min(len(before), len(after)) < _FEWEST:
            return None
        if ahead.endswith(before[-_CONTEXT:].lstrip()) and behind.startswith(after[:_CONTEXT]):
            return Standing("moved", told.paragraph(place), citation.quote or "")
    return None


def _by_terms(citation: Citation, document: Document) -> Standing:
    """No sentence is told: key terms in the paragraph, or in another one."""
    terms = [term for term in citation.says if fold(term)]
    at = citation.paragraph
    there = document.paragraphs[at - 1] if at <= len(document.paragraphs) else ""
    if not terms or (there and all(_holds(there, term) for term in terms)):
        now = Rejoined.of(document).run(at).text if there else ""
        return Standing("exact", at, now) if there else Standing("gone")
    best, where, now = 0, 0, ""
    runs = sorted(Rejoined.of(document).runs, key=lambda run: not run.first <= at <= run.last)
    for run in runs:
        share = sum(_holds(run.text, term) for term in terms)
        if share > best:
            best, where, now = share, run.first, run.text
        if share == len(terms):
            break
    if not where or best / len(terms) < _SHARE:
        return Standing("gone")
    return Standing("moved" if best == len(terms) else "changed", where, now)


def _changed(quote: str, document: Document) -> Standing:
    """The sentence most like the one that was cited, if any is like it at all."""
    from rapidfuzz import fuzz, process

    told = list(Rejoined.of(document).sentences())
    longer = next((each for each in told if normal(quote) in normal(each[1])), None)
    if longer:
        return Standing("changed", *longer)
    found = process.extractOne(
        normal(quote), [normal(text) for _, text in told], scorer=fuzz.ratio, score_cutoff=_ALIKE
    )
    if found is None:
        return Standing("gone")
    number, text = told[found[2]]
    return Standing("changed", number, text)
