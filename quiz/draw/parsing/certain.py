"""Certain: whether a question that rests on a parse alone can mean but one thing.

The rules ask of what a whole text makes plain. A parser finds clauses in the midst of other
matter, where country, occasion or object was said long before; what does not name them is dropped.
"""

from __future__ import annotations

import re

from quiz.draw.contradictions.relations import DATED, OF_OBJECT, ONE_OFF, REPEATED, dated
from quiz.draw.english.gazetteer import words
from quiz.draw.english.grammar import base
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading
from quiz.draw.parsing.deeds import FATAL, MOVING, OFTEN, ONCE
from quiz.draw.parsing.naming import (
    OF,
    QUOTED,
    alone,
    bare,
    loose,
    misquoted,
    names,
    spelt,
    strange,
    telling,
    topical,
)

_RULES = frozenset(["event-year", "from-to", "made-by", "subject", "superlative", "work-year"])
"""Kinds of facts that a clause proves by itself."""
_LIVES = frozenset(["died", "born"])
_PASSING = frozenset(["moved", "married", "bought", "retired", "office", "happened", "began"])
"""Relations that a thing has more than once, or that say too little without their occasion."""
_ONCE_FOR_ALL = re.compile(
    r"(?:gain|receive|achieve|win|declare|proclaim) (?:its |full )*"
    r"(?:independence|autonomy|secession|statehood|sovereignty|bankruptcy)\b"
    r"|become the first [A-Za-z]|become (?:president|king|queen|emperor|pope|prime minister)\b"
    r"|come into (?:being|existence|force|effect)\b|cease to exist\b"
)
_VAGUE = re.compile(
    r"\b(?:another|again|once more|further|additional|next|following|others?|certain|such"
    r"|same|previous|previously|former|latter|respectively|then|meanwhile|instead|anew|both|each"
    r"|either|whole|(?:at|by|during|in|on|of) (?:one|that|this|the|some)(?: [a-z]+)?"
    r" (?:points?|time|moment|stage|day|date|year|occasion|period|place|process|end|beginning)"
    r"|later|earlier|about \d+|great|major|notable|significant|key|initial|recent|modern|current"
    r"|new(?= [a-z]))\b",
)
_BROKEN = re.compile(
    r"\b(?:the|an?|of|by|over|about|with|from|at|into|than|and|or)"
    r" (?:of|by|,|and|or|\?|\.|in|to|for|with|per|the \?)(?: |$)"
    r"|\b(?:the|an?|of|by|over|with|from|at|into|than|and|or|to|for|in|on|as)\s*[?.,]"
    r"|\b(\w+) \1\b|\s[,;:]|[\[\]{}<>|*=_\\]|,[^\W\d]|\band (?:\w+ )?[a-z]+ed\b"
    r"|\bdid [^?]*? (?!inter|ad|persev|rev|coh|sev)\w+ere\b"
)
_ASKED = re.compile(
    r"(?:In which year|From which year to which year)"
    r" (?P<help>was|were|did|had|has|is) (?P<rest>.*)"
)
_OBJECT = re.compile(rf"\w+ (?:(?!{OF}\b)[a-z'-]+ ){{0,4}}[\"A-ZÀ-Þ]")
"""A deed and, with no preposition between, the thing with a name that it is done to."""
_FIRST = re.compile(r"(?:Who|What) (?:was|became) the (?:first|last) ")


def certain(fact: Fact, told: Fact, reading: Reading) -> bool:
    """Whether a fact's question, as it will be `told`, has one answer for who knows the matter."""
    ask, asking = told.ask, QUOTED.sub('"Title"', told.ask)
    if fact.rule not in _RULES or _VAGUE.search(asking) or _BROKEN.search(asking):
        return False
    if misquoted(told, reading) or strange(told, reading) or any(bare(asking)):
        return False
    if any(name in words("given") for name in names(asking)) or not _answer(fact, reading):
        return False
    if fact.rule == "superlative":
        return bool(_FIRST.match(ask)) and any(True for _ in names(asking))
    if fact.rule == "subject":
        return _deed(ask)
    if not telling(fact.subject, reading) and not alone(fact, ask, reading):
        return False
    return fact.rule in ("made-by", "work-year") or _occasion(fact, ask, reading)


