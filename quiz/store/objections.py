"""What the models object to in a pack, in an author's words and at an author's places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.pack import FORMAT, Allow, Document, Pack
from quiz.core.problem import Place, Problem, problem
from quiz.core.question import Citation, Origin, Part

_TABLES: Mapping[str, type[Part]] = {
    "document": Document,
    "allow": Allow,
    "cite": Citation,
    "origin": Origin,
}
_PATTERNS = {
    "published": "a year, a month or a day, such as 2025, 2025-04 or 2025-04-11",
    "sha256": "64 hexadecimal digits",
    "sentence": "16 to 64 hexadecimal digits",
}
_SLUG = "lower-case letters and digits, joined by single hyphens"
_WANTS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "string_type": lambda _: "wants a text in quotes",
    "string_too_short": lambda _: "is empty",
    "string_too_long": lambda c: f"is longer than {c['max_length']} characters",
    "int_type": lambda _: "wants a whole number",
    "float_type": lambda _: "wants a number",
    "finite_number": lambda _: "wants a finite number",
    "bool_type": lambda _: "wants true or false",
    "tuple_type": lambda _: "wants a list in square brackets",
    "dict_type": lambda _: "wants a table",
    "model_type": lambda _: "wants a table",
    "model_attributes_type": lambda _: "wants a table",
    "too_short": lambda c: f"has {c['actual_length']}, and needs at least {c['min_length']}",
    "too_long": lambda c: f"has more than {c['max_length']}",
    "greater_than_equal": lambda c: f"is below {c['ge']}",
    "greater_than": lambda c: f"must be above {c['gt']}",
    "less_than_equal": lambda c: f"is above {c['le']}",
    "less_than": lambda c: f"must be below {c['lt']}",
    "literal_error": lambda c: f"wants {c['expected']}",
    "value_error": lambda c: f"cannot stand: {c['error']}",
    "assertion_error": lambda c: f"cannot stand: {c['error']}",
}


def objections(errors: Iterable[Mapping[str, Any]], data: Mapping[str, Any]) -> list[Problem]:
    """Turn the errors of a validation of `data` into problems, one for each place."""
    found: dict[tuple[Place, bool], Problem] = {}
    for error in _true(errors, data):
        told = _objection(error, data)
        found.setdefault((told.where, told.key), told)
    misspelt = {_meant(told, data) for told in found.values() if told.code == "unknown-field"}
    return [
        told
        for told in found.values()
        if told.code != "missing-field" or told.where not in misspelt
    ]


def _true(
    errors: Iterable[Mapping[str, Any]], data: Mapping[str, Any]
) -> Iterator[Mapping[str, Any]]:
    """Leave out errors that are none for an author.

    A list is not too short for holding what is wrong itself; and where a text or a list may stand,
    what is wrong within a list is told, not that it is no text.
    """
    placed = [(_way(error, data), error) for error in errors]
    fitting = {where for where, error in placed if not error["type"].endswith("_type")}
    around = {where[:length] for where, _ in placed for length in range(len(where))}
    for where, error in placed:
        mistyped = error["type"].endswith("_type")
        if not (mistyped and (where in fitting or where in around)) and not _miscounted(error):
            yield error


def _miscounted(error: Mapping[str, Any]) -> bool:
    """Tell whether a list has items enough, only that some of them cannot be used."""
    least = error.get("ctx", {}).get("min_length", 0)
    return (
        error["type"] == "too_short"
        and isinstance(error["input"], list)
        and len(error["input"]) >= least
    )


def _meant(told: Problem, data: Mapping[str, Any]) -> Place:
    """Say which field an unknown one was meant to be: that one is misspelt, not missing."""
    return (*told.where[:-1], _nearest(str(told.where[-1]), _known(told.where, data)))


def _objection(error: Mapping[str, Any], data: Mapping[str, Any]) -> Problem:
    """Word one error."""
    kind = error["type"]
    where = _way(error, data)
    name = _spoken(where)
    if kind == "union_tag_invalid":
        return _unknown_kind((*where, "kind"), error["ctx"]["tag"])
    if kind == "union_tag_not_found":
        where = (*where, "kind")
        return problem(
            "missing-field",
            "`kind` is missing",
            where,
            f'Say what kind of question it is: kind = "choice", or {_either(kinds())}.',
        )
    if kind == "missing":
        about = _about(where, data)
        return problem("missing-field", f"`{name}` is missing", where, f"Add it. {about}".strip())
    if kind == "extra_forbidden":
        return _unknown_field(where, data)
    context = error.get("ctx", {})
    if isinstance(error["input"], str) and kind in ("too_short", "too_long"):
        kind = f"string_{kind}"
    elif kind == "too_short":
        context = {**context, "actual_length": len(error["input"])}  # with what is wrong itself
    if kind == "int_type" and len(error["loc"]) > len(where) + len(_tag(error)):
        kind = "float_type"  # one branch of "a whole number or any number"
    if kind == "string_pattern_mismatch":
        said = f"wants {_PATTERNS.get(str(where[-1]), _SLUG)}"
    elif kind in _WANTS:
        said = _WANTS[kind](context)
    else:
        said = f"cannot be used: {error['msg']}"
    code = "out-of-limits" if kind.startswith("string_too") else "wrong-value"
    subject = f"`{name}`" if name else "the question" if where else "the pack"
    return problem(code, f"{subject} {said}", where, _about(where, data))


def _tag(error: Mapping[str, Any]) -> tuple[Any, ...]:
    """The union tag in an error's location: the kind, for whatever stands in a question."""
    return error["loc"][2:3] if error["loc"][0] == "question" else ()


