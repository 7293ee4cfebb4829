"""Figures in large letters, for the score."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from textual.content import Content

from quiz.tui.signs import Signs
from quiz.tui.widgets.lines import thousands

_SHAPES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "0": ("▄▀▀▄", "█  █", "▀▄▄▀"),
        "1": ("▄█ ", " █ ", "▄█▄"),
        "2": ("▄▀▀▄", " ▄▄▀", "█▄▄▄"),
        "3": ("▀▀▀▄", " ▀▀▄", "▄▄▄▀"),
        "4": ("█  █", "▀▀▀█", "   █"),
        "5": ("█▀▀▀", "▀▀▀▄", "▄▄▄▀"),
        "6": ("▄▀▀ ", "█▀▀▄", "▀▄▄▀"),
        "7": ("▀▀▀█", "  █ ", " █  "),
        "8": ("▄▀▀▄", "▄▀▀▄", "▀▄▄▀"),
        "9": ("▄▀▀▄", "▀▄▄█", " ▄▄▀"),
        ",": ("  ", "  ", "▄▀"),
        "−": ("   ", "▀▀▀", "   "),
    }
)
HEIGHT = 3
"""Lines of a large figure."""


def large(number: int, signs: Signs) -> list[Content]:
    """A number over three lines; as spaced figures in the middle one where blocks cannot be."""
    told = thousands(number)
    if not signs.large:
        return [Content(""), Content.styled(" ".join(told.replace("−", "-")), "bold $primary"),
                Content("")]  # fmt: skip
    rows = ("  ".join(_SHAPES[figure][row] for figure in told) for row in range(HEIGHT))
    return [Content.styled(row, "bold $primary") for row in rows]
