"""What a question asks, without its grammar: two that ask one thing of one answer are one card."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.core.text import fold
from quiz.draw.english.names import names_in

_STEM, _SHARE = 4, 0.6
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "as",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "did",
        "does",
        "do",
        "has",
        "had",
        "have",
        "who",
        "whom",
        "whose",
        "what",
        "which",
        "when",
        "how",
        "many",
        "much",
        "name",
        "named",
        "called",
        "year",
        "term",
        "defined",
        "as",
        "it",
        "its",
        "that",
        "this",
        "these",
        "those",
        "one",
        "first",
        "there",
        "according",
        "speaking",
        "work",
        "make",
        "made",
    ]
)


@dataclass(frozen=True, slots=True)
class Gist:
    """The beginnings of the words that carry a question, and the names in it."""

    stems: frozenset[str]
    names: frozenset[str]


def carried(text: str) -> frozenset[str]:
    """The beginnings of the words that carry a text."""
    return frozenset(word[:_STEM] for word in fold(text).split() if word not in _EMPTY)


def gist(prompt: str) -> Gist:
    """Take the grammar off a question."""
    named = {
        part
        for _, _, name in names_in(f"x {re.sub(r'^[A-Z]', lambda m: m[0].lower(), prompt)}")
        for part in fold(name).split()
        if part not in _EMPTY
    }
    return Gist(carried(prompt), frozenset(named))


def same_gist(one: Gist, other: Gist) -> bool:
    """Whether two questions with one answer ask the same."""
    fewest = min(len(one.stems), len(other.stems))
    if fewest < 2 or not (one.names <= other.names or other.names <= one.names):
        return False
    return len(one.stems & other.stems) >= _SHARE * fewest
