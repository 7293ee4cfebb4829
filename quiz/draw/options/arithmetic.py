"""Wrong numbers, years and spans: far enough from the right one, and written as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256

from quiz.draw.fact import Fact

_OFFSETS = (-14, -9, -6, -4, 4, 6, 9, 13)
_AGES = (-9, -6, -3, 3, 5, 8)
_RATIOS = (0.4, 0.6, 1.6, 2.4)
_SMALL = 13
"""A number below this has its neighbours for wrong options, a larger one shares of itself."""
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = [
    "zero",
    "ten",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
]


def spread(fact: Fact, text: str) -> str:
    """An order that is the same every time, and another for every question."""
    return sha256(f"{fact.ask}\0{text}".encode()).hexdigest()


def years(fact: Fact, near: set[str]) -> Iterator[tuple[str, str]]:
    """Years some way off that stand nowhere beside the subject: one year off is never sure."""
    value = int(fact.number or 0)
    latest = max([value, *(int(y) for y in near if int(y) < 2100)])
    for offset in sorted(_OFFSETS, key=lambda o: spread(fact, str(o))):
        year = str(value + offset)
        if year not in near and value + offset <= max(latest, value):
            yield year, "arithmetic"
    for offset in (-18, -23, -29):
        if str(value + offset) not in near:
            yield str(value + offset), "arithmetic"


def numbers(fact: Fact) -> Iterator[tuple[str, str]]:
    """Numbers far enough off, written as the answer is."""
    value = fact.number
    if value is None or value <= 0:
        return
    for number in _near(fact, value):
        if number > 0 and number != value and (written := _as_written(fact, number)):
            yield written, "arithmetic"


def _near(fact: Fact, value: float) -> Iterator[float]:
    """Other numbers that nobody takes for this one."""
    if fact.rule == "age":
        yield from (value + off for off in sorted(_AGES, key=lambda o: spread(fact, str(o))))
        return
    if value < _SMALL and float(value).is_integer():
        yield from (value + step for step in (2, -2, 4, 5, 7))
        return
    for ratio in sorted(_RATIOS, key=lambda r: spread(fact, str(r))):
        other = value * ratio
        step = 10 ** max(0, len(str(int(value))) - 2) if value >= 100 else 1
        whole = float(value).is_integer()
        yield float(max(1, round(other / step) * step)) if whole else round(other, 1)


def _as_written(fact: Fact, number: float) -> str:
    """Another number in the place of the answer's, in its style; "" where it has none."""
    if not any(character.isdigit() for character in fact.value):
        return _spelled(int(number)) if float(number).is_integer() else ""
    grouped = f"{number:,.1f}" if not float(number).is_integer() else f"{int(number):,}"
    if "," not in fact.value and number < 10_000:
        grouped = grouped.replace(",", "")
    written = re.sub(r"\d[\d.,]*", grouped, fact.value, count=1)
    return written if written != fact.value else grouped


def _spelled(number: int) -> str:
    """A number below a hundred in words; "" for others."""
    if number < len(_ONES):
        return _ONES[number]
    tens, ones = divmod(number, 10)
    if tens >= len(_TENS):
        return ""
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens]


def spans(fact: Fact) -> Iterator[tuple[str, str]]:
    """Other years from which and to which something may have been."""
    first, _, last = fact.value.partition(" to ")
    later = ((8, 5), (-4, 6)) if int(last) < 1990 else ((-15, -12), (-4, -9))
    for one, other in ((-7, -7), *later, (-21, -19)):
        if int(first) + one < int(last) + other:
            yield f"{int(first) + one} to {int(last) + other}", "arithmetic"
