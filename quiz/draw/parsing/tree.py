"""A parsed sentence as a tree of words, with what clauses are read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from quiz.draw.parsing.parser import Word

FINITE = frozenset(["VBD", "VBZ", "VBP"])
VERBS = FINITE | {"VBN", "VBG", "VB"}
LIGHT = frozenset(
    [
        "actually",
        "additionally",
        "also",
        "eventually",
        "finally",
        "furthermore",
        "however",
        "later",
        "moreover",
        "once",
        "previously",
        "soon",
        "subsequently",
        "then",
        "therefore",
        "thus",
    ]
)
"""Adverbs that may be left out: what is said stays as true without them."""
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"])


class Tree:
    """The words of one sentence, by number, in the text that they were parsed from."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        """Take a text and its words."""
        self.text = text
        self.words = words

    @cached_property
    def below(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that hang on it, in order."""
        found: list[list[int]] = [[] for _ in self.words]
        for number, word in enumerate(self.words):
            if word.head != number:
                found[word.head].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def whole(self) -> bool:
        """Whether all hangs on one verb, as in a sentence that the parser took for one."""
        roots = [n for n, word in enumerate(self.words) if word.head == n]
        return (
            len(roots) == 1
            and self.words[roots[0]].tag in VERBS
            and len(self.within(roots[0])) == len(self.words)
        )

    def told(self, number: int) -> str:
        """A word as it stands."""
        return self.text[self.words[number].start : self.words[number].end]

    def span(self, first: int, last: int) -> str:
        """The text from one word to another, both with it."""
        return self.text[self.words[first].start : self.words[last].end]

    def gap(self, first: int, last: int) -> str:
        """The text between two words, without both."""
        return self.text[self.words[first].end : self.words[last].start]

    def within(self, number: int) -> list[int]:
        """A word and all that hangs on it, in order."""
        found, left = [], [number]
        while left:
            here = left.pop()
            found.append(here)
            left += self.below[here]
        return sorted(found)

    def hanging(self, number: int, *deps: str) -> list[int]:
        """The words that hang on a word in one of these ways."""
        return [n for n in self.below[number] if self.words[n].dep in deps]

    def subjects(self, number: int) -> list[int]:
        """The subjects of a verb."""
        return self.hanging(number, *SUBJECTS)

    def helpers(self, number: int) -> list[int]:
        """The auxiliaries of a verb."""
        return self.hanging(number, "aux", "auxpass")

    def pieces(self, numbers: Iterable[int]) -> list[str]:
        """Words as runs of the text: a run goes on as long as the next word follows."""
        runs: list[list[int]] = []
        for number in sorted(numbers):
            if runs and runs[-1][-1] + 1 == number:
                runs[-1].append(number)
            else:
                runs.append([number])
        return [self.span(run[0], run[-1]) for run in runs]
