"""FormWords: what is wrong with a question, said in the words of the form that it is written in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from quiz.author.blanks import Shape, blanks
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.problem import Problem
from quiz.core.text import Clean

_PLACE = re.compile(r"`([a-z_]+)(?:\[(\d+)\])?(?:\[(\d+)\])?`")
_TOO_MANY = re.compile(r"(?<=has more than )(\d+)$")
_LINED = ("lines", "rows")


def in_form(told: Problem) -> Problem:
    """Name fields by their labels, and what stands in a list by its line and part.

    Names that are no field's stay as they are, and so does what only a file can say.
    """
    if told.code == "unknown-field":
        return told
    message = _PLACE.sub(_spoken, told.message)
    found = _PLACE.match(told.message)
    if found and found[2] and _fields().get(found[1], ("", "line"))[1] == "rows":
        message = _TOO_MANY.sub(r"\1 parts", message)
    return replace(told, message=Clean(message))


def _spoken(place: re.Match[str]) -> str:
    """A place in a file, as a person finds it in the form."""
    name, item, part = place.groups()
    if name not in _fields():
        return place[0]
    label, shape = _fields()[name]
    if item is None:
        return label
    told = f"{label}, {'line' if shape in _LINED else 'number'} {item}"
    return f"{told}, part {part}" if part else told


@cache
def _fields() -> Mapping[str, tuple[str, Shape]]:
    """The label and the shape of every field that can be filled in."""
    models = (Pack, *kinds().values())
    return {blank.name: (blank.label, blank.shape) for each in models for blank in blanks(each)}
