"""Only N, only one: "only three films have won both", and who alone did something before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import NAME, NUMBER_WORD
from quiz.draw.english.times import DATE, spoken
from quiz.draw.fact import Fact, Reading, figure
from quiz.draw.facts.listed import entries_of

_ONLY_N = re.compile(
    rf"^Only ({NUMBER_WORD}) ((?:[\w-]+ ){{1,4}}?)((?:in [\w ]+? )?(?:have|has|had|are|were|won"
    r"|cross|crossed|survive) [^:]+?)(?:: (.+))?\.?$"
)
_ONLY_ONE = re.compile(rf"^Only ({NAME}) had (previously |before )?(\w+ .+?)(?:, but .+)?\.?$")
_GROWS = re.compile(r"\b(?:have|has) (?:ever )?\w+(?:ed|en|on|un|id)?\b")


def find(reading: Reading) -> Iterator[Fact]:
    """Give how many alone there are, and which."""
    before = None
    for sentence in reading.document.sentences:
        text = sentence.text
        if found := _ONLY_N.match(text):
            yield from _number(reading, sentence, found)
        elif (alone := _ONLY_ONE.match(text)) and before is not None:
            date = re.search(DATE, before.text) if before.block == sentence.block else None
            person = reading.known.person(alone[1])
            if date and person and not unresolved(alone[3]) and not doubtful(alone[3]):
                yield Fact(
                    "only",
                    f"{alone[3]} before {date[0]}",
                    person,
                    "person",
                    f"Before {date[0]}, who alone had {alone[3]}?",
                    sentence,
                    scope="only",
                    statement=f"Before {date[0]}, {{}} alone had {alone[3]}.",
                    says=(alone[1],),
                )
                yield from _alone_many(sentence, alone[3], person, date[0], alone[1])
        before = sentence


def _alone_many(sentence: Sentence, what: str, person: str, date: str, name: str) -> Iterator[Fact]:
    """How many of something one alone had: "won four Oscars in a night"."""
    found = re.match(
        rf"^(won|written|directed|held|scored) ({NUMBER_WORD}) ([A-Z]\w+|[a-z]+s)\b(.*)$", what
    )
    value = figure(found[2])[0] if found else None
    if found and value is not None and value > 1:
        yield Fact(
            "award-count",
            f"{person} before {date}",
            found[2],
            "number",
            f"Before {date}, how many {found[3]} had {person} {found[1]}{found[4]}?",
            sentence,
            scope=f"count {found[3]}",
            statement=f"Before {date}, {person} had {found[1]} {{}} {found[3]}{found[4]}.",
            says=(name, found[2]),
            number=value,
        )


def _number(reading: Reading, sentence: Sentence, found: re.Match[str]) -> Iterator[Fact]:
    """A number of things that alone do something, and their names where they are listed."""
    number, noun, what, listing = found[1], found[2].strip(), found[3].strip(), found[4]
    value = figure(number)[0]
    if value is None or doubtful(what) or unresolved(what) or value < 2:
        return
    entries = entries_of(listing or "")
    grows = bool(_GROWS.search(what))
    when = f"As of {spoken(reading.document.published)}, " if reading.document.published else ""
    if grows and not when:
        if len(entries) == value:
            yield _which(sentence, number, noun, what, entries, "")
        return
    when = when if grows else ""
    ask = f"{when}how many {noun} {what}?"
    yield Fact(
        "only",
        f"{noun} {what}",
        number,
        "number",
        ask[:1].upper() + ask[1:],
        sentence,
        scope="how many",
        statement=f"{when}only {{}} {noun} {what}.",
        says=(number,),
        number=value,
        grows=grows,
    )
    if len(entries) == value:
        yield _which(sentence, number, noun, what, entries, when)


def _which(
    sentence: Sentence, number: str, noun: str, what: str, entries: tuple[str, ...], when: str
) -> Fact:
    ask = f"{when}which {number} {noun} {what}?"
    return Fact(
        "list",
        f"{noun} {what}",
        "; ".join(entries),
        "list",
        ask[:1].upper() + ask[1:],
        sentence,
        scope=noun,
        says=entries,
        entries=entries,
        grows=bool(when),
    )
