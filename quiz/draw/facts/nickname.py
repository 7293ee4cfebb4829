"""Nicknames within a name: 'Anna "Spark" Roe'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.doubt import doubtful
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_NICK = re.compile(rf"\b({CAP}) \"({CAP})\" ({CAP}(?: {CAP})?)(?P<actor> \({CAP}(?: {CAP})+\))?")


def find(reading: Reading) -> Iterator[Fact]:
    """Give nicknames; those of a character with the work that the text is about."""
    for sentence in reading.document.sentences:
        for found in _NICK.finditer(sentence.text):
            name, nick = f"{found[1]} {found[3]}", found[2]
            work = reading.topic if found["actor"] else ""
            if doubtful(found[0]) or (found["actor"] and not work):
                continue
            noun = reading.known.works.get(work, "")
            where = f" in {f'the {noun} {work}' if noun else work}" if work else ""
            yield Fact(
                "nickname",
                f"{name}{where}",
                nick,
                "text",
                f"By which nickname is {name} known{where}?",
                sentence,
                scope="nickname",
                statement=f"{name} is known as {{}}{where}.",
                says=(nick, found[3]),
            )
