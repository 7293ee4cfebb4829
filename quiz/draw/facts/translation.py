"""What a name is in another language: "the Palme d'Or (English: Golden Palm)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.names import names_in
from quiz.draw.fact import Fact, Reading

_LANGUAGES = (
    "English|French|German|Italian|Spanish|Portuguese|Latin|Greek|Russian|Dutch|Irish|Welsh"
)
_GIVEN = re.compile(
    rf" \((?:[^()]|\([^()]*\))*?\b(?P<language>{_LANGUAGES}): \"?(?P<other>[A-ZÀ-Þ][^;,()\"]+)\"?"
    r"(?:[;,][^()]*)?\)"
)


def find(reading: Reading) -> Iterator[Fact]:
    """Give names that have their translation in brackets behind them."""
    for sentence in reading.document.sentences:
        for found in _GIVEN.finditer(sentence.text):
            before = sentence.text[: found.start()]
            named = [name for _, end, name in names_in(before) if end == len(before)]
            if not named:
                continue
            told = reading.known.ref(named[0])
            yield Fact(
                "translation",
                named[0],
                found["other"].strip(),
                "text",
                f"What is {told} called in {found['language']}?",
                sentence,
                scope=found["language"],
                statement=f"In {found['language']} {told} is called {{}}.",
                says=(named[0], found["other"].strip()),
            )
