"""The JSON Schema agrees with the loader, and says what every field is for."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from quiz.author.schema import schema
from quiz.core.kinds import kinds
from quiz.core.pack import Pack

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)
WHOLE = {
    "format": 1,
    "id": "p",
    "title": "P",
    "description": "D",
    "version": "1",
    "language": "en",
    "license": "CC0-1.0",
    "authors": ["A"],
    "tags": ["t"],
    "allow": [{"rule": "too-few", "why": "w", "question": "q"}],
    "document": [
        {
            "id": "d",
            "title": "D",
            "author": "A",
            "published": "2025-04",
            "url": "u",
            "file": "f",
            "sha256": "0" * 64,
        }
    ],
}
SHARED = {
    "explanation": "E",
    "difficulty": 2,
    "tags": ["t"],
    "hints": ["h"],
    "cite": [{"document": "d", "paragraph": 1, "says": ["s"]}],
    "status": "proposed",
    "origin": {"format": "gift", "file": "f", "id": "1", "rule": "r", "tool": "t"},
    "license": "CC0-1.0",
    "author": "A",
}
OTHERS: tuple[Any, ...] = (
    None,
    True,
    -3,
    7,
    2.5,
    "text",
    "",
    "Not A Slug",
    [],
    ["x"],
    [7],
    {},
    {"x": 1},
    "2025-13",
    "0000-01",
    "2025-02-30",
    "2024-02-29",
)


def good(rng: Random) -> dict[str, Any]:
    """A sound pack with a few questions of any kind, and some of what they may have."""
    questions = [
        {**kind.EXAMPLE, **dict(rng.sample(sorted(SHARED.items()), rng.randint(0, 4)))}
        for kind in rng.choices(list(kinds().values()), k=rng.randint(0, 4))
    ]
    optional = sorted(set(WHOLE) - {"format", "id", "title"})
    left = set(rng.sample(optional, rng.randint(0, len(optional))))
    head = {name: value for name, value in WHOLE.items() if name not in left}
    return deepcopy({**head, "question": questions})


def tables(value: Any) -> Iterator[dict[str, Any]]:
    """All tables in a pack."""
    if isinstance(value, dict):
        yield value
    for inner in (
        value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    ):
        yield from tables(inner)


def broken(rng: Random) -> dict[str, Any]:
    """A pack with one field taken out, misspelt, or given another value."""
    pack = good(rng)
    table = rng.choice(list(tables(pack)))
    name = rng.choice(sorted(table))
    change = rng.randrange(3)
    if change == 0:
        del table[name]
    elif change == 1:
        table[f"{name}x"] = table.pop(name)
    else:
        table[name] = rng.choice(OTHERS)
    return pack


def loads(data: dict[str, Any]) -> bool:
    """Tell whether the loader takes a pack."""
    try:
        Pack.model_validate(data, by_alias=True, by_name=False)
    except ValueError as wrong:
        # What depends on two fields at once is not a matter of shape.
        return all(error["type"] == "value_error" for error in wrong.errors())  # type: ignore[attr-defined]
    return True


@pytest.mark.parametrize("seed", range(25))
def test_schema_and_loader_agree(seed: int) -> None:
    rng = Random(seed)
    outcomes = []
    for _ in range(10):
        for pack in (good(rng), broken(rng)):
            outcomes.append(loads(pack))
            assert VALIDATOR.is_valid(pack) == outcomes[-1], pack
    assert True in outcomes
    assert False in outcomes


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_says_what_it_is_for() -> None:
    definitions = {"Pack": SCHEMA, **SCHEMA["$defs"]}
    bare = [
        f"{name}.{field}"
        for name, definition in definitions.items()
        for field, told in definition.get("properties", {}).items()
        if not told.get("description")
    ]
    assert bare == []


@pytest.mark.parametrize("name", list(kinds()))
def test_every_kind_is_in_it(name: str) -> None:
    assert name in str(SCHEMA)
