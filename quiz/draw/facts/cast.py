"""Cast and role: "Ivan (Mark Roe)", "Igor (played by Bo Lind)", "Ann Poe plays Hedda"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.fact import Fact, Reading

_CAST = re.compile(
    rf"((?:{CAP} )?\"\w+\" {CAP}|{NAME})"
    rf" \((?:played by (?:(?:an?|the) [^()]*?,? )?)?({CAP}(?: {CAP})+)\)"
)
_ROLE = re.compile(rf"^({NAME})(?: in (?:\"([^\"]+)\"|({NAME})))?(?=[,.]|$| and )")


def find(reading: Reading) -> Iterator[Fact]:
    """Give who plays whom, in the one work that the text is about."""
    for sentence in reading.document.sentences:
        if not sentence.speaker and not sentence.quoted:
            for found in _CAST.finditer(sentence.text):
                actor = reading.known.person(found[2])
                if actor and found[1] not in reading.known.people:
                    yield from _fact(reading, actor, found[1], reading.topic, sentence)
    for clause in reading.clauses:
        if clause.verb not in ("plays", "played") or not clause.person or doubtful(clause.text):
            continue
        if told := _ROLE.match(clause.rest):
            work = told[2] or reading.known.work(told[3] or "") or reading.topic
            yield from _fact(reading, clause.subject, told[1], work, clause.sentence)


def _fact(reading: Reading, actor: str, role: str, work: str, sentence: Sentence) -> Iterator[Fact]:
    if not work:
        return
    if role.split()[0] == work:
        role = work
    where = reading.work(work)
    who = "the title role" if role == work else role
    yield Fact(
        "cast",
        f"{role} in {work}",
        actor,
        "person",
        f"Who plays {who} in {where}?",
        sentence,
        scope="played by",
        statement=f"{{}} plays {who} in {where}.",
        says=(actor,) if role == work else (actor, role),
    )
