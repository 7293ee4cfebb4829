"""Anki: notes as text with # lines at its head, and packed decks."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from quiz.author import table
from quiz.author.ankinotes import card, shared
from quiz.author.formats import Format, Result, Source, Want, Written
from quiz.author.formats.csv import own_rows
from quiz.author.separated import rows, separator
from quiz.core.pack import Pack

_ARCHIVE = b"PK\x03\x04"
_WORDS = ("separator", "html", "tags", "columns", "notetype", "deck", "guid")
_SIGNS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "colon": ":",
    "space": " ",
}


def looks(source: Source) -> int:
    """A deck, or a text whose first line is one of Anki's own."""
    if source.raw.startswith(_ARCHIVE):
        return 99
    word = source.text.partition(":")[0].removeprefix("#").split(" ")[0].casefold()
    return 97 if source.text.startswith("#") and word in _WORDS else 0


def read(source: Source) -> Iterator[Result]:
    """Read the notes."""
    if source.raw.startswith(_ARCHIVE):
        from quiz.author.ankideck import notes

        yield from notes(source)
        return
    yield from _text(source)


def _text(source: Source) -> Iterator[Result]:
    """Read the lines at the head, then a note from each row."""
    told: dict[str, str] = {}
    start = 0
    lines = source.text.split("\n")
    while start < len(lines) and lines[start].startswith("#"):
        name, _, value = lines[start][1:].partition(":")
        told[name.strip().casefold()] = value
        start += 1
    body = "\n".join(lines[start:])
    named = told.get("separator", "").strip()
    sign = _SIGNS.get(named.casefold(), named[:1].strip('"')) or separator(body)[0]
    listed = ((number + start, row) for number, row in rows(body, sign, quoted=True))
    columns = told.get("columns", "").split(sign)
    if "kind" in columns and "prompt" in columns:
        yield from own_rows(columns, listed, guarded=False)
        return
    html = {"true": True, "false": False}.get(told.get("html", "").strip().casefold())
    apart = {name: _column(told, name) for name in ("tags", "guid", "deck", "notetype")}
    for line, row in listed:
        fields = [text for i, text in enumerate(row) if i not in apart.values()]
        front, back, *rest = [*fields, "", ""]
        more = shared(_at(row, apart["guid"]), _at(row, apart["tags"]) or told.get("tags", ""))
        extra = "\n".join(text for text in rest if text.strip())
        yield from card(line, front, back, extra, more, html=html)


def _column(told: dict[str, str], name: str) -> int:
    """Find the place of a column that is no field; -1 if there is none."""
    value = told.get(f"{name} column", "").strip()
    return int(value) - 1 if value.isdecimal() and len(value) < 4 else -1


def _at(row: list[str], index: int) -> str:
    return row[index] if 0 <= index < len(row) else ""


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001
    """Write notes whose fields are named: prompt in front, answer behind, the rest beside."""
    columns, listed, lost = table.table(pack)
    out = StringIO(newline="")
    head = ["#separator:tab", "#html:false", f"#columns:{chr(9).join(columns)}"]
    head.append(f"#guid column:{columns.index('id') + 1}" if "id" in columns else "")
    head.append(f"#tags column:{columns.index('tags') + 1}" if "tags" in columns else "")
    out.write("".join(f"{row}\n" for row in head if row))
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(table.in_order(columns, listed))
    return Written({".txt": out.getvalue()}, tuple(lost))


FORMAT = Format("anki", "Anki", looks, read, write)
