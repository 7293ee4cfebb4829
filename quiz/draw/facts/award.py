"""Awards won: by whom, which, in what category, and how many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unresolved
from quiz.draw.english.grammar import CAP, NAME, NUMBER
from quiz.draw.english.inner import beside
from quiz.draw.english.times import DATE
from quiz.draw.fact import Fact, Reading, figure

_WON = frozenset(["won", "received", "took", "earned", "gained"])
_AWARD = (
    rf"(?:{NAME} )?(?:Prize|Award|Medal|Oscar|Cup|Trophy|Palme d'Or|Grand Prix"
    rf"|(?:Golden|Silver|Crystal) {CAP})(?: (?:in|for) {CAP}(?![\w'-])(?! {CAP}))?"
)
_ONE = re.compile(
    rf"^the ((?:{_AWARD})|(?:medal|prize|gold medal|silver medal) of the {NAME})(?: for "
    rf"(?P<for>{CAP}(?: {CAP})+))?(?P<tail>.*)$"
)
_MANY = re.compile(
    rf"^({NUMBER}) ((?:personal |different )?(?:{CAP} )*(?:Awards|Oscars|Prizes|Medals"
    "|Nobel Prizes))(?P<tail>.*)$"
)
_NAMED = re.compile(r"^,? including (.+)$")
_YEAR_WINNER = re.compile(rf"({NAME}), an? (\d{{4}}) ({CAP}(?: {CAP})*)-winning\b")
_AT = re.compile(
    rf"\bwon the (?P<award>{_AWARD}) at (?:this year's |last year's |the )?(?:\d{{4}} |\d+th )?"
    rf"(?P<place>{CAP}(?: {CAP})*) Festival\b"
)
_NOMINATED = re.compile(
    rf"^(?:(?:also|later|then) )?nominated for ({NUMBER}) ((?:{CAP} )*(?:Awards|Oscars|Prizes"
    rf"|Medals|Nobel Prizes))"
    rf"(?P<tail> (?:in|at) [^,;]+)?"
)
_CUT = re.compile(r",| — |\(| and (?=\w+ed\b)| as the | as an? | for it\b")


def find(reading: Reading) -> Iterator[Fact]:
    """Give what was won by the one who stands beside the verb."""
    for clause in reading.clauses:
        verb, rest = (
            clause.verb,
            re.sub(r"^(?:previously|already|also|just|once) ", "", clause.rest),
        )
        if verb in ("has", "had") and rest.startswith("won "):
            verb, rest = "won", rest[4:]
        if verb in ("was", "were") and clause.subject and not hearsay(clause.sentence.text):
            yield from _nominated(reading, clause)
        if verb not in _WON or not clause.subject or hearsay(clause.sentence.text):
            continue
        if doubtful(f"{clause.np} {verb} {rest}"):
            continue
        yield from _one(reading, clause, rest)
        yield from _many(reading, clause, rest)
    clear = {
        clause.sentence for clause in reading.clauses if "won" in (clause.verb, clause.rest[:3])
    }
    for sentence in reading.document.sentences:
        if (
            (sentence not in clear or "this year's" in sentence.text)
            and not sentence.speaker
            and not hearsay(sentence.text)
        ):
            yield from _where(reading, sentence)
        for found in _YEAR_WINNER.finditer(sentence.text):
            title = reading.known.work(found[1].rpartition("'s ")[2])
            if title:
                yield _fact(reading, title, found[3], f"in {found[2]}", sentence)


def _where(reading: Reading, sentence: Sentence) -> Iterator[Fact]:
    """The festival at which the one work that a sentence begins with won its prize."""
    found = _AT.search(sentence.text)
    named = [title for title in reading.known.works if f'"{title}' in sentence.text]
    if not found or len(named) != 1 or not sentence.text.startswith(f'"{named[0]}'):
        return
    if doubtful(found[0], relative=False):
        return
    place = re.sub(r"(?: International)?(?: Film)?$", "", found["place"])
    told = reading.work(named[0])
    yield Fact(
        "award-won",
        named[0],
        place,
        "text",
        f"At which festival did {told} win the {found['award']}?",
        sentence,
        scope=f"festival {fold(found['award'])}",
        statement=f"{told[:1].upper()}{told[1:]} won the {found['award']} at the {{}} festival.",
        says=(place, found["award"]),
    )


def _nominated(reading: Reading, clause: Clause) -> Iterator[Fact]:
    """For how many prizes somebody or something was nominated."""
    found = _NOMINATED.match(clause.rest)
    number = figure(found[1])[0] if found else None
    if not found or number is None or number < 2 or doubtful(clause.text):
        return
    told, tail = reading.known.ref(clause.subject), found["tail"] or ""
    if unresolved(tail):
        return
    yield Fact(
        "award-count",
        clause.subject,
        found[1],
        "number",
        f"For how many {found[2]} was {told} nominated{tail}?",
        clause.sentence,
        scope=f"nominated {fold(found[2])} {fold(tail)}",
        statement=f"{told} was nominated for {{}} {found[2]}{tail}.",
        says=(found[1],),
        number=number,
    )


def _one(reading: Reading, clause: Clause, rest: str) -> Iterator[Fact]:
    found = _ONE.match(rest)
    if not found:
        return
    tail = _CUT.split(found["tail"])[0].strip()
    subject = clause.subject
    tail = re.split(r",? together with\b", tail)[0]
    if unresolved(tail):
        tail = ""
    if not beside(clause.verb, found["tail"]):
        return  # a date behind "for finding X" may be that of the finding
    when = clause.when if re.search(r"\d", clause.when) else ""
    context = f"{tail} {when[:1].lower()}{when[1:]}".strip()
    if found["for"]:
        told = reading.known.ref(subject)
        yield Fact(
            "award-won",
            subject,
            found["for"],
            "award",
            f"In which category did {told} win the {found[1]} {context}".rstrip() + "?",
            clause.sentence,
            scope=f"category {fold(found[1])} {fold(tail)}",
            statement=f"{reading.known.ref(subject)} won the {found[1]} for {{}}.",
            says=(found["for"],),
        )
        return
    if context:  # who has won one prize may have won another
        yield _fact(reading, subject, found[1], context, clause.sentence)


def _fact(reading: Reading, subject: str, award: str, context: str, sentence: Sentence) -> Fact:
    told = reading.known.ref(subject)
    if told and reading.known.works.get(subject):
        told = f"the {reading.known.works[subject]} {told}"
    year = re.search(r"\b\d{4}\b", context)
    return Fact(
        "award-won",
        subject,
        award,
        "award",
        f"Which prize did {told} win {context}".rstrip() + "?",
        sentence,
        scope=f"prize {year[0] if year else fold(context)}",
        statement=f"{told[:1].upper()}{told[1:]} won the {{}} {context}".rstrip() + ".",
        says=(award,),
    )


def _many(reading: Reading, clause: Clause, rest: str) -> Iterator[Fact]:
    found = _MANY.match(rest)
    if not found:
        return
    number, _ = figure(found[1])
    including = _NAMED.match(found["tail"])
    tail = "" if including else _CUT.split(found["tail"])[0].strip()
    when = clause.when
    when = f" {when[:1].lower()}{when[1:]}" if re.search(DATE, when) else ""
    told = reading.known.ref(clause.subject)
    if number is None or number < 2:
        return
    had = clause.verb == "had"
    if had or unresolved(tail):
        return
    yield Fact(
        "award-count",
        clause.subject,
        found[1],
        "number",
        f"How many {found[2]} did {told} win{' ' + tail if tail else ''}{when}?",
        clause.sentence,
        scope=f"count {fold(found[2]).replace('oscars', 'academy awards')} {fold(when)}",
        statement=f"{told} won {{}} {found[2]}{' ' + tail if tail else ''}{when}.",
        says=(found[1],),
        number=number,
        unit="",
    )
    if including and not clause.person:
        listed = including[1]
        yield Fact(
            "award-won",
            f"{found[1]} {found[2]} including {listed}",
            reading.known.work(clause.subject) or told,
            "work" if reading.known.work(clause.subject) else "thing",
            f"Which {reading.known.works.get(clause.subject) or 'work'} won {found[1]} "
            f"{found[2]}, including {listed}?",
            clause.sentence,
            scope="winner",
            statement=f"{{}} won {found[1]} {found[2]}, including {listed}.",
            says=(told, listed),
        )
