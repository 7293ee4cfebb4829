"""Answered: whether the answer of a question stands in the passages that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from quiz.core.amount import numbers_in
from quiz.core.cited import normal
from quiz.core.numerals import figured
from quiz.core.text import fold

if TYPE_CHECKING:
    from quiz.core.question import Question

_ARTICLE = re.compile(r"^(?:the|an?) (?=.)")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
_DATED = re.compile(r"^(?:As of|Before|By|Until|Since) [^,]*(?:, \d{4})?,")
_OWNER = re.compile(r"['’]s\b")
_WORD = re.compile(r"[\w'’-]+")
_STEP = 12
"""Words from one piece of a passage that is read for numbers to the next, half of each piece."""


_OUTSIDE = "odd-one-out"
"""The rule whose answer is the one thing that its passage does not name."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Where the answer stands: in the passages, elsewhere in the documents, or nowhere in them.

    `absent` are its parts that do not stand in the passages.
    """

    where: Literal["passage", "elsewhere", "nowhere"]
    absent: tuple[str, ...] = ()


def answered(
    question: Question, passages: Iterable[str], documents: Iterable[str]
) -> Answered | None:
    """Look for the answer in the cited passages, then in the whole text of their documents.

    A number may stand there in words or in figures, a person by the surname alone, and what is
    accepted is as good as the answer. None where nothing can be looked for: a false statement,
    one without a figure, and what does not belong to the others.
    """
    if question.origin and question.origin.rule == _OUTSIDE:
        return None
    lacks = _absent(question, passages)
    if lacks is None:
        return None
    if not lacks:
        return Answered("passage")
    return Answered("nowhere" if _absent(question, documents) else "elsewhere", lacks)


def _absent(question: Question, passages: Iterable[str]) -> tuple[str, ...] | None:
    """The parts of the answer that stand in none of the passages, as the question writes them."""
    told = [text for text in passages if text.strip()]
    if question.kind == "number":
        value, unit = getattr(question, "answer", 0), str(getattr(question, "unit", "") or "")
        shown = f"{value:g}" if abs(value) < 10**6 else str(value)
        found = any(_counts(text, float(value), unit) for text in told)
        return () if found else (f"{shown} {unit}".strip(),)
    parts = [part for part in _parts(question) if any(map(fold, part))]
    if not parts:
        return None
    whole = " ".join(told)
    return tuple(part[0] for part in parts if not any(_holds(whole, text) for text in part))


def _parts(question: Question) -> Iterator[tuple[str, ...]]:
    """What must stand there: for each part of the answer the texts that are as good."""
    if question.kind == "true-false":
        if getattr(question, "answer", False):
            yield from ((figure,) for figure in _FIGURE.findall(_DATED.sub("", question.prompt)))
    elif question.kind == "list":
        entries = getattr(question, "entries", ())
        yield from ((entry,) if isinstance(entry, str) else tuple(entry) for entry in entries)
    elif question.kind == "match":
        yield from ((text,) for pair in getattr(question, "pairs", ()) for text in pair)
    elif question.kind in ("multi-choice", "order"):
        yield from ((text,) for text in question.answers())
    else:
        yield tuple(question.answers())


def _holds(told: str, text: str) -> bool:
    """Whether a text stands in another one: letter by letter, folded, or with its numbers read."""
    if re.search(rf"(?<!\w){re.escape(normal(text))}(?!\w)", normal(told)):
        return True
    told = _OWNER.sub("", told)
    wanted = _ARTICLE.sub("", fold(_OWNER.sub("", text)))
    if not wanted:
        return False
    words = fold(told).split()
    if f" {wanted} " in f" {' '.join(words)} ":
        return True
    figures = " ".join(figured(wanted.split()))
    if f" {figures} " in f" {' '.join(figured(words))} ":
        return True
    return _surnamed(told, text)


def _surnamed(told: str, text: str) -> bool:
    """Whether a full name is told by the surname alone, and not by somebody of the family."""
    *given, last = text.split()
    if not given or not all(word[:1].isupper() for word in (*given, last)):
        return False
    words = _WORD.findall(told)
    return any(
        word == last and (not at or not words[at - 1][:1].isupper())
        for at, word in enumerate(words)
    )


def _counts(told: str, value: float, unit: str) -> bool:
    """Whether a number stands in a text, in words or in figures."""
    return any(value in numbers_in(piece, unit) for piece in _pieces(told))


def _pieces(told: str) -> Iterator[str]:
    """A passage in pieces that are not too long to be read for numbers; each overlaps the last."""
    words = told.split()
    for at in range(0, max(1, len(words)), _STEP):
        yield " ".join(words[at : at + 2 * _STEP])
