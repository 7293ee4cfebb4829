"""The text of a pack that was imported: written anew, or added to with every comment kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.errors import QuizError
from quiz.store.statements import Statement, read
from quiz.store.tidy import tidy
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


def merged(text: str, path: Path, questions: Sequence[Table]) -> tuple[str, int, int]:
    """Add questions to a pack and bring those up to date that have their id in it already.

    What an import does not say stays: explanations, tags and comments that somebody has added.
    Gives the new text (the old one if there is nothing new), and how many were added and changed.
    """
    there = _tables(parse(text, path))
    by_id = {str(table.get("id")): table for table in there}
    changes = {
        str(fields["id"]): _changes(by_id[str(fields["id"])], fields)
        for fields in questions
        if str(fields["id"]) in by_id
    }
    changes = {name: told for name, told in changes.items() if told}
    added = [fields for fields in questions if str(fields["id"]) not in by_id]
    if not changes and not added:
        return text, 0, 0
    told = _changed(text, path, there, changes) if changes else text.rstrip("\n") + "\n"
    told = "\n".join([told, *map(_block, added)])
    return tidy(told, path), len(added), len(changes)


def _tables(data: Table) -> list[Table]:
    listed = data.get("question", [])
    return (
        [table for table in listed if isinstance(table, dict)] if isinstance(listed, list) else []
    )


def _changes(old: Table, new: Table) -> dict[str, Any]:
    """Give the fields that are new or other, and None for those that the kind has no more."""
    told = {name: each for name, each in new.items() if name not in ("id", "origin", "license")}
    changed = {name: each for name, each in told.items() if old.get(name) != each}
    if changed and old.get("kind") != new.get("kind"):
        changed |= {name: None for name in old if name not in _SHARED and name not in new}
    return changed


def _changed(text: str, path: Path, there: Sequence[Table], changes: Mapping[str, Table]) -> str:
    """Write a pack again with other values in some fields; spacing is left to `tidy`."""
    banner, statements, rest = read(text)
    if sum(s.header and s.parts == ("question",) for s in statements) != len(there):
        raise QuizError(
            f"{path.name} cannot be added to",
            "its questions are not written as [[question]] tables",
            "Import into a new pack with -o, or write them so.",
        )
    rows = list(banner)
    for group in _groups(statements):
        rows += _written(group, changes)
    return "\n".join([*rows, "", *rest, ""])


def _groups(statements: Sequence[Statement]) -> Iterator[list[Statement]]:
    """Split statements before every table, sub-tables staying with theirs."""
    group: list[Statement] = []
    for statement in statements:
        if statement.header and (len(statement.parts) == 1 or not group) and group:
            yield group
            group = []
        group.append(statement)
    if group:
        yield group


def _written(group: Sequence[Statement], changes: Mapping[str, Table]) -> Iterator[str]:
    """Write a table, with its changes if it is a question that has some."""
    name = next((s.value.strip("\"'") for s in group if s.parts == ("id",)), "")
    asked = group[0].header and group[0].parts == ("question",)
    todo = dict(changes.get(name, {})) if asked else {}
    inside = ""
    pending = list(todo)
    for statement in group:
        if statement.header:
            if len(statement.parts) > 1 and pending:
                yield from _fresh(todo, pending)
                pending = []
            inside = statement.parts[1] if len(statement.parts) > 1 else ""
            yield ""
        if inside in todo if inside else statement.parts[0] in todo and not statement.header:
            yield from statement.lead
            continue
        yield from (*statement.lead, statement.text)
    yield from _fresh(todo, pending)


def _fresh(todo: Table, names: Iterable[str]) -> Iterator[str]:
    """Write the fields that are new or other."""
    return (f"{name} = {value(todo[name])}" for name in names if todo[name] is not None)
