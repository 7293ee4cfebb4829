"""How many, how long, how heavy: counts and measures of one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.core.text import fold
from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, hearsay, unowned, unresolved
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import NUMBER, REST, is_past
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact, Reading, figure, lowered, owns

_NO_NOUN = "of|to|times?|in|on|at|and|or|from|by|million|per|years?|o'clock|that|who"
_NO_MORE = (
    "of|to|in|on|at|and|or|from|for|by|with|than|as|when|out|into|between|inside|after|before|long"
    "|tall|high|wide|deep|old|an?|the|away|off|is|are|that|who|which"
)
_NOUN = (
    rf"(?P<noun>(?!(?:{_NO_NOUN})\b)[a-z'-]+"
    rf"(?: (?!(?:{_NO_MORE})\b)[a-z'-]+){{0,2}})"
)
_COUNT = re.compile(rf"^(?:only )?(?P<n>{NUMBER}) {_NOUN}(?P<tail>{REST})")
_MEASURE = re.compile(
    rf"^(?P<n>{NUMBER}) (?P<unit>metres|meters|kilometres|kilometers|miles|feet|centimetres"
    rf"|minutes|hours|pages"
    r"|inches) (?P<how>long|tall|high|wide|deep)\b"
)
_HOW = {"long": "length", "tall": "height", "high": "height", "wide": "width", "deep": "depth"}
_PER = re.compile(
    rf"\bthere(?:'s| are| is) (?P<n>{NUMBER}) (?P<noun>[a-z]+s) (?P<per>an?|per) (?P<unit>second"
    r"|minute|hour|day|week|year)\b"
)
_SENT = re.compile(
    r"\b([A-ZÀ-Þ][\w-]+)'s [a-z]+, (?:his|her) (?P<who>[a-z]+)"
    r" (?P<verb>send|sent|gave|give|hire|hired|bought)"
    rf" (?P<n>{NUMBER}) (?P<noun>[a-z]+s)\b"
)
_THERE = re.compile(
    rf"^(?P<n>{NUMBER}) {_NOUN} (?P<tail>(?:in|on|inside|at) [^,]+?)(?: and \d.*)?$"
)
_VERBS = frozenset(
    [
        "has",
        "had",
        "have",
        "employed",
        "saved",
        "magnifies",
        "owns",
        "weighs",
        "took",
        "lasts",
        "takes",
        "uses",
        "baked",
        "sold",
        "contains",
        "holds",
        "stores",
    ]
)
_FOR_WHAT = frozenset(
    [
        "used",
        "employed",
        "took",
        "needed",
        "hired",
        "saw",
        "met",
        "sent",
        "brought",
        "bought",
        "owned",
        "asked",
        "gave",
        "kept",
    ]
)
_LIST_TAIL = re.compile(rf" and (?:a |an |the |is |was |it |\d|{NUMBER} [a-z])")


def find(reading: Reading) -> Iterator[Fact]:
    """Give counts whose subject stands beside the verb."""
    for clause in reading.clauses:
        if hearsay(clause.sentence.text) or doubtful(clause.text) or doubtful(clause.np):
            continue
        if clause.np.lower() == "there":
            yield from _there(clause)
        elif clause.verb in ("is", "was") and (found := _MEASURE.match(clause.rest)):
            yield from _measure(reading, clause, found)
        elif (
            clause.verb in _VERBS
            and (clause.verb not in ("has", "had", "have") or owns(clause.rest))
        ) or (is_past(clause.verb) and clause.subject and clause.person):
            yield from _count(reading, clause)
    for sentence in reading.document.sentences:
        yield from _loose(reading, sentence)


def _count(reading: Reading, clause: Clause) -> Iterator[Fact]:
    found = _COUNT.match(clause.rest)
    if not found or not _clear(clause) or re.match(r"^\d{4}$", found["n"]):
        return
    value = figure(found["n"])[0]
    noun, tail = found["noun"], _LIST_TAIL.split(found["tail"])[0].strip()
    if value is None or value < 2 or not noun.split()[0].strip("'") or doubtful(found[0]):
        return
    if not noun.endswith(("s", "people", "men", "women", "children")) or re.match(
        r"^(?:or|and) ", tail
    ):
        return
    if clause.person and (clause.verb == "weighs" or (not tail and clause.verb in _FOR_WHAT)):
        return  # what for? nobody could know
    own = unowned(tail) if clause.subject else tail
    if unresolved(own) or re.search(r"\b(?:at first|later|first)\b", clause.rest):
        return
    if clause.when and not re.search(r"\d", clause.when):
        return
    when = f" {lowered(clause.when)}" if clause.when else ""
    asked = noun
    if clause.verb in ("has", "had", "owns", "holds") and re.match(r"(?:from|of) ", tail):
        asked, tail = f"{noun} {tail}", ""
    yield _fact(
        clause,
        found["n"],
        value,
        noun,
        reading.question(clause, f"How many {asked}", f"{tail}{when}"),
        stated=f"{reading.told(clause)} {clause.verb} {{}} {asked} {tail}{when}",
        scope=f"count {'has' if clause.verb in ('have', 'had') else clause.verb} {fold(noun)}",
    )


def _clear(clause: Clause) -> bool:
    """Whether the subject is a name, or a kind of thing: "a fruit fly"."""
    if clause.subject:
        return True
    if re.fullmatch(rf"The (?:{alternation('institution')})", clause.np):
        return True  # by its name, or not at all: that is seen to when the question is worded
    if re.match(r"^An? [a-z]", clause.np):
        return len(clause.np.split()) > 2
    return bool(list(names_in(clause.np[4:]))) and not unresolved(clause.np)


def _there(clause: Clause) -> Iterator[Fact]:
    found = _THERE.match(clause.rest)
    if not found or not list(names_in(f"x {found['tail']}")) or unresolved(found["tail"]):
        return
    value = figure(found["n"])[0]
    if value is None or value < 2 or ":" in clause.sentence.text:
        return
    yield _fact(
        replace(clause, np=found["tail"]),
        found["n"],
        value,
        found["noun"],
        f"How many {found['noun']} {clause.verb} there {found['tail']}?",
        stated=f"there {clause.verb} {{}} {found['noun']} {found['tail']}",
        scope=f"count {fold(found['noun'])} {fold(found['tail'])}",
    )


def _measure(reading: Reading, clause: Clause, found: re.Match[str]) -> Iterator[Fact]:
    value = figure(found["n"])[0]
    if value is None or not _clear(clause):
        return
    yield _fact(
        clause,
        f"{found['n']} {found['unit']}",
        value,
        found["unit"],
        f"How {found['how']} {clause.verb} {reading.told(clause)}?",
        _HOW[found["how"]],
        found["unit"],
        stated=f"{reading.told(clause)} {clause.verb} {{}} {found['how']}",
    )


def _loose(reading: Reading, sentence: Sentence) -> Iterator[Fact]:
    """Two shapes within longer sentences: so many a second; whose parents send so many men."""
    if (found := _PER.search(sentence.text)) and (value := figure(found["n"])[0]):
        speaker = reading.speaker(sentence)
        per = "per" if found["per"] == "per" else f"in {found['per']}"
        ask = f"how many {found['noun']} are there {per} {found['unit']}?"
        if speaker and not doubtful(found[0]):
            yield Fact(
                "how-many",
                f"{found['noun']} {found['unit']}",
                found["n"],
                "number",
                f"According to {speaker}, {ask}",
                sentence,
                scope="rate",
                says=(found["n"], found["noun"]),
                number=value,
            )
    if (sent := _SENT.search(sentence.text)) and (value := figure(sent["n"])[0]):
        owner = sent[1]
        names = {n for s, _, n in names_in(sentence.text[: sent.end()])}
        if names == {owner}:
            helper = "do" if sent["verb"] in ("send", "give", "hire") else "did"
            from quiz.draw.english.grammar import base

            where = f"In {reading.topic}, how" if reading.topic else "How"
            yield Fact(
                "how-many",
                f"{owner}'s {sent['who']}",
                sent["n"],
                "number",
                f"{where} many {sent['noun']} {helper} {owner}'s {sent['who']} "
                f"{base(sent['verb'])}?",
                sentence,
                scope=f"count {sent['noun']}",
                says=(sent["n"], sent["noun"]),
                number=value,
            )


def _fact(
    clause: Clause,
    number: str,
    value: float,
    noun: str,
    ask: str,
    scope: str,
    unit: str = "",
    stated: str = "",
) -> Fact:
    return Fact(
        "how-many",
        clause.subject or clause.np,
        number,
        "number",
        ask,
        clause.sentence,
        scope=scope,
        statement=" ".join(f"{stated[:1].upper()}{stated[1:]}.".replace(" .", ".").split())
        if stated
        else "",
        says=(number, noun),
        number=value,
        unit=unit,
    )
