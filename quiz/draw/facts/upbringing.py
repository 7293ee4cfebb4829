"""Where somebody who speaks grew up or was born, in their own words: "I grew up in Lund"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_MINE = re.compile(
    rf"\bI (?P<verb>grew up|was born|was raised) (?:in|on|at) (?P<place>(?:the )?(?:[a-z]+ ){{0,2}}"
    rf"{CAP}(?:,? {CAP})*)"
)
_ASKED = {
    "grew up": ("did {} grow up", "grew up"),
    "was born": ("was {} born", "was born"),
    "was raised": ("was {} raised", "was raised"),
}


def find(reading: Reading) -> Iterator[Fact]:
    """Give the one place that a speaker names as theirs."""
    for sentence in reading.document.sentences:
        person = reading.speaker(sentence)
        found = _MINE.search(sentence.text) if person and not sentence.quoted else None
        if not found or doubtful(found["place"]):
            continue
        asked, told = _ASKED[found["verb"]]
        yield Fact(
            "upbringing",
            person,
            found["place"],
            "place",
            f"Where {asked.replace('{}', person)}?",
            sentence,
            scope=fold(told),
            statement=f"{person} {told} in {{}}.",
            says=(found["place"],),
        )