def newer_format(format: object) -> Problem | None:  # noqa: A002 - the field's name
    """Object to a pack from the future, in one clear sentence."""
    if type(format) is not int or format <= FORMAT:
        return None
    return problem(
        "newer-format",
        f"this pack is in format {format}, and this version of Palmarès reads format {FORMAT}",
        ("format",),
        "Update Palmarès, or ask the pack's author for a version in the older format.",
    )


def _way(error: Mapping[str, Any], data: Mapping[str, Any]) -> Place:
    """Keep of an error's location what is in the file: union tags and branches are not."""
    node: Any = data
    where: list[str | int] = []
    for step in error["loc"]:
        inside = (isinstance(node, dict) and step in node) or (
            isinstance(node, list) and isinstance(step, int) and 0 <= step < len(node)
        )
        if inside:
            node = node[step]
            where.append(step)
    if error["type"] == "missing":
        where.append(error["loc"][-1])
    return tuple(where)


def _spoken(where: Place) -> str:
    """Name a field as authors see it, without the way to its question: cite[0].paragraph."""
    rest = where[2:] if where[:1] == ("question",) else where
    text = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in rest)
    return text.removeprefix(".")


def _model(where: Place, data: Mapping[str, Any]) -> type[Part] | None:
    """Find the model of the table that holds the field at `where`."""
    holder = [step for step in where[:-1] if isinstance(step, str)]
    if not holder or isinstance(where[-1], int):
        return None if holder else Pack
    if holder == ["question"]:
        table = data["question"][where[1]]
        kind = table.get("kind") if isinstance(table, dict) else None
        return kinds().get(kind) if isinstance(kind, str) else None
    return _TABLES.get(holder[-1])


def _about(where: Place, data: Mapping[str, Any]) -> str:
    """Say what a field is for, in the words of its model."""
    model = _model(where, data) if where else None
    if model is None:
        return ""
    for name, field in model.model_fields.items():
        if where[-1] in (name, field.alias):
            return field.description or ""
    return ""


def _unknown_field(where: Place, data: Mapping[str, Any]) -> Problem:
    """Object to a field that no model knows, with the nearest name that it does."""
    known = _known(where, data)
    held = f" in a {where[-2]}" if len(where) > 1 and isinstance(where[-2], str) else ""
    near = _nearest(str(where[-1]), known)
    way_out = f"Did you mean `{near}`?" if near else f"There are: {', '.join(known)}."
    return problem("unknown-field", f"unknown field `{where[-1]}`{held}", where, way_out, key=True)


def _known(where: Place, data: Mapping[str, Any]) -> list[str]:
    """List the fields of the table that holds the one at `where`."""
    model = _model(where, data)
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _unknown_kind(where: Place, kind: object) -> Problem:
    """Object to a kind that there is not, with the nearest one that there is."""
    near = _nearest(str(kind), kinds())
    way_out = f'Did you mean "{near}"?' if near else f"There are {_either(kinds())}."
    return problem("unknown-kind", f'unknown kind "{kind}"', where, way_out)


def _nearest(name: str, known: Iterable[str]) -> str:
    """Give the known name that is most like this one, if any is."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name.casefold(), known, 1, 0.6)), "")


def _either(names: Iterable[str]) -> str:
    """Join names for a sentence."""
    return ", ".join(names)
