"""Q: and A: lines: the author of the notes has asked already."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.draw.english.doubt import PERSON, RELATIVE
from quiz.draw.english.grammar import NUMBER_WORD
from quiz.draw.fact import Fact, Reading, figure
from quiz.draw.facts.listed import entries_of
from quiz.draw.lines.plain import plain

MARKS = True
_ASKED = re.compile(r"^\W*(?:Q|Question)\W{0,3}[:.]\W*\s+(.+\?)\W*$")
_SEVERAL = re.compile(rf"\b(?:which|what|name(?: the)?) ({NUMBER_WORD}|[2-9])\b", re.I)
_NO_ANSWER = re.compile(
    r"^(?:nobody (?:knows|can (?:say|tell))|no one knows|unknown|not known|(?:we|I) do(?: not"
    r"|n't) know"
    r"|see (?:above|below|page)|\?+|-+|n/?a|none|tb[acd]|yes|no|true|false|it depends)\b.{0,20}$",
    re.I,
)
_ANSWERED = re.compile(r"^\W*(?:A|Answer)\W{0,3}[:.]\W*\s+(.+)$")


def find(reading: Reading) -> Iterator[Fact]:
    """Pair each Q: with the A: on the next line."""
    document = reading.document
    for question, reply in itertools.pairwise(document.blocks):
        asked, answered = _ASKED.match(question.raw), _ANSWERED.match(reply.raw)
        if not asked or not answered:
            continue
        if reply.paragraph != document.last_line(question.paragraph) + 1:
            continue
        prompt, answer = plain(asked[1]), plain(answered[1]).rstrip(".")
        if PERSON.search(prompt) or RELATIVE.search(prompt) or _NO_ANSWER.match(answer):
            continue
        if len(answer) > 90:
            continue
        entries = _entries(prompt, answer)
        yield Fact(
            "question-answer",
            prompt,
            "; ".join(entries) or answer,
            "list" if entries else "text",
            prompt,
            replace(reply, text=answer),
            scope="asked",
            says=entries or (answer,),
            entries=entries,
            also=(question.paragraph,),
        )


def _entries(prompt: str, answer: str) -> tuple[str, ...]:
    """The members of an answer to "which three": as many as are asked for, else none."""
    number = _SEVERAL.search(prompt)
    entries = entries_of(answer) if number else ()
    return entries if number and figure(number[1])[0] == len(entries) else ()
