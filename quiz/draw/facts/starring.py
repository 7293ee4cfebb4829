"""Who plays whom, as a credit has it: "starring Anna Roe as Hedda"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_AS = re.compile(
    rf"\b(?:starring|stars|with|and|featuring|played by) (?P<actor>{CAP}(?: {CAP})+) as"
    rf" (?P<role>{CAP}(?: {CAP}){{0,2}})(?=[,.;)]|$| and )"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the cast of the one work that a sentence names, or that the text is about."""
    for sentence in reading.document.sentences:
        if sentence.quoted or sentence.speaker:
            continue
        here = {
            t for t in reading.known.works if f'"{t}' in sentence.text or f" {t} " in sentence.text
        }
        work = next(iter(here)) if len(here) == 1 else reading.topic if not here else ""
        if not work:
            continue
        where = reading.work(work)
        for found in _AS.finditer(sentence.text):
            actor = reading.known.person(found["actor"]) or found["actor"]
            if doubtful(found[0]) or found["role"] == actor:
                continue
            yield Fact(
                "cast",
                f"{found['role']} in {work}",
                actor,
                "person",
                f"Who plays {found['role']} in {where}?",
                sentence,
                scope="played by",
                statement=f"{{}} plays {found['role']} in {where}.",
                says=(found["actor"], found["role"]),
            )
