"""Every field of every kind can be filled in, and what is filled in says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.blanks import Blank, blanks
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.core.text import Clean, line


def field_names(kind: type[Question]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)
def test_a_kind_has_a_blank_for_each_of_its_fields(kind: type[Question]) -> None:
    names = {blank.name for blank in blanks(kind)}
    assert names | {"id", "kind"} == set(field_names(kind))
    assert all(blank.about for blank in blanks(kind))


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.__name__)
def test_an_example_filled_in_is_the_example(kind: type[Question]) -> None:
    for blank in (each for each in blanks(kind) if each.shape not in ("cites", "told")):
        value = kind.EXAMPLE.get(blank.name)
        assert blank.read(blank.shown(value)) == value, blank.name


def test_a_pack_has_blanks_for_what_it_says_of_itself() -> None:
    names = [blank.name for blank in blanks(Pack)]
    assert names == ["title", "description", "version", "language", "license", "authors", "tags"]


def blank(kind: str, name: str) -> Blank:
    return next(blank for blank in blanks(kinds()[kind]) if blank.name == name)


def test_values_as_they_are_typed() -> None:
    assert blank("choice", "difficulty").read("3") is None
    assert blank("choice", "difficulty").read("4") == 4
    assert blank("choice", "status").read("-") is None
    assert blank("true-false", "answer").read("false") is False
    assert blank("choice", "tags").read("a, b ,") == ["a", "b"]
    assert blank("number", "answer").read("1955") == 1955
    assert blank("number", "answer").read("3.5") == 3.5
    assert blank("number", "answer").read("many") == "many"
    assert blank("list", "entries").read("Cannes\nVenice | Venezia\n") == [
        "Cannes",
        ["Venice", "Venezia"],
    ]
    assert blank("match", "pairs").read("a \\| b | c") == [["a | b", "c"]]
    assert blank("choice", "notes").read("a | b") == {"a": "b"}


def test_citations_and_where_it_came_from_have_blanks_of_their_own() -> None:
    assert blank("choice", "cite").shape == "cites"
    origin = blank("choice", "origin")
    assert origin.shape == "told"
    assert origin.shown({"format": "gift", "file": "old.txt"}) == "format gift, file old.txt"


def test_what_is_of_another_shape_can_still_be_shown() -> None:
    assert blank("choice", "answer").shown(7) == "7"
    assert blank("choice", "distractors").shown("one") == "one"
    assert blank("choice", "answer").shown("a\x1b[31m\u202eb") == "a[31mb"


LINES = st.text(min_size=1).map(line).filter(lambda text: text and "\\" not in text)


@given(st.lists(LINES, min_size=2, max_size=4), st.lists(LINES, min_size=1))
def test_rows_and_lines_come_back(parts: list[Clean], lines: list[Clean]) -> None:
    pairs = blank("match", "pairs")
    assert pairs.read(pairs.shown([parts, parts])) == [parts, parts]
    items = blank("order", "items")
    assert items.read(items.shown(lines)) == lines
