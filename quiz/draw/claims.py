"""Claims: facts about one thing from all documents, merged; and where documents contradict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from quiz.core.numerals import figured
from quiz.core.text import fold
from quiz.draw.document import Document, Sentence
from quiz.draw.fact import Fact, figure
from quiz.draw.gazetteer import words
from quiz.draw.grammar import NUMBER
from quiz.draw.times import DATE, agree

_SAME = {"oscars": "academy awards", "oscar": "academy award", "us": "united states"}
"""Names that two documents use for one thing."""
_NEAR = 60


@dataclass(frozen=True)
class Claim:
    """What documents say of one thing: the facts that agree, or those that do not."""

    key: tuple[str, str, str]
    facts: tuple[Fact, ...]
    conflict: bool = False

    @property
    def fact(self) -> Fact:
        """The fact that the question is worded from."""
        return self.facts[0]

    @cached_property
    def values(self) -> tuple[str, ...]:
        """What the documents give, each value once."""
        return tuple(dict.fromkeys(fact.value for fact in self.facts))


@dataclass(frozen=True)
class Conflict:
    """Two values for one claim, with the passages that give them."""

    subject: str
    relation: str
    values: tuple[str, ...]
    passages: tuple[Sentence, ...]


class Index:
    """The sentences of all documents by the words in them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._words: dict[str, list[tuple[Document, Sentence]]] = defaultdict(list)
        for document in documents:
            for sentence in document.sentences:
                for word in set(fold(sentence.text).split()):
                    self._words[word].append((document, sentence))

    def holding(self, word: str) -> Sequence[tuple[Document, Sentence]]:
        """The sentences that hold a folded word, each with its document."""
        return self._words.get(word, ())


def merge(facts: Iterable[Fact], index: Index) -> tuple[list[Claim], list[Conflict]]:
    """Merge facts into claims; those with two values come back as conflicts as well."""
    grouped: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        grouped[_key(fact)].append(fact)
    claims: list[Claim] = []
    conflicts: list[Conflict] = []
    for key, group in grouped.items():
        against = _against(group, index)
        disagree = any(not same(group[0], other) for other in group[1:])
        claims.append(Claim(key, tuple(group), disagree or bool(against)))
        if disagree or against:
            values = tuple(dict.fromkeys([*(f.when or f.value for f in group), *against.values()]))
            passages = (*(fact.sentence for fact in group), *against)
            conflicts.append(Conflict(group[0].subject, group[0].rule, values, passages))
    return claims, conflicts


def same(one: Fact, other: Fact) -> bool:
    """Whether two facts give the same value, however it is written."""
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
    return relation, subject, scope


def distinctive(subject: str) -> frozenset[str]:
    """The words of a name that are its own: of "the Elsing Bridge" it is Elsing."""
    capitals = re.findall(r"\b[A-ZÀ-Þ][\w'-]+", subject)
    common = words("institution") | words("role") | words("title") | {"the", "new", "old", "port"}
    return frozenset(fold(c) for c in capitals if c.lower() not in common)


def _against(group: Sequence[Fact], index: Index) -> dict[Sentence, str]:
    """Sentences that give another value for this claim in words that no extractor took.

    It looks for more than it needs to: a question that is not asked costs less than a wrong one.
    """
    fact = group[0]
    own = {(f.sentence.document, f.sentence.paragraph, f.sentence.start) for f in group}
    name = next(iter(sorted(distinctive(fact.subject), key=len, reverse=True)), "")
    word = fold(fact.says[-1]).split()[-1] if fact.rule == "how-many" and fact.says else name
    others = [
        (document, sentence)
        for document, sentence in index.holding(word)
        if (sentence.document, sentence.paragraph, sentence.start) not in own
    ]
    if fact.rule == "how-many" and fact.scope.startswith("count") and len(fact.says) > 1:
        return _other_counts(fact, others)
    if fact.rule == "event-year":
        return _other_dates(fact, others)
    return {}


def _other_counts(fact: Fact, others: Iterable[tuple[Document, Sentence]]) -> dict[Sentence, str]:
    """Another number of the same things, where the subject is named in the text around it."""
    noun = fact.says[1]
    names = distinctive(fact.subject)
    pattern = re.compile(rf"\b({NUMBER}) {re.escape(noun)}\b")
    found: dict[Sentence, str] = {}
    for document, sentence in others:
        told = pattern.search(sentence.text)
        if not told or document.id == fact.sentence.document or not names:
            continue
        around = set(fold(f"{document.title} {sentence.text}").split())
        if names & around and figure(told[1])[0] != fact.number:
            found[sentence] = told[1]
    return found


def _other_dates(fact: Fact, others: Iterable[tuple[Document, Sentence]]) -> dict[Sentence, str]:
    """Another date of the same event: the same name, the same verb, and a date behind them."""
    verb = fact.scope.split()[-1] if fact.scope.startswith("first ") else fact.scope.split()[0]
    if not fact.subject[:1].isupper() or not verb:
        return {}
    pattern = re.compile(
        rf"{re.escape(fact.subject)}\b[^.;]{{0,{_NEAR}}}?\b{re.escape(verb)}\b[^.;]{{0,30}}?(?:in"
        rf"|on) ({DATE})"
    )
    found: dict[Sentence, str] = {}
    for _, sentence in others:
        told = pattern.search(sentence.text)
        if told and not agree(told[1], fact.when):
            found[sentence] = told[1]
    return found


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
