"""Where sentences begin and end in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"[.!?…]+[\"”’')\]]*(?:\[\d+\])*[\"”]?\d{0,2}(?=\s+[\"“‘'(\[A-Z0-9*_ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖØŒÚÛÜŠŽ])"
)
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sr|Jr|Prof|Capt|Gen|Lt|Col|Rev|Hon|No|Nos|Vol|vol|Fig|fig|pp|p|ca|c|cf"
    r"|vs|etc|approx|e\.g|i\.e|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"|(?<![\w'’])[A-Z](?:\.[A-Z])*)\.$"
)
_DOTS = re.compile(r"(?:\.\.\.|…)$")


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Give the start and end of every sentence between two places of a text."""
    end = len(text.rstrip()) if end is None else end
    at = _skip(text, start, end)
    for found in _END.finditer(text, start, end):
        if _goes_on(text, found, at):
            continue
        if found.end() > at:
            yield at, found.end()
        at = _skip(text, found.end(), end)
    if at < end:
        yield at, end


def _goes_on(text: str, found: re.Match[str], start: int) -> bool:
    """Whether the stop belongs to an abbreviation, an initial, a title or dots of a pause."""
    before = text[start : found.end()]
    following = text[found.end() :].lstrip()[:1]
    if found[0] == "." and _SHORT.search(before):
        return not re.search(r"\b[A-Z]\.[A-Z]\.$", before) or not following.isupper()
    if _DOTS.search(before):
        return following.islower() or following in '“"'
    # A title in quotes that ends in its own mark goes on with the sentence.
    return found[0] in ("?", "!") and following.islower()


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
