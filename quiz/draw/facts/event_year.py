"""Events and their years: "was founded in 1998", "met at Versailles on 5 May 1789"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.bare import grounded, subject_in_full
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unowned, unresolved
from quiz.draw.english.grammar import base, is_participle, is_past
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.times import DATE, parts
from quiz.draw.fact import Fact, Reading

_WHEN = re.compile(rf"(?:^|,? )(?:back )?(in|on) (?:\w+day,? )?({DATE})(?![\d–-]|s\b| to \d)")
_FRONT = re.compile(rf"^(?:In|On|on|in) (?:\w+day,? )?({DATE})$")
_AGAIN = re.compile(rf",? before being (\w+ed) in ({DATE})$")
_DECADE = re.compile(r"^In (the \d{3}0s)$")
_BARE = re.compile(r"^[Tt]he (?:word|term|name|number|picture|work|same|idea|figure)$")
_BY_ITSELF = frozenset({"died", "closed", "opened", "began", "ended", "retired", "erupted", "sank"})
_LONGEST = 110


def find(reading: Reading) -> Iterator[Fact]:
    """Give dated events whose subject is clear."""
    for clause in reading.clauses:
        if doubtful(clause.text) or doubtful(clause.np) or hearsay(clause.sentence.text):
            continue
        rest = clause.rest
        if unreal(clause.verb, rest):
            continue
        if (again := _AGAIN.search(rest)) and clause.subject:
            yield _fact(reading, clause, "was", again[1], again[2])
            rest = rest[: again.start()]
        if decade := _DECADE.match(clause.when):
            yield from _in_decade(reading, clause, decade[1])
        if found := _dated(clause.when, clause.verb, rest):
            date, rest = found
            head = _head(clause, rest)
            if head is not None:
                yield from _asked(reading, clause, rest, date, head)


def _head(clause: Clause, rest: str) -> str | None:
    """The participle of an event in the passive, "" of one in the active; None of no event."""
    vague = _BARE.match(clause.np) or "," in clause.np
    if (vague and not clause.subject) or rest.startswith("that "):
        return None
    if clause.verb in ("was", "were"):
        head = rest.removeprefix("first ").split(" ", 1)[0]
        return head if is_participle(head) else None
    return "" if is_past(clause.verb) and (rest or clause.verb in _BY_ITSELF) else None


def _asked(reading: Reading, clause: Clause, rest: str, date: str, head: str) -> Iterator[Fact]:
    """Word the question, if the subject and all that is said of it are clear."""
    first, _, more = rest.partition(" by ")
    several = re.search(r" by [^,]+, (?:[A-ZÀ-Þ]|the [a-z]+ [A-ZÀ-Þ])", clause.rest)
    rest = f"{first} by {more}" if more and len(rest) < 70 and not several else first
    if unresolved(_own(clause, rest)) or len(rest) > _LONGEST or re.search(rf"\b{DATE}\b", rest):
        return
    if not clause.subject and unresolved(clause.np):
        return
    rule = "birth-year" if head == "born" else "event-year"
    verb = clause.verb if head else ""
    told = subject_in_full(reading, clause)
    full = rest if head else grounded(reading, clause, rest)
    if told is not None and full is not None:
        yield _fact(reading, clause, verb, full, date, rule, told)


def _in_decade(reading: Reading, clause: Clause, decade: str) -> Iterator[Fact]:
    """What happened in a decade that the sentence begins with."""
    if not (clause.verb in ("was", "were") or is_past(clause.verb)):
        return
    rest = re.split(r", | through | by | as ", clause.rest)[0]
    if unresolved(rest) or unresolved(clause.np) or len(rest) > _LONGEST or len(rest.split()) < 2:
        return
    subject = reading.told(clause)
    years = int(re.sub(r"\D", "", decade))
    yield Fact(
        "event-decade",
        clause.subject or clause.np,
        decade,
        "decade",
        reading.question(clause, "In which decade", rest),
        clause.sentence,
        scope=fold(f"decade {clause.verb} {rest}"),
        statement=f"{subject[:1].upper()}{subject[1:]} {clause.verb} {rest} in {{}}.",
        says=(decade,),
        pool=tuple(f"the {years + off}s" for off in (-40, -30, -20, 20) if years + off < 2020),
    )


def _own(clause: Clause, rest: str) -> str:
    """The rest without his, her and its, where they can only mean the subject."""
    if clause.subject and clause.person:
        return unowned(rest)
    return unowned(rest) if clause.subject else rest


def _dated(when: str, verb: str, rest: str) -> tuple[str, str] | None:
    """The one date of a clause, and the rest without it; None where there is none, or two.

    A date behind another verb is that verb's.
    """
    dates = list(_WHEN.finditer(rest))
    if when:
        front = _FRONT.match(when)
        return (front[1], rest) if front and not dates else None
    if len(dates) != 1:
        return None
    found = dates[0]
    if not beside(verb, rest[: found.start()] + "," * found[0].startswith(",")):
        return None
    after = re.split(r", | and (?=\w+ed\b)", rest[found.end() :])[0]
    return found[2], f"{rest[: found.start()]}{after}".strip()


def _fact(
    reading: Reading,
    clause: Clause,
    verb: str,
    rest: str,
    date: str,
    rule: str = "event-year",
    subject: str = "",
) -> Fact:
    subject = subject or reading.told(clause)
    year = parts(date)[0]
    if verb == "was" and clause.verb != "was":
        ask = f"In which year was {subject} {rest}?"
        stated = f"{subject} was {rest}"
    else:
        ask = reading.question(clause, "In which year", rest, subject)
        stated = f"{subject} {clause.verb} {rest}".rstrip()
    head = rest.split()[:2] if verb else [base(clause.verb), *rest.split()[:5]]
    return Fact(
        rule,
        clause.subject or clause.np,
        str(year),
        "year",
        ask,
        clause.sentence,
        scope=fold(" ".join(head[:1] if verb and head and head[0] != "first" else head)),
        statement=f"{stated[:1].upper()}{stated[1:]} in {{}}.",
        says=(date,),
        number=float(year),
        when=date,
    )
