"""`Term: definition` on a line of its own, bold or not, `**Term** - definition`, and such lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful
from quiz.draw.english.gazetteer import words
from quiz.draw.fact import Fact, Reading
from quiz.draw.lines.plain import plain

MARKS = True
_TERM = re.compile(
    r"^\W{0,4}([A-ZÀ-Þ][\w'’ -]{1,40}?)\W{0,2}:\W{0,2}\s+([a-zà-ÿ][^:]{12,220}?)\.?\s*$"
)
_DASHED = re.compile(
    r"^\W{0,4}(?:\*\*|__)([^*_:]{2,40}?)(?:\*\*|__)\s+[–—-]{1,2}\s+([a-zà-ÿ][^:]{12,220}?)\.?\s*$"
)
"""A bold term and a dash; a plain one with a dash may be anything."""
_CLAUSE = re.compile(
    r"^(?:(?!(?:that|which|who|whose|where|when|what|how|until|if|as|so|because|while|after|before"
    r"|since|than|or)\b)[\w',-]+ )*?"
    r"(?:is|are|was|were|has|have|had|will|can|must|should|may)\b"
)
"""Something is said of something: no meaning of a word."""
_NAME_LIKE = re.compile(r"^(?:the )?[A-ZÀ-Þ]")
_NO_MEANING = re.compile(
    r"^(?:there|it|this|that|none|see|they|he|she|we|as|and|to|if|in|on|at|from|by|not|no|is|are)\b"
)
_SPEECH = re.compile(r"\b(?:is|are|was|were) (?:there|here)\b|[?!]")


def find(reading: Reading) -> Iterator[Fact]:
    """Give every term with the meaning that stands after its colon."""
    found: list[tuple[str, str, Sentence]] = []
    for block in reading.document.blocks:
        if block.paragraph == 1 < len(reading.document.lines):
            continue
        marked = _TERM.match(block.raw) or _DASHED.match(block.raw)
        if not marked:
            continue
        term, meaning = plain(marked[1]).strip(), plain(marked[2]).rstrip(".")
        meaning = without(term, meaning)
        if _is_meaning(term, meaning):
            found.append((term, meaning, block))
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
        statement=f'The term for "{meaning}" is "{{}}".',
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
    if is_label(term) or _CLAUSE.match(meaning) or _NAME_LIKE.match(meaning) or _orders(meaning):
        return False
    return not _SPEECH.search(meaning) and not doubtful(meaning, negated=False)


def is_label(term: str) -> bool:
    """Whether a line begins so only to say what it is for: "NB", "Monday", "Next lesson"."""
    words_of = fold(term).split()
    labels = words("label")
    if any(character.isdigit() for character in term) or re.search(
        r" (?:of|in) (?:the )?[A-Z]", term
    ):
        return True
    return all(word in labels for word in words_of) or words_of[0] in _LEADING


_LEADING = frozenset(["next", "last", "our", "your", "my", "this", "opening", "useful", "further"])


def _orders(meaning: str) -> bool:
    """Whether it says what to do: "use a sharp pencil"."""
    head, _, rest = meaning.partition(" ")
    object_ = (
        r"(?:the|an?|your|all|up|to|from|page|pages|\d|it|them|with|at|in|on|out|about|some|any)\b"
    )
    return head in words("order") and bool(re.match(object_, rest))
