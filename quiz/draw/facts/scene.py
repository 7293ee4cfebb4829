"""Where something in a story takes place: "to Las Vegas for a hasty wedding"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import NAME
from quiz.draw.fact import Fact, Reading

_SCENE = re.compile(
    rf"\b(?:to|in|at) (?P<place>(?:the )?{NAME}) for (?:an?|the|their|his"
    rf"|her) (?P<what>(?:[a-z-]+ )?"
    r"(?:wedding|funeral|honeymoon|trial|duel|coronation|reunion|heist))\b"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give scenes of the one work that a text is about, each with its one place."""
    work = reading.topic
    if not work:
        return
    told = reading.work(work)
    for sentence in reading.document.sentences:
        found = _SCENE.search(sentence.text)
        if not found or sentence.quoted or sentence.speaker or doubtful(found[0]):
            continue
        place = found["place"].removeprefix("the ")
        if reading.known.is_person(place):
            continue
        yield Fact(
            "scene",
            f"{found['what']} in {work}",
            place,
            "place",
            f"In {told}, where does the {found['what']} take place?",
            sentence,
            scope="where",
            statement=f"In {told} the {found['what']} takes place in {{}}.",
            says=(place, found["what"]),
        )
