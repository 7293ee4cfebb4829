"""What options are called on the screen, and which option a key means."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.core.text import Clean

_LETTERS = "ABCDEF"
_DIGITS = "1234567890"


def labels(options: Sequence[Clean]) -> tuple[str, ...]:
    """Name options A to F; seven and more by digits, which are themselves if options are digits."""
    if len(options) <= len(_LETTERS):
        return tuple(_LETTERS[: len(options)])
    if all_digits(options):
        return tuple(options)
    return tuple(_DIGITS[i] if i < len(_DIGITS) else " " for i in range(len(options)))


def span(options: Sequence[Clean]) -> str:
    """The labels as the footer says them: A-D."""
    names = sorted(name for name in labels(options) if name != " ")
    return f"{names[0]}-{names[-1]}" if len(names) > 1 else "".join(names)


def all_digits(options: Sequence[Clean]) -> bool:
    """Whether every option is a single digit, so that a digit key can only mean what it says."""
    return all(len(option) == 1 and option.isdigit() for option in options)


def meant(key: str, options: Sequence[Clean]) -> int | None:
    """Find the place of the option that a typed character means; None where it means none.

    Digits pick by position, except where options are single digits themselves: there a digit
    picks the option that says it.
    """
    if len(key) != 1 or not key.isascii():
        return None
    if key.isdigit():
        if all_digits(options):
            return list(options).index(Clean(key)) if key in options else None
        place = _DIGITS.index(key)
    else:
        place = _LETTERS.find(key.upper())
    return place if 0 <= place < len(options) else None
