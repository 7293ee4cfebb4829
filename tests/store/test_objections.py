"""What is objected to is true: every message is about something that an author wrote."""

from __future__ import annotations

import tomli

from quiz.core.pack import Pack
from quiz.store.objections import objections

HEAD = 'format = 1\nid = "p"\ntitle = "P"\n'


def said(fields: str, kind: str = "list") -> list[str]:
    """The messages about a question with these fields."""
    text = f'{HEAD}[[question]]\nid = "q"\nkind = "{kind}"\nprompt = "p"\n{fields}'
    data = tomli.loads(text)
    try:
        Pack.model_validate(data, by_alias=True, by_name=False)
    except ValueError as wrong:
        return [told.message for told in objections(wrong.errors(), data)]  # type: ignore[attr-defined]
    return []


def test_a_list_is_not_too_short_for_what_is_wrong_in_it() -> None:
    assert said('pairs = [["a"], ["a", "b", "c"], "ab"]', "match") == [
        "`pairs[1][2]` is missing",
        "`pairs[2]` has more than 2",
        "`pairs[3]` wants a list in square brackets",
    ]


def test_a_list_that_is_too_short_is_counted_with_what_is_wrong_in_it() -> None:
    assert "`pairs` has 1, and needs at least 2" in said('pairs = ["a"]', "match")
    assert said("pairs = []", "match") == ["`pairs` has 0, and needs at least 2"]


def test_what_is_wrong_in_a_list_does_not_make_it_a_wrong_text() -> None:
    assert said('entries = ["x", ["a", 5]]') == ["`entries[2][2]` wants a text in quotes"]
    assert said('entries = ["x", []]') == ["`entries[2]` has 0, and needs at least 1"]
    assert said('entries = ["x", ["a", ""], ""]') == [
        "`entries[2][2]` is empty",
        "`entries[3]` is empty",
    ]


def test_what_is_neither_is_told_once() -> None:
    assert said("entries = [5, {}]") == [
        "`entries[1]` wants a text in quotes",
        "`entries[2]` wants a text in quotes",
    ]
    assert said('answer = "x"', "number") == ["`answer` wants a number"]
