"""How far one spelling is from another: what is a slip of the fingers, and what another word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quiz.core.numerals import CARDINALS, NUMBER_WORDS, figured, roman
from quiz.core.text import fold

_DIGITS = re.compile(r"\d+")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KEYS = {"1": "qil", "2": "qw", "3": "we", "4": "er", "5": "rts"} | {
    "6": "ty",
    "7": "yu",
    "8": "ui",
    "9": "io",
    "0": "op",
}
"""The letters that are next to a digit on the keyboard, or look like it."""
_ORDERS = 4
"""Up to so many differing words are tried in every order; more only as they stand."""


class Slip(NamedTuple):
    """How one spelling differs: `over` is 0 for a slip, 1 for a near miss; in so many `edits`."""

    over: int
    edits: int


SAME = Slip(0, 0)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A text as it is compared.

    `words` are the folded ones, in `figured` their numbers are digits. Equal texts share `exact`;
    they share `bag` whatever the order of words (but not of numbers), and `joined` whatever the
    spaces (but not between digits).
    """

    text: str
    words: tuple[str, ...]
    figured: tuple[str, ...]
    exact: str
    bag: str
    joined: str

    @classmethod
    def of(cls, text: str) -> Spelled:
        """Spell a text out for comparing."""
        words = tuple(fold(text).split())
        digits = figured(words)
        bag = (*sorted(word for word in digits if not _has_digit(word)), *_numbers(digits))
        return cls(text, words, digits, " ".join(digits), " ".join(bag), _squeezed(words))

    def like(self, other: Spelled) -> bool:
        """Whether two texts are the same but for the order of their words, or for spaces."""
        return self.bag == other.bag or self.joined == other.joined


def slip(told: Spelled, want: Spelled) -> Slip | None:
    """How `told` could be `want`, mistyped; None where it is another text.

    Words of up to 3 letters must be exact, those of 4 to 9 may have one edit, longer ones two;
    numbers must be equal. A near miss has one edit more, in one word.
    """
    if told.exact == want.exact or told.like(want):
        return SAME
    if _too_far(told, want):
        return None
    ways = [_in_words(told.figured, want.figured, free=True)]
    if want.figured != want.words:  # a number word may be misspelt, a number never
        ways.append(_in_words(told.words, want.words, free=False))
    elif len(told.words) != len(want.words):
        ways.append(_in_letters(told, want))
    return min((way for way in ways if way and way.over <= 1), default=None)


def _too_far(told: Spelled, want: Spelled) -> bool:
    """Whether the lengths alone tell two texts apart; number words have none that counts."""
    if told.figured != told.words or want.figured != want.words:
        return False
    return abs(len(told.joined) - len(want.joined)) > sum(map(_reach, want.words)) + 1


def distance(one: str, other: str, most: int) -> int:
    """Letters added, dropped, changed or swapped between two words; `most` + 1 for any more."""
    from rapidfuzz.distance import DamerauLevenshtein

    return DamerauLevenshtein.distance(one, other, score_cutoff=most)


def _has_digit(word: str) -> bool:
    return bool(_DIGITS.search(word))


def _numbers(words: Iterable[str]) -> list[str]:
    return [word for word in words if _has_digit(word)]


def _squeezed(words: Iterable[str]) -> str:
    out = ""
    for word in words:
        out += f" {word}" if out[-1:].isdigit() and word[0].isdigit() else word
    return out


def _reach(word: str) -> int:
    """The edits that a word of this length may have."""
    return 0 if len(word) <= 3 else 1 if len(word) <= 9 else 2


def _in_words(told: Sequence[str], want: Sequence[str], *, free: bool) -> Slip | None:
    """Compare word with word; in the best order, where the order is `free`."""
    numbers = _numbers(want)
    if len(told) != len(want) or [word for word in told if word in numbers] != numbers:
        return None
    pairs = [(a, b) for a, b in zip(told, want, strict=True) if a != b]
    straight = _sum(_in_word(a, b, want) for a, b in pairs)
    if straight or not free:
        return straight
    differing = (Counter(told) - Counter(want)).elements()
    wanted = list((Counter(want) - Counter(told)).elements())
    return _in_any_order(list(differing), wanted, want) if len(wanted) <= _ORDERS else None


def _in_any_order(told: list[str], wanted: list[str], want: Sequence[str]) -> Slip | None:
    """The least slip over all ways to pair the words."""
    if not told:
        return SAME
    ways = (
        _sum(
            (
                _in_word(told[0], word, want),
                _in_any_order(told[1:], wanted[:i] + wanted[i + 1 :], want),
            )
        )
        for i, word in enumerate(wanted)
    )
    return min((way for way in ways if way), default=None)


def _sum(slips: Iterable[Slip | None]) -> Slip | None:
    over = edits = 0
    for one in slips:
        if one is None:
            return None
        over, edits = over + one.over, edits + one.edits
    return Slip(over, edits)


def _in_word(told: str, want: str, whole: Sequence[str]) -> Slip | None:
    """Compare two words that differ; `whole` are all words of the answer."""
    if _has_digit(told) or _has_digit(want):
        return Slip(0, 1) if _hit_a_digit(told, want) else None
    if _HAN.search(want) or roman(told) or roman(want):
        return None
    reach = _reach(want)
    edits = distance(told, want, reach + _grace(want, whole))
    if edits > reach + _grace(want, whole) or not _unmistaken(told, want, edits):
        return None
    return Slip(max(0, edits - reach), edits)


def _grace(word: str, whole: Sequence[str]) -> int:
    """The edits above its reach that make a near miss of a word.

    In a short word every letter tells it from others, so only one beside a long word has any.
    """
    if len(word) >= 7:
        return 1
    return int(1 < len(word) <= 3 and any(len(other) > 3 for other in whole))


def _unmistaken(told: str, want: str, edits: int) -> bool:
    """Whether a misspelt number word can be no other number."""
    if want not in NUMBER_WORDS:
        return True
    others = (CARDINALS if want in CARDINALS else NUMBER_WORDS) - {want}
    return told not in NUMBER_WORDS and all(distance(told, w, edits) > edits for w in others)


def _hit_a_digit(told: str, want: str) -> bool:
    """Whether one letter of a word was hit a row too high: "p0land"."""
    if len(told) != len(want) or not want.isalpha() or not _reach(want):
        return False
    differing = [(a, b) for a, b in zip(told, want, strict=True) if a != b]
    return len(differing) == 1 and differing[0][1] in _KEYS.get(differing[0][0], "")


def _in_letters(told: Spelled, want: Spelled) -> Slip | None:
    """Compare without spaces, where one is missing or too many: "palmedorr" is "Palme d'Or"."""
    if _DIGITS.findall(told.exact) != _DIGITS.findall(want.exact):
        return None
    if not (_short_words_in(told, want.joined) and _short_words_in(want, told.joined)):
        return None
    reach = min(_reach(want.joined), max(map(_reach, want.words), default=0))
    most = reach + (len(want.joined) >= 7)
    edits = distance(told.joined, want.joined, most)
    return Slip(max(0, edits - reach), edits) if edits <= most else None


def _short_words_in(spelled: Spelled, joined: str) -> bool:
    """Whether short words are there in full: "Vitamin" is no slip for "Vitamin C"."""
    words, last = spelled.words, len(spelled.words) - 1
    return all(
        (i or joined.startswith(word)) and (i < last or joined.endswith(word)) and word in joined
        for i, word in enumerate(words)
        if len(word) <= 3
    )
