"""Giveaways: of drafts that tell each other's answers one is shown, and the rest are its forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from quiz.core.numerals import figured
from quiz.core.text import fold
from quiz.draw.gist import carried, gist
from quiz.draw.wording import Draft

_SHARE, _SAME_PLACE = 0.6, 0.4
"""How much of what a question asks another one tells; less will do of one sentence."""
_KIND = re.compile(r"\b[Ww]hich [\w' -]+? (?=(?:is|are|was|were|did|do|does|has|had|have|won)\b)")
"""What an answer is called in its question: another question about it has no need to say so."""
_DATED = re.compile(r"^(?:As of|Before|Speaking of|According to) [^,]+(?:, \d{4})?, ")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_TRUTH, _CHOICE = "true-false", "choice"


@dataclass(frozen=True, slots=True)
class _Told:
    """What a draft tells whoever reads it, and what it asks."""

    prompt: str
    whole: frozenset[str]
    asked: frozenset[str]
    names: frozenset[str]
    answer: str
    places: frozenset[tuple[str, int, int]]

    def tells(self, other: _Told) -> bool:
        """Whether this prompt holds the other's answer, and is about the same."""
        if not other.answer or not other.asked or f" {other.answer} " not in self.prompt:
            return False
        if not all(f" {name} " in f"{self.prompt}{self.answer} " for name in other.names):
            return False  # of another subject
        share = _SAME_PLACE if self.places & other.places else _SHARE
        return len(other.asked & self.whole) >= share * len(other.asked)


class Shown:
    """What is shown so far: whether a further draft gives one of these away, or the reverse."""

    def __init__(self) -> None:
        self._told: list[_Told] = []
        self._by_answer: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)

    def clash(self, draft: Draft) -> int | None:
        """The number of the draft that must not stand beside this one; None if there is none."""
        here = _told(draft)
        words = here.prompt.split()
        near = {at for word in words for at in self._by_answer[word]}
        near |= set(self._by_word[_last(here.answer)])
        for at in sorted(near):
            other = self._told[at]
            if other.tells(here) or here.tells(other):
                return at
        return None

    def add(self, draft: Draft) -> None:
        """Take one more draft; they are numbered as they come."""
        here, at = _told(draft), len(self._told)
        self._told.append(here)
        self._by_answer[_last(here.answer)].append(at)
        for word in set(here.prompt.split()):
            self._by_word[word].append(at)


def joined(card: Draft, other: Draft) -> Draft:
    """A card with the questions of another as further forms, where the same passages prove them.

    A choice stays out: what may be swapped into its options is sure for the card's own question.
    """
    if not set(other.places) & set(card.places):
        return card
    return replace(card, forms=(*card.forms, *_further(card, other)))


def _further(card: Draft, other: Draft) -> Iterator[Mapping[str, Any]]:
    """The forms of another draft as the card's own: with its id, its citations and its rule."""
    own = {key: card.question[key] for key in ("id", "cite", "origin")}
    for form in (other.question, *other.forms):
        if form["kind"] not in (_TRUTH, _CHOICE):
            yield {**form, **own}


def _told(draft: Draft) -> _Told:
    prompt = str(draft.question["prompt"])
    answer = _ARTICLE.sub("", _plain(_answer(draft.question)))
    plain = _plain(prompt)
    bare = _KIND.sub("", _DATED.sub("", prompt))
    asked = _plain(bare)
    names = gist(bare).names
    whole = carried(f"{plain} {answer}")
    return _Told(f" {plain} ", whole, carried(asked), names, answer, frozenset(draft.places))


def _answer(question: Mapping[str, Any]) -> str:
    """What another prompt would have to hold: of a list it is how many there are."""
    if question["kind"] == "list":
        return str(len(question["entries"]))
    answer = question.get("answer", "")
    return f"{answer:g}" if isinstance(answer, float) else str(answer)


def _plain(text: str) -> str:
    """A text folded, with its numbers in figures."""
    return " ".join(figured(fold(text).split()))


def _last(text: str) -> str:
    """The last word of a text; "" of none."""
    return text.rpartition(" ")[2]
