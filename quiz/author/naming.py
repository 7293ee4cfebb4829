"""Ids for imported questions: those they had, else made of their words; the same each time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from quiz.author.compose import slug
from quiz.author.formats import Fields
from quiz.author.renewing import marks
from quiz.core.leaks import plain, telling

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORDS = 5
_Key = tuple[str, ...]


def name_all(questions: Sequence[Fields], there: Sequence[Mapping[str, Any]] = ()) -> list[str]:
    """Give an id to every question, in their order.

    A question that is among those that are there keeps its id: found by prompt and answer, or
    from the same file by what it said there, its original id, or its prompt. Others get the id they
    bring along, if it can be used, or one made of their prompt's telling words. Where two would be
    named alike, both get a mark made of all they say, so that no name depends on a file's order.
    """
    names: list[str | None] = [None] * len(questions)
    taken: set[str] = {str(table.get("id")) for table in there}
    free = list(there)
    for key in (_whole, _said, _origin, _said_prompt, _prompt):
        known: dict[_Key, list[str]] = {}
        for table in free:
            known.setdefault(key(table), []).append(str(table.get("id")))
        used: set[str] = set()
        for index, fields in enumerate(questions):
            ids = known.get(key(fields)) if names[index] is None and key(fields) else None
            if ids:
                names[index] = ids.pop(0)
                used.add(names[index] or "")
        free = [table for table in free if str(table.get("id")) not in used]
    wanted = [None if name else _wanted(q) for name, q in zip(names, questions, strict=True)]
    counts = Counter(name for name in wanted if name)
    used_up: Counter[str] = Counter()
    for index, name in enumerate(wanted):
        if name is None:
            continue
        if not name or counts[name] > 1 or name in taken:
            name = f"{name or 'q'}-{_mark(questions[index])}"
        told = name
        while told in taken:
            used_up[name] += 1
            told = f"{name}-{used_up[name] + 1}"
        names[index] = told
        taken.add(told)
    return [name or "" for name in names]


def _wanted(fields: Fields) -> str:
    """The id that a question brings along, or one made of its prompt; "" if neither can be."""
    own = fields.get("id") or fields.get("origin", {}).get("id", "")
    if own and len(own) <= 80 and _SLUG.fullmatch(own):
        return str(own)
    named = slug(own) if own and not own.isdigit() else ""
    return (
        named
        or slug(" ".join(list(telling(plain(fields["prompt"])))[:_WORDS]))
        or slug(fields["prompt"])
    )


def _mark(fields: Fields) -> str:
    """Six digits made of all that a question says."""
    said = {name: value for name, value in fields.items() if name not in ("origin", "id")}
    return sha256(repr(sorted(said.items())).encode()).hexdigest()[:6]


def _whole(fields: Mapping[str, Any]) -> _Key:
    answer = [fields.get(name) for name in ("answer", "answers", "pairs", "items", "entries")]
    return str(fields.get("prompt")), repr(answer)


def _said(fields: Mapping[str, Any]) -> _Key:
    told = marks(fields)
    return (*_file(fields), *(f"{name}:{made}" for name, made in told.items())) if told else ()


def _said_prompt(fields: Mapping[str, Any]) -> _Key:
    made = marks(fields).get("prompt")
    return (*_file(fields), made) if made else ()


def _file(fields: Mapping[str, Any]) -> _Key:
    origin = fields.get("origin")
    return (str(origin.get("file")),) if isinstance(origin, Mapping) else ()


def _origin(fields: Mapping[str, Any]) -> _Key:
    origin = fields.get("origin") or {}
    if not isinstance(origin, Mapping) or not origin.get("id"):
        return ()
    return str(origin.get("format")), str(origin.get("file")), str(origin["id"])


def _prompt(fields: Mapping[str, Any]) -> _Key:
    origin = fields.get("origin") or {}
    file = origin.get("file") if isinstance(origin, Mapping) else None
    return (str(file), str(fields.get("prompt"))) if file else ()
