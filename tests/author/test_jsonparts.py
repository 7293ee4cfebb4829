"""JSON part by part: the same as the whole, with lines, up to where it is broken."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quiz.author.jsonparts import Broken, Item, Named, parts

values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=3), inner)
    ),
    max_leaves=8,
)


@given(st.lists(values, max_size=5), values, st.sampled_from([None, 1]))
def test_a_list_is_given_item_by_item(listed: list[Any], other: Any, indent: int | None) -> None:
    text = json.dumps({"other": other, "list": listed, "last": 1}, indent=indent)
    told = list(parts(text, ("list",)))
    assert [each.value for each in told if isinstance(each, Item)] == listed
    assert {e.name: e.value for e in told if isinstance(e, Named)} == {"other": other, "last": 1}
    assert not [each for each in told if isinstance(each, Broken)]


@given(st.lists(values, min_size=1, max_size=5), st.data())
def test_what_stands_before_a_break_is_given(listed: list[Any], data: st.DataObject) -> None:
    text = json.dumps(listed, indent=0)
    cut = data.draw(st.integers(0, len(text) - 1))
    told = list(parts(text[:cut], ()))
    items = [each for each in told if isinstance(each, Item)]
    assert [each.value for each in items][: len(listed)] == listed[: len(items)] or cut < len(text)
    assert isinstance(told[-1], Broken) or not text[:cut].strip()


def test_items_have_lines() -> None:
    told = list(parts("[1,\n\n2, 3,\n[\n4]]", ()))
    assert [each.line for each in told if isinstance(each, Item)] == [1, 3, 3, 4]
    assert list(parts("[1,\n2,\n}", ()))[-1] == Broken(3, "expecting value")
    assert isinstance(list(parts("[1] x", ()))[-1], Broken)
