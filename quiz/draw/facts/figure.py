"""Who somebody in a story is: "Ivan (Mark Roe), the young heir to a fortune"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from quiz.draw.document import Sentence
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_FIGURE = re.compile(
    rf"\b({CAP}) \(({CAP}(?: {CAP})+)\), (the|an?) ((?:[\w'-]+ ){{1,8}}?[\w'-]+)(?=[.,;]|$| who\b)"
)
_PLAYED = re.compile(rf"\b({CAP}) \((?:played by [^()]*?)?({CAP}(?: {CAP})+)\)")
_BECOMES = re.compile(
    rf"^({CAP}) (?:[a-z]+ly |then "
    rf"|later )?(becomes) ([A-ZÀ-Þ][\w-]*'s (?:[a-z-]+ ){{0,3}}[a-z-]+)(?=[,.;]|$)"
)
_ONE_OF = re.compile(r"^one of the [a-z]+s ")


def find(reading: Reading) -> Iterator[Fact]:
    """Give characters of the one work a text is about, by what is said right behind their name."""
    work = reading.topic
    if not work:
        return
    told = reading.work(work)
    played = {
        found[1]
        for sentence in reading.document.sentences
        for found in _PLAYED.finditer(sentence.text)
        if reading.known.person(found[2]) and found[1] != work
    }
    for clause in reading.clauses:
        if clause.verb != "is" or clause.np not in played or not _ONE_OF.match(clause.rest):
            continue
        what = re.split(r", ", clause.rest)[0]
        plain = re.sub(r"(?<=[A-ZÀ-Þ])(\w+ .*)\b(?:his|her)\b", r"\1", what)
        if not doubtful(what) and not unresolved(plain) and len(what.split()) > 3:
            yield _fact(clause.np, what, work, told, clause.sentence)
    for sentence in reading.document.sentences:
        yield from _of_sentence(reading, sentence, played, work, told)


def _of_sentence(
    reading: Reading, sentence: Sentence, played: Set[str], work: str, told: str
) -> Iterator[Fact]:
    """What a sentence says right behind a character's name, or of what one of them becomes."""
    for found in _FIGURE.finditer(sentence.text):
        what = f"{found[3]} {found[4]}"
        if re.search(r"(?:\"|\b[A-ZÀ-Þ][\w-]*) $", sentence.text[: found.start()]):
            continue  # the end of a longer name
        if found[1] == work or not reading.known.person(found[2]):
            continue
        if doubtful(what) or unresolved(what) or len(what.split()) < 3:
            continue
        yield _fact(found[1], what, work, told, sentence)
    become = _BECOMES.match(sentence.text)
    if become and become[1] in played and not doubtful(become[3]):
        yield _fact(become[1], become[3], work, told, sentence, "becomes")


def _fact(name: str, what: str, work: str, told: str, sentence: Sentence, verb: str = "is") -> Fact:
    return Fact(
        "figure",
        f"{what} in {work}",
        name,
        "figure",
        f"Which character in {told} {verb} {what}?",
        sentence,
        scope=verb,
        statement=f"{{}} {verb} {what} in {told}.",
        says=(name,),
    )
