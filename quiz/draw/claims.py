"""Claims: facts about one thing from all documents, merged; and where documents contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.core.numerals import figured
from quiz.core.text import fold
from quiz.draw.contradictions.relations import repeated
from quiz.draw.contradictions.retelling import tellings
from quiz.draw.contradictions.rivals import Index, Rival, distinctive, rivals
from quiz.draw.contradictions.telling import both_right
from quiz.draw.document import Sentence
from quiz.draw.english.times import agree
from quiz.draw.fact import Fact

_SAME = {"oscars": "academy awards", "oscar": "academy award", "us": "united states"}
"""Names that two documents use for one thing."""


@dataclass(frozen=True)
class Claim:
    """What documents say of one thing: the facts that agree, or those that do not."""

    key: tuple[str, str, str]
    facts: tuple[Fact, ...]
    conflict: bool = False
    """Whether nothing may be asked of it: documents disagree, or more than one answer is right."""
    other: tuple[str, ...] = ()
    """Further values that documents give, which no option may be."""

    @property
    def fact(self) -> Fact:
        """The fact that the question is worded from."""
        return self.facts[0]

    @cached_property
    def values(self) -> tuple[str, ...]:
        """What the documents give, each value once."""
        return tuple(dict.fromkeys([*(fact.value for fact in self.facts), *self.other]))


@dataclass(frozen=True)
class Conflict:
    """Two values for one claim, with the passages that give them."""

    subject: str
    relation: str
    values: tuple[str, ...]
    passages: tuple[Sentence, ...]
    ask: str = ""
    """The question that one of them answers."""


def merge(facts: Iterable[Fact], index: Index) -> tuple[list[Claim], list[Conflict]]:
    """Merge facts into claims; those with two values come back as conflicts as well."""
    grouped: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[_key(fact)].append(fact)
    groups = list(grouped.values())
    others = rivals(groups, index)
    for at, group in enumerate(groups):
        others[at] += [
            Rival(_value(group[0]), _value(fact), fact.sentence, _several(group[0], fact), at)
            for fact in group[1:]
            if not same(group[0], fact)
        ]
    claims = [
        Claim(key, tuple(group), bool(others[at]), tuple(_written(others[at])))
        for at, (key, group) in enumerate(grouped.items())
    ]
    return claims, list(_conflicts(groups, others))


def _value(fact: Fact) -> str:
    """What documents can disagree on: the whole date, or the value."""
    return fact.value if fact.measure == "span" else fact.when or fact.value


def _several(one: Fact, other: Fact) -> bool:
    """Whether two values of one claim may both be right: who won a prize may win another."""
    told = zip(tellings(one), tellings(other), strict=False)
    return one.rule == "award-won" or any(both_right(a, b) for a, b in told)


def _written(others: Iterable[Rival]) -> Iterator[str]:
    """Other values in the ways in which an option might be written."""
    for rival in others:
        yield rival.value
        yield " ".join(figured(fold(rival.value).split()))
        yield from re.findall(r"\b\d{4}\b", rival.value)


def _conflicts(
    groups: Sequence[Sequence[Fact]], others: Sequence[Sequence[Rival]]
) -> Iterator[Conflict]:
    """One conflict for all claims that contradict each other."""
    done: set[int] = set()
    for at in range(len(groups)):
        linked, waiting = [], [at]
        while waiting:
            here = waiting.pop()
            against = [rival for rival in others[here] if not rival.both]
            if here in done or not against:
                continue
            done.add(here)
            linked.append(here)
            waiting += [rival.group for rival in against if rival.group >= 0]
        if not linked:
            continue
        apart = [(number, r) for number in linked for r in others[number] if not r.both]
        told = [(r.own, groups[number][0].sentence) for number, r in apart]
        told += [(r.value, r.sentence) for _, r in apart]
        fact = groups[linked[0]][0]
        yield Conflict(
            _subject(fact),
            fact.rule,
            tuple(dict.fromkeys(value for value, _ in told)),
            tuple(dict.fromkeys(sentence for _, sentence in told)),
            fact.ask,
        )


def _subject(fact: Fact) -> str:
    """What a conflict is about: the thing itself, where the fact is told of who did it."""
    return next((telling.of for telling in tellings(fact)), fact.subject)


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts give the same value, however it is written."""
    if one.measure == "span":
        return fold(one.value) == fold(other.value)
    if one.when or other.when:
        return agree(one.when or one.value, other.when or other.value)
    if one.number is not None and other.number is not None:
        return _amount(one) == _amount(other)
    a, b = set(fold(one.value).split()), set(fold(other.value).split())
    return a <= b or b <= a


def _amount(fact: Fact) -> tuple[float, str]:
    """A number in full, with what it counts."""
    scales = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
    scale, _, rest = fact.unit.partition(" ")
    value = fact.number or 0.0
    return (value * scales[scale], rest) if scale in scales else (value, fact.unit)


def _key(fact: Fact) -> tuple[str, str, str]:
    """What a fact is about: relation, subject and scope, in canonical words."""
    subject = " ".join(_SAME.get(w, w) for w in fold(fact.subject).split())
    scope = " ".join(_SAME.get(w, w) for w in fold(fact.scope).split())
    relation = {"by-line": "made-by", "gross": "money"}.get(fact.rule, fact.rule)
    if relation == "definition":
        return relation, subject, fold(fact.value)
    if relation == "how-many":  # what a thing had in one year it need not have in another
        scope = " ".join([scope, *re.findall(r"\b(?:1\d|20)\d\d\b", fact.ask)])
    if relation == "event-year":  # what may be done again is told apart by all that is said of it
        for telling in tellings(fact):
            if repeated(telling.relation, telling.of):
                scope = " ".join([telling.relation, *sorted(telling.about)])
    return relation, subject, scope


class Disputes:
    """Values that documents disagree on, each with what it is of: no draft may hold both."""

    def __init__(self, conflicts: Iterable[Conflict]) -> None:
        self._values: dict[str, set[str]] = defaultdict(set)
        for conflict in conflicts:
            names = distinctive(conflict.subject) or frozenset(fold(conflict.subject).split())
            wanted: set[str] = set()
            for value in conflict.values:
                wanted.add(" ".join(figured(fold(value).split())))
                wanted.update(re.findall(r"\b\d{4}\b", value))
            for name in names:
                self._values[name] |= wanted

    def forbid(self, text: str) -> bool:
        """Whether a text holds one of the values together with a word of what they are of."""
        words = fold(text).split()
        of = [self._values[word] for word in set(words) if word in self._values]
        if not of:
            return False
        told = f" {' '.join(figured(words))} "
        return any(f" {value} " in told for values in of for value in values)
