"""List a document in the head of a pack, below those that are listed there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quiz.core.pack import Pack
from quiz.errors import Unreadable
from quiz.store.editing.fieldtext import fresh, put, table
from quiz.store.editing.pieces import Pieces, cut, line_end
from quiz.store.editing.tidy import field_names
from quiz.store.spans import Spans

_WHERE = ("document",)


def with_document(head: str, fields: Mapping[str, Any]) -> str:
    """Give the head of a pack, known to be TOML, with one document more."""
    try:
        pieces = cut(head, _WHERE)
    except Unreadable:  # a list on one line
        listed = [*table(head, ()).get("document", ()), dict(fields)]
        return put(head, "document", listed, field_names(Pack), ())
    if not pieces.slots:  # the first one: below all that the pack says of itself
        last = max((told.end for told in Spans(head).tables()), default=0)
        at = line_end(head, last) if last else len(head)
        pieces = Pieces((head[:at], head[at:]), ())
    return pieces.extend([fresh(fields, pieces.line_end, "document")]).text
