"""CSV and TSV: tables from spreadsheets, Quizlet and other programs; and tables of our own."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from quiz.author import table
from quiz.author.columnnames import could_be_names
from quiz.author.formats import Format, Found, Result, Skipped, Source, Told, Want, Written
from quiz.author.headings import chosen_roles, roles
from quiz.author.rows import Rows
from quiz.author.separated import SEPARATORS, rows, separator
from quiz.core.pack import Pack
from quiz.errors import Unreadable

_MARK = "\ufeff"  # without it, spreadsheets take UTF-8 for something else
_EVEN = 0.8
_AHEAD = 20
_FEW = 3
_FORMULA = re.compile(r"'*[=+@-]")
_GUARDED = re.compile(r"'+[=+@-]")
_FIGURE = re.compile(r"-?[\d.]+(e[+-]?\d+)?")


def looks(source: Source) -> int:
    """Lines with equally many cells; tabs are surer than commas."""
    if not source.text:
        return 0
    first = source.text.partition("\n")[0].split(",")
    if "kind" in first and "prompt" in first:
        return 96
    sign, even = separator(source.text)
    return 0 if even < _EVEN else 60 if sign == "\t" else 45 if even > 0.99 else 40


def read(source: Source) -> Iterator[Result]:
    """Read every row: a question with options where there are some, else a card."""
    sign, _ = separator(source.text)
    listed = rows(source.text, sign)
    ahead = list(islice(listed, _AHEAD))
    if not ahead:
        return
    first = [cell.strip() for cell in ahead[0][1]]
    body = chain(ahead, listed)
    if "kind" in first and "prompt" in first and not source.columns:
        next(body)
        yield from own_rows(first, body, guarded=True)
        return
    named = roles(first, [cells for _, cells in ahead[1:]])
    if source.columns:
        try:
            given = chosen_roles(source.columns, first)
        except ValueError as wrong:
            raise Unreadable("--columns cannot be used", str(wrong)) from wrong
        headed = named is not None or any("=" in column for column in source.columns)
    else:
        headed = named is not None
        given = named or ["prompt", "answer"]
    if headed:
        next(body)
    yield Told(f"separated by {SEPARATORS[sign]}; {_told(given, first if headed else [])}")
    if not headed and not source.columns and len(ahead) > _FEW and could_be_names(first):
        named_so = f"{first[0]}=prompt,{first[1]}=answer"
        yield Told(f"the first row is a question as well; if not, say --columns “{named_so}”")
    yield from Rows(given, first if headed else [], source).read(body)


def _told(given: list[str], headings: list[str]) -> str:
    """Say what became of each column."""
    named = [f"“{h}”" for h in headings] or [f"column {n}" for n in range(1, len(given) + 1)]
    kept = [f"{name} is {role}" for name, role in zip(named, given, strict=False) if role != "-"]
    left = [name for name, role in zip(named, given, strict=False) if role == "-"]
    rest = f"; left out: {', '.join(left[:6])}{' …' if left[6:] else ''}" if left else ""
    return ", ".join(kept) + rest


def own_rows(
    columns: list[str], body: Iterator[tuple[int, list[str]]], *, guarded: bool
) -> Iterator[Result]:
    """Read rows that were written by this program."""
    for line, row in body:
        named = {
            name: cell[1:] if guarded and cell[:1] == "'" and _GUARDED.match(cell) else cell
            for name, cell in zip(columns, row, strict=False)
        }
        fields = table.read(named)
        if isinstance(fields, str):
            yield Skipped(line, fields)
        else:
            origin = {"origin": {"id": fields["id"]}} if fields.get("id") else {}
            yield Found(line, fields | origin)


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001
    """Write a table with a column for all that any question of the pack says."""
    columns, listed, lost = table.table(pack)
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in table.in_order(columns, listed):
        writer.writerow([_guarded(cell) for cell in row])
    return Written({".csv": _MARK + out.getvalue()}, tuple(lost))


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) and not _FIGURE.fullmatch(cell) else cell


FORMAT = Format("csv", "CSV, TSV or Quizlet", looks, read, write)
