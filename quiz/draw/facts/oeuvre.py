"""A work with its year and its maker before it: "Greta Lind's 2016 film Low Tide"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.english.names import bare_name
from quiz.draw.english.times import YEAR
from quiz.draw.fact import Fact, Reading

_WORK = re.compile(
    rf"(?:(?P<who>{CAP}(?: {CAP})*)'s|\b(?:the|her|his"
    rf"|their)) (?P<year>{YEAR}) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<noun>{alternation('work')}),? (?:\"(?P<quoted>[^\"]+?)[.,]?\"|(?P<named>(?:The "
    rf"|A )?{NAME}))"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give the year of a work, and whose it is."""
    for sentence in reading.document.sentences:
        if sentence.quoted:
            continue
        for found in _WORK.finditer(sentence.text):
            title = reading.known.work(found["quoted"] or found["named"])
            noun = {"picture": "painting", "movie": "film"}.get(found["noun"], found["noun"])
            if not title:
                continue
            yield _year(title, noun, found["year"], sentence)
            maker = reading.known.person(bare_name(found["who"])) if found["who"] else ""
            if maker:
                yield Fact(
                    "by-line",
                    title,
                    maker,
                    "person",
                    f'Whose {noun} is "{title}"?',
                    sentence,
                    scope="by",
                    statement=f'The {noun} "{title}" is by {{}}.',
                    says=(title, found["who"]),
                )


def _year(title: str, noun: str, year: str, sentence: Sentence) -> Fact:
    return Fact(
        "work-year",
        title,
        year,
        "year",
        f"From which year is the {noun} {title}?",
        sentence,
        scope=f"from {noun}",
        statement=f"The {noun} {title} is from {{}}.",
        says=(title, year),
        number=float(year),
        when=year,
    )
