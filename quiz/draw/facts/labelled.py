"""`Longest river of Lund: the Cam`: a label that is a question, and its one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import NAME
from quiz.draw.english.superlatives import WORD
from quiz.draw.fact import Fact, Reading
from quiz.draw.lines.plain import plain

MARKS = True
_KIND = (
    r"capital|founder|patron saint|author|composer|architect|director|designer|source|mouth|emblem"
)
_LABEL = re.compile(
    rf"^\W{{0,4}}(?:\*\*)?(?P<what>(?:(?i:{WORD}) [a-z][a-z -]*|(?i:{_KIND})) (?:of|in"
    rf"|on) (?:the )?{NAME})"
    rf"(?:\*\*)?:(?:\*\*)?\s+(?P<the>the )?(?P<name>{NAME})(?: \([^)]*\))?\.?\s*$"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give what a label asks for, where one name stands behind its colon."""
    if not reading.document.english:
        return
    for block in reading.document.blocks:
        found = _LABEL.match(plain(block.raw))
        if not found or doubtful(found["what"]) or unresolved(found["what"]):
            continue
        what = f"{found['what'][:1].lower()}{found['what'][1:]}"
        person = reading.known.is_person(found["name"])
        yield Fact(
            "labelled",
            what,
            reading.known.person(found["name"]) or found["name"],
            "person" if person else "thing",
            f"{'Who' if person else 'What'} is the {what}?",
            block,
            scope="label",
            statement=f"{found['the'] or ''}{{}} is the {what}.",
            says=(found["name"],),
        )
