"""Who holds an office, as minutes have it: "Ann Roe (treasurer)", "was elected chair"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.anchor import body_of
from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, hearsay, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_OFFICE = (
    rf"(?:(?:vice|deputy|honorary|head|new) )?(?:{alternation('role')}|vice-chair|chairperson"
    rf"|president)"
)
_PRESENT = re.compile(
    r"^\W{0,4}(?:Present|In attendance|Attending|Officers?|Committee|Board)\b", re.I
)
_HOLDER = re.compile(
    rf"(?P<who>{CAP}(?: {CAP})+) \((?:the )?(?P<what>{_OFFICE})\)"
    rf"|\b(?P<front>{_OFFICE}):? (?=[A-Z])(?P<name>{CAP} {CAP})"
)
_ELECTED = re.compile(
    rf"^(?:unanimously )?(?P<deed>elected|re-elected|appointed|chosen|voted in)(?: as)?(?: the"
    rf"| its)?(?: new)?"
    rf" (?P<what>{_OFFICE})(?P<tail> (?:of|for) [^,]+?)?(?=$|,| by | on | in | after | when "
    rf"| following | unanimously)"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the offices of the one body whose minutes these are."""
    body, year = body_of(reading), reading.document.published[:4]
    if not body or not year:
        return
    for block in reading.document.blocks:
        if not _PRESENT.match(block.text):
            continue
        for found in _HOLDER.finditer(block.text):
            what, who = (
                (found["what"], found["who"]) if found["what"] else (found["front"], found["name"])
            )
            yield _fact("was", what, who, body, year, block)
    for clause in reading.clauses:
        elected = _ELECTED.match(clause.rest) if clause.verb in ("was", "were") else None
        if not elected or not clause.person or not clause.subject or clause.when:
            continue
        if doubtful(clause.text) or hearsay(clause.sentence.text):
            continue
        if re.search(r"\b\d{4}\b", clause.rest) or unresolved(elected["tail"] or ""):
            continue  # of another year
        of = "" if elected["tail"] else body
        yield _fact(
            f"was {elected['deed']}",
            f"{elected['what']}{elected['tail'] or ''}",
            clause.subject,
            of,
            year,
            clause.sentence,
        )


def _fact(verb: str, what: str, who: str, body: str, year: str, sentence: Sentence) -> Fact:
    the = "the " if verb == "was" else ""
    told = f"{verb} {the}{what}{f' of {body}' if body else ''} in {year}"
    return Fact(
        "office",
        f"{what} {body}",
        who,
        "person",
        f"Who {told}?",
        sentence,
        scope=fold(f"{what} {year}"),
        statement=f"{{}} {told}.",
        says=(who if who in sentence.text else who.split()[-1],),
    )
