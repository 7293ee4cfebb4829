"""For which work somebody won prizes: "winning four Oscars as director of his film Low Tide"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.core.text import fold
from quiz.draw.english.doubt import doubtful
from quiz.draw.english.gazetteer import alternation
from quiz.draw.english.grammar import CAP, NAME, NUMBER_WORD
from quiz.draw.english.names import names_in
from quiz.draw.english.times import DATE
from quiz.draw.fact import Fact, Reading

_WON = re.compile(
    rf"\b(?:[Ww]inning|won) (?:{NUMBER_WORD} |an? |the )?(?:personal )?(?P<prize>{CAP}(?: {CAP})*)"
    rf" (?P<mid>(?:for|as|with) [^.;]*?)(?:{alternation('work')}),? (?P<title>\"[^\"]+\"|{NAME})"
    rf"(?=[.,;]|$)"
)
_ON = re.compile(rf"\b(?:in|on) (?:\w+day, )?({DATE})")


def find(reading: Reading) -> Iterator[Fact]:
    """Give the one work for which the one person of a sentence won a prize."""
    for sentence in reading.document.sentences:
        found, when = _WON.search(sentence.text), _ON.search(sentence.text)
        if not found or not when or sentence.quoted or sentence.speaker or doubtful(found[0]):
            continue
        title = reading.known.work(found["title"].strip('"').rstrip(".,"))
        before = sentence.text[: found.start()]
        people = {reading.known.person(name) for _, _, name in names_in(before)} - {""}
        if not title or len(people) != 1 or list(names_in(f"x {found['mid']}")):
            continue
        person, prize = next(iter(people)), found["prize"]
        date = f"{'on' if ' ' in when[1] and ',' in when[1] else 'in'} {when[1]}"
        noun = reading.known.works.get(title) or "work"
        many = prize if prize.endswith("s") else f"the {prize}"
        yield Fact(
            "award-won",
            f"{person} {prize} for",
            title,
            "work",
            f"For which {noun} did {person} win {many} {date}?",
            sentence,
            scope=fold(f"for {prize} {when[1]}"),
            statement=f'{person} won {many} {date} for "{{}}".',
            says=(title,),
        )
