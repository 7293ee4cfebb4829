"""What a document's names stand for: who is a person, what is a work, by the words beside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from quiz.draw.document import Document
from quiz.draw.english.gazetteer import alternation, words
from quiz.draw.english.gender import told as gender_of
from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.english.names import (
    CALENDAR,
    STOP,
    TITLES,
    Lexicon,
    names_in,
    stripped,
    title_like,
    titles_in,
)
from quiz.draw.english.times import YEAR
from quiz.draw.lines.layout import Role

ROLES = alternation("role", "kin")
_ROLE_NAME = re.compile(
    rf"\b(?:{ROLES}),? (?=[A-ZÀ-Þ])({CAP}(?: (?:{CAP}|(?:de|van|von|der|di)\b))+)"
)
_PERSON_VERB = (
    r"(?:said|says|told|wrote|died|married|(?:is|was) born|plays|directed|painted|designed|declined"
    r"|revealed|thought|answered|added|composed|played|beat|rowed|sang)"
)
_PERSON = (
    re.compile(rf"({CAP}(?: {CAP}){{1,3}}), (?:who|whose)\b"),
    re.compile(rf"({CAP}(?: {CAP}){{1,3}}) {_PERSON_VERB}\b"),
    re.compile(
        r"\b(?:designed|written|directed|painted|composed|drawn|founded|opened|played|discovered|led|set"
        "|murdered|photographed|invented|sung|carved|taught|film|novel|song|book|painting|is"
        "|not) by"
        rf" ({CAP}(?: {CAP}){{1,3}})\b"
    ),
    re.compile(rf"\((?:played by )?({CAP} {CAP})\)"),
    re.compile(
        rf"({CAP}(?: {CAP}){{1,3}})(?: \([^)]*\))? (?:was|is) (?:an?|the) (?:[\w'-]+,? ){{0,4}}?"
        rf"(?:{alternation('role')})\b(?! of)"
    ),
    re.compile(
        rf"({CAP}(?: {CAP}){{1,3}}) was (?:unanimously )?(?:re-)?(?:elected|appointed|chosen)\b"
    ),
)
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))})\.? ({CAP}(?: {CAP})*)")
_WORK_NOUN = re.compile(
    rf"\b({alternation('work')})s?,? (?=[A-ZÀ-Þ\"])(?:\"([^\"]+)\"|((?:The |A |An )?{NAME}))"
)
_WORK_YEAR = re.compile(rf"((?:The |A |An )?{NAME}) \(({YEAR})\)")
_WORK_MADE = re.compile(
    r"\b(?:wrote|directed|painted|filmed|composed|sang|stars in|starred in|of the (?:film|novel"
    "|book))"
    rf" ((?:The |A |An )?{NAME})(?=[ .,(])"
)
_WORK_PASSIVE = re.compile(
    rf"\b((?:The |A |An )?{NAME})(?: \([^)]*\))?(?:,[^,]*,)? was (?:painted|written|filmed"
    "|directed|composed|sculpted"
    r"|shot|reprinted)\b"
)
_WORK_APPOSED = re.compile(
    rf"((?:The )?{NAME}), (?:an?|the) (?:[\w'-]+ ){{0,4}}?(?:[\w'-]+-)?({alternation('work')})\b"
)
_WORKS_LIKE = re.compile(
    rf"\b({alternation('work')})s? (?:like|such as|including) ((?:The |A )?{NAME})"
    rf"(?:,? and ((?:The |A )?{NAME}))?"
)
_FROM_TO = re.compile(rf"\b({alternation('work')})s\b[^.\"]*? from \"([^\"]+)\" to \"([^\"]+)\"")
_NOUNS = re.compile(rf"\b({alternation('work')})s?\b")
_NOUN_BEHIND = re.compile(rf",? (?:an?|the) (?:[\w-]+ ){{0,2}}({alternation('work')})\b")
_INSTITUTION = words("institution")
_GIVEN = words("given")


def lexicon(document: Document, works: Mapping[str, str] = {}) -> Lexicon:
    """Learn who and what the names of a document are; `works` are known from other documents."""
    known = Lexicon()
    texts = [s.text for s in document.sentences]
    heads = (line for line in document.kept if line.role is Role.HEADING)
    texts += [line.text[line.start : line.end] for line in heads]
    speakers = {s.speaker: s.paragraph for s in document.sentences if " " in s.speaker}
    for speaker in speakers:
        if speaker.split()[0] in _GIVEN or len(speakers) > 1:
            _add_person(known, speaker)
    for text in texts:
        _learn_names(known, text)
        _learn_people(known, text)
    rows = (line for line in document.lines if line.role is Role.ROW)
    _add_families(known, [*texts, *(cell for row in rows for cell in row.text.split("|"))])
    for text in texts:
        _learn_works(known, text)
    _take_works(known, works)
    for full in known.people:
        for part in {full.split()[-1], full.split()[0]}:
            known.surnames[part].add(full)
    for text in texts:
        _learn_genders(known, text)
    return known


def _take_works(known: Lexicon, works: Mapping[str, str]) -> None:
    """Take titles that other documents know, where this one names them."""
    for title, noun in works.items():
        if title in known.works or known.inside[title] or known.inside[title.removeprefix("The ")]:
            known.works[title] = known.works.get(title) or noun


def _learn_genders(known: Lexicon, text: str) -> None:
    """Learn of whom a text says that it is a woman or a man."""
    for name, gender in gender_of(text):
        bare = next((n for _, _, n in names_in(f"x {name}")), "")
        if person := known.person(bare):
            known.genders[person].add(gender)


def _learn_names(known: Lexicon, text: str) -> None:
    """Count the names within sentences, and the articles before them."""
    for start, end, name in names_in(text):
        before = text[:start]
        if before.endswith("the "):
            known.lowered[name] += 1
        elif before.endswith("The "):
            known.raised[name] += 1
        elif before.strip():
            known.bare[name] += 1
        if before.strip() and not re.search(r"[.!?:\"(—]\s*(?:The |A |An )?$", before):
            known.inside[name] += 1
        if end < len(text) and text[end : end + 2] == "'s":
            known.inside[name] += 1


def _add_families(known: Lexicon, texts: Iterable[str]) -> None:
    """Take a full name for a person's where its surname is one: two Smiths are two people."""
    last = {full.split()[-1] for full in known.people}
    for text in texts:
        for _, _, name in names_in(text):
            parts = stripped(name).split()
            if len(parts) > 1 and parts[-1] in last:
                _add_person(known, name)


