"""Proof: a citation for each sentence that says what a claim says, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from quiz.core.cited import digest
from quiz.core.text import fold
from quiz.draw.claims import Claim
from quiz.draw.document import Document, Sentence
from quiz.draw.fact import Fact

_SPELT = {"'": "['’‘`´]", '"': '["“”]', "-": "[-‐‑–—]", "—": "[-–—]", " ": r"\s+"}

_OPENING = 6
"""Words of a question by which its line is known."""


def cited(
    claim: Claim, documents: Mapping[str, Document]
) -> tuple[list[dict[str, Any]], tuple[tuple[str, int, int], ...]]:
    """A citation for each sentence that says so, with what stands around it."""
    cites: list[dict[str, Any]] = []
    places: list[tuple[str, int, int]] = []
    home = documents[claim.fact.sentence.document]
    extra = [_asked(claim.fact.ask, home, number) for number in claim.fact.also]
    for fact in claim.facts:
        proof = fact.sentence
        place = (proof.document, proof.paragraph, proof.start)
        if place in places:
            continue
        document = documents[proof.document]
        told, further = _terms(fact.says, proof, document)
        cites.append(_quoted(proof, document, told))
        places.append(place)
        extra += further
    if fact_named := _named_in_full(claim.fact, [*cites, *extra], documents):
        extra.append(fact_named)
    return [*cites, *extra], tuple(places)


def _quoted(proof: Sentence, document: Document, says: Sequence[str]) -> dict[str, Any]:
    """A citation of a passage, with the passage itself and what stands around it."""
    before, after = document.around(proof.paragraph, proof.start, proof.end)
    cite: dict[str, Any] = {
        "document": proof.document,
        "paragraph": proof.paragraph,
        "says": list(says),
        "sentence": digest(proof.raw),
        "quote": proof.raw,
        "start": proof.start,
        "end": proof.end,
    }
    return cite | {k: t for k, t in (("before", before), ("after", after)) if t.strip()}


def _asked(ask: str, document: Document, paragraph: int) -> dict[str, Any]:
    """A citation of the whole line on which a question was asked in so many words."""
    line = next(block for block in document.blocks if block.paragraph == paragraph)
    return _quoted(line, document, _opening(ask, document.paragraphs[paragraph - 1]))


def _opening(ask: str, text: str) -> list[str]:
    """The first words of a question that was asked in so many words, by which it is found again."""
    told = ask.split()[:_OPENING]
    while told and not as_written(" ".join(told), text):
        told.pop()
    return [as_written(" ".join(told), text)] if told else []


def _terms(
    says: Sequence[str], proof: Sentence, document: Document
) -> tuple[list[str], list[dict[str, Any]]]:
    """The key terms on the line that a sentence begins on, and citations of its further lines."""
    here: list[str] = []
    further: dict[int, list[str]] = {}
    numbers = range(proof.paragraph, document.last_line(proof.paragraph) + 1)

    def take(term: str) -> bool:
        for number in numbers:
            if written := as_written(term, document.paragraphs[number - 1]):
                into = here if number == proof.paragraph else further.setdefault(number, [])
                if written not in into:
                    into.append(written)
                return True
        return False

    for term in filter(fold, says):
        if not take(term) and len(numbers) > 1:  # broken over two lines: the words that tell it
            for word in term.split():
                if len(word) > 3 or not word.islower():
                    take(word)
    return here, [
        {"document": document.id, "paragraph": number, "says": terms}
        for number, terms in further.items()
    ]


def as_written(term: str, text: str) -> str:
    """A term letter by letter as a paragraph has it, in its quotes, dashes and case; or ""."""
    spelled = "".join(_SPELT.get(c, re.escape(c)) for c in " ".join(term.split()))
    found = re.search(rf"(?<!\w){spelled}(?!\w)", text) or re.search(
        rf"(?<!\w){spelled}(?!\w)", text, re.I
    )
    return found[0] if found else ""


def _named_in_full(
    fact: Fact, cites: Sequence[Mapping[str, Any]], documents: Mapping[str, Document]
) -> dict[str, Any] | None:
    """A citation of where the answer stands in full, if the sentence has but a part of it."""
    if fact.measure in ("number", "year", "span", "list") or fact.entries:
        return None
    for cite in cites:
        text = documents[cite["document"]].paragraphs[cite["paragraph"] - 1]
        if as_written(fact.value, text):
            return None
    for line in documents[fact.sentence.document].kept:
        if says := as_written(fact.value, line.text):
            return {"document": fact.sentence.document, "paragraph": line.number, "says": [says]}
    return None
