"""From one year to another: "between 1742 and 1749", "from 1939 to 1954"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unowned, unresolved
from quiz.draw.english.inner import beside, unreal
from quiz.draw.english.names import names_in
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading

_SPAN = re.compile(rf"^,? ?(?:(?:[Ff]rom|[Bb]etween) )({YEAR}) (?:to|and|until) ({YEAR})\b")
_WITHIN = re.compile(rf",? (?:from|between) ({YEAR}) (?:to|and|until) ({YEAR})\b(?P<tail>[^,]*)")
_FESTIVAL = re.compile(r"^[Tt]he ([a-z]+)'s (.+)$")


def find(reading: Reading) -> Iterator[Fact]:
    """Give what lasted from one year to another."""
    for clause in reading.clauses:
        if doubtful(clause.text) or hearsay(clause.sentence.text):
            continue
        front = _SPAN.search(clause.when)
        if front and clause.verb == "was" and (fact := _what(reading, clause, front)):
            yield fact
            continue
        within = _WITHIN.search(clause.rest)
        if not (front or within) or unreal(clause.verb, clause.rest):
            continue
        if within and not beside(clause.verb, clause.rest[: within.start()]):
            continue  # the years of something else
        first, last = (front or within).groups()[:2]  # type: ignore[union-attr]
        rest = clause.rest
        if within:
            rest = f"{rest[: within.start()]}{re.split(r' and ', within['tail'])[0]}"
        own = unowned(rest) if clause.subject else rest
        named = clause.subject or list(names_in(clause.np[4:])) or list(names_in(f"x {rest}"))
        if not named or unresolved(own) or clause.verb in ("is", "are", "has") or len(rest) > 90:
            continue
        if clause.person and re.match(r"^(?:the|an?) ", rest):
            continue  # an office: the file on roles asks for the person
        if not clause.subject and re.match(r"^(?:the|it|he|she) \w+$", clause.np, re.I):
            continue
        yield Fact(
            "from-to",
            clause.subject or clause.np,
            f"{first} to {last}",
            "span",
            reading.question(clause, "From which year to which year", rest),
            clause.sentence,
            scope=fold(f"{clause.verb} {rest}"),
            statement=f"{_upper(reading.told(clause))} {clause.verb} {rest} from {{}}.",
            says=(first, last),
            when=first,
        )


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _what(reading: Reading, clause: Clause, front: re.Match[str]) -> Fact | None:
    """What something was for some years: "from 1939 to 1954 the prize was the Grand Prix"."""
    named = list(names_in(clause.rest))
    if len(named) != 1 or not re.fullmatch(r"(?:the )?", clause.rest[: named[0][0]]):
        return None
    np = clause.np[:1].lower() + clause.np[1:]
    if owner := _FESTIVAL.match(np):
        fits = {n for n in reading.known.with_word(owner[1]) if n not in clause.rest}
        if len(fits) != 1:
            return None
        np = f"the {owner[2]} of {reading.known.ref(next(iter(fits)))}"
    elif not list(names_in(np)):
        return None
    return Fact(
        "from-to",
        f"{np} {front[1]} {front[2]}",
        named[0][2],
        "award" if "prize" in np else "thing",
        f"From {front[1]} to {front[2]}, what was {np}?",
        clause.sentence,
        scope="was",
        statement=f"From {front[1]} to {front[2]}, {np} was {clause.rest[: named[0][0]]}{{}}.",
        says=(front[1], front[2], named[0][2]),
    )
