"""Bare nouns: "wrote the libretto" asks "of what?", and the document must tell it for sure."""

from __future__ import annotations

import re

from quiz.draw.anchor import completed
from quiz.draw.english.binding import Clause
from quiz.draw.english.gazetteer import words
from quiz.draw.fact import Reading

_PART = (
    "libretto|screenplay|script|score|music|lyrics|words|soundtrack|text|sequel|foreword|preface"
    "|title role|lead role|main role|premiere|choreography|cinematography|costumes|sets"
)
_FILMS = ("film", "movie", "series", "documentary", "comedy", "drama")
_WHOLES = {
    "screenplay": _FILMS,
    "script": _FILMS,
    "soundtrack": _FILMS,
    "cinematography": _FILMS,
    "libretto": ("opera", "musical", "ballet"),
}
"""Parts that only some kinds of work have; elsewhere the title alone is said."""
_OBJECT = re.compile(
    r"^the (?P<noun>(?:(?!of\b|for\b|in\b|at\b|on\b|to\b|from\b|by\b|with\b|and\b|as\b|after\b)"
    r"[a-z][a-z'-]*(?: |$)){1,3})(?P<after>.*)$"
)
_TOLD = re.compile(
    r"^(?:(?:of|for|in|at|on|to|from|between|over|across|behind|near|against|into|outside|along) "
    r"(?:the |an? )?[\w'-]*\s?)?[\"A-ZÀ-Þ]"
)
_PLAIN = re.compile(r"[Tt]he (?:[a-z][a-z'-]* ){0,2}[a-z][a-z'-]*")
_GENERAL = words("general")
"""Things of which a text need not say which is meant."""
_KINDS = re.compile(
    r"^(?:(?:was|were|first|is|has|had) )*(?:invent|discover|patent|named?\b|coin|introduc|coin"
    r"|describ|isolat|devis"
    r"|develop|identif|synthesi|pioneer|perfect|demonstrat|domesticat)"
)
"""What is invented or discovered is a kind of thing: "the telephone"."""


def grounded(reading: Reading, clause: Clause, rest: str) -> str | None:
    """The rest of a clause with its bare noun said in full; None where nobody can tell it.

    "the libretto" is that of the one work which this sentence or the one before it names.
    """
    found = _OBJECT.match(rest)
    if not found or _KINDS.match(f"{clause.verb} {rest}") or _TOLD.match(found["after"]):
        return rest
    noun = found["noun"].strip()
    if noun.split()[-1] in _GENERAL:
        return rest
    of = _of(reading, clause, noun)
    return f"the {noun} of {of} {found['after']}".strip() if of else None


def subject_in_full(reading: Reading, clause: Clause) -> str | None:
    """The subject, with what a bare part belongs to; None where nobody can tell it."""
    told = reading.told(clause)
    bare = not clause.subject and _PLAIN.fullmatch(clause.np)
    if not bare or _KINDS.match(f"{clause.verb} {clause.rest}"):
        return told
    noun = clause.np.split(" ", 1)[1]
    if noun.split()[-1] in _GENERAL:
        return told
    of = _of(reading, clause, noun)
    if not of and completed(noun):
        return told
    return f"the {noun} of {of}" if of else None


def _of(reading: Reading, clause: Clause, noun: str) -> str:
    """The one work that a part of a work can be meant of; "" if there is none, or more."""
    if not re.fullmatch(rf"(?:[a-z-]+ )?(?:{_PART})", noun):
        return ""
    here = _works(reading, clause.sentence.text)
    if not here:
        near = reading.document.sentences
        at = near.index(clause.sentence)
        same = at > 0 and near[at - 1].block == clause.sentence.block
        here = _works(reading, near[at - 1].text) if same else set()
        here = here or ({reading.topic} - {""})
    if len(here) != 1:
        return ""
    title = next(iter(here))
    kind = reading.known.works.get(title, "")
    if kind not in _WHOLES.get(noun.split()[-1], (kind,)):
        kind = ""
    return f'the {kind} "{title}"' if kind else f'"{title}"'


def _works(reading: Reading, text: str) -> set[str]:
    """The works that a text names."""
    titles = reading.known.works
    found = {t for t in titles if re.search(rf"(?<!\w){re.escape(t)}(?!\w)", text)}
    return {t for t in found if not any(t != other and t in other for other in found)}
