"""Blanks: the fields of a kind as a person fills them in, made from its model alone.

Every blank turns a value into the text that is edited, and that text into a value again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from quiz.core.question import Part, Question
from quiz.core.text import Clean, clean, line

Shape = Literal[
    "line", "text", "figure", "one-of", "words", "lines", "rows", "notes", "cites", "told"
]  # fmt: skip
"""What is typed: one line, several lines of text, a number, one of some words, words between
commas, a text per line, parts between bars on each line, or a text and its note on each line.
Citations are chosen part by part; what is told is only read."""

_LEFT_OUT = frozenset({"format", "id", "kind", "question", "document", "allow"})
_BAR = re.compile(r"(?<!\\)\|")
_LONGEST_LINE = 600
_MANY = 9
_UNSAID = "-"


@dataclass(frozen=True, slots=True)
class Blank:
    """A field to be filled in.

    `about` says what belongs there; `values` are those of a blank that offers some words, each
    with its word; `default` is what it means to leave it out; `single` says that one part on a
    line stands by itself, and is no list.
    """

    name: str
    about: Clean
    shape: Shape
    required: bool
    values: tuple[tuple[Any, str], ...] = ()
    default: Any = None
    single: bool = False

    @property
    def label(self) -> str:
        """The field's name as a person reads it."""
        return self.name.replace("_", " ").capitalize()

    def shown(self, value: Any) -> Clean:
        """Give a value as the text to be edited; what is not of this shape, as it is."""
        if value is None:
            value = self.default
        if self.shape == "one-of":
            return clean(next((word for known, word in self.values if known == value), str(value)))
        if value is None:
            return Clean("")
        if self.shape == "words" and isinstance(value, list):
            return line(", ".join(map(str, value)))
        if self.shape == "told" and isinstance(value, Mapping):
            return line(", ".join(f"{name} {part}" for name, part in value.items()))
        if self.shape == "notes" and isinstance(value, Mapping):
            return clean("\n".join(row(pair) for pair in value.items()))
        if self.shape in ("lines", "rows") and isinstance(value, list):
            return clean("\n".join(self._line(item) for item in value))
        return clean(str(value)) if self.shape == "text" else line(str(value))

    def _line(self, item: Any) -> str:
        """One item on its line."""
        if self.shape == "lines":
            return line(str(item))
        return row(item if isinstance(item, list) else [item])

    def read(self, text: str) -> Any:
        """Give the value that a text means; None where nothing is to be said."""
        value = self._value(text)
        return None if not self.required and value == self.default else value

    def _value(self, text: str) -> Any:
        if self.shape == "one-of":
            return next((value for value, word in self.values if word == text), None)
        if self.shape == "text":
            return clean(text).strip() or None
        if self.shape == "figure":
            return figure(line(text))
        if self.shape == "line":
            return line(text) or None
        if self.shape == "words":
            return [word for part in text.split(",") if (word := line(part))] or None
        lines = [told for part in clean(text).split("\n") if (told := line(part))]
        if self.shape == "lines":
            return lines or None
        listed = [parts(told) for told in lines]
        if self.shape == "notes":
            return {each[0]: " | ".join(each[1:]) for each in listed} or None
        return [each[0] if self.single and not each[1:] else each for each in listed] or None


@cache
def blanks(model: type[Part]) -> tuple[Blank, ...]:
    """List what can be filled in of a model: its own fields first, then what all questions have.

    What no blank can hold is left out, and stays in the file as it is.
    """
    schema = model.model_json_schema()
    needed = frozenset(schema.get("required", ()))
    shared = Question.model_fields if issubclass(model, Question) else {}
    order = ["prompt", *(name for name in schema["properties"] if name not in shared), *shared]
    found = (
        _blank(name, schema["properties"][name], required=name in needed)
        for name in order
        if name in schema["properties"] and name not in _LEFT_OUT
    )
    return tuple({blank.name: blank for blank in found if blank}.values())


def _blank(name: str, schema: Mapping[str, Any], *, required: bool) -> Blank | None:
    """Make the blank of a field; None where there is no way to fill it in."""
    told = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    inner = told[0] if told else schema
    while "anyOf" in inner:  # a number is an integer or a float
        inner = inner["anyOf"][0]
    default = schema.get("default")
    values = _values(inner, empty=not required and default is None)
    shape = "one-of" if values else _shape(inner)
    if shape is None:
        return None
    single = shape == "rows" and "anyOf" in inner["items"]
    about = clean(schema.get("description", ""))
    if inner.get("type") in ("array", "object") and default is None:
        default = None if required else {"array": [], "object": {}}[inner["type"]]
    return Blank(name, about, shape, required, values, default, single)


def _values(schema: Mapping[str, Any], *, empty: bool) -> tuple[tuple[Any, str], ...]:
    """The values of a field that offers only some."""
    if schema.get("type") == "boolean":
        return ((True, "true"), (False, "false"))
    low, high = schema.get("minimum"), schema.get("maximum")
    values: Sequence[Any] = schema.get("enum", ())
    if schema.get("type") == "integer" and low is not None and high is not None:
        values = range(low, high + 1) if high - low < _MANY else ()
    listed = tuple((value, str(value)) for value in values)
    return ((None, _UNSAID), *listed) if listed and empty else listed


def _shape(schema: Mapping[str, Any]) -> Shape | None:
    """The shape of what is typed."""
    kind = schema.get("type")
    if "$ref" in schema:
        return "told"
    if kind == "string":
        return "text" if schema.get("maxLength", 0) > _LONGEST_LINE else "line"
    if kind in ("integer", "number"):
        return "figure"
    if kind == "array":
        items = schema.get("items", {})
        if "$ref" in items:
            return "cites"
        if items.get("type") == "string":
            return "words" if "pattern" in items else "lines"
        return "rows" if "anyOf" in items or items.get("type") == "array" else None
    texts = schema.get("additionalProperties")
    return "notes" if isinstance(texts, Mapping) and texts.get("type") == "string" else None


def figure(text: str) -> Any:
    """Read a number; what is none stays a text, for the check to object to."""
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            continue
    return text or None


def row(told: Sequence[Any]) -> str:
    """Write parts on one line, with bars between them."""
    return " | ".join(line(str(part)).replace("|", "\\|") for part in told)


def parts(row: str) -> list[str]:
    """Read the parts of a line."""
    return [line(part.replace("\\|", "|")) for part in _BAR.split(row)]
