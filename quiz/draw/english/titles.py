"""Titles of works within a sentence: in quotes, wherever it is sure that the work is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.draw.english.gazetteer import alternation

_NOUN = alternation("work")


def quoted(text: str, works: Iterable[str], subject: str = "") -> str:
    """Put titles in quotes; `subject` is a work that the sentence is about.

    A title of one word may be a character's name as well: it is one beside "film", at the head of
    the sentence, after "on", and where the sentence is about it.
    """
    for title in sorted(works, key=len, reverse=True):
        if title not in text:
            continue
        name = rf"{re.escape(title)}(?!'?\w|[\w-])"
        before = rf"(?<=\b)(?:{_NOUN}) |^In |\b(?:on|of|by) (?={name}[?.]$)"
        text = _outside(text, re.compile(rf"({before})({name})"), title)
        if " " in title:
            text = _outside(text, re.compile(rf"((?<![\w-]))({name})"), title)
        elif title == subject:
            text = _outside(text, re.compile(rf"((?<![\w-]))({name})"), title, once=True)
    return text


def _outside(text: str, pattern: re.Pattern[str], title: str, *, once: bool = False) -> str:
    """Put a title in quotes where it stands outside quotes."""
    parts = text.split('"')
    for number in range(0, len(parts), 2):
        changed = pattern.sub(lambda found: f'{found[1]}"{title}"', parts[number], count=once)
        if changed != parts[number] and once:
            parts[number] = changed
            break
        parts[number] = changed
    return '"'.join(parts)