def _answer(fact: Fact, reading: Reading) -> bool:
    """Whether the answer is a whole name, where it is one."""
    if fact.measure == "person" and not spelt(fact.value, fact, reading):
        return False
    return fact.measure not in ("person", "thing") or telling(fact.value, reading, person=True)


def _occasion(fact: Fact, ask: str, reading: Reading) -> bool:
    """Whether what happened is once for all, or is told apart by what else is named."""
    found = _ASKED.match(ask)
    rest = _behind(found["rest"], fact, reading) if found else ""
    if found is None or not rest:
        return False
    passive, person = found["help"] == "was", reading.known.is_person(fact.subject)
    once = _once(rest, passive, person)
    if once is not None:
        return once
    others, verb = list(names(rest)), _verb(rest)
    if not others or verb in OFTEN:
        return False
    if verb in REPEATED or verb in MOVING:
        mine = topical(fact.subject, reading)
        return bool(ONE_OFF.search(rest)) or len(others) > 1 or (mine and verb in MOVING)
    return any(" " in name for name in others) or len(others) > 1


def _behind(text: str, fact: Fact, reading: Reading) -> str:
    """What a question asks behind its subject."""
    for subject in (fact.subject, reading.known.ref(fact.subject)):
        _, there, rest = text.partition(subject)
        if there:
            return rest.strip(' "?')
    return ""


def _verb(rest: str) -> str:
    first = rest.split(" ", 1)[0]
    return base(first) or first


def _once(rest: str, passive: bool, person: bool) -> bool | None:
    """Whether a predicate is true but once of a thing or a person; None if that is not known."""
    relations, _ = dated("was" if passive else rest.split(" ", 1)[0], rest)
    relations |= {r for r, forms in DATED.items() if _tells(forms, rest)}
    killed = person and passive and rest.split(" ", 1)[0] in FATAL
    if killed or (relations & _LIVES and (person or passive)):
        return True
    if loose(rest) or _ONCE_FOR_ALL.match(rest):
        return not loose(rest)
    lasting = relations & DATED.keys() - _PASSING - (_LIVES if person else frozenset())
    others = any(True for _ in names(rest))
    if person:
        return True if lasting and _OBJECT.match(rest) else None
    by_itself = passive or re.fullmatch(rf"\w+(?: {OF} .*)?", rest)
    if by_itself and (lasting or _verb(rest) in ONCE):
        return True
    bought = "bought" in relations or _verb(rest) in ("introduce", "introduced")
    return True if passive and others and bought else None


def _tells(forms: str, rest: str) -> bool:
    """Whether a predicate in its plain form begins with one of a relation's verbs."""
    for form in re.findall(r"[a-z]+(?: [a-z]+)?(?=\||$)", forms):
        first, _, more = form.partition(" ")
        if f"{rest} ".startswith(f"{base(first)} {more} ".replace("  ", " ")):
            return True
    return False


def _deed(ask: str) -> bool:
    """Whether somebody did something to a thing with a name, and it could be done but once."""
    parts = ask.removeprefix("Who ").rstrip("?").split(" ", 1)
    if len(parts) < 2:
        return False
    verb, rest = base(parts[0]), parts[1]
    if loose(rest):
        return False
    if re.match(rf"(?:{OF}|to|as|out|up|down|away|back|through|under|about)\b", rest):
        return False
    others = list(names(f"x {rest}"))
    if dated(parts[0], rest)[0] & OF_OBJECT and re.search(YEAR, rest):
        return any(" " in name for name in others)
    if verb in OFTEN or verb in MOVING or verb in REPEATED:
        return False
    return len(others) > 1 or (any(" " in name for name in others) and len(rest.split()) > 3)
