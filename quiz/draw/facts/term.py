"""`Term: definition` on a line of its own, bold or not, and definition lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import Clean, fold
from quiz.draw.document import Sentence
from quiz.draw.doubt import doubtful
from quiz.draw.fact import Fact, Reading
from quiz.draw.layout import Role
from quiz.draw.plain import plain

MARKS = True
_TERM = re.compile(
    r"^\W{0,4}([A-ZÀ-Þ][\w'’ -]{1,40}?)\W{0,2}:\W{0,2}\s+([a-zà-ÿ][^:]{12,220}?)\.?\s*$"
)
_NO_MEANING = re.compile(
    r"^(?:there|it|this|that|none|see|they|he|she|we|as|and|to|if|in|on|at|from|by|not|no|is|are)\b"
)
_SPEECH = re.compile(r"\b(?:is|are|was|were) (?:there|here)\b|[?!]")


def find(reading: Reading) -> Iterator[Fact]:
    """Give every term with the meaning that stands after its colon."""
    found: list[tuple[str, str, Sentence]] = []
    for line in reading.document.kept:
        if line.role is not Role.PROSE or (line.number == 1 < len(reading.document.lines)):
            continue
        marked = _TERM.match(line.text)
        if not marked:
            continue
        term, meaning = plain(marked[1]).strip(), plain(marked[2]).rstrip(".")
        meaning = without(term, meaning)
        if not _is_meaning(term, meaning):
            continue
        start = len(line.text) - len(line.text.lstrip())
        raw = line.text[start:].rstrip()
        proof = Sentence(
            reading.document.id, line.number, start, start + len(raw), Clean(raw), plain(raw)
        )
        found.append((term, meaning, proof))
    terms = tuple(term for term, _, _ in found)
    for term, meaning, proof in found:
        yield meant(term, meaning, proof, terms)


def meant(term: str, meaning: str, proof: Sentence, pool: tuple[str, ...] = ()) -> Fact:
    """The fact that a term has a meaning; the term is asked for."""
    return Fact(
        "definition",
        meaning,
        term,
        "term",
        f'Which term is defined as "{meaning}"?',
        proof,
        scope="means",
        statement=f'The term for "{meaning}" is {{}}.',
        says=(term,),
        pool=pool,
    )


def without(term: str, meaning: str) -> str:
    """The meaning as far as it does not hold the term itself."""
    stem = fold(term)[:6]
    if stem not in fold(meaning):
        return meaning
    head = meaning.split(",")[0]
    return head if stem not in fold(head) else ""


def _is_meaning(term: str, meaning: str) -> bool:
    """Whether this reads as a definition and not as speech, a result or a remark."""
    if len(meaning.split()) < 3 or len(term.split()) > 4 or _NO_MEANING.match(meaning):
        return False
    return not _SPEECH.search(meaning) and not doubtful(meaning, negated=False)
