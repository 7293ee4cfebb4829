"""Q: and A: lines: the author of the notes has asked already."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from quiz.core.text import Clean
from quiz.draw.document import Sentence
from quiz.draw.doubt import PERSON, RELATIVE
from quiz.draw.fact import Fact, Reading
from quiz.draw.plain import plain

MARKS = True
_ASKED = re.compile(r"^\W*(?:Q|Question)\W{0,3}[:.]\W*\s+(.+\?)\W*$")
_ANSWERED = re.compile(r"^\W*(?:A|Answer)\W{0,3}[:.]\W*\s+(.+)$")


def find(reading: Reading) -> Iterator[Fact]:
    """Pair each Q: with the A: on the next line."""
    lines = reading.document.kept
    for line, following in itertools.pairwise(lines):
        asked, answered = _ASKED.match(line.text), _ANSWERED.match(following.text)
        if not asked or not answered or following.number != line.number + 1:
            continue
        prompt, answer = plain(asked[1]), plain(answered[1]).rstrip(".")
        if PERSON.search(prompt) or RELATIVE.search(prompt) or len(answer) > 90:
            continue
        start = len(following.text) - len(following.text.lstrip())
        raw = Clean(following.text.strip())
        document = reading.document.id
        proof = Sentence(document, following.number, start, start + len(raw), raw, answer)
        yield Fact(
            "question-answer",
            prompt,
            answer,
            "text",
            prompt,
            proof,
            scope="asked",
            says=(answer,),
            also=(line.number,),
        )
