"""What belongs to a work: an episode to its series, a character to its film."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.document import Sentence
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_PART = re.compile(
    r'"([^"]+)" (episode|chapter|track|song|story|poem) (?:of|from|in|on) "([^"]+?)[.,]?"'
)
_CHARACTERS = re.compile(
    rf"\bcharacters? (?:like|such as|named|called) ({CAP})(?: and [\w ]+?)? in \"([^\"]+?)[.,]?\""
    rf"(?:,? (?:or|and) ({CAP}) in \"([^\"]+?)[.,]?\")?"
)
_FROM = re.compile(rf"({CAP}(?: {CAP})+) from \"([^\"]+?)[.,]?\"")
_WHOLE = {"episode": "series", "chapter": "book", "track": "album", "song": "album"}


def find(reading: Reading) -> Iterator[Fact]:
    """Give parts that stand beside the title of their whole."""
    for sentence in reading.document.sentences:
        for found in _PART.finditer(sentence.text):
            whole = _WHOLE.get(found[2], "work")
            yield _fact(
                sentence,
                found[1],
                found[3],
                f'Of which {whole} is "{found[1]}" {_an(found[2])}?',
                f'"{found[1]}" is {_an(found[2])} of "{{}}".',
            )
        for found in _FROM.finditer(sentence.text):
            person, title = reading.known.person(found[1]), reading.known.work(found[2])
            if person and reading.known.works.get(title) == "film":
                yield _fact(
                    sentence,
                    person,
                    title,
                    f"In which film did {person} appear?",
                    f'{person} appeared in "{{}}".',
                )
        for found in _CHARACTERS.finditer(sentence.text):
            for name, title in ((found[1], found[2]), (found[3], found[4])):
                if name and title:
                    noun = reading.known.works.get(title) or "work"
                    yield _fact(
                        sentence,
                        name,
                        title,
                        f"In which {noun} is {name} a character?",
                        f'{name} is a character in "{{}}".',
                    )


def _an(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _fact(sentence: Sentence, part: str, whole: str, ask: str, stated: str) -> Fact:
    return Fact(
        "part-of",
        part,
        whole,
        "whole" if "episode" in ask else "work",
        ask,
        sentence,
        scope="part",
        statement=stated,
        says=(part, whole),
    )
