"""JSON: a pack with all that it says, for other programs; and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from quiz.author.formats import Format, Found, Head, Result, Skipped, Source, Want, Written
from quiz.core.pack import Pack
from quiz.core.text import Clean, clean
from quiz.errors import Unreadable

_HEAD = ("title", "description", "version", "language", "license", "authors", "tags", "document")
_OURS = re.compile(r'"questions?"\s*:\s*\[')


def looks(source: Source) -> int:
    """An object with questions that have a kind."""
    there = source.text.lstrip()[:1] == "{" and '"kind"' in source.text
    return 90 if there and _OURS.search(source.text) else 0


def read(source: Source) -> Iterator[Result]:
    """Read the questions of a pack that was exported, or written so by another program."""
    try:
        told = json.loads(source.written)
    except RecursionError:
        raise _broken(source, "it is nested too deeply") from None
    except ValueError as wrong:
        raise _broken(source, str(wrong)) from None
    listed = told.get("question", told.get("questions")) if isinstance(told, dict) else told
    if not isinstance(listed, list):
        raise _broken(source, "there is no list of questions in it")
    if isinstance(told, dict):
        yield Head(_cleaned({name: told[name] for name in _HEAD if name in told}))
    for number, table in enumerate(listed, 1):
        fields = _cleaned(table)
        if not isinstance(fields, dict) or not isinstance(fields.get("prompt"), str):
            yield Skipped(number, "it has no prompt")
            continue
        origin = fields.get("origin")
        name = fields.get("id")
        kept = origin if isinstance(origin, dict) else {}
        fields["origin"] = {**({"id": name} if isinstance(name, str) else {}), **kept}
        yield Found(number, fields)


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
