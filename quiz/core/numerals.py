"""Numbers in words, in digits and in roman numerals: "twenty-one", "1.5 million", "XIV"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal


def _named(words: str, values: range) -> dict[str, int]:
    return dict(zip(words.split(), values, strict=True))


_SMALL = _named(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen",
    range(20),
)
_TENS = _named("twenty thirty forty fifty sixty seventy eighty ninety", range(20, 100, 10))
_ORDINALS = _named(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
    range(1, 20),
) | {word.removesuffix("y") + "ieth": value for word, value in _TENS.items()}
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
"""Words that multiply the number before them."""
CARDINALS = frozenset((*_SMALL, *_TENS, *SCALES))
"""Every word that is a number, or a part of one."""
NUMBER_WORDS = CARDINALS.union(_ORDINALS)
"""The same, and the words that number things in order."""

_DIGITS = re.compile(r"-?\d+(?:\.\d+)?")
_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_LETTERS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def figured(words: Sequence[str], *, romans: bool = True) -> tuple[str, ...]:
    """Write the numbers among folded words in digits: "4" for "four", "2" for "ii"."""
    out: list[str] = []
    at = 0
    while at < len(words):
        number, after = _number(words, at)
        if after == at:
            after = at + 1
            number = _ordinal(words, at)
            if number:
                after += words[at] in _TENS
            elif romans and (value := roman(words[at])) and (at or len(words[at]) > 1):
                number = str(value)
            else:
                number = words[at]
        out.append(number)
        at = after
    return tuple(out)


def roman(word: str) -> int:
    """The value of a roman numeral; 0 for what is none, or is more likely a word (mix, di)."""
    if not word or not (set(word) <= set("ivx") or len(word) > 3) or not _ROMAN.fullmatch(word):
        return 0
    values = [_LETTERS[c] for c in word]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def _ordinal(words: Sequence[str], at: int) -> str:
    """The ordinal that starts here ("8th" for "eighth", "21st" for "twenty first"), or ""."""
    value = _ORDINALS.get(words[at], 0)
    if words[at] in _TENS and at + 1 < len(words) and 0 < _ORDINALS.get(words[at + 1], 0) < 10:
        value = _TENS[words[at]] + _ORDINALS[words[at + 1]]
    if not value:
        return ""
    ends = {} if 10 < value < 14 else {1: "st", 2: "nd", 3: "rd"}
    return f"{value}{ends.get(value % 10, 'th')}"


def _number(words: Sequence[str], at: int) -> tuple[str, int]:
    """Read the number that starts here; in digits, and where it ends (`at` if there is none)."""
    if _ordinal(words, at):
        return "", at
    value, after = _cardinal(words, at)
    if after == at or (after == at + 1 and _DIGITS.fullmatch(words[at])):
        return words[at], after  # digits stay as they are written: 007 is not 7
    if 13 <= value <= 20 and words[at].isalpha():  # a year in two halves: nineteen eighty-four
        half, end = _cardinal(words, after)
        if 10 <= half < 100 and words[after].isalpha():
            value, after = value * 100 + half, end
    return f"{value.normalize():f}", after


def _cardinal(words: Sequence[str], at: int) -> tuple[Decimal, int]:
    """Add up number words from here on; the sum, and where it ends."""
    adding = _Sum()
    while at < len(words):
        if words[at] == "and":
            step = adding.joined(words[at + 1 : at + 3])
        else:
            step = adding.taken(words[at])
        if not step:
            break
        at += step
    return adding.total + (adding.group or 0), at


class _Sum:
    """A number being read: `total` is done, `group` still grows; what comes next must fit."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.room = 1000  # what is added to the group is less than this
        self.top = 10**15  # and what multiplies it than this
        self.begun = False

    def taken(self, word: str) -> int:
        """Take a word in, if it goes on with the number: 1 if it does, else 0."""
        small = _SMALL.get(word, _TENS.get(word))
        if small is not None:
            fits = self._add(small, 10 if word in _TENS else 0)
        elif word in SCALES:
            fits = self._multiply(SCALES[word])
        elif fits := not self.begun and bool(_DIGITS.fullmatch(word)):
            self.group, self.room = Decimal(word), 0
        self.begun = self.begun or fits
        return int(fits)

    def joined(self, after: Sequence[str]) -> int:
        """Take an "and": "two hundred and six", "two and a half"; the words it takes."""
        if tuple(after) == ("a", "half") and self.group is not None:
            self.group, self.room = self.group + Decimal("0.5"), 0
            return 3
        return int(self.begun and self.room >= 100 and bool({*after[:1]} & {*_SMALL, *_TENS}))

    def _add(self, small: int, room: int) -> bool:
        if small >= self.room or (self.begun and not small):
            return False
        self.group, self.room = (self.group or 0) + Decimal(small), room
        return True

    def _multiply(self, scale: int) -> bool:
        if scale >= self.top or (self.begun and self.group is None):
            return False
        group = Decimal(1) if self.group is None else self.group
        if scale > 100:
            self.total, self.group = self.total + group * scale, None
            self.room, self.top = 1000, scale
            return True
        if group >= 100:
            return False
        self.group, self.room = group * scale, 100
        return True
