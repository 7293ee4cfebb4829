"""Names in a document: who is a person, what is a work, which full name a surname means."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from quiz.core.text import fold
from quiz.draw.english.gazetteer import groups, words
from quiz.draw.english.grammar import NAME
from quiz.draw.english.times import MONTHS

STOP = words("stop")
CALENDAR = frozenset(MONTHS)
_NAME = re.compile(NAME)
_TITLE = re.compile(r'"([^"]{2,70})"')
_SPEAKING = re.compile(r"\b(?:said|says|called|asked|like|answers?|told \w+),?$")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "and",
        "or",
        "to",
        "for",
        "from",
        "with",
        "by",
        "into",
        "is",
        "as",
        "de",
        "la",
        "le",
        "du",
        "des",
    ]
)
TITLES = words("title")
_THE = frozenset(
    [
        "bridge",
        "viaduct",
        "museum",
        "prize",
        "medal",
        "cup",
        "award",
        "festival",
        "regatta",
        "trust",
        "oath",
        "committee",
    ]
)
_LEADING = words("leading")
"""Nouns that stand before the name they make: "Lake Orrin" is a lake."""


@dataclass
class Lexicon:
    """What the names of one document stand for."""

    people: dict[str, int] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    """Titles, each with the noun for it: film, novel, or "" where the text does not say."""
    inside: Counter[str] = field(default_factory=Counter)
    """Names by how often they stand within a sentence."""
    lowered: Counter[str] = field(default_factory=Counter)
    """Names by how often a small "the" stands before them."""
    raised: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)
    surnames: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    genders: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What words beside them say of people: "f", "m" or, where they are of two minds, both."""

    _by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def person(self, name: str) -> str:
        """The full name of the one person that a name can mean; "" if none, or more than one."""
        name = stripped(name)
        if name in self.people:
            return name
        found = self.surnames.get(name.split()[-1] if name else "", set())
        if len(name.split()) > 1 and name.split()[0] not in TITLES:
            return ""
        return next(iter(found)) if len(found) == 1 else ""

    def is_person(self, name: str) -> bool:
        """Whether a name may mean a person, even if it does not say which."""
        bare = stripped(name)
        return bare in self.people or bool(" " not in bare and self.surnames.get(bare))

    def work(self, name: str) -> str:
        """The title as it is known here; "" if it is no work."""
        for told in (name, f"The {name}", name.removeprefix("The ")):
            if told in self.works:
                return told
        return ""

    def known(self, name: str) -> bool:
        """Whether this is a name for sure: a person, a work, or one that stands in mid-sentence."""
        return bool(
            self.inside[name] or self.is_person(name) or self.work(name) or len(name.split()) > 1
        )

    def ref(self, name: str) -> str:
        """The name with the article that it has in running text."""
        if name in self.people or self.work(name):
            return self.work(name) if name not in self.people else name
        bare = name.removeprefix("The ").removeprefix("the ")
        if self.inside[f"The {bare}"] and not self.lowered[bare]:
            return f"The {bare}"
        small = self.lowered[bare] + self.raised[bare]
        if small and small >= self.bare[bare]:
            return f"the {bare}"
        if not self.bare[bare] and bare.split()[-1].lower() in _THE:
            return f"the {bare}"
        return bare

    def with_word(self, word: str) -> set[str]:
        """The things that a common noun can mean: for "the bridge", every name whose head it is."""
        told = word.lower()
        if not self._by_word:
            for name in self.inside:
                self._by_word[head(name)].add(name)
        found = {name for name in self._by_word.get(told, ()) if name not in self.people}
        found |= {title for title, noun in self.works.items() if noun == told}
        return {n for n in found if not any(n != m and _short_for(n, m) for m in found)}


