"""What every export needs: a question's fields as its pack says them, and what was not held."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from quiz.author.formats import Fields, Format, Lost, Want, Written, formats
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.errors import NotFound

_HEAD = {"description", "version", "language", "license", "authors", "tags", "allow", "document"}


def export(pack: Pack, form: Format, want: Want) -> Written:
    """Write a pack in a foreign format; raises NotFound for one that can only be read."""
    if form.write is None:
        there = ", ".join(f.name for f in formats().values() if f.write)
        raise NotFound(f"There is no export to “{form.name}”", f"there are {there}")
    return form.write(pack, want)


def fields(question: Question) -> Fields:
    """Give the fields of a question that say anything, as they stand in a pack."""
    told = question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"kind": question.kind, **told}


def in_place(told: Fields) -> list[str]:
    """Give the options of a choice in the order in which they are kept, or the answer first."""
    before = told.get("place", 1) - 1
    return [*told["distractors"][:before], told["answer"], *told["distractors"][before:]]


def unheld(told: Mapping[str, Any], held: Collection[str]) -> Iterator[Lost]:
    """Name the fields of a question that a format has no place for."""
    return (Lost(told["id"], name) for name in told if name not in held)


def head_lost(pack: Pack, held: Collection[str] = ()) -> Iterator[Lost]:
    """Name the fields of a pack's head that a format has no place for."""
    told = pack.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"questions"})
    return (Lost("", name) for name in told if name in _HEAD and name not in held)


def figure(value: float) -> str:
    """Write a number so that it is read as the same one."""
    return str(value) if isinstance(value, int) else repr(value)
