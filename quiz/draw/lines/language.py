"""Whether a text is English: by its small words, which a text of any length is full of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.draw.english.gazetteer import words as listed

_ENGLISH, _SHORT, _FEW = 0.12, 40, 8
_SAMPLE = 4_000


def is_english(texts: Iterable[str]) -> bool:
    """Whether enough of the words are the small words of English.

    In a short text, where names may be half of the words, they need only be more than those of
    other languages; letters with accents say nothing.
    """
    words: list[str] = []
    for text in texts:
        words += re.findall(r"[^\W\d_]+", text[:_SAMPLE].casefold())
        if len(words) > _SAMPLE:
            break
    english, shared = listed("english"), listed("shared")
    common = sum(word in english for word in words)
    if len(words) >= _SHORT:
        return common / len(words) >= _ENGLISH
    foreign = sum(word in listed("foreign") for word in words)
    own = sum(word in english - shared for word in words)
    if foreign:
        return common > foreign and (own > 0 or common > 2 * foreign)
    return bool(common) or len(words) < _FEW or all(word.isascii() for word in words)
