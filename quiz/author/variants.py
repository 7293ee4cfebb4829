"""The patterns of BSD quiz: {optional} parts, [one|other], and overstruck accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from quiz.author.compose import squeezed
from quiz.core.text import Clean, clean

MOST = 40
"""Ways to write an answer that are kept; a pattern can have thousands."""
DEEPEST = 40
"""Brackets within brackets that are read."""
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    '"': "\u0308",
    ",": "\u0327",
    "^": "\u0302",
    "~": "\u0303",
}
_STRUCK = re.compile(r"([^\W\d_])\x08(['`\",^~])|(['`\",^~])\x08([^\W\d_])")


class Unclosed(ValueError):
    """A bracket has no partner, or there are too many within each other."""


def variants(pattern: str) -> list[Clean]:
    """Give the ways to write what a pattern says, the fullest first; raises Unclosed."""
    told = _STRUCK.sub(_accented, pattern)
    ways, at = _either(told, 0, "", 0)
    if at < len(told):
        raise Unclosed
    texts = (squeezed(clean(way)) for way in ways)
    return list(dict.fromkeys(text for text in texts if text))


def _accented(found: re.Match[str]) -> str:
    """Put an accent on the letter that it was struck over."""
    letter, mark = (found[1], found[2]) if found[1] else (found[4], found[3])
    return unicodedata.normalize("NFC", letter + _ACCENTS[mark])


def _either(text: str, at: int, until: str, depth: int) -> tuple[list[str], int]:
    """Read alternatives up to a closing bracket or the end."""
    if depth > DEEPEST:
        raise Unclosed
    ways: list[str] = []
    while True:
        more, at = _row(text, at, until, depth)
        ways += more[: MOST - len(ways)]
        if at >= len(text) or text[at] != "|":
            break
        at += 1
    if until:
        if at >= len(text):
            raise Unclosed
        at += 1
    return ways, at


def _row(text: str, at: int, until: str, depth: int) -> tuple[list[str], int]:
    """Read parts one after another, up to | or a closing bracket."""
    ways = [""]
    while at < len(text) and text[at] != "|" and text[at] not in "]}":
        sign = text[at]
        if sign in "[{":
            inner, at = _either(text, at + 1, "]" if sign == "[" else "}", depth + 1)
            if sign == "{":
                inner = [*inner, ""]
            ways = list(islice(_joined(ways, inner), MOST))
        else:
            end = at + (2 if sign == "\\" else 1)
            ways = [way + text[at:end][-1] for way in ways]
            at = end
    if at < len(text) and text[at] in "]}" and text[at] != until:
        raise Unclosed
    return ways, at


def _joined(ways: list[str], inner: list[str]) -> Iterator[str]:
    return (way + part for way in ways for part in inner)
