"""Meanings: what kind of thing a definition speaks of, so that a change stands among changes.

Nouns of no listed kind, such as beam and arch, may stand beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from quiz.core.text import fold
from quiz.draw.english.gazetteer import kinds_of_thing
from quiz.draw.fact import Fact

_LEAD = re.compile(r"^(?:an?|the|any|one of the) ")
_HEAD = re.compile(
    r",| (?:that|which|who|whom|whose|where|when|in|on|at|of|with|for|from|by|used|made|paid|left"
    r"|is|are)\b"
)
_THROUGH = re.compile(
    r"^(?:[\w-]+ )*?(?:group|kind|sort|type|form|piece|name|word|set|list|series|amount|part)s? "
    r"(?:of|for) (?:an? |the )?"
)
"""What says nothing itself: a group of similar cells is cells."""


def kind(meaning: str) -> str:
    """The kind of thing a meaning begins with: "process", "substance"; "" of no listed kind."""
    told = _LEAD.sub("", meaning.strip().lower())
    first = told.partition(" ")[0]
    if first.endswith("ing") and len(first) > 5:
        return "process"
    words = _HEAD.split(told, maxsplit=1)[0].split()
    through = _THROUGH.match(told)
    if through:
        words = _HEAD.split(told[through.end() :], maxsplit=1)[0].split()
    head = words[-1].removesuffix("s") if words else ""
    listed = kinds_of_thing()
    return listed.get(head) or listed.get(f"{head}s") or ""


class Meanings:
    """The kinds of things that the terms of all glossaries mean."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._kinds = {
            fold(fact.value): kind(fact.subject)
            for fact in facts
            if fact.rule == "definition" and fact.measure == "term"
        }

    def fit(self, fact: Fact, text: str) -> bool:
        """Whether a term means a thing of the kind that the definition names."""
        if fact.rule != "definition" or fact.measure != "term":
            return True
        return self._kinds.get(fold(text)) == self._kinds.get(fold(fact.value))
