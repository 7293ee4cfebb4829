"""Lines of a fixed width, and numbers and times in words.

Widths are counted in cells, since some scripts need two for a character.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from textual.content import Content

from quiz.core.text import Clean

_NTH = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)


def cut(text: Clean, width: int) -> Clean:
    """Give text as one line of at most `width` cells; the cut is marked by "…"."""
    flat = " ".join(text.split())
    if cell_len(flat) <= width:
        return Clean(flat)
    return Clean(_head(flat, width - 1).rstrip() + "…")


def wrap(text: Clean, width: int) -> list[Clean]:
    """Break text into lines of at most `width` cells: at spaces, inside a word if it must be."""
    return [Clean(line) for part in text.split("\n") for line in _broken(part, max(2, width))]


def _broken(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and cell_len(f"{line} {word}") <= width:
            line = f"{line} {word}"
            continue
        if line:
            yield line
        while cell_len(word) > width:
            head = _head(word, width)
            yield head
            word = word[len(head) :]
        line = word
    yield line


def _head(text: str, width: int) -> str:
    """As many characters from the start as fit into `width` cells."""
    end = min(len(text), max(0, width))
    while end and cell_len(text[:end]) > width:
        end -= 1
    # Characters without a width of their own belong to the one before them.
    while 0 < end < len(text) and cell_len(text[end]) == 0:
        end += 1
    return text[:end]


def stacked(lines: Iterable[Content]) -> Content:
    """Put lines one below the other."""
    return Content("\n").join(lines)


def thousands(number: int) -> str:
    """Write a number as people read it: 1,848, and −6 with a real minus sign."""
    return f"{number:,}".replace("-", "−")


def ordinal(number: int) -> str:
    """Write a place: 1st, 2nd, 3rd, 4th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def nth(number: int) -> str:
    """Say a place: first to twelfth in a word, then 13th."""
    return _NTH[number - 1] if 1 <= number <= len(_NTH) else ordinal(number)


def duration(seconds: float) -> str:
    """Write a time as 8 s, 2 min 08 s or 1 h 02 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
