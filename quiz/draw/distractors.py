"""Distractors: wrong options of the same kind that are surely wrong, each with where it is from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from quiz.core.text import fold
from quiz.draw.claims import Claim
from quiz.draw.english.gazetteer import groups, near, words
from quiz.draw.english.names import head, names_in
from quiz.draw.english.persons import Persons, asked_for
from quiz.draw.fact import Fact, Reading
from quiz.draw.options.arithmetic import numbers, spans, spread, years
from quiz.draw.options.lent import Answer, Lent
from quiz.draw.options.meanings import Meanings
from quiz.draw.options.tongues import Tongues
from quiz.draw.options.trades import Trades

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
_SHARE = 0.5


class Options:
    """Where distractors come from: the documents, the author's packs, the gazetteer, arithmetic."""

    def __init__(
        self,
        readings: Sequence[Reading],
        claims: Sequence[Claim],
        packs: Lent | None = None,
    ) -> None:
        self._readings = readings
        self._packs = packs or Lent()
        self._persons = Persons(readings)
        self._near_to: dict[str, list[Reading]] = {}
        self._bridges: dict[tuple[str, str], dict[str, int]] = {}
        self._people = {name for reading in readings for name in reading.known.people}
        facts = [fact for claim in claims for fact in claim.facts]
        self._meanings = Meanings(facts)
        self._trades = Trades(readings, facts)
        self._tongues = Tongues(facts)
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

    def reading(self, document: str) -> Reading:
        """The reading of a document by its id."""
        return next(r for r in self._readings if r.document.id == document)

    def sure(
        self, fact: Fact, most: int = WANTED, further: Iterable[tuple[str, str]] = ()
    ) -> dict[str, str]:
        """Up to `most` wrong options for a fact, each with its origin; fewer if fewer are sure.

        `further` are texts with their origins that may be wrong as well, if nothing counts them.
        """
        found: dict[str, str] = {}
        person = fact.measure == "person"
        gender = asked_for(fact.ask, self._people) if person else ""
        named = () if fact.pool or fact.measure in ("year", "number", "span") else further
        for text, origin in chain(self._candidates(fact), named):
            if len(found) == most:
                break
            if person and self._unfit(fact, text, gender, found):
                continue
            if not self._meanings.fit(fact, text):
                continue
            if all(fold(text) != fold(other) for other in found) and self._is_sure(fact, text):
                found[text] = origin
        return found

    def _unfit(self, fact: Fact, text: str, gender: str, found: Iterable[str]) -> bool:
        """Whether a person is another name of somebody here, or not known to be a woman or man."""
        told = self._persons
        if told.second_name(text) or any(told.same(text, other) for other in (fact.value, *found)):
            return True
        return (bool(gender) and told.gender(text) != gender) or not self._trades.same(fact, text)

    def shared(self, surname: str) -> bool:
        """Whether several people of the documents have a surname."""
        bearers = [name for name in self._people if name.endswith(f" {surname}")]
        same = self._persons.same
        return any(not same(one, other) for one in bearers for other in bearers)

    def alone(self, fact: Fact, wrong: Iterable[str]) -> bool:
        """Whether the answer is told apart by being the one woman, or the one foreign name."""
        told = list(wrong)
        if fact.measure not in ("person", "work") or fact.pool or not told:
            return False
        genders = {self._persons.gender(text) for text in told}
        one = len(genders) == 1 and genders != {""}
        if fact.measure == "person" and one and self._persons.gender(fact.value) not in genders:
            return True
        return self._tongues.alone(fact.value, told)

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
            yield from years(fact, self._near(fact))
        elif fact.measure == "number":
            yield from numbers(fact)
        elif fact.measure == "span":
            yield from spans(fact)
        else:
            yield from ((text, "the same table or glossary") for text in _mixed(fact, fact.pool))
            if fact.measure == "person":
                yield from self._others(fact)
            elif fact.measure == "work":
                yield from self._works(fact)
            yield from self._lent(fact)
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

    def _others(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """People of the same document, those named most often first; then those of others.

        Of another document come only those whom it names in one breath with something of this one.
        """
        home, *others = self._around(fact)
        for reading in (home, *others):
            known = reading.known.people
            people = known if reading is home else self._beside(home, reading)
            for name in sorted(people, key=lambda n: (-people[n], spread(fact, n))):
                yield name, f"named in {reading.document.title}"

    def _around(self, fact: Fact) -> list[Reading]:
        """The fact's own document, then those that speak of something that it names too."""
        home = self.reading(fact.sentence.document)
        if home.document.id not in self._near_to:
            own = _names_of(home)
            others = [r for r in self._readings if r is not home and own & _names_of(r)]
            self._near_to[home.document.id] = [home, *others]
        return self._near_to[home.document.id]

    def _beside(self, home: Reading, other: Reading) -> Mapping[str, int]:
        """The people of another document who stand in a sentence with a name of this one."""
        pair = home.document.id, other.document.id
        if pair not in self._bridges:
            names = {fold(name) for name in _names_of(home)}
            heads = {name.split()[0] for name in names if name}
            told = [f" {fold(sentence.text)} " for sentence in other.document.sentences]
            near = [
                text
                for text in told
                if heads & set(text.split()) and any(f" {name} " in text for name in names if name)
            ]
            self._bridges[pair] = {
                person: many
                for person, many in other.known.people.items()
                if any(f" {fold(person)} " in text for text in near)
            }
        return self._bridges[pair]

    def _works(self, fact: Fact) -> Iterator[tuple[str, str]]:
        for reading in self._around(fact):
            nouns = reading.known.works
            wanted = nouns.get(fact.value, "") or next(
                (nouns[e] for e in fact.entries if e in nouns), ""
            )
            for title in nouns:
                if nouns[title] == wanted and (" " in title or wanted):
                    yield title, f"named in {reading.document.title}"

    def _lent(self, fact: Fact) -> Iterator[tuple[str, str]]:
        """Answers of the author's packs, if all that stands for one of them is surely wrong."""
        found: list[Answer] = []
        if fact.measure == "person":
            found += self._packs.people(fact.ask)
        elif fact.measure == "work":
            nouns = (reading.known.works.get(fact.value, "") for reading in self._readings)
            found += self._packs.works(next(filter(None, nouns), ""), fact.ask)
        akin = self._packs.akin(_names_of(self.reading(fact.sentence.document))) if found else ()
        for answer in sorted(found, key=lambda answer: spread(fact, answer.text)):
            if answer.origin in akin and all(
                self._is_sure(fact, text) for text in answer.also if fold(text)
            ):
                yield answer.text, answer.origin

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


def _names_of(reading: Reading) -> frozenset[str]:
    """The people, works and institutions that a document speaks of; a town is no common ground."""
    known = reading.known
    kept = reading.__dict__.get("_names")
    if not isinstance(kept, frozenset):
        longer = {n for n in known.inside if " " in n and head(n) in words("institution")}
        titles = {title for title in known.works if " " in title or known.works[title]}
        kept = reading.__dict__["_names"] = frozenset({*known.people, *longer, *titles})
    return kept


def _own(text: str) -> set[str]:
    """The words of a name that two things of its kind do not share by nature."""
    common = words("institution") | words("title") | _SMALL | {"best", "golden", "nobel", "physics"}
    return {w for w in fold(text).split() if w not in common and len(w) > 2}


def _mixed(fact: Fact, pool: Iterable[str]) -> list[str]:
    others = [text for text in pool if fold(text) != fold(fact.value)]
    return sorted(others, key=lambda text: spread(fact, text))


def _group(fact: Fact) -> Iterator[tuple[str, str]]:
    """The rest of the gazetteer's group that the answer is in."""
    bare = fold(fact.value)
    for name, members in groups().items():
        if any(fold(member) == bare for member in members):
            for member in _mixed(fact, near(fact.value) if name == "nationality" else members):
                yield member, f"the gazetteer: {name}"
