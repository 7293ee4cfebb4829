"""How old somebody was when something happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, unowned, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP, is_participle, past
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.times import DATE
from quiz.draw.fact import Fact, Reading

_YEARS_OLD = re.compile(r"^(?:The )?(\d{1,3})-year-old ")
_AT_AGE = re.compile(r",? (?:at the age of|aged|at age) (\d{1,3})\b")
_WHEN = re.compile(r"^(\d{1,3}) (?:years old )?when ((?:he|she) (?!did so)\w+ (?:\S+ )+\S+)$")
_OTHER = re.compile(
    rf"(?:[A-ZÀ-Þ][\w'-]*|\b(?:{alternation('role', 'kin')}|boy|girl|child|man|woman|people))$"
)
"""Somebody else, whose age it may be: "painted Carl Munk aged 12"."""
_LISTED = re.compile(rf"({CAP}(?: {CAP})+) \((?:then |also |aged )?(\d{{2}})\)")
_YOUNGEST = re.compile(
    r"^,? were (?:among )?the (?P<most>youngest|oldest|first) to (?P<what>.+?)\.?$"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the ages that stand beside a name and its verb."""
    for clause in reading.clauses:
        if clause.person and clause.subject and not doubtful(f"{clause.verb} {clause.rest}"):
            yield from _of_clause(reading, clause)
    for sentence in reading.document.sentences:
        listed = list(_LISTED.finditer(sentence.text))
        told = _YOUNGEST.match(sentence.text[listed[-1].end() :]) if listed else None
        if told and not unresolved(told["what"]):
            for found in listed:
                person = reading.known.person(found[1])
                if person:
                    yield _fact(
                        person,
                        found[2],
                        f"did {person} {told['what']}",
                        sentence,
                        stated=f"At {{}}, {person} was among the {told['most']} to {told['what']}.",
                    )


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
                f"{clause.subject} was {{}} when {when[2]}.",
            )
        return
    if (not before and not found) or unreal(clause.verb, rest):
        return
    if found and not before and not _own_age(clause, rest, found):
        return
    age = before[1] if before else found[1] if found else ""
    told = f"{rest[: found.start()]}{rest[found.end() :]}" if found else rest
    told = re.sub(rf"(?:^|,? )(?:in|on) {DATE}", "", told)
    own = unowned(told)
    if unresolved(own) or doubtful(told) or len(told) > 100:
        return
    if clause.verb in ("has", "had", "have"):  # "has died": the age is that of the event
        head, _, told = told.partition(" ")
        if not is_participle(head):
            return
        clause = replace(clause, verb=past(head))
    ask = reading.question(clause, "At what age", told)
    yield _fact(
        clause.subject,
        age,
        ask.removeprefix("At what age ").rstrip("?"),
        clause.sentence,
        stated=f"{clause.subject} {clause.verb} {told} at the age of {{}}.",
    )


def _own_age(clause: Clause, rest: str, found: re.Match[str]) -> bool:
    """Whether an age is the subject's, and not that of somebody named or told of before it."""
    between = rest[: found.start()]
    if not beside(clause.verb, between + "," * found[0].startswith(",")):
        return False
    return found[0].startswith(",") or "aged" not in found[0] or not _OTHER.search(between)


def _fact(
    person: str,
    age: str,
    asked: str,
    sentence: Sentence,
    which: str = "At what age",
    stated: str = "",
) -> Fact:
    return Fact(
        "age",
        person,
        age,
        "number",
        f"{which} {asked}?",
        sentence,
        scope=asked,
        statement=stated,
        says=(person.split()[-1], age),
        number=float(age),
        unit="years",
    )
