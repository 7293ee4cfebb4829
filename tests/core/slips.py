"""What fingers do to a word, and how many of the results a judge takes: for tests and measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from random import Random

from quiz.core.judge import Key, judge_text
from quiz.core.text import Clean, fold, line
from quiz.core.verdict import Context

ANIMALS = Path(__file__).parents[3] / "shared/samples/opentriviaqa/animals"
"""Somebody else's quiz, where it is there: 1,366 questions with their distractors."""

Judge = Callable[[str, str], bool]
"""Is this (given, answer) accepted?"""

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"[^\W\d_]{4,}")


@cache
def neighbours(letter: str) -> str:
    """The letters around a key."""
    for row, keys in enumerate(_ROWS):
        if letter in keys:
            at = keys.index(letter)
            near = [
                _ROWS[r][max(0, at - 1) : at + 2] for r in (row - 1, row, row + 1) if 0 <= r < 3
            ]
            return "".join(near).replace(letter, "")
    return ""


def all_slips(text: str) -> Iterator[str]:
    """Every text that one slip on a letter of a word of four letters or more makes of this one."""
    for word in _WORD.finditer(text):
        for at in range(*word.span()):
            before, letter, after = text[:at], text[at], text[at + 1 :]
            yield before + after
            yield before + letter + letter + after
            if at + 1 < word.end() and after[0] != letter:
                yield before + after[0] + letter + after[1:]
            for near in neighbours(fold(letter)):
                yield before + near + after


def some_slips(text: str, most: int) -> Sequence[str]:
    """Up to so many of them, always the same."""
    slips = list(dict.fromkeys(all_slips(text)))
    return Random(text).sample(slips, min(most, len(slips)))


def share_of_slips(texts: Iterable[str], accepted: Judge, most: int = 40) -> float:
    """Which share of slips is forgiven."""
    verdicts = [accepted(slip, text) for text in texts for slip in some_slips(text, most)]
    return sum(verdicts) / len(verdicts)


def others_accepted(texts: Sequence[str], accepted: Judge) -> list[tuple[str, str]]:
    """Every text that is taken for another one of the list."""
    return [
        (given, text)
        for text in texts
        for given in texts
        if given != text and accepted(given, text)
    ]


def judge_among(siblings: Iterable[str]) -> Judge:
    """The game's judge, in a pack with these other answers."""
    context = Context(siblings=frozenset(siblings))
    return lambda given, answer: judge_text(Clean(given), Key(Clean(answer)), context).credit > 0


@cache
def animals() -> tuple[tuple[Clean, tuple[Clean, ...]], ...]:
    """The answers of that quiz, each with its distractors."""
    questions: list[tuple[Clean, tuple[Clean, ...]]] = []
    for block in ANIMALS.read_text(encoding="utf-8", errors="replace").split("\n\n"):
        right = re.search(r"^\^ (.+)$", block, re.MULTILINE)
        options = [line(text) for text in re.findall(r"^[A-Z] (.+)$", block, re.MULTILINE)]
        if right and options:
            answer = line(right[1])
            questions.append((answer, tuple(text for text in options if text != answer)))
    return tuple(questions)


def every_text(questions: Iterable[tuple[Clean, tuple[Clean, ...]]]) -> frozenset[Clean]:
    """All answers and distractors."""
    return frozenset(text for answer, others in questions for text in (answer, *others))
