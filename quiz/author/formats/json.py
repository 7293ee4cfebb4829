"""JSON: a pack with all that it says, for other programs; and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from quiz.author.formats import (
    Fields,
    Format,
    Found,
    Head,
    Result,
    Skipped,
    Source,
    Want,
    Written,
)
from quiz.author.jsonparts import Item, Named, parts
from quiz.core.pack import Pack
from quiz.core.text import Clean, clean
from quiz.errors import Unreadable

_HEAD = (
    "title", "description", "version", "language", "license", "authors", "tags", "allow",
    "document",
)  # fmt: skip
_OURS = re.compile(r'"questions?"\s*:\s*\[')


def looks(source: Source) -> int:
    """An object with questions that have a kind."""
    there = source.text.lstrip()[:1] == "{" and '"kind"' in source.text
    return 90 if there and _OURS.search(source.text) else 0


def read(source: Source) -> Iterator[Result]:
    """Read the questions of a pack that was exported, or written so by another program."""
    head: Fields = {}
    given = False
    for part in parts(source.written, ("question", "questions")):
        if isinstance(part, Item):
            given = True
            yield _question(part)
        elif isinstance(part, Named):
            head |= {part.name: part.value} if part.name in _HEAD else {}
        elif given:
            yield Skipped(part.line, f"what follows cannot be read: {part.why}")
        else:
            raise _broken(source, f"line {part.line}: {part.why}")
    if not given:
        raise _broken(source, "there is no list of questions in it")
    yield Head(_cleaned(head))


def _question(item: Item) -> Result:
    fields = _cleaned(item.value)
    if not isinstance(fields, dict) or not isinstance(fields.get("prompt"), str):
        return Skipped(item.line, "it has no prompt")
    origin, name = fields.get("origin"), fields.get("id")
    kept = origin if isinstance(origin, dict) else {}
    fields["origin"] = {**({"id": name} if isinstance(name, str) else {}), **kept}
    return Found(item.line, fields)


def _cleaned(value: Any) -> Any:
    """Clean every text in what was parsed; what is null was not said."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {clean(name): _cleaned(each) for name, each in value.items() if each is not None}
    return value


def _broken(source: Source, why: str) -> Unreadable:
    return Unreadable(f"{source.name} cannot be read as JSON", Clean(why))


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001
    """Write all there is to say of a pack."""
    told = pack.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"questions"})
    listed = [
        {"kind": q.kind} | q.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for q in pack.questions
    ]
    text = json.dumps({**told, "question": listed}, ensure_ascii=False, indent=2)
    return Written({".json": text + "\n"})


FORMAT = Format("json", "JSON", looks, read, write)
