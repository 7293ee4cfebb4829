"""Lists with their number: "there are six noble gases: helium, neon ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import NAME, NUMBER_WORD
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading, figure

_THERE = re.compile(rf"^There (?:are|were) ({NUMBER_WORD}) ([^:]+?): (.+?)\.?$")
_THE_N = re.compile(rf"^The ({NUMBER_WORD}) ([^:]+?) (?:are|were)(?: called)?:? (.+?)\.?$")
_FAMOUS = re.compile(
    rf"^((?:The )?{NAME}) (is famous for|is known for|has|had) ({NUMBER_WORD}) ([\w ]+?): (.+?)\.?$"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give lists that are as long as they say they are."""
    for sentence in reading.document.sentences:
        text = sentence.text
        if sentence.quoted or sentence.speaker:
            continue
        if found := _THERE.match(text) or _THE_N.match(text):
            yield from _fact(sentence, found[1], found[2], f"the {found[1]} {found[2]}", found[3])
        elif found := _FAMOUS.match(text):
            subject = reading.known.ref(found[1].removeprefix("The "))
            verb = found[2].removeprefix("is ")
            asked = (
                f"Which {found[3]} {found[4]} is {subject} {verb}"
                if found[2].startswith("is")
                else f"Which {found[3]} {found[4]} does {subject} have"
            )
            yield from _fact(sentence, found[3], f"{found[4]} {subject}", "", found[5], f"{asked}?")


def _fact(
    sentence: Sentence, number: str, noun: str, named: str, listing: str, ask: str = ""
) -> Iterator[Fact]:
    entries = entries_of(listing)
    if figure(number)[0] != len(entries) or doubtful(noun) or unresolved(noun):
        return
    yield Fact(
        "list",
        noun,
        "; ".join(entries),
        "list",
        ask or f"Name {named}.",
        sentence,
        scope="all",
        says=entries,
        entries=entries,
    )


def entries_of(text: str) -> tuple[str, ...]:
    """The members of a list in running text, without years in brackets; () if it is none."""
    bare = re.sub(rf" \({YEAR}\)", "", text.strip().rstrip("."))
    parts = [part.strip() for part in re.split(r",? and (?:now )?|, ", bare)]
    if len(parts) < 2 or any(not part or len(part) > 50 or len(part.split()) > 6 for part in parts):
        return ()
    return tuple(re.sub(r"^(?:the|now) ", "", part) for part in parts)
