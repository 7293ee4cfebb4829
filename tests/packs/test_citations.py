"""Every citation of the shipped packs is proved by its document, byte for byte."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest

from quiz.core.amount import number_in
from quiz.core.kinds.number import figure
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.core.text import fold
from tests.packs.shipped import DOCUMENTS, needs_documents, packs, paragraphs, questions

pytestmark = needs_documents


def test_documents_are_the_editions_that_were_cited() -> None:
    for pack in packs():
        assert pack.documents, pack.id
        for document in pack.documents:
            assert document.file
            assert sha256((DOCUMENTS / document.file).read_bytes()).hexdigest() == document.sha256


@pytest.mark.parametrize(
    ("pack", "question"), [pytest.param(p, q, id=k) for k, p, q in questions()]
)
def test_citation_holds(pack: Pack, question: Question) -> None:
    assert question.cite, "every question says where it is written"
    cited: list[str] = []
    for cite in question.cite:
        document = pack.document(cite.document)
        assert document is not None
        assert document.file is not None
        lines = paragraphs(document.file)
        assert cite.paragraph <= len(lines)
        paragraph = lines[cite.paragraph - 1]
        cited.append(paragraph)
        assert cite.says, "a citation names the terms that prove it"
        for term in cite.says:
            assert term in paragraph, f"“{term}” does not stand in paragraph {cite.paragraph}"
            assert len(term.split()) <= 8, f"“{term}” is a sentence, not a term"
    typed = question.kind in ("short-answer", "clues")  # what else is accepted need not stand
    for answer in (question.expected(),) if typed else question.answers():
        assert stands(question, answer, " ".join(cited)), f"“{answer}” is not in what is cited"


def stands(question: Question, answer: str, text: str) -> bool:
    """Whether an answer stands in a text; a number in digits or as a word."""
    if question.kind == "number":
        value = float(answer)
        digits = {figure(float(n.replace(",", ""))) for n in re.findall(r"\d[\d,]*\.?\d*\b", text)}
        return figure(value) in digits or (value in map(number_in, text.split()))
    return f" {fold(answer)}" in f" {fold(text)}"  # a plural or a possessive may follow
