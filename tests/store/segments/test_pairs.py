"""What is written here is TOML, and is read back as it was, with and without a parser."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Unreadable
from quiz.store.segments.pairs import pairs, read_pairs, text
from tests.store.strategies import moments

scalars = st.one_of(
    st.text(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    moments,
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4), max_leaves=8)
tables = st.dictionaries(st.text(max_size=12), values, max_size=6)


@given(tables)
def test_a_table_comes_back_and_any_parser_reads_it(table: dict[str, Any]) -> None:
    lines = pairs(table)
    assert same(read_pairs(lines), table)
    assert same(tomli.loads(lines), table)


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_every_text_comes_back_on_one_line(told: str) -> None:
    quoted = text(told)
    assert "\n" not in quoted
    assert "\r" not in quoted
    assert tomli.loads(f"x = {quoted}")["x"] == told


@given(st.text(max_size=80))
def test_reading_never_raises_anything_else(lines: str) -> None:
    try:
        fast = read_pairs(lines)
    except Unreadable:
        return
    assert isinstance(fast, dict)


def test_what_utf8_cannot_hold_becomes_a_question_mark() -> None:
    assert text("a\ud800b") == '"a?b"'


def test_a_mapping_is_written_as_pairs_and_a_tuple_as_a_list() -> None:
    assert pairs({"packs": {"a": "1", "b": ""}}) == 'packs = [["a", "1"], ["b", ""]]\n'
    assert pairs({"given": ()}) == "given = []\n"


def test_seconds_in_an_offset_are_cut_because_toml_has_none() -> None:
    odd = datetime(1900, 1, 1, 12, 0, tzinfo=timezone(timedelta(seconds=1172)))
    (back,) = read_pairs(pairs({"at": odd})).values()
    assert back == odd


def test_a_time_without_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        pairs({"at": datetime(2026, 1, 1)})  # noqa: DTZ001


@pytest.mark.parametrize(
    ("lines", "table"),
    [
        ("a=1", {"a": 1}),
        ("a = 0x1F # by hand", {"a": 31}),
        ("a = 1_000", {"a": 1000}),
        ("a = 'raw'", {"a": "raw"}),
        ("a.b = 1", {"a": {"b": 1}}),
        ("a = { b = 1 }", {"a": {"b": 1}}),
        ("a = [\n  1,\n  2,\n]", {"a": [1, 2]}),
        ("\n# a note\n\na = true", {"a": True}),
        ("a = inf", {"a": math.inf}),
        ("a = +7", {"a": 7}),
        ("a = -0", {"a": 0}),
        ("at = 1979-05-27T07:32:00Z", {"at": datetime(1979, 5, 27, 7, 32, tzinfo=UTC)}),
        ("a = 1\r\nb = 2\r\n", {"a": 1, "b": 2}),
    ],
)
def test_what_a_person_wrote_is_left_to_the_parser(lines: str, table: dict[str, Any]) -> None:
    assert read_pairs(lines) == table


@pytest.mark.parametrize(
    "lines",
    ["a", "a = ", "a = 1\na = 2", "a = [null]", "a = 007", "= 1", 'a = "x', "a = [", "a = tru"],
)
def test_what_is_not_toml_is_said(lines: str) -> None:
    with pytest.raises(Unreadable):
        read_pairs(lines)


def same(left: Any, right: Any) -> bool:
    """Whether two values are equal, of equal types, and NaN is NaN."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[k], right[k]) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) and isinstance(right, float):
        return left == right or (math.isnan(left) and math.isnan(right))
    return type(left) is type(right) and bool(left == right)
