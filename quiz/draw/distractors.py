"""Distractors: wrong options of the same kind that are surely wrong, each with where it is from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from quiz.core.text import fold
from quiz.draw.claims import Claim
from quiz.draw.fact import Fact, Reading
from quiz.draw.gazetteer import groups, words
from quiz.draw.names import names_in

WANTED = 3
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "by",
        "for",
        "with",
        "from",
        "is",
        "was",
        "did",
        "does",
        "who",
        "which",
        "what",
    ]
)
_OFFSETS = (-14, -9, -6, -4, 4, 6, 9, 13)
_RATIOS = (0.4, 0.6, 1.6, 2.4)
_SHARE = 0.5


class Options:
    """Where distractors come from: the documents, the author's packs, the gazetteer, arithmetic."""

    def __init__(
        self,
        readings: Sequence[Reading],
        claims: Sequence[Claim],
        packs: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self._readings = readings
        self._packs = packs or {}
        self._disputed = {fold(v) for claim in claims if claim.conflict for v in claim.values}
        self._supported: dict[tuple[str, str], set[str]] = {}
        for claim in claims:
            for fact in claim.facts:
                self._supported.setdefault((fact.rule, fact.scope), set()).add(fold(fact.value))
        self._index: dict[str, list[tuple[set[str], str]]] = defaultdict(list)
        for reading in readings:
            for sentence in reading.document.sentences:
                told = fold(sentence.text)
                there = set(told.split())
                for word in there:
                    self._index[word].append((there, f" {told} "))

    def sure(self, fact: Fact) -> dict[str, str]:
        """Up to three wrong options for a fact, each with its origin; fewer if fewer are sure."""
        found: dict[str, str] = {}
        for text, origin in self._candidates(fact):
            if len(found) == WANTED:
                break
            if all(fold(text) != fold(other) for other in found) and self._is_sure(fact, text):
                found[text] = origin
        return found

    def outsiders(self, fact: Fact) -> dict[str, str]:
        """Things of the kind of a list's entries that are surely not in it."""
        kind = "work" if any(r.known.work(e) for r in self._readings for e in fact.entries) else ""
        if not kind:
            return {}
        return {
            title: origin
            for title, origin in self._works(fact)
            if fold(title) not in {fold(e) for e in fact.entries} and self._is_sure(fact, title)
        }

    def _candidates(self, fact: Fact) -> Iterator[tuple[str, str]]:
        if fact.measure == "year":
            yield from _years(fact, self._near(fact))
        elif fact.measure == "number":
            yield from _numbers(fact)
        elif fact.measure == "span":
            yield from _spans(fact)
        else:
            yield from ((text, "the same table or glossary") for text in _mixed(fact, fact.pool))
            if fact.measure == "person":
                yield from self._people(fact)
            elif fact.measure == "work":
                yield from self._works(fact)
            yield from ((t, "the author's packs") for t in self._packs.get(fact.measure, ()))
            yield from (found for found in _group(fact) if not self._named(found[0]))

    def _named(self, text: str) -> bool:
        """Whether a document names something at all."""
        told = fold(text)
        return any(f" {told} " in whole for _, whole in self._index[told.split()[-1]])

    def _near(self, fact: Fact) -> set[str]:
        """The years in the sentences that name what is asked for."""
        names = [fold(name) for _, _, name in names_in(f"x {fact.ask}")]
        found = set(re.findall(r"\b\d{4}\b", fact.sentence.text))
        for name in filter(None, names):
            for there, whole in self._index[name.split()[-1]]:
                if f" {name} " in whole:
                    found |= {word for word in there if word.isdigit() and len(word) == 4}
        return found

    def _people(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """People of the same document first, those named most often first."""
        ordered = sorted(self._readings, key=lambda r: r.document.id != fact.sentence.document)
        for reading in ordered:
            people = reading.known.people
            for name in sorted(people, key=lambda n: (-people[n], _spread(fact, n))):
                yield name, f"named in {reading.document.title}"

    def _works(self, fact: Fact) -> Iterator[tuple[str, str]]:
        for reading in sorted(
            self._readings, key=lambda r: r.document.id != fact.sentence.document
        ):
            nouns = reading.known.works
            wanted = nouns.get(fact.value, "") or next(
                (nouns[e] for e in fact.entries if e in nouns), ""
            )
            for title in nouns:
                if nouns[title] == wanted and (" " in title or wanted):
                    yield title, f"named in {reading.document.title}"

    def _is_sure(self, fact: Fact, text: str) -> bool:
        """Whether an option is wrong for sure: no document supports it, and it is no synonym."""
        told = fold(text)
        asking = fold(fact.ask)
        if told in self._disputed or f" {told} " in f" {asking} ":
            return False
        if fact.measure == "person" and f" {told.split()[-1]}" in asking:
            return False
        if fact.measure in ("year", "number", "span") or fact.pool:
            return told != fold(fact.value)
        if _own(text) & _own(fact.value) or (
            told in self._supported.get((fact.rule, fact.scope), ())
            and (fact.rule not in ("cast", "definition", "made-by", "by-line", "role", "said"))
        ):
            return False
        if fact.rule != "cast" and f" {told} " in f" {fold(fact.sentence.text)} ":
            return False
        last = told.split()[-1]
        asked = {w for w in fold(fact.ask).split() if w not in _SMALL and len(w) > 2}
        for there, whole in self._index[last]:
            if (f" {told} " in whole or (fact.measure == "person" and last in there)) and asked:
                if fact.rule != "cast" and len(asked & there) / len(asked) >= _SHARE:
                    return False
                if fact.rule == "cast" and f"{fold(fact.subject.split(' in ')[0])} {told}" in whole:
                    return False
        return fact.measure != "award" or not self._named(text)


def _own(text: str) -> set[str]:
    """The words of a name that two things of its kind do not share by nature."""
    common = words("institution") | words("title") | _SMALL | {"best", "golden", "nobel", "physics"}
    return {w for w in fold(text).split() if w not in common and len(w) > 2}


def _spread(fact: Fact, text: str) -> str:
    """An order that is the same every time, and another for every question."""
    return sha256(f"{fact.ask}\0{text}".encode()).hexdigest()


def _mixed(fact: Fact, pool: Iterable[str]) -> list[str]:
    others = [text for text in pool if fold(text) != fold(fact.value)]
    return sorted(others, key=lambda text: _spread(fact, text))


def _group(fact: Fact) -> Iterator[tuple[str, str]]:
    """The rest of the gazetteer's group that the answer is in."""
    bare = fold(fact.value)
    for name, members in groups().items():
        if any(fold(member) == bare for member in members):
            for member in _mixed(fact, members):
                yield member, f"the gazetteer: {name}"


def _years(fact: Fact, near: set[str]) -> Iterator[tuple[str, str]]:
    """Years some way off that stand nowhere beside the subject: one year off is never sure."""
    value = int(fact.number or 0)
    latest = max([value, *(int(y) for y in near if int(y) < 2100)])
    for offset in sorted(_OFFSETS, key=lambda o: _spread(fact, str(o))):
        year = str(value + offset)
        if year not in near and value + offset <= max(latest, value):
            yield year, "arithmetic"
    for offset in (-18, -23, -29):
        if str(value + offset) not in near:
            yield str(value + offset), "arithmetic"


def _numbers(fact: Fact) -> Iterator[tuple[str, str]]:
    """Numbers far enough off, written as the answer is."""
    value = fact.number
    if value is None or value <= 0:
        return
    if value < 13 and float(value).is_integer():
        near = [int(value) + step for step in (2, -2, 4, 5, 7) if int(value) + step > 0]
        spelled = dict(
            enumerate(
                [
                    "zero",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "eleven",
                    "twelve",
                ]
            )
        )
        for number in near:
            in_words = fact.value.isalpha() and number in spelled
            yield (spelled[number] if in_words else _as_written(fact, number)), "arithmetic"
        return
    for ratio in sorted(_RATIOS, key=lambda r: _spread(fact, str(r))):
        other = value * ratio
        digits = 1 if not float(value).is_integer() else 0
        step = 10 ** max(0, len(str(int(value))) - 2) if value >= 100 else 1
        rounded = round(other, 1) if digits else float(max(1, round(other / step) * step))
        if rounded != value:
            yield _as_written(fact, rounded), "arithmetic"


def _as_written(fact: Fact, number: float) -> str:
    """Put another number in the place of the answer's."""
    grouped = f"{number:,.1f}" if not float(number).is_integer() else f"{int(number):,}"
    if "," not in fact.value and number < 10_000:
        grouped = grouped.replace(",", "")
    written = re.sub(r"\d[\d.,]*", grouped, fact.value, count=1)
    return written if written != fact.value else grouped


def _spans(fact: Fact) -> Iterator[tuple[str, str]]:
    first, _, last = fact.value.partition(" to ")
    later = ((8, 5), (-4, 6)) if int(last) < 1990 else ((-15, -12), (-4, -9))
    for one, other in ((-7, -7), *later, (-21, -19)):
        if int(first) + one < int(last) + other:
            yield f"{int(first) + one} to {int(last) + other}", "arithmetic"
