"""A table is read as it is by itself until a person chooses otherwise, column by column."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.columns import ROLES, UNUSED, Columns, columns, read
from quiz.author.decoding import source
from quiz.author.formats import Source, formats
from quiz.author.headings import USED
from quiz.author.importing import Imported, import_all

CAPITALS = "Country,Capital,Fact\nFrance,Paris,a tower\nSpain,Madrid,high\nPeru,Lima,\nChad,,far\n"


def table(text: str) -> tuple[Source, Columns]:
    told, _ = source("x.csv", text.encode())
    found = columns(told)
    assert found is not None
    return told, found


def imported(told: Source, chosen: Columns) -> Imported:
    form = replace(formats()["csv"], read=lambda source: read(source, chosen))
    return import_all(told, form)


def asked(found: Imported) -> list[tuple[str, Any]]:
    return [(each.fields["prompt"], each.fields["answer"]) for each in found.questions]


def test_every_role_has_a_word() -> None:
    assert set(ROLES) == USED
    assert len(set(ROLES.values())) == len(ROLES)


def test_a_first_row_can_be_a_heading_and_says_what_is_asked() -> None:
    told, found = table(CAPITALS)
    assert (found.headed, found.roles) == (False, ("prompt", "answer", UNUSED))
    assert asked(imported(told, found))[0] == ("Country", "Capital")
    assert [found.name(0), found.sample(0)] == ["column 1", "Country"]
    found = found.with_heading(True).with_role(2, "explanation")
    assert asked(imported(told, found))[0] == ("Capital of France?", "Paris")
    assert imported(told, found).questions[0].fields["explanation"] == "a tower"
    assert [each.line for each in imported(told, found).skipped] == [5]
    assert [found.name(0), found.sample(0)] == ["Country", "France"]
    assert "Country" in str(asked(imported(told, found.with_heading(False))))


def test_what_two_columns_claim_is_the_first_ones_and_what_lacks_is_said() -> None:
    told, found = table(CAPITALS)
    twice = found.with_role(2, "prompt")
    assert [twice.used(n) for n in range(3)] == [True, True, False]
    assert asked(imported(told, twice)) == asked(imported(told, found))
    assert found.with_role(0, UNUSED).lacks == "the question"
    assert imported(told, found.with_role(0, UNUSED)).questions == []
    options = found.with_role(1, "option").with_role(2, "option")
    assert options.lacks == "the right option"


CELLS = st.sampled_from(["Paris", "Term", "Answer", "question", "", "7", "a b", '"q"', "true"])


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=8))
def test_a_table_is_read_as_it_is_without_a_choice(sign: str, rows: list[list[str]]) -> None:
    text = "\n".join(sign.join(row) for row in rows)
    if not text.strip():
        return
    told, _ = source("x.csv", text.encode())
    found = columns(told)
    if found is None or found.lacks:
        return
    before, after = import_all(told, formats()["csv"]), imported(told, found)
    assert after.questions == before.questions
    assert after.skipped == before.skipped
