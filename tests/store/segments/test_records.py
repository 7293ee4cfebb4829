"""A record comes back from its table as it was; what does not fit is said, never half taken."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.records import Attempt, Opening, Record
from quiz.core.rules import Play, Rules
from quiz.errors import Unreadable
from quiz.store.segments.pairs import read_pairs
from quiz.store.segments.records import TABLES, from_table, to_toml
from tests.store.strategies import attempt, records


@given(records, st.integers(1, 2**40))
def test_every_record_comes_back(record: Record, n: int) -> None:
    written = to_toml(record, n)
    header, _, lines = written.partition("\n")
    table = read_pairs(lines)
    assert table.pop("n") == n
    assert from_table(header.strip("[]"), table) == record
    parsed = tomli.loads(written)[header.strip("[]")][0]
    assert parsed.pop("n") == n
    assert parsed == table


def test_how_it_was_played_stands_flat_in_the_attempt() -> None:
    table = tomli.loads(to_toml(attempt(), 7))["attempt"][0]
    assert table["level"] == 3
    assert table["given"] == ["Marty"]
    assert not {"play", "hints", "streak"} & table.keys()


def test_no_idea_is_an_empty_list_and_not_left_out() -> None:
    assert "given = []" in to_toml(replace(attempt(), given=()), 1)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_with_nothing_in_it_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        from_table(name, {})


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(Unreadable, match="wager"):
        from_table("wager", {})


WRONG: list[tuple[str, Any]] = [
    ("at", "2026-11-21"),
    ("points", 1.5),
    ("points", True),
    ("took", "long"),
    ("given", "Marty"),
    ("given", [1]),
    ("question", None),
    ("interrupted", 1),
]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_value_of_the_wrong_type_is_refused(name: str, value: Any) -> None:
    table = tomli.loads(to_toml(attempt(), 1))["attempt"][0]
    with pytest.raises(Unreadable):
        from_table("attempt", table | {name: value})


def test_text_from_a_journal_is_made_safe() -> None:
    table = tomli.loads(to_toml(attempt(), 1))["attempt"][0]
    hostile = table | {"given": ["\x1b[31mred\u202e"], "expected": "\x9b2J"}
    record = from_table("attempt", hostile)
    assert getattr(record, "given") == ("[31mred",)  # noqa: B009
    assert getattr(record, "expected") == "2J"  # noqa: B009


def test_flat_fields_have_names_of_their_own() -> None:
    for outer, inner in ((Attempt, Play), (Opening, Rules)):
        assert not {f.name for f in fields(outer)} & {f.name for f in fields(inner)}
