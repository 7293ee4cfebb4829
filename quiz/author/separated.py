"""Rows of cells from a text: which sign separates them, where each row begins, quotes mended."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from quiz.author.decoding import LARGEST

# Nothing longer comes here: files have a limit of their own. What is too long for a question is
# then left out by itself, and not the whole file with it.
csv.field_size_limit(LARGEST)
SEPARATORS = {"\t": "tabs", ";": "semicolons", ",": "commas", "|": "bars"}
"""The signs that may separate cells, and how they are called."""
_SAMPLE = 60
_Row = tuple[int, list[str]]


def separator(text: str) -> tuple[str, float]:
    """Find the sign that separates the cells, and how evenly it does so (0 to 1)."""
    head = "\n".join(islice((row for row in text[:200_000].split("\n") if row), _SAMPLE))
    best, evenness = ",", 0.0
    for sign in SEPARATORS:
        if sign not in head:
            continue
        widths = [len(cells) for _, cells in rows(head, sign) if any(cells)]
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        even = count / len(widths) if width > 1 else 0
        if even > evenness + 0.05:
            best, evenness = sign, even
    return best, evenness


def rows(text: str, sign: str, *, quoted: bool = False) -> Iterator[_Row]:
    """Read rows, each with the line it begins at; a quote that is never closed opens nothing.

    `quoted` says that quotes are surely meant as such, even between tabs.
    """
    if '"' not in text:
        for number, told in enumerate(text.split("\n"), 1):
            if told:
                yield number, told.split(sign)
    elif sign == "\t" and not quoted and _bare_tabs(text):
        for number, told in enumerate(text.split("\n"), 1):
            if told:
                yield number, [_unwrapped(cell) for cell in told.split("\t")]
    else:
        yield from _quoted(text, sign)


def _quoted(text: str, sign: str) -> Iterator[_Row]:
    """Read rows whose cells may be in quotes."""
    open_at = _unclosed(text, sign) if text.count('"') % 2 else 0
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    before = 0
    for cells in reader:
        if open_at and before + 1 >= open_at:
            break
        if cells:
            yield before + 1, cells
        before = reader.line_num
    if open_at:
        rest = "\n".join(text.split("\n")[before:])
        for number, row in enumerate(
            csv.reader(StringIO(rest), delimiter=sign, quoting=csv.QUOTE_NONE)
        ):
            if row:
                yield before + number + 1, row


def _unclosed(text: str, sign: str) -> int:
    """Find the line at which the row begins whose quote is not closed before the text ends."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=sign)
    before = last = 0
    for _ in reader:
        last, before = before, reader.line_num
    return last + 1 if before - last > 1 else 0


def _bare_tabs(text: str) -> bool:
    """Whether every line has as many tabs as the first: then no cell goes on in the next line."""
    counts = {row.count("\t") for row in text.split("\n") if row}
    return len(counts) == 1


def _unwrapped(cell: str) -> str:
    """Take the quotes off a cell that a spreadsheet has wrapped in them."""
    if len(cell) > 1 and cell[0] == '"' == cell[-1] and '"' not in cell[1:-1].replace('""', ""):
        return cell[1:-1].replace('""', '"')
    return cell
