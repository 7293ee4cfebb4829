"""The text of a pack that was imported: written anew, or added to with every comment kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quiz.author.renewing import renewed
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.store.editing.asked import parsed, updated
from quiz.store.editing.pieces import cut
from quiz.store.toml import parse

_WIDTH = 100
_FIRST = ("id", "kind", "prompt")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SHARED = [field.alias or name for name, field in Question.model_fields.items()]
Table = Mapping[str, Any]


def new_pack(head: Table, questions: Iterable[Table]) -> str:
    """Write a pack in canonical form."""
    order = [field.alias or name for name, field in Pack.model_fields.items()]
    listed = [name for name in order if name in head and name != "document"]
    rows = [_row(name, head[name]) for name in listed]
    blocks = [_table("document", told, list(told)) for told in head.get("document", ())]
    return "\n".join(["#:schema pack.schema.json", *rows, "", *blocks, *map(_block, questions)])


def _block(fields: Table) -> str:
    """Write a question."""
    return _table("question", fields, _ordered(fields))


def _table(name: str, fields: Table, order: Iterable[str]) -> str:
    """Write one of several tables."""
    return "\n".join([f"[[{name}]]", *(_row(each, fields[each]) for each in order), ""])


def _row(name: str, told: Any) -> str:
    return f"{name} = {value(told, len(name) + 3)}"


def _ordered(fields: Table) -> list[str]:
    """Put a question's fields into their order: what is asked, the kind's own, the rest."""
    model = kinds().get(str(fields.get("kind")))
    names = [f.alias or name for name, f in model.model_fields.items()] if model else []
    own = [name for name in names if name not in _SHARED]
    order = [*_FIRST, *own, *(name for name in _SHARED if name not in _FIRST)]
    return [name for name in order if name in fields]


def value(told: Any, column: int = 0) -> str:
    """Write a value; a list that does not fit on its line has a line for each item."""
    if isinstance(told, str):
        return json.dumps(told, ensure_ascii=False)
    if isinstance(told, bool):
        return "true" if told else "false"
    if isinstance(told, Mapping):
        pairs = (f"{_key(name)} = {value(each)}" for name, each in told.items())
        return f"{{ {', '.join(pairs)} }}" if told else "{}"
    if isinstance(told, Sequence):
        inside = [value(each) for each in told]
        row = f"[{', '.join(inside)}]"
        if not column or column + len(row) <= _WIDTH or not inside[1:]:
            return row
        return "\n".join(["[", *(f"  {item}," for item in inside), "]"])
    return repr(told)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Merged:
    """The new text of a pack (the old one if there is nothing new); how many were added, changed.

    `refused` could not be changed, since their author has made another kind of them.
    """

    text: str
    added: int
    changed: int
    refused: int


def merged(text: str, path: Path, questions: Sequence[Table]) -> Merged:
    """Add questions to a pack and bring those up to date that have their id in it already.

    What has not changed in the file stays as it stands, and every comment does.
    """
    pieces = cut(text)
    parts = pieces.questions
    tables = [parsed(part) for part in parts]
    numbers = {str(table.get("id")): number for number, table in enumerate(tables)}
    added, changed, refused = list[str](), 0, 0
    texts = dict[int, str]()
    for fields in questions:
        number = numbers.get(str(fields["id"]))
        if number is None:
            added.append(_block(fields).replace("\n", pieces.line_end))
            continue
        told = renewed(tables[number], fields)
        changed += bool(told.changes.keys() - {"origin"})
        refused += bool(told.refused)
        if told.changes:
            texts[number] = updated(parts[number], told.changes)
    for number, part in texts.items():
        pieces = pieces.put(number, part)
    pieces = pieces.extend(added) if added else pieces
    parse(pieces.text, path)
    return Merged(pieces.text, len(added), changed, refused)
