"""Who did it: a person's act beside somebody or something that has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.bare import grounded
from quiz.draw.english.doubt import doubtful, hearsay, unowned, unresolved
from quiz.draw.english.grammar import is_past
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.jointly import shared
from quiz.draw.english.names import names_in
from quiz.draw.english.times import DATE
from quiz.draw.fact import Fact, Reading

_NOT = re.compile(
    r"^(?:said|told|thought|knew|felt|had|was|were|liked|loved|wanted|married|won|received|called|asked|met|became"
    r"|thanked|proposed|reported|revealed|announced|lived|died|went|came|got|saw|took|visited|sat|stood|followed|helped|made|laughed|spoke|gave)$"
)
_DATE = re.compile(rf",? (?:in|on) (?:\w+day,? )?{DATE}$")
_LONGEST = 90


def find(reading: Reading) -> Iterator[Fact]:
    """Give acts whose doer is named in full beside the verb."""
    for clause in reading.clauses:
        speaker = reading.speaker(clause.sentence)
        if (
            not clause.person
            or not is_past(clause.verb)
            or (_NOT.match(clause.verb) and not clause.rest.startswith("up with "))
        ):
            continue
        if (
            doubtful(clause.text)
            or hearsay(clause.sentence.text)
            or clause.sentence.text.endswith("?")
        ):
            continue
        rest = re.split(r", | — |\(| and (?=[A-ZÀ-Þ][\w' -]* (?:\w+ed|was|is|had)\b)", clause.rest)[
            0
        ]
        if shared(clause.rest[len(rest) :]):
            continue
        date = _DATE.search(rest)
        if date and not beside(clause.verb, rest[: date.start()]):
            rest = rest[: date.start()]  # the date of something else
        full = grounded(reading, clause, rest)
        if full is None or unreal(clause.verb, rest):
            continue
        rest = full
        own = unowned(rest) if not clause.relative else rest
        named = [name for _, _, name in names_in(f"x {rest}")]
        if (
            not (named or speaker)
            or unresolved(own)
            or len(rest) > _LONGEST
            or len(rest.split()) < 2
        ):
            continue
        if speaker == clause.subject:
            continue
        when = clause.when if re.search(r"\d", clause.when) else ""
        lead = f"According to {speaker}, who" if speaker else "Who"
        what = f"{clause.verb} {rest}{' ' + when[:1].lower() + when[1:] if when else ''}"
        yield Fact(
            "subject",
            what,
            clause.subject,
            "person",
            f"{lead} {what}?",
            clause.sentence,
            scope=fold(clause.verb),
            statement=f"According to {speaker}, {{}} {what}." if speaker else f"{{}} {what}.",
            says=(clause.subject.split()[-1],),
        )
