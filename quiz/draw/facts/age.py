"""How old somebody was when something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.binding import Clause
from quiz.draw.document import Sentence
from quiz.draw.doubt import doubtful, unowned, unresolved
from quiz.draw.fact import Fact, Reading
from quiz.draw.grammar import CAP
from quiz.draw.times import DATE

_YEARS_OLD = re.compile(r"^(?:The )?(\d{1,3})-year-old ")
_AT_AGE = re.compile(r",? (?:at the age of|aged|at age) (\d{1,3})\b")
_WHEN = re.compile(r"^(\d{1,3}) (?:years old )?when ((?:he|she) (?!did so)\w+ (?:\S+ )+\S+)$")
_LISTED = re.compile(rf"({CAP}(?: {CAP})+) \((?:then |also |aged )?(\d{{2}})\)")
_YOUNGEST = re.compile(r"^,? were (?:among )?the (?:youngest|oldest|first) to (.+?)\.?$")


def find(reading: Reading) -> Iterator[Fact]:
    """Give the ages that stand beside a name and its verb."""
    for clause in reading.clauses:
        if clause.person and clause.subject and not doubtful(f"{clause.verb} {clause.rest}"):
            yield from _of_clause(reading, clause)
    for sentence in reading.document.sentences:
        listed = list(_LISTED.finditer(sentence.text))
        told = _YOUNGEST.match(sentence.text[listed[-1].end() :]) if listed else None
        if told and not unresolved(told[1]):
            for found in listed:
                person = reading.known.person(found[1])
                if person:
                    yield _fact(person, found[2], f"did {person} {told[1]}", sentence)


def _of_clause(reading: Reading, clause: Clause) -> Iterator[Fact]:
    rest = re.split(r", who|, which", clause.rest)[0]
    before = _YEARS_OLD.match(clause.np)
    found = _AT_AGE.search(rest)
    when = _WHEN.match(rest)
    if clause.verb == "was" and when:
        own = re.sub(r"\b(?:he|she|his|her)\b", "", when[2])
        if not unresolved(own):
            yield _fact(
                clause.subject,
                when[1],
                f"was {clause.subject} when {when[2]}",
                clause.sentence,
                "How old",
            )
        return
    if not before and not found:
        return
    age = before[1] if before else found[1] if found else ""
    told = f"{rest[: found.start()]}{rest[found.end() :]}" if found else rest
    told = re.sub(rf"(?:^|,? )(?:in|on) {DATE}", "", told)
    own = unowned(told)
    if unresolved(own) or doubtful(told) or len(told) > 100:
        return
    ask = reading.question(clause, "At what age", told)
    yield _fact(clause.subject, age, ask.removeprefix("At what age ").rstrip("?"), clause.sentence)


def _fact(
    person: str, age: str, asked: str, sentence: Sentence, which: str = "At what age"
) -> Fact:
    return Fact(
        "age",
        person,
        age,
        "number",
        f"{which} {asked}?",
        sentence,
        scope=asked,
        statement=f"{person} was {{}} years old.",
        says=(person.split()[-1], age),
        number=float(age),
        unit="years",
    )
