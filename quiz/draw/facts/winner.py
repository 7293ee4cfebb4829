"""Who won what at an event: the men's single sculls, the final; and lists of results."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.anchor import event_of
from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, hearsay, unresolved
from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.fact import Fact, Reading

_CONTEST = (
    r"(?:sculls|pairs|fours|eights|singles|doubles|sprint|hurdles|relay|race|marathon|final|title|event"
    r"|dash|jump|vault|javelin|discus|freestyle|backstroke|butterfly|breaststroke|medley|regatta|cup"
    r"|slalom|downhill|time trial|heat|class|section|category|competition|trophy|medal|prize)"
)
_WHAT = re.compile(rf"^[Tt]he ((?:[\w'’-]+ ){{1,4}}?{_CONTEST})(?: (?:at|of|in) (?:the )?{NAME})?$")
_WON = re.compile(
    rf"^the (?P<what>(?:[\w'’-]+ ){{1,4}}?{_CONTEST})(?: (?:at|of|in) (?:the )?{NAME})?"
    r"(?: on \w+day)?(?=$|,| (?:in|with|by|for|after|ahead|from) )"
)
_BY = re.compile(rf"^won by (?P<who>{NAME})(?=$|,| (?:in|with|by|of|from|for|ahead|after) )")
_CUP = re.compile(rf"^[Tt]he ({NAME}? ?(?:Cup|Prize|Award|Medal|Trophy|Shield|Plate|Bowl))$")
_RESULT = re.compile(
    rf"^\W{{0,4}}(?P<what>[A-ZÀ-Þ][\w'’ -]{{2,40}}):\s+(?P<who>{CAP}(?: {CAP})+)(?: \([^)]*\))?\.?$"
)
_RESULTS = re.compile(r"\b(?:results?|winners|champions|honours)\b", re.I)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the winners that a report of one event names."""
    event, year = event_of(reading), reading.document.published[:4]
    if year:
        yield from _cups(reading, year)
    if not event or not year:
        return
    for clause in reading.clauses:
        if doubtful(clause.text) or hearsay(clause.sentence.text) or clause.when:
            continue
        if clause.verb in ("was", "were") and (by := _BY.match(clause.rest)):
            if what := _WHAT.match(clause.np):
                yield from _fact(reading, what[1], by["who"], event, year, clause.sentence)
        elif clause.verb == "won" and clause.subject and (won := _WON.match(clause.rest)):
            yield from _fact(reading, won["what"], clause.subject, event, year, clause.sentence)
    yield from _listed(reading, event, year)


def _cups(reading: Reading, year: str) -> Iterator[Fact]:
    """A prize that "was won by" somebody, in the year of the report."""
    for clause in reading.clauses:
        cup, by = _CUP.match(clause.np), _BY.match(clause.rest)
        if not cup or not by or clause.verb != "was" or clause.when or doubtful(clause.text):
            continue
        if re.search(r"\d", clause.rest):
            continue  # of another year
        who = reading.known.person(by["who"]) or by["who"]
        yield Fact(
            "winner",
            cup[1],
            who,
            "person" if reading.known.is_person(by["who"]) else "thing",
            f"Who won the {cup[1]} in {year}?",
            clause.sentence,
            scope=f"won {year}",
            statement=f"{{}} won the {cup[1]} in {year}.",
            says=(by["who"],),
        )


def _listed(reading: Reading, event: str, year: str) -> Iterator[Fact]:
    """The lines under a heading "Results", each with what was won and by whom."""
    under = False
    blocks = {block.paragraph: block for block in reading.document.blocks}
    for line in reading.document.kept:
        block = blocks.get(line.number)
        if block is None or not block.raw.strip():
            under = bool(_RESULTS.search(line.text)) if block is None else under
            continue
        if under and (found := _RESULT.match(block.text)):
            what = f"{found['what'][:1].lower()}{found['what'][1:]}"
            if re.search(rf"\b{_CONTEST}$", what):
                yield from _fact(reading, what, found["who"], event, year, block)


def _fact(
    reading: Reading, what: str, who: str, event: str, year: str, sentence: Sentence
) -> Iterator[Fact]:
    known = reading.known
    winner = known.person(who) if known.is_person(who) else who
    if not winner or unresolved(what) or doubtful(what):
        return
    yield Fact(
        "winner",
        f"{what} {event}",
        winner,
        "person" if known.is_person(who) else "thing",
        f"Who won the {what} at {event} in {year}?",
        sentence,
        scope=fold(f"won {what} {year}"),
        statement=f"{{}} won the {what} at {event} in {year}.",
        says=(who if who in sentence.text else who.split()[-1],),
    )