def _learn_people(known: Lexicon, text: str) -> None:
    for found in _ROLE_NAME.finditer(text):
        _add_person(known, found[1])
    for pattern in _PERSON:
        for found in pattern.finditer(text):
            _add_person(known, found[1])
    for found in _TITLED.finditer(text):
        if " " in found[1]:
            _add_person(known, found[1])
    for _, _, name in names_in(text):
        if (name.split()[0].split("-")[0] in _GIVEN and len(name.split()) > 1) or re.search(
            r"^\w+ (?:[IVX]+)$", name
        ):
            _add_person(known, name)


def _add_person(known: Lexicon, name: str) -> None:
    """Take a name for a person's, unless one of its words is an institution's."""
    parts = [p for p in stripped(name).split() if p not in ("and",)]
    while parts and parts[0].lower() in STOP | _ROLE_WORDS:
        parts = parts[1:]
    if len(parts) < 2 or len(parts) > 5:
        return
    if any(p.lower() in _INSTITUTION for p in parts) or parts[-1] in ("Sons",):
        return
    if parts[0] in CALENDAR and parts[0] not in ("May", "April", "June", "August"):
        return
    if parts[0] in (
        "Best",
        "New",
        "Old",
        "North",
        "South",
        "East",
        "West",
        "Port",
        "Cape",
        "Mount",
        "Saint",
        "Los",
        "San",
    ):
        return
    if any(p in ("of", "for", "in", "&") for p in parts):
        return
    known.people[" ".join(parts)] = known.people.get(" ".join(parts), 0) + 1


_ROLE_WORDS = {word.lower() for word in words("role") | words("kin")}


def _learn_works(known: Lexicon, text: str) -> None:
    """Take for works what stands in quotes, beside a noun for works, or is made by somebody."""
    for title, noun in _titles(text):
        _add_work(known, title, noun, sure=f'"{title}" (' in text)
    for pattern in (_WORK_MADE, _WORK_PASSIVE):
        for found in pattern.finditer(text):
            _add_work(known, found[1], "")


def _titles(text: str) -> Iterator[tuple[str, str]]:
    """Give titles with the nouns that stand beside them."""
    nouns = set(_NOUNS.findall(text))
    noun = next(iter(nouns)) if len(nouns) == 1 else ""
    for _, end, title in titles_in(text):
        told = _NOUN_BEHIND.match(text, end)
        yield title, told[1] if told else ""
    for found in _WORK_NOUN.finditer(text):
        yield found[2] or found[3], found[1]
    for found in _WORK_APPOSED.finditer(text):
        yield _last_name(found[1]), found[2]
    for found in _WORK_YEAR.finditer(text):
        yield found[1], noun
    for found in _FROM_TO.finditer(text):
        yield from ((title, found[1]) for title in found.groups()[1:] if title_like(title))
    for found in _WORKS_LIKE.finditer(text):
        yield from ((title, found[1]) for title in filter(None, found.groups()[1:]))


def _last_name(text: str) -> str:
    """A title after an owner: of "In Jane Doe's Winter" the title is Winter."""
    return text.rpartition("'s ")[2]


def _add_work(known: Lexicon, title: str, noun: str, *, sure: bool = False) -> None:
    """Take a name for a work's, unless it is a person's or an institution's."""
    title = title.rstrip(".,").strip()
    bare = title.removeprefix("The ").removeprefix("A ").removeprefix("An ")
    if not bare or bare in known.people or stripped(bare) in known.people:
        return
    if (
        bare.split()[-1].lower() in _INSTITUTION
        or re.search(r"\b(?:Prize|Award|Festival|Medal)s?\b", bare)
    ) and not (noun or sure):
        return
    if bare in CALENDAR or bare.lower() in STOP:
        return
    noun = {"movie": "film", "comedy-drama": "film", "drama": "", "story": ""}.get(noun, noun)
    known.works[title] = known.works.get(title) or noun
