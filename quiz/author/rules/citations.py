"""Rules about citations: what they name is there, and says what they say it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from quiz.author.rule import Finding, Subject, entries, right_field, rule
from quiz.core.amount import numbers_in
from quiz.core.numerals import figured
from quiz.core.question import Question
from quiz.core.text import fold

_PIECE = re.compile(r"[.,;:!?](?:\s+|$)")


@rule("unknown-document", "error", "A citation names a document that the pack does not list.")
def unknown_document(subject: Subject) -> Iterator[Finding]:
    """Look every cited document up; and no two documents may share an id."""
    ids: set[str] = set()
    for place, document in enumerate(subject.pack.documents):
        if document.id in ids:
            yield (
                ("document", place, "id"),
                f'there are two documents "{document.id}"',
                "Give one of the two another id.",
            )
        ids.add(document.id)
    for number, question in enumerate(subject.questions):
        for place, cite in enumerate(question.cite):
            if cite.document not in ids:
                yield (
                    ("question", number, "cite", place, "document"),
                    f'there is no [[document]] "{cite.document}"',
                    f"There are: {', '.join(sorted(ids))}." if ids else "List it in the pack.",
                )


@rule("document-missing", "error", "A document cannot be read, or is another edition.")
def document_missing(subject: Subject) -> Iterator[Finding]:
    """Say why paragraphs are not there, of a document that names its file or is cited."""
    if subject.documents is None:
        return
    cited = {cite.document for question in subject.questions for cite in question.cite}
    for place, document in enumerate(subject.pack.documents):
        named = document.file or document.sha256
        found = subject.documents.get(document.id, f"{document.id} was not looked up")
        if isinstance(found, str) and (named or document.id in cited):
            yield (
                ("document", place),
                found,
                "Name the folder that holds it with --documents, and its `file` in the pack.",
            )


@rule("no-such-paragraph", "error", "A citation's paragraph is beyond the document's end.")
def no_such_paragraph(subject: Subject) -> Iterator[Finding]:
    """Count paragraphs as non-empty lines."""
    for number, place, _, paragraphs in _cited(subject):
        wanted = subject.questions[number].cite[place].paragraph
        if wanted > len(paragraphs):
            yield (
                ("question", number, "cite", place, "paragraph"),
                f"the document has {len(paragraphs)} paragraphs, and this is number {wanted}",
                "Paragraph N is the Nth line of the document that is not empty.",
            )


@rule("not-said", "error", "A cited term does not stand in the cited paragraph.")
def not_said(subject: Subject) -> Iterator[Finding]:
    """Look for every term, byte for byte."""
    for number, place, question, paragraphs in _cited(subject):
        cite = question.cite[place]
        text = "".join(paragraphs[cite.paragraph - 1 : cite.paragraph])
        for each, term in enumerate(cite.says):
            if text and term not in text:
                yield (
                    ("question", number, "cite", place, "says", each),
                    f'"{term}" does not stand in paragraph {cite.paragraph}',
                    _elsewhere(term, paragraphs),
                )


@rule("answer-not-cited", "error", "The answer does not stand in any cited paragraph.")
def answer_not_cited(subject: Subject) -> Iterator[Finding]:
    """Look for answers, folded, numbers in digits or words; for true-false there is none."""
    cited: dict[int, list[str]] = {}
    for number, place, question, paragraphs in _cited(subject):
        wanted = question.cite[place].paragraph
        cited.setdefault(number, []).extend(paragraphs[wanted - 1 : wanted])
    for number, found in cited.items():
        question = subject.questions[number]
        if not found or len(found) < len(question.cite):
            continue  # the citation itself is broken, which was said already
        for each, names in enumerate(_wanted(question)):
            if not any(_stands(question, name, text) for name in names for text in found):
                yield (
                    ("question", number, *right_field(question, each)),
                    f'"{names[0]}" does not stand in the cited paragraphs',
                    "Cite the paragraph that has it, or use the document's own name for it.",
                )


def _cited(subject: Subject) -> Iterator[tuple[int, int, Question, tuple[str, ...]]]:
    """Go through the citations whose documents can be read."""
    documents = subject.documents
    if documents is None:
        return
    for number, question in enumerate(subject.questions):
        for place, cite in enumerate(question.cite):
            paragraphs = documents.get(cite.document)
            if isinstance(paragraphs, tuple):
                yield number, place, question, paragraphs


def _elsewhere(term: str, paragraphs: tuple[str, ...]) -> str:
    """Say where in the document a term does stand."""
    there = [str(n) for n, text in enumerate(paragraphs, 1) if term in text][:5]
    return f"It stands in paragraph {', '.join(there)}." if there else "Copy it letter by letter."


def _wanted(question: Question) -> Iterable[tuple[str, ...]]:
    """Give what must stand in the text: each answer, with the names that do as well."""
    if hasattr(question, "accept"):
        return [question.answers()]
    return entries(question) or [(answer,) for answer in question.answers()]


def _stands(question: Question, name: str, paragraph: str) -> bool:
    """Tell whether a name or a number stands in a paragraph."""
    if question.kind == "number":
        unit = getattr(question, "unit", None) or ""
        value = getattr(question, "answer", None)
        return value in _numbers(paragraph, unit) or value in _numbers(paragraph, "")
    told = f" {' '.join(figured(fold(name).split()))}"
    return f" {fold(name)}" in _folded(paragraph) or told in _figured(paragraph)


@lru_cache(1024)
def _folded(paragraph: str) -> str:
    """Fold a paragraph once for all questions that cite it."""
    return f" {fold(paragraph)}"


@lru_cache(1024)
def _figured(paragraph: str) -> str:
    """Fold a paragraph, and write its numbers in digits, each within its piece of a sentence."""
    pieces = (figured(fold(piece).split()) for piece in _PIECE.split(paragraph))
    return "".join(f" {' '.join(words)} |" for words in pieces)


@lru_cache(1024)
def _numbers(paragraph: str, unit: str) -> frozenset[float]:
    """Read all numbers in a paragraph."""
    pieces = _PIECE.split(paragraph)
    return frozenset(number for piece in pieces for number in numbers_in(piece, unit))
