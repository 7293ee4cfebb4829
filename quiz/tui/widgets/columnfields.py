"""Column fields: a row for each column of a table that is read, and one for its first row."""

from __future__ import annotations

from quiz.author.columns import ROLES, Columns
from quiz.core.text import Clean
from quiz.tui.plain import fit, oneline
from quiz.tui.widgets.field import Field

_HEADED = "headed"
_COLUMN = "column"
_FIRST_ROW = (("yes", Clean("a heading")), ("no", Clean("a question")))
_WORDS = tuple((role, Clean(word)) for role, word in ROLES.items())
_WIDEST = max(map(len, ROLES.values()))


def column_fields(columns: Columns, width: int, label: int) -> list[Field]:
    """What can be changed of how a table is read, each column with the first text in it."""
    first = Field(
        _HEADED, "First row is", _FIRST_ROW, "yes" if columns.headed else "no",
        note=_told(columns, width),
    )  # fmt: skip
    room = width - label - _WIDEST - 11
    return [first, *(_field(columns, n, label, room) for n in range(len(columns.roles)))]


def _told(columns: Columns, width: int) -> str:
    """What lacks, or the separator."""
    if columns.lacks:
        return f"no column is {columns.lacks}"
    return f"separated by {columns.separator}" if width >= 80 else columns.separator


def _field(columns: Columns, number: int, label: int, room: int) -> Field:
    """One column."""
    name = fit(oneline(columns.name(number)), label - 1).plain
    sample = oneline(columns.sample(number))
    note = fit(sample, min(room, sample.cell_length)).plain
    if columns.roles[number] != "-" and not columns.used(number):
        note = "there is one already"
    role = columns.roles[number]
    return Field(f"{_COLUMN}{number}", name, _WORDS, role, spin=True, note=note, least=_WIDEST)


def with_choice(columns: Columns, field: str, value: str) -> Columns | None:
    """Read the table with another value for one of these fields; None for any other field."""
    if field == _HEADED:
        return columns.with_heading(value == "yes")
    if field.startswith(_COLUMN):
        return columns.with_role(int(field.removeprefix(_COLUMN)), value)
    return None
