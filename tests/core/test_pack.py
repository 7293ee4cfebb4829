"""A document's date is one of the calendar, and can always be worded."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.pack import Document
from quiz.core.text import Clean


def dated(published: str) -> str:
    return Document(id="d", title=Clean("T"), published=published).dated()


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2025", "T, 2025"),
        ("2025-04", "T, April 2025"),
        ("2024-02-29", "T, February 2024"),
        ("0999-12-31", "T, December 999"),
    ],
)
def test_a_date_is_shown_with_its_month_or_year(published: str, words: str) -> None:
    assert dated(published) == words


@pytest.mark.parametrize(
    "published",
    ["2025-13", "2025-00", "0000", "0000-01", "2025-02-30", "2023-02-29", "2025-04-31",
     "2025-01-00", "2025-1", "2025-04-11\n", "٢٠٢٥", "soon"],
)  # fmt: skip
def test_a_date_that_never_was_is_refused(published: str) -> None:
    with pytest.raises(ValueError, match="published"):
        dated(published)


@given(st.from_regex(r"\A[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z") | st.dates().map(str))
def test_what_is_taken_can_be_worded(published: str) -> None:
    try:
        date.fromisoformat(published + "0001-01-01"[len(published) :])
    except ValueError:
        with pytest.raises(ValueError, match="published"):
            dated(published)
    else:
        assert re.fullmatch(r"T, (?:[A-Z][a-z]+ )?[1-9]\d*", dated(published))
