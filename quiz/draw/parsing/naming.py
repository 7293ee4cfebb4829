"""Naming: whether the words of a question say which thing they mean, outside of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quiz.core.text import fold
from quiz.draw.english.gazetteer import groups, words
from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact, Reading

OF = r"(?:of|for|between|from|to|in|at|on|over|against|by|with|near|into)"
_LISTED = """
    act agency army assembly autonomous bank battle bill board bureau central church commission
    communists congress conservatives constitution court democratic democrats department east
    eastern emperor empire federal first force forces general government governor graduate grand
    great high house imperial international king kingdom law liberals medical minister ministry
    national navy new north northern office old parliament party people people's peoples pope
    president prime public queen republic republicans revolution royal second senate socialists
    south southern state states supreme the third treaty united war west western
"""
_COMMON = frozenset(_LISTED.split())
"""Words of names that each country, or each town, has its own of."""
_LINK = re.compile(rf" {OF}(?: the| an?)? ")
_LINKED = re.compile(
    rf"(?:(?!{OF}\b)[\w'-]+ ){{1,4}}?{OF}(?: (?:the|an?))?(?: (?!{OF}\b|his\b|her\b|its\b"
    r"|their\b)[\w-]+){0,2}"
)
_DIRECT = re.compile(rf"(?:(?!{OF}\b|that\b|which\b|who\b|to\b)[\w'-]+ ?){{1,3}}")
_BARE = re.compile(r"\b[Tt]he (?P<run>[a-z][\w'’-]*(?: [a-z][\w'’-]*)*)(?P<more> [\"A-ZÀ-Þ])?")
_ALL = frozenset(["world", "earth", "sun", "sky"])
QUOTED = re.compile(r'"([^"]*)"')
_LOOSE = re.compile(r"(?<![\w'-])[A-ZÀ-Þ][\w-]*(?:'s)? (?P<next>[a-z][\w-]+)")
"""A name before a noun: "the Union force" names no force."""


def topical(name: str, reading: Reading) -> bool:
    """Whether a document says in its title that it is about this."""
    title = fold(str(reading.document.title)).removeprefix("the ").split()
    own = fold(name).removeprefix("the ").split()
    return bool(title and own) and (own == title or (len(own) == 1 and own == title[-1:]))


def spelt(name: str, fact: Fact, reading: Reading) -> bool:
    """Whether a full name stands in the sentence, is what the document is about, or was told."""
    if name in fact.sentence.text or topical(name, reading):
        return True
    told = [s for s in reading.document.sentences if name in s.text]
    number, start = fact.sentence.paragraph, fact.sentence.start
    if any(
        s.paragraph in (number, number - 1) and (s.paragraph, s.start) < (number, start)
        for s in told
    ):
        return True
    return len(told) > 1 and (told[0].paragraph, told[0].start) < (number, start)


def telling(phrase: str, reading: Reading, person: bool = False) -> bool:
    """Whether a noun phrase names what it means so that it is known outside of the text."""
    known = reading.known
    if known.is_person(phrase):
        return len(phrase.split()) > 1 or topical(phrase, reading)
    if phrase in known.works or known.work(phrase):
        return not person and " " in phrase
    found = list(names_in(f"x {phrase}"))
    if not found or not _one(phrase, found):
        return False
    name = f"x {phrase}"[found[0][0] : found[-1][1]]
    return topical(name, reading) or _own(name, phrase, reading)


def _one(phrase: str, found: Sequence[tuple[int, int, str]]) -> bool:
    """Whether the names in a noun phrase make up one, and nothing else is its noun."""
    text, start, end = f"x {phrase}", found[0][0], found[-1][1]
    if any(not _LINK.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(found)):
        return False
    before, after = text[2:start], text[end:].strip(' "')
    last = phrase if after else re.split(rf" {OF} ", phrase)[0]
    if re.search(r"s\"?$", last) and not re.search(r"(?:ss|us|is)\"?$|\d", last):
        return False  # a group, of which there may be one in each country
    if after and not after.startswith("'s "):
        return False  # "the Soviet power"
    bare_lead = not re.search(r"\b[a-z]", before.removeprefix("the "))
    return bare_lead or bool(re.search(rf"\b{OF}\b", before))


def _own(name: str, phrase: str, reading: Reading) -> bool:
    """Whether a name of some words has one that is its own: "Homestead", but not "State"."""
    parts = name.split()
    if len(parts) < 2 or re.search(r"\d(?:st|nd|rd|th)\b", phrase):
        return len(parts) > 1
    general = _COMMON | words("institution") | words("role")
    own = [part for part in parts if part[:1].isupper() and part.lower() not in general]
    if len(parts) < 3:
        common = _small(reading)
        own = [p for p in own if p not in groups()["nationality"] and p.lower() not in common]
    return bool(own)


def _small(reading: Reading) -> frozenset[str]:
    """The words that a text has in small letters: "the Graduate School" is no name of its own."""
    kept = reading.__dict__.get("_lowered")
    if not isinstance(kept, frozenset):
        texts = (sentence.text for sentence in reading.document.sentences)
        kept = frozenset(word for text in texts for word in re.findall(r"\b[a-zß-ÿ]+\b", text))
        reading.__dict__["_lowered"] = kept
    return kept


def alone(fact: Fact, ask: str, reading: Reading) -> bool:
    """Whether a thing has a name of one word, beside something with a longer one."""
    name, known = fact.subject, reading.known
    common = _COMMON | words("institution") | words("role") | words("given") | {"i"}
    if " " in name or name.lower() in common or known.is_person(name) or not name[:1].isupper():
        return False
    if name.endswith("s") or name in groups()["nationality"] or known.inside[name] < 2:
        return False
    return any(" " in other for other in names(ask.replace(name, "", 1)))


def names(text: str) -> Iterator[str]:
    """The names of a text, whose first word is none for its capital."""
    return (name for _, _, name in names_in(f"x {text[:1].lower()}{text[1:]}"))


def strange(told: Fact, reading: Reading) -> bool:
    """Whether a name is asked for that the sentence has not, and that is not sure for all that."""
    return not all(spelt(name, told, reading) for name in names(told.ask))


def misquoted(told: Fact, reading: Reading) -> bool:
    """Whether a name stands in quotes as if it were a title, though nothing says that it is."""
    for title in QUOTED.findall(told.ask):
        own = f'"{title}' in told.sentence.text or topical(title, reading)
        if not own and not re.match(r"(?:The|A|An) \S+ \S+", title):
            return True
    return bool(re.search(r"[A-ZÀ-Þ]\w+(?: of)? \"[^\"]*\"(?= [A-ZÀ-Þ]|[?])|\" [A-ZÀ-Þ]", told.ask))


def loose(rest: str) -> bool:
    """Whether a name stands before a noun that is the thing meant: "the Union force"."""
    small = words("stop") | words("preposition") | words("article") | words("function")
    for found in _LOOSE.finditer(rest):
        word = found["next"]
        if word not in small and not re.fullmatch(rf"{OF}|to|and|or|as|by|who|that|but", word):
            return True
    return False


def bare(ask: str) -> Iterator[str]:
    """Nouns with "the" that nothing tells apart: "the production", "the state legislature"."""
    for found in _BARE.finditer(ask):
        run = found["run"]
        if found["more"]:
            if _DIRECT.fullmatch(run) or _LINKED.fullmatch(run):
                continue
        elif run.split()[-1] in _ALL:
            continue
        yield run
