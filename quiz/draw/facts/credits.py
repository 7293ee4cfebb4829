"""Credits of the one work that a text is about: "The cinematographer is Ann Poe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import CAP
from quiz.draw.english.jointly import shared
from quiz.draw.fact import Fact, Reading

_CREW = (
    "(?:production |costume |sound |set |lighting )?designer|director|cinematographer|composer"
    "|editor"
    "|choreographer|producer|screenwriter|author|narrator|conductor|librettist|illustrator"
    "|translator"
)
_IS = re.compile(rf"^The (?P<part>{_CREW}) (?:is|was) (?P<who>{CAP}(?: {CAP})+)(?P<tail>.*)$")
_BY = re.compile(
    r"^The (?P<what>score|music|screenplay|script|libretto|lyrics|cover|illustrations"
    r"|choreography) (?:is|are"
    rf"|was|were) (?:(?P<deed>composed|written|designed|drawn"
    rf"|made) )?by (?P<who>{CAP}(?: {CAP})+)(?P<tail>.*)$"
)
_DEED = {"score": "composed", "music": "composed", "cover": "designed", "illustrations": "drew"}


def find(reading: Reading) -> Iterator[Fact]:
    """Give who did a part of the work, where the text is about one alone."""
    work = reading.topic
    if not work:
        return
    told = reading.work(work)
    for sentence in reading.document.sentences:
        text = sentence.text.rstrip(".")
        found = _IS.match(text) or _BY.match(text)
        if not found or sentence.quoted or sentence.speaker or doubtful(text):
            continue
        if shared(found["tail"]) or re.match(r",? (?:and|of|for|at)\b", found["tail"]):
            continue
        parts = found.groupdict()
        if parts.get("part"):
            what = f"was the {parts['part']} of {told}"
        else:
            deed = {"drawn": "drew", "written": "wrote"}.get(parts["deed"] or "", parts["deed"])
            what = f"{deed or _DEED.get(parts['what'], 'wrote')} the {parts['what']} of {told}"
        who = reading.known.person(found["who"]) or found["who"]
        yield Fact(
            "role",
            what,
            who,
            "person",
            f"Who {what}?",
            sentence,
            scope="credit",
            statement=f"{{}} {what}.",
            says=(found["who"],),
        )
