"""A person and their part: "his wife, producer Ann Poe", "Bo Lind, my cinematographer"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP
from quiz.draw.english.names import bare_name
from quiz.draw.fact import Fact, Reading

_PART = alternation("role", "kin")
_PARTS = rf"(?:[a-z-]+ )?(?:{_PART})(?: and (?:[a-z-]+ )?(?:{_PART}))?"
_PERSON = rf"{CAP}(?: (?:{CAP}|de|van|von))+"
_MINE = re.compile(rf"\b[Mm]y ({_PARTS}),? ({_PERSON})")
_MINE_AFTER = re.compile(rf"\b({_PERSON}), my ({_PARTS})\b")
_CREWED = (
    "(?:production|costume|sound|set|lighting) designer|cinematographer|composer|film editor"
    "|casting director|art director|make-?up artist|choreographer"
)
_CREW = re.compile(rf"\b[Mm]y ({_CREWED}),? ({_PERSON})")
_CREW_AFTER = re.compile(rf"\b({_PERSON}), my ({_CREWED})\b")
_THEIRS = re.compile(
    rf"({CAP}(?: {CAP})*) and (?:his|her) ({_PARTS}),? (?:(?:the )?(?:{_PART}) )?({_PERSON})"
)
_OFFICE = re.compile(
    rf"^(?:the|an?) ((?:[a-z-]+ ){{0,2}}(?:{_PART}) of (?:the )?[^,]+?),? "
    rf"(from \d{{4}} to \d{{4}}|since \d{{4}}|in \d{{4}})$"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the person who is something to another, or held an office for some years."""
    for sentence in reading.document.sentences:
        speaker = reading.speaker(sentence)
        for pattern, part, person in ((_CREW, 1, 2), (_CREW_AFTER, 2, 1)):
            for found in pattern.finditer(sentence.text):
                yield from _crew(reading, found[part], found[person], sentence)
        if speaker:
            for found in _MINE.finditer(sentence.text):
                yield from _fact(reading, speaker, found[1], found[2], sentence)
            for found in _MINE_AFTER.finditer(sentence.text):
                yield from _fact(reading, speaker, found[2], found[1], sentence)
        for found in _THEIRS.finditer(sentence.text):
            owner = reading.known.person(found[1])
            if owner:
                yield from _fact(reading, owner, found[2], found[3], sentence)
    for clause in reading.clauses:
        yield from _office(clause)


def _office(clause: Clause) -> Iterator[Fact]:
    """Who held an office, and when."""
    office = _OFFICE.match(clause.rest)
    if clause.verb not in ("is", "was") or not clause.person or not office:
        return
    if doubtful(clause.text):
        return
    yield Fact(
        "role",
        f"{office[1]} {office[2]}",
        clause.subject,
        "person",
        f"Who {clause.verb} the {office[1]} {office[2]}?",
        clause.sentence,
        scope="office",
        statement=f"{{}} {clause.verb} the {office[1]} {office[2]}.",
        says=(clause.subject.split()[-1],),
    )


def _crew(reading: Reading, part: str, person: str, sentence: Sentence) -> Iterator[Fact]:
    """A part in the making of the one film that a talk is about; whoever says "my" means it."""
    work = reading.topic
    person = bare_name(person)
    full = reading.known.person(person) or person
    if not work or " " not in full:
        return
    told = reading.work(work)
    yield Fact(
        "role",
        f"{part} of {work}",
        full,
        "person",
        f"Who was the {part} of {told}?",
        sentence,
        scope="crew",
        statement=f"{{}} was the {part} of {told}.",
        says=(person, part),
    )


def _fact(
    reading: Reading, owner: str, part: str, person: str, sentence: Sentence
) -> Iterator[Fact]:
    person = bare_name(person)
    full = reading.known.person(person) or person
    if full == owner or " " not in full:
        return
    part = re.sub(r"^(?:and|the) ", "", part)
    yield Fact(
        "role",
        f"{owner}: {part.split(' and ')[0]}",
        full,
        "person",
        f"Who is {owner}'s {part}?",
        sentence,
        scope="is",
        statement=f"{{}} is {owner}'s {part}.",
        says=(person,),
    )
