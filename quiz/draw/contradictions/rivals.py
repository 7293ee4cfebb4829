"""Rivals: other values that documents give for one thing, in whatever words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.core.text import fold
from quiz.draw.contradictions.retelling import tellings
from quiz.draw.contradictions.sightings import MARK, amount_of, counts, marked, seen
from quiz.draw.contradictions.telling import (
    WINNER,
    Telling,
    agreed,
    both_right,
    comparable,
    kind_before,
)
from quiz.draw.document import Document, Sentence
from quiz.draw.english.doubt import hearsay
from quiz.draw.english.gazetteer import words
from quiz.draw.english.jointly import shared
from quiz.draw.english.names import head
from quiz.draw.fact import Fact

_ANAPHOR = re.compile(r"\b(?:[Ii]t|[Ii]ts|[Tt]here|[Tt]hey|[Tt]heir)\b")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its document, and the sentence before it in the paragraph."""

    document: Document
    sentence: Sentence
    before: Sentence | None


class Index:
    """The sentences of all documents by the words in them."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._words: dict[str, list[Passage]] = defaultdict(list)
        for document in documents:
            before: Sentence | None = None
            for sentence in document.sentences:
                near = before if before and before.block == sentence.block else None
                passage = Passage(document, sentence, near)
                for word in set(fold(sentence.text).split()):
                    self._words[word].append(passage)
                before = sentence

    def holding(self, word: str) -> Sequence[Passage]:
        """The sentences that hold a folded word, each with its document."""
        return self._words.get(word, ())


@dataclass(frozen=True, slots=True)
class Rival:
    """Another value for a claim: where it stands, and whether both can be right."""

    own: str
    """The value of the claim that it stands against."""
    value: str
    sentence: Sentence
    both: bool
    group: int = -1
    """The claim that gives it, if a finder took it."""


Told = tuple[int, Fact, Telling]


def rivals(groups: Sequence[Sequence[Fact]], index: Index) -> list[list[Rival]]:
    """Give, for every group of facts about one thing, the other values that there are for it."""
    found: list[list[Rival]] = [[] for _ in groups]
    by_key: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for at, group in enumerate(groups):
        for fact in group:
            for telling in tellings(fact):
                by_key[telling.key].append((at, fact, telling))
    for told in by_key.values():
        for number, one in enumerate(told):
            for other in told[number + 1 :]:
                if one[0] != other[0] and _against(one, other):
                    found[one[0]].append(_rival(one, other))
                    found[other[0]].append(_rival(other, one))
        taken = {_place(fact.sentence) for _, fact, _ in told}
        for at, fact, telling in told:
            found[at] += _sighted(fact, telling, taken, index)
    return found


def _against(one: Told, other: Told) -> bool:
    """Whether two facts give two values for one thing."""
    if one[2].relation.startswith(WINNER):
        return False  # a prize may be shared, or have several categories
    return comparable(one[2], other[2]) and not agreed(one[2], other[2])


def _rival(one: Told, other: Told) -> Rival:
    """What one fact is to the other."""
    at, fact, telling = other
    both = both_right(one[2], telling) or (
        telling.kind == "name" and shared(fact.sentence.text.partition(fact.value)[2])
    )
    return Rival(one[2].value, telling.value, fact.sentence, both, at)


def _place(sentence: Sentence) -> tuple[str, int, int]:
    """Where a sentence stands."""
    return sentence.document, sentence.paragraph, sentence.start


def _sighted(
    fact: Fact, telling: Telling, taken: set[tuple[str, int, int]], index: Index
) -> Iterator[Rival]:
    """Other values in sentences that no finder took, so that they were not compared yet."""
    counted = telling.relation.startswith("count ")
    for word in _words(fact, telling):
        for passage in index.holding(word):
            sentence = passage.sentence
            if _place(sentence) in taken or sentence.text.endswith("?") or hearsay(sentence.text):
                continue
            values = _counted(fact, telling, passage) if counted else _seen(telling, sentence)
            for value, both in values:
                yield Rival(telling.value, value, sentence, both)


def _words(fact: Fact, telling: Telling) -> Iterator[str]:
    """The folded words by which the sentences are found that may hold another value."""
    if telling.relation.startswith("count "):
        last = fold(fact.says[1]).split()[-1]
        yield last
        if last.endswith("s"):
            yield last[:-1]
        return
    name = fold(telling.of).split()
    if name:
        yield max(name, key=lambda w: (w not in words("institution"), len(w)))


def _seen(telling: Telling, sentence: Sentence) -> Iterator[tuple[str, bool]]:
    """Other values in a sentence, and whether both can be right."""
    text = sentence.text
    if telling.of not in text:
        return
    kind = kind_before(text, telling.of)
    if telling.about and kind and not telling.about & kind and telling.kind == "date":
        return  # the book, and not the film
    for value in seen(telling, marked(text, telling.of)):
        other = replace(telling, value=value)
        if telling.kind == "amount":
            other = replace(other, amount=amount_of(telling, value))
        joint = telling.kind == "name" and _joint(telling, value, text)
        if comparable(telling, other) and (joint or not agreed(telling, other)):
            yield value, joint or both_right(telling, other)


def _joint(telling: Telling, value: str, text: str) -> bool:
    """Whether a sentence says that two people did it: then both are right, and no one answer is."""
    apart = not agreed(telling, replace(telling, value=value))
    named = re.search(rf"{re.escape(telling.value)}(?!'s)", text)
    return bool(apart and named) or shared(text.partition(value)[2])


def _counted(fact: Fact, telling: Telling, passage: Passage) -> Iterator[tuple[str, bool]]:
    """Another number of the same things, where the text around says that it is of the same."""
    sentence, of = passage.sentence, telling.of
    if telling.relation[-1].isdigit():
        return  # it is of one year
    there = MARK in marked(sentence.text, of)
    if not there and passage.before is not None and of in passage.before.text:
        noun = rf"\b[Tt]he {re.escape(head(of))}\b"
        there = bool(_ANAPHOR.search(sentence.text) or re.search(noun, sentence.text))
    if not there and passage.document.id != fact.sentence.document:
        own = distinctive(of)
        there = bool(own) and own <= set(fold(passage.document.title).split())
    if not there:
        return
    value = telling.amount[0]
    told = list(counts(fact.says[1], sentence.text))
    if not any(least <= value <= most for _, least, most in told):
        yield from ((number, False) for number, _, _ in told)


def distinctive(subject: str) -> frozenset[str]:
    """The words of a name that are its own: of "the Elsing Bridge" it is Elsing."""
    capitals = re.findall(r"\b[A-ZÀ-Þ][\w'-]+", subject)
    common = words("institution") | words("role") | words("title") | {"the", "new", "old", "port"}
    return frozenset(fold(c) for c in capitals if c.lower() not in common)
