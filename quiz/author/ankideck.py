"""Anki's packed decks: the notes in the database of an .apkg file, which is never written out."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

from quiz.author.ankinotes import card, shared
from quiz.author.archive import member
from quiz.author.formats import Result, Skipped, Source
from quiz.errors import Unreadable

_NEWEST = "collection.anki21b"
_WANTED = (_NEWEST, "collection.anki21", "collection.anki2")
_SIGN = b"SQLite format 3\0"
_NOTES = 1_000_000
_STEPS = 1_000_000
_PATIENCE = 400
_PLACE = re.compile(r"\{\{(?:[^{}]*:)?([^{}#/^:]+)\}\}")


def notes(source: Source) -> Iterator[Result]:
    """Give what the notes of a deck ask; raises Unreadable where it is none."""
    found = member(source.name, source.raw, _WANTED)
    if found is None:
        raise Unreadable(f"{source.name} is no Anki deck", "there is no collection in it")
    name, content = found
    if name == _NEWEST:
        raise Unreadable(
            f"{source.name} is packed in Anki's newest way",
            hint="Export it again with “Support older Anki versions” ticked, or as text.",
        )
    if not content.startswith(_SIGN):
        raise Unreadable(f"{source.name} is no Anki deck", "its collection is no database")
    with sqlite3.connect(":memory:") as base:
        try:
            base.deserialize(content)
            yield from _notes(base)
        except sqlite3.Error as wrong:
            raise Unreadable(f"{source.name} cannot be read", f"its collection: {wrong}") from wrong
    base.close()


def _notes(base: sqlite3.Connection) -> Iterator[Result]:
    """Read the notes, and nothing that only poses as a table of them."""
    spent = iter(range(_PATIENCE))
    base.set_progress_handler(lambda: next(spent, None) is None, _STEPS)
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA query_only = ON")
    sorts = dict(base.execute("SELECT name, type FROM sqlite_master").fetchall())
    if sorts.get("notes") != "table" or sorts.get("col") != "table":
        raise sqlite3.DatabaseError("there are no notes in it")
    models = _models(base)
    rows = base.execute("SELECT guid, mid, tags, flds FROM notes ORDER BY id LIMIT ?", (_NOTES,))
    for number, (guid, model, labels, told) in enumerate(rows, 1):
        if not isinstance(told, str):
            yield Skipped(number, "its fields are no text")
            continue
        texts = told.split("\x1f")
        front, back = models.get(str(model), (0, 1))
        asked = texts[front] if front < len(texts) else ""
        answer = texts[back] if back < len(texts) else ""
        rest = [text for i, text in enumerate(texts) if i not in (front, back) and text.strip()]
        more = shared(str(guid), str(labels))
        yield from card(number, asked, answer, "<br>".join(rest), more, html=True)


def _models(base: sqlite3.Connection) -> Mapping[str, tuple[int, int]]:
    """Find out which fields of each sort of note ask and answer."""
    row = base.execute("SELECT models FROM col LIMIT 1").fetchone()
    try:
        told = json.loads(row[0]) if row and isinstance(row[0], str) and row[0] else {}
    except (ValueError, RecursionError):
        return {}
    found: dict[str, tuple[int, int]] = {}
    for name, model in told.items() if isinstance(told, dict) else ():
        try:
            found[str(name)] = _sides(model)
        except (KeyError, TypeError, IndexError, AttributeError, ValueError):
            continue  # a sort of note without fields or templates: the first two fields will do
    return found


def _sides(model: Any) -> tuple[int, int]:
    """Find the fields on the front and on the back of a note's first card."""
    names = [each["name"] for each in model["flds"]]
    template = model["tmpls"][0]
    front = next(
        (n.strip() for n in _PLACE.findall(template["qfmt"]) if n.strip() in names), names[0]
    )
    backs = [n.strip() for n in _PLACE.findall(template["afmt"])]
    back = next((n for n in backs if n in names and n != front), None)
    at = names.index(front)
    return at, names.index(back) if back else at + 1
