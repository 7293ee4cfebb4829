"""Importing again: what has changed in the file changes in the pack, and nothing else does.

Every imported question keeps marks of what each of its fields was in the file. A later import
compares: a field that is there as it was is left as it stands in the pack, whatever its author has
made of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from quiz.author.formats import Fields
from quiz.core.text import Clean, fold

_APART = frozenset({"id", "origin", "license"})
_MOST = 20
_RIGHT = ("answer", "answers")
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Renewed:
    """What an import changes in a question: fields with what they become, None for none.

    `refused` are those that have changed in the file, and that the question cannot take any more,
    since its author has made another kind of it.
    """

    changes: dict[str, Any]
    refused: tuple[str, ...] = ()


def mark(value: Any) -> str:
    """Eight digits made of a value."""
    told = value if isinstance(value, str) else json.dumps(value, sort_keys=True, default=str)
    return f"{crc32(told.encode('utf-8', 'surrogatepass')):08x}"


def said(fields: Fields, *, borrowed: bool) -> Clean:
    """Mark every field that a file has said of a question; borrowed options it has not."""
    apart = _APART | {"distractors"} if borrowed else _APART
    names = [name for name in fields if name not in apart and name.isidentifier()][:_MOST]
    return Clean(" ".join(f"{name}:{mark(fields[name])}" for name in names))


def marks(table: Table) -> dict[str, str]:
    """Give the marks that a question keeps; none if it was never imported, or elsewhere."""
    origin = table.get("origin")
    told = origin.get("said") if isinstance(origin, Mapping) else None
    pairs = (each.partition(":") for each in str(told or "").split())
    return {name: made for name, _, made in pairs}


def same_file(old: Table, new: Table) -> bool:
    """Whether two questions are from files of one name and format."""
    origins = (old.get("origin"), new.get("origin"))
    before, now = (o if isinstance(o, Mapping) else {} for o in origins)
    return bool(before) and all(before.get(n) == now.get(n) for n in ("format", "file"))


def renewed(old: Table, new: Table) -> Renewed:
    """Say what an import changes in a question: `old` is what the pack says, `new` what came in.

    Without marks of this very file only what lacks is added.
    """
    before, now = marks(old), marks(new)
    told = {name: each for name, each in new.items() if name not in _APART}
    if not (before and same_file(old, new)):
        changes = {name: each for name, each in told.items() if name not in old}
    else:
        changes = _changed(old, told, before, now)
    taken = _sound(old, told, changes)
    refused = tuple(name for name in changes if name not in taken)
    kept = {name: made for name, made in before.items() if name in refused}
    if same_file(old, new) and before != {**now, **kept}:
        marked = " ".join(f"{name}:{made}" for name, made in {**now, **kept}.items())
        taken["origin"] = {**old["origin"], **new["origin"], "said": marked}
    return Renewed(taken, refused if before else ())


def _changed(
    old: Table, told: Table, before: Mapping[str, str], now: Mapping[str, str]
) -> dict[str, Any]:
    """Compare field by field what a file said and says."""
    recast = before.get("kind") != now.get("kind")
    changes: dict[str, Any] = {}
    for name, each in told.items():
        other = before.get(name) != now[name] if name in now else False
        if (other or (recast and name not in old)) and old.get(name) != each:
            changes[name] = each
    for name in before:  # gone from the file: it goes here, unless somebody has changed it
        if name not in told and name in old and mark(old[name]) == before[name]:
            changes[name] = None
    if "distractors" in told and "distractors" in old and "distractors" not in {**now, **changes}:
        right = {fold(text) for n in _RIGHT for text in _texts(changes.get(n))}
        kept = [text for text in _texts(old["distractors"]) if fold(text) not in right]
        if len(kept) < len(old["distractors"]):
            changes["distractors"] = kept or told["distractors"]
    return changes


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list | tuple) else [value]
    return [text for text in listed if isinstance(text, str)]


def _sound(old: Table, told: Table, changes: dict[str, Any]) -> dict[str, Any]:
    """Take back changes after which no kind would hold the question: its author made it another."""
    if not changes:
        return changes
    from quiz.core.kinds import kinds
    from quiz.core.question import Question

    if "kind" not in changes and not _holds(old, {}):
        return changes  # it could not be played before, and is mended by hand
    shared = {field.alias or name for name, field in Question.model_fields.items()}
    model = kinds().get(str(changes.get("kind")))
    if model is not None:
        own = {field.alias or name for name, field in model.model_fields.items()}
        changes = {name: each for name, each in changes.items() if name in own}
        changes |= {name: each for name, each in told.items() if name not in old}
        changes |= {name: None for name in old if name not in own}
    for tried in (changes, {name: each for name, each in changes.items() if name in shared}):
        if _holds(old, tried):
            return tried
    return {}


def _holds(old: Table, changes: Table) -> bool:
    """Whether a question that is changed so can be played."""
    from quiz.core.kinds import kinds

    after = {**old, **changes, "id": old.get("id", "q")}
    model = kinds().get(str(after.get("kind")))
    try:
        told = {name: each for name, each in after.items() if each is not None}
        return model is not None and bool(model.model_validate(told))
    except ValueError:  # pydantic's own error, which only the models import
        return False
