"""Numbers as Moodle says them: with a tolerance, or between two others."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.author.formats import Fields

_LARGEST = 10**15


@dataclass(frozen=True, slots=True)
class Figures:
    """A number with a tolerance, or the lowest and the highest that is right."""

    number: float | None = None
    tolerance: float | None = None
    low: float = 0
    high: float = 0


def fields(figures: Figures) -> Fields:
    """Give the fields of a number that say so."""
    if figures.number is None:
        middle = round((figures.low + figures.high) / 2, 9)
        return {"answer": whole(middle), "low": whole(figures.low), "high": whole(figures.high)}
    fields: Fields = {"answer": whole(figures.number)}
    if figures.tolerance:
        fields["tolerance"] = whole(figures.tolerance)
    return fields


def whole(value: float) -> int | float:
    """Write a whole number as one."""
    return int(value) if isinstance(value, int) or value.is_integer() else value


def number(text: str) -> float | None:
    """Read a number that is one, with a point or a comma; none that nobody would type."""
    text = text.strip().replace(",", ".")
    try:
        value = int(text) if text.lstrip("+-").isdecimal() else float(text)
    except ValueError:
        return None
    return value if abs(value) <= _LARGEST else None