def head(name: str) -> str:
    """The noun that a name is of: bridge for "King Street Bridge", lake for "Lake Orrin"."""
    core = re.split(r" (?:of|in|for|on|at|and|de|du|des|von) ", name, maxsplit=1)[0]
    parts = core.lower().removeprefix("the ").split()
    if not parts:
        return ""
    leads = parts[0] in _LEADING and len(parts) > 1
    return parts[0] if leads and parts[-1] not in words("institution") else parts[-1]


def _short_for(one: str, other: str) -> bool:
    """Whether a name is but the end of another, without what tells two such things apart."""
    short, long = fold(one).removeprefix("the "), fold(other).removeprefix("the ")
    return long == short or (" " not in short and f" {long}".endswith(f" {short}"))


def stripped(name: str) -> str:
    """A name without the forms of address before it."""
    parts = name.split()
    while len(parts) > 1 and parts[0].strip(".") in TITLES:
        parts = parts[1:]
    return " ".join(parts)


def names_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the names of a text with their places; sentence-initial small words are left out."""
    for found in _NAME.finditer(text):
        start, name = found.start(), found[0]
        while name:
            head, _, rest = name.partition(" ")
            if head.lower() not in STOP and not (head in CALENDAR and _dated(text, start, head)):
                break
            inside = text[:start].strip() and text[start - 2 : start - 1] not in ".!?:"
            if head in ("The", "A", "An") and inside and rest[:1].isupper():
                break
            start += len(head) + 1
            name = rest
            if head in ("The", "A", "An") and name[:1].isupper():
                break
            while name and not (name[0].isupper() or name.startswith("d'")):
                skipped, _, name = name.partition(" ")
                start += len(skipped) + 1
        name = name.rstrip(".") if not re.search(r"\b[A-Z]\.$", name) else name
        if name and not name.isdigit() and (len(name) > 1 or name != "I"):
            yield start, start + len(name), name


def bare_name(name: str) -> str:
    """A run of capitals without the small words that a sentence began with."""
    return next((n for _, _, n in names_in(name)), "")


def _dated(text: str, start: int, month: str) -> bool:
    """Whether a month is one, and no name: a figure stands beside it, or "in" before it."""
    after = text[start + len(month) :]
    return bool(
        re.match(r",? \d", after)
        or re.search(r"(?:\d|\b(?:in|of|from|to|until|since))\s$", text[:start])
        or not re.match(r" [A-ZÀ-Þ]", after)
    )


def title_like(text: str) -> bool:
    """Whether words in quotes are a title: capitals on all but the small words, no speech marks."""
    bare = text.rstrip(".,")
    parts = bare.split()
    if not parts or len(parts) > 14 or bare[-1] in "?!;:" or not bare[0].isupper():
        return False
    return all(p[0].isupper() or p[0].isdigit() or p in _SMALL or not p[0].isalpha() for p in parts)


def titles_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the titles in quotes; a single word after a comma or a colon is speech."""
    for found in _TITLE.finditer(text):
        before = text[: found.start()].rstrip()
        one = " " not in found[1].strip()
        if (
            one
            and re.search(r"\b[A-ZÀ-Þ][\w-]*$", before)
            and re.match(r" [A-ZÀ-Þ]", text[found.end() :])
        ):
            continue  # a nickname within a name
        speech = (one and before[-1:] in (",", ":")) or _SPEAKING.search(before)
        if title_like(found[1]) and not speech:
            yield found.start(), found.end(), found[1].rstrip(".,")


def mentions(known: Lexicon, text: str) -> Iterable[str]:
    """The people that a text names, by their full names where these are clear."""
    for _, _, name in names_in(text):
        if known.is_person(name):
            yield known.person(name) or name


def sole_person(known: Lexicon, text: str) -> str:
    """The one person whom a text names, if all it names outside quotes is people; else ""."""
    bare = re.sub(r"\"[^\"]*\"", "", text)
    names = {n for _, _, n in names_in(bare)} - set(groups()["nationality"])
    people = {known.person(name) if known.is_person(name) else "" for name in names}
    return next(iter(people)) if len(people) == 1 else ""
