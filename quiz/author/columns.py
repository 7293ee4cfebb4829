"""Columns: how somebody's table is read, and another way to read it that a person chooses."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from quiz.author.formats import Result, Source
from quiz.author.headings import roles
from quiz.author.rows import Rows
from quiz.author.separated import SEPARATORS, rows, separator
from quiz.core.text import Clean, line
from quiz.errors import Unreadable

UNUSED = "-"
"""The role of a column that is left out."""
ROLES: dict[str, str] = {
    UNUSED: "not used",
    "prompt": "Question",
    "answer": "Answer",
    "distractor": "Wrong answer",
    "accept": "Also right",
    "explanation": "Explanation",
    "hints": "Hints",
    "tags": "Tags",
    "difficulty": "Difficulty",
    "option": "Option",
    "correct": "Right option",
    "id": "Its id",
    "author": "Author",
    "license": "Licence",
}
"""What a column can be, in a person's words, and in the order in which they are offered."""
_ONCE = frozenset({"prompt", "answer", "correct", "explanation", "difficulty", "id"})
_AHEAD = 20
_MOST = 60
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """A reading of a table: whether its first row is a heading, and what each column is.

    `first` are the cells of that row, `second` what stands below them.
    """

    sign: str
    first: tuple[Clean, ...]
    second: tuple[Clean, ...]
    headed: bool
    roles: tuple[str, ...]

    @property
    def separator(self) -> str:
        """What separates the cells, in a word."""
        return SEPARATORS[self.sign]

    def name(self, number: int) -> Clean:
        """What a column is called: its heading, else its number."""
        return (self.first[number] if self.headed else Clean("")) or Clean(f"column {number + 1}")

    def sample(self, number: int) -> Clean:
        """The first text of a column."""
        here = "" if self.headed else self.first[number]
        return Clean(here or self.second[number])

    def with_role(self, number: int, role: str) -> Columns:
        """Read a column as something else."""
        told = (*self.roles[:number], role, *self.roles[number + 1 :])
        return replace(self, roles=told)

    def with_heading(self, headed: bool) -> Columns:
        """Take the first row for a heading, or for a question."""
        return replace(self, headed=headed)

    def used(self, number: int) -> bool:
        """Whether a column is used: where two say that they are the question, the first one is."""
        role = self.roles[number]
        return role != UNUSED and not (role in _ONCE and role in self.roles[:number])

    @property
    def lacks(self) -> str:
        """What no column is, although it is needed; "" if nothing lacks."""
        if "prompt" not in self.roles:
            return "the question"
        if "option" in self.roles:
            return "" if "correct" in self.roles else "the right option"
        return "" if "answer" in self.roles else "the answer"


def columns(source: Source) -> Columns | None:
    """Say how a table is read by itself; None for one of our own, which says all there is."""
    sign, _ = separator(source.text)
    try:
        ahead = [cells for _, cells in islice(rows(source.text, sign), _AHEAD)]
    except csv.Error:
        return None
    many = min(_MOST, max(map(len, ahead), default=0))
    first = [cell.strip() for cell in ahead[0]] if ahead else []
    if many < 2 or ("kind" in first and "prompt" in first):
        return None
    named = roles(first, ahead[1:])
    given = [*(named or ["prompt", "answer"]), *[UNUSED] * many][:many]
    below = (next((row[n] for row in ahead[1:] if row[n : n + 1] != [""] and n < len(row)), "")
             for n in range(many))  # fmt: skip
    cells = [line(cell) for cell in [*first, *[""] * many][:many]]
    told = tuple(line(cell[:_SAMPLE]) for cell in below)
    return Columns(sign, tuple(cells), told, named is not None, tuple(given))


def read(source: Source, chosen: Columns) -> Iterator[Result]:
    """Read a table as somebody has chosen; nothing, while what is needed lacks."""
    if chosen.lacks:
        return
    used = [role if chosen.used(n) else UNUSED for n, role in enumerate(chosen.roles)]
    body = rows(source.text, chosen.sign)
    try:
        if chosen.headed:
            next(body, None)
        yield from Rows(used, chosen.first if chosen.headed else (), source).read(body)
    except csv.Error as wrong:
        raise Unreadable(f"{source.name} cannot be read as a table", str(wrong)) from wrong
