"""Tellings: what documents say in canonical form, so that two wordings can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.core.text import fold
from quiz.draw.contradictions.relations import OF_OBJECT, repeated
from quiz.draw.english.gazetteer import alternation, words
from quiz.draw.english.grammar import base
from quiz.draw.english.names import names_in, stripped
from quiz.draw.english.persons import alike
from quiz.draw.english.times import DATE, agree

_EMPTY = words("empty")
_TITLE = re.compile(r"^(?:[Tt]he |an? )?(?:[a-z][\w-]* ){0,2}\"([^\"]+?)[.,]?\"$")
_LEAD = re.compile(
    r"^(?:(?:in|on|at|inside|of|for) )?(?:(?:[Tt]he|[Aa]n?) )?(?:[a-z][\w-]*"
    r" ){0,2}$"
)
_KIND = re.compile(rf"\b({alternation('work')}),? (?:\"|The |the )?$")
WINNER = "winner of "
"""The relation of a prize to who won it in a year; the year follows."""
METRES = {
    "metres": 1.0,
    "meters": 1.0,
    "kilometres": 1000.0,
    "kilometers": 1000.0,
    "miles": 1609.0,
    "feet": 0.3048,
    "centimetres": 0.01,
    "inches": 0.0254,
}


@dataclass(frozen=True, slots=True)
class Telling:
    """A relation of one thing to one value."""

    relation: str
    of: str
    """What it is said of, as a text names it."""
    value: str
    kind: str
    """What the value is: date, name, amount, span, list."""
    about: frozenset[str] = frozenset()
    """Further words that must fit: the office, the place moved to, the event of an age."""
    amount: tuple[float, str] = (0.0, "")

    @property
    def key(self) -> tuple[str, str]:
        """What it is about, in folded words."""
        return self.relation, fold(self.of)


def agreed(one: Telling, other: Telling) -> bool:
    """Whether two values can be one."""
    if one.kind == "date":
        return agree(one.value, other.value)
    if one.kind == "name":
        a, b = set(fold(stripped(one.value)).split()), set(fold(stripped(other.value)).split())
        return a <= b or b <= a or alike(one.value, other.value)
    if one.kind == "list":
        a, b = ({fold(e) for e in t.value.split("; ")} for t in (one, other))
        return a == b or len(a) != len(b)
    if one.kind == "amount":
        return _near(one.amount, other.amount)
    return fold(one.value) == fold(other.value)


def comparable(one: Telling, other: Telling) -> bool:
    """Whether two tellings are of one thing: the words beside the relation fit as well."""
    if one.kind == "amount" and one.amount[1] != other.amount[1]:
        return one.amount[1] in METRES and other.amount[1] in METRES
    fewer, more = sorted((one.about, other.about), key=len)
    if one.relation in OF_OBJECT and one.about and other.about:
        return bool(one.about & other.about)
    if one.relation in OF_OBJECT or one.relation in ("died", "born", "began"):
        return True
    if not fewer:
        return not more or one.kind == "amount"
    if one.relation in ("span", "age"):
        return len(fewer & more) >= 0.6 * len(fewer)
    if repeated(one.relation, one.of):
        return fewer == more
    return fewer <= more


def both_right(one: Telling, other: Telling) -> bool:
    """Whether two values can be right side by side: what may be repeated, or years apart."""
    if one.kind == "span":
        (first, last), (begun, ended) = (t.value.split(" to ") for t in (one, other))
        return last < begun or ended < first
    return repeated(one.relation, one.of)


def content(text: str, but: str = "") -> frozenset[str]:
    """The words that carry a text, verbs in their plain form, without those of a name."""
    own = set(fold(but).split())
    bare = re.sub(rf"\b(?:in|on) {DATE}", "", text)
    return frozenset(
        base(word) or word for word in fold(bare).split() if word not in _EMPTY and word not in own
    )


def named(text: str) -> str:
    """The one thing that a noun phrase is: "the ferry Sula" is Sula; else the phrase itself."""
    bare = text.strip()
    if title := _TITLE.match(bare):
        return title[1]
    bare = bare.strip('"')
    found = list(names_in(f"x {bare}"))
    if len(found) == 1:
        start, end, name = found[0]
        if end == len(bare) + 2 and _LEAD.match(bare[: max(0, start - 2)]):
            return name.removeprefix("The ").strip('"')
    return re.sub(r"^(?:(?:in|on|at|of) )?(?:the|an?) ", "", bare, flags=re.I)


def kind_before(text: str, name: str) -> frozenset[str]:
    """The noun for a work that stands before its title."""
    found = _KIND.search(text.partition(name)[0])
    return frozenset([found[1]]) if found else frozenset()


def scaled(value: float, scale: str) -> float:
    """A number in full: 6 and "million" is 6,000,000."""
    return value * {"thousand": 1e3, "million": 1e6, "billion": 1e9}.get(scale, 1.0)


def _near(one: tuple[float, str], other: tuple[float, str]) -> bool:
    """Whether two amounts are the same; in two units, whether they may be."""
    if one[1] == other[1]:
        return one[0] == other[0]
    a, b = (value * METRES.get(unit, 1.0) for value, unit in (one, other))
    return abs(a - b) <= 0.03 * max(a, b)
