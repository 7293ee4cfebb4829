"""Dates, years and when a document was written."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = "(?:" + "|".join(MONTHS) + ")"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
DATE = (
    rf"(?:\d{{1,2}} {MONTH},? {YEAR}|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?, {YEAR}"
    rf"|{MONTH} {YEAR}|{YEAR})"
)
"""A regular expression for a day, a month or a year."""
_DAY_FIRST = re.compile(rf"(\d{{1,2}}) ({MONTH}),? ({YEAR})")
_MONTH_FIRST = re.compile(rf"({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?, ({YEAR})")
_MONTH = re.compile(rf"({MONTH})\s+({YEAR})")
_ALONE = re.compile(
    rf"\W*(?:\w+day,? )?(?:\d{{1,2}}\w{{0,2}} )?(?:{MONTH}\W+)(?:\d{{1,2}}\w{{0,2}}\W+)?{YEAR}\W*"
    rf"|\W*{YEAR}(?:-\d\d){{1,2}}\W*",
    re.I,
)
"""A line that is a date and no more."""
_YEAR = re.compile(rf"\b({YEAR})\b")
_HEAD = 140


def parts(text: str) -> tuple[int, int, int]:
    """Year, month and day of the first date in a text; 0 where it does not say."""
    if found := _DAY_FIRST.search(text):
        return int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])
    if found := _MONTH_FIRST.search(text):
        return int(found[3]), MONTHS.index(found[1]) + 1, int(found[2])
    if found := _MONTH.search(text):
        return int(found[2]), MONTHS.index(found[1]) + 1, 0
    if found := _YEAR.search(text):
        return int(found[1]), 0, 0
    return 0, 0, 0


def agree(one: str, other: str) -> bool:
    """Whether two dates can be the same: a year agrees with every day in it."""
    return all(a == b or not a or not b for a, b in zip(parts(one), parts(other), strict=True))


def published(lines: Sequence[str]) -> str:
    """When a document was written, as its first lines say: a year, a month or a day; or ""."""
    for line in lines:
        text = line.strip()
        text = text.title() if text.isupper() else text
        told = re.search(
            rf"^(?:{MONTH} {YEAR}:?$|[Bb]y .*, ({DATE})\.?$|[Ff]rom .*, ({DATE})\.?$)", text
        ) or re.search(
            r"(?:[Mm]eeting held|conversation took place|interview took place)\b.* (?:on|in) "
            rf"({DATE})",
            text,
        )
        if told and len(text) <= _HEAD:
            return iso(text)
    return ""


def iso(text: str) -> str:
    """A date as packs write it: 2025-04. A day that no month has is a slip, and left out."""
    year, month, day = parts(text)
    if month and day > monthrange(year, month)[1]:
        day = 0
    return (
        "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)]) if year else ""
    )


def is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else, such as "APRIL 2025:"."""
    return bool(_ALONE.fullmatch(text.strip()))


def spoken(date: str) -> str:
    """The month or year of a pack's date in words: "April 2025"."""
    numbers = [int(part) for part in date.split("-")]
    return f"{MONTHS[numbers[1] - 1]} {numbers[0]}" if len(numbers) > 1 else str(numbers[0])
