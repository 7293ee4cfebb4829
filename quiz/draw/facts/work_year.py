"""A work and its year in brackets: "Tin Roof (2014)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.names import names_in
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading

_BRACKET = re.compile(rf"\"?,? \(({YEAR})\)")
_BEFORE = re.compile(rf"\b({alternation('work')})s?,? (?:\w+ )?\"?$")
_AFTER = re.compile(
    rf"^(?:, (?:an?|the)| is (?:also )?an?) (?:[\w-]+ ){{0,2}}({alternation('work')})\b"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give works that have a year in brackets right behind their title."""
    for sentence in reading.document.sentences:
        text = sentence.text
        for found in _BRACKET.finditer(text):
            title, start = _title(reading, text[: found.start()])
            if not title:
                continue
            before = _BEFORE.search(text[:start])
            after = _AFTER.match(text[found.end() :])
            noun = after[1] if after else before[1] if before else reading.known.works[title]
            noun = {"picture": "painting", "movie": "film"}.get(noun, noun)
            told = f"the {noun} {title}" if noun else f'"{title}"'
            yield Fact(
                "work-year",
                title,
                found[1],
                "year",
                f"From which year is {told}?",
                sentence,
                scope=f"from {noun}" if before or after else "from",
                statement=f"{told[:1].upper()}{told[1:]} is from {{}}.",
                says=(title, found[1]),
                number=float(found[1]),
                when=found[1],
            )


def _title(reading: Reading, before: str) -> tuple[str, int]:
    """The work whose title ends here, and where it starts; ("", 0) if it is no work."""
    for title in sorted(reading.known.works, key=len, reverse=True):
        if before.endswith(title):
            return title, len(before) - len(title)
    for start, end, name in names_in(before):
        if end == len(before) and reading.known.work(name):
            return reading.known.work(name), start
    return "", 0
