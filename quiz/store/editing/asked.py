"""Asked: the text of questions, changed as a whole; what is not changed keeps its bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.problem import Place
from quiz.store.editing.fieldtext import fresh, put, table
from quiz.store.editing.pieces import Pieces
from quiz.store.editing.publish import unquoted
from quiz.store.editing.tidy import question_fields


@lru_cache(maxsize=8192)
def parsed(text: str, at: Place = ("question", 0)) -> Mapping[str, Any]:
    """Parse a piece of a pack once, and give what it says at a place; for reading only."""
    return MappingProxyType(table(text, at))


def with_field(text: str, name: str, value: Any) -> str:
    """Set a field of a question where its kind has it; None takes it out."""
    kind = value if name == "kind" else parsed(text).get("kind", "")
    return put(text, name, value, question_fields(kinds().get(str(kind))))


def updated(text: str, fields: Mapping[str, Any]) -> str:
    """Set several fields, and keep all others."""
    order = question_fields(kinds().get(str(fields.get("kind", parsed(text).get("kind", "")))))
    for name, value in fields.items():
        text = put(text, name, value, order)
    return text


def recast(text: str, kind: str) -> str:
    """Make it a question of another kind; what that kind has no field for goes."""
    order = question_fields(kinds().get(kind))
    for name in parsed(text):
        if name not in order:
            text = put(text, name, None, order)
    return put(text, "kind", kind, order)


def accepted(text: str) -> str:
    """Make a draft a question: it is no mere proposal, and quotes no sentences any more."""
    return unquoted(with_field(text, "status", None))


def copied(text: str, id: str) -> str:
    """Give a question once more, under another id and without the comments above it."""
    bare = text[text.index("[[") :] if text.lstrip().startswith("#") else text
    return with_field(bare, "id", id)


def merged(pieces: Pieces, questions: Sequence[Mapping[str, Any]]) -> tuple[Pieces, int, int]:
    """Take in questions by their ids; also say how many are new, and how many changed."""
    there = {str(parsed(text).get("id")): i for i, text in enumerate(pieces.questions)}
    new, changed = [], 0
    for fields in questions:
        number = there.get(str(fields["id"]))
        if number is None:
            new.append(fresh(fields, pieces.line_end))
            continue
        part = pieces.questions[number]
        told = updated(part, fields)
        changed += told != part
        pieces = pieces.put(number, told) if told != part else pieces
    return (pieces.extend(new) if new else pieces), len(new), changed
