"""Simple clauses: each with its own subject, so that a name binds to the verb beside it only.

"Ada Roe, who beat Bo Lind, won the cup and left" becomes "Ada Roe won the cup", "Ada Roe left"
and "Ada Roe beat Bo Lind". What hangs on a subject that is not clear is dropped here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause, resolved
from quiz.draw.english.names import Lexicon, titles_in
from quiz.draw.english.predicates import pieces, predicates

_BRACKET = re.compile(r" \([^)]*\)")
_SUBORDINATE = re.compile(
    r"^(?:When|If|As|Because|Although|Though|While|Since|Until|Once|Whether|Where|How|What|Why|Who)\b"
    r"|\b(?:when|if|because|although|while|until|whether|that|how|what|why|who|which|where|after|before)\b"
    r"|\b(?:will|would|can|could|may|might|should|must|shall)(?: \w+)?$",
    re.I,
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_HELD = "\u066c"  # another sign for thousands, so that no comma is left inside a number


def clauses(sentences: tuple[Sentence, ...], known: Lexicon) -> Iterator[Clause]:
    """Take every sentence apart, in order: what "it" is depends on the sentence before."""
    before: list[Clause] = []
    last: Sentence | None = None
    for sentence in sentences:
        if last is None or last.block != sentence.block:
            before, last = [], None
        found = list(_of(sentence, known, before, last)) if not sentence.quoted else []
        yield from found
        before, last = found, sentence


def _of(
    sentence: Sentence, known: Lexicon, before: list[Clause], last: Sentence | None
) -> Iterator[Clause]:
    """The clauses of one sentence."""
    text = sentence.text.rstrip()
    text = _THOUSANDS.sub(_HELD, text[:-1] if text.endswith(".") else text)
    if text.endswith("?") or '"' in _untitled(text):
        return
    told: list[Clause] = []
    for piece in pieces(_BRACKET.sub("", text)):
        for np, predicate, when, relative in predicates(piece, known):
            clause = _clause(sentence, np, predicate, when)
            if clause is None:
                continue
            clause = replace(clause, relative=relative)
            clause = resolved(clause, known, before, last, told, text)
            if clause is not None:
                told.append(clause)
                yield clause


def _untitled(text: str) -> str:
    """The text without titles in quotes: where quotes are left, somebody speaks."""
    for start, end, _ in reversed(list(titles_in(text))):
        text = text[:start] + text[end:]
    return text


def _clause(sentence: Sentence, np: str, predicate: str, when: str) -> Clause | None:
    """Read a predicate; None where there is none."""
    verb, _, rest = predicate.strip().partition(" ")
    rest = re.sub(
        r"^(?:then|also|later|once|actually|long|finally|eventually|previously) ", "", rest
    )
    if not verb or not np or len(np) > 120:
        return None
    np = re.sub(r"^(?:that|then|and) ", "", np)
    if _SUBORDINATE.search(np):
        return None
    np, rest, when = (part.replace(_HELD, ",") for part in (np, rest, when))
    return Clause(sentence, np, "", False, verb, rest.strip().rstrip(","), when)
