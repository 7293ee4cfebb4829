"""Nationalities that stand beside a name: "Bo Lind, the Finnish director"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.gazetteer import alternation, groups
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_OF = "|".join(groups()["nationality"])
_ROLE = alternation("role")
_PERSON = rf"{CAP}(?: {CAP})+"
_BEHIND = re.compile(
    rf"({_PERSON}), (?:the|an?) (?:[a-z-]+ )?({_OF}) (?:[a-z-]+ ){{0,2}}?({_ROLE})\b(?![- ](?:of"
    rf"|and)\b)"
)
_BEFORE = re.compile(rf"\b(?:[Tt]he|[Aa]n?) ({_OF}) (?:[a-z-]+ )?({_ROLE}) ({_PERSON})")


def find(reading: Reading) -> Iterator[Fact]:
    """Give people with the nationality that a text names in passing."""
    for sentence in reading.document.sentences:
        for found in _BEHIND.finditer(sentence.text):
            yield from _fact(reading, found[1], found[2], found[3], sentence)
        for found in _BEFORE.finditer(sentence.text):
            yield from _fact(reading, found[3], found[1], found[2], sentence)


def _fact(
    reading: Reading, name: str, nation: str, role: str, sentence: Sentence
) -> Iterator[Fact]:
    person = reading.known.person(name)
    if not person:
        return
    yield Fact(
        "nationality",
        person,
        nation,
        "text",
        f"What is the nationality of the {role} {person}?",
        sentence,
        scope="nationality",
        statement=f"The {role} {person} is {{}}.",
        says=(nation, person.split()[-1]),
    )
