"""A question as a row of cells, and back: how tables hold every kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quiz.author.exporting import fields, figure, head_lost
from quiz.author.formats import Fields, Lost
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.core.text import Clean

WRONG = "distractor "
"""What the columns of wrong options are called, with a number behind."""
_LISTS = ("answers", "accept", "almost", "reject", "items", "clues", "hints")
_NUMBERS = ("tolerance", "low", "high", "difficulty", "need", "place")
_FLAGS = ("fixed", "closest")
_TEXTS = ("explanation", "match", "unit", "by", "status", "license", "author")
_ROWS = ("pairs", "entries", "notes")
_FIRST = ("id", "prompt", "answer", "explanation", "tags", "kind")
_ANSWERED = ("choice", "short-answer", "clues", "number", "true-false")
COLUMNS = frozenset((*_FIRST, *_LISTS, *_NUMBERS, *_FLAGS, *_TEXTS, *_ROWS))
"""Every column that there can be, but for those of wrong options."""
_HELD = COLUMNS | {"distractors"}


def table(pack: Pack) -> tuple[list[str], list[dict[str, str]], list[Lost]]:
    """Give the columns that a pack needs, its rows, and what has no column."""
    lost = list(head_lost(pack))
    rows = []
    for question in pack.questions:
        told = fields(question)
        rows.append(cells(question, told))
        lost += (Lost(question.id, name) for name in told if name not in _HELD)
    used = {name for row in rows for name in row}
    rest = [name for name in sorted(used) if name not in _FIRST]
    columns = [name for name in _FIRST if name in used or name in ("prompt", "answer", "kind")]
    return columns + rest, rows, lost


def cells(question: Question, told: Mapping[str, Any]) -> dict[str, str]:
    """Write a question's fields as cells; lists have a line for each of their texts."""
    row = {name: str(told[name]) for name in ("id", "kind", "prompt", *_TEXTS) if name in told}
    row |= {name: "\n".join(told[name]) for name in _LISTS if name in told}
    row |= {name: figure(told[name]) for name in _NUMBERS if name in told}
    row |= {name: "yes" for name in _FLAGS if told.get(name)}
    if "tags" in told:
        row["tags"] = " ".join(told["tags"])
    for number, text in enumerate(told.get("distractors", ()), 1):
        row[f"{WRONG}{number}"] = text
    for name in _ROWS:
        if name in told:
            listed = told[name].items() if name == "notes" else told[name]
            row[name] = "\n".join(e if isinstance(e, str) else "\t".join(e) for e in listed)
    answer = told.get("answer")
    row["answer"] = (
        question.expected()
        if not isinstance(answer, int | float) or isinstance(answer, bool)
        else figure(answer)
    )
    return row


def read(row: Mapping[str, str]) -> Fields | str:
    """Read a row that was written so; or say why it cannot be read."""
    kind = row.get("kind", "")
    told: Fields = {"kind": kind, "prompt": row.get("prompt", "")}
    try:
        if kind in _ANSWERED:
            told["answer"] = _answer(kind, row.get("answer", ""))
        told |= {name: _number(row[name]) for name in _NUMBERS if row.get(name)}
    except ValueError:
        return "a number was expected"
    told |= {name: Clean(row[name]) for name in ("id", *_TEXTS) if row.get(name)}
    told |= {name: row[name].split("\n") for name in _LISTS if row.get(name)}
    told |= {name: row[name] == "yes" for name in _FLAGS if row.get(name)}
    if row.get("tags"):
        told["tags"] = row["tags"].split()
    wrong = [text for name, text in row.items() if name.startswith(WRONG) and text]
    if wrong:
        told["distractors"] = wrong
    if row.get("pairs"):
        told["pairs"] = list(_split(row["pairs"]))
    if row.get("notes"):
        told["notes"] = {note[0]: note[-1] for note in _split(row["notes"])}
    if row.get("entries"):
        told["entries"] = [e if e[1:] else e[0] for e in _split(row["entries"])]
    return told


def _split(cell: str) -> Iterable[list[str]]:
    return (each.split("\t") for each in cell.split("\n"))


def _answer(kind: str, cell: str) -> Any:
    if kind == "number":
        return _number(cell)
    return cell.casefold() in ("true", "yes", "1") if kind == "true-false" else Clean(cell)


def _number(cell: str) -> int | float:
    return int(cell) if cell.lstrip("+-").isdigit() else float(cell)


def in_order(columns: list[str], rows: Iterable[Mapping[str, str]]) -> Iterator[list[str]]:
    """Give the cells of rows in the order of columns."""
    return ([row.get(name, "") for name in columns] for row in rows)
