"""What sounds like a contradiction and is none: no conflict is shown, and what is sure is asked."""

from __future__ import annotations

import pytest

from quiz.core.text import fold
from tests.draw.test_contradictions import drawn, told

TOGETHER = [
    ("The Roe Bridge was opened in 1921.", "The Roe Bridge was opened on 3 May 1921.", "1921"),
    ("Lund Bank was founded in 1875.", "Lund Bank was set up in May 1875.", "1875"),
    ("The Felt Hall was opened in 1899.", "The Felt Hall was completed in 1897.", "1899"),
    ("The Lund Zoo has 60 animals.", "The Lund Zoo has about 62 animals.", "60"),
    ("The Lund Zoo has 60 animals.", "The Lund Zoo has another 20 animals in Marn.", "60"),
    ("The Lund Zoo has 60 animals.", "Until 1990 the Lund Zoo had 20 animals.", "60"),
    ("The Lund Zoo has 60 animals.", "The Marn Zoo has 80 animals.", "60"),
    ("The Roe Bridge was opened in 1921.", "The Old Roe Bridge was opened in 1821.", "1921"),
    ("The Roe Bridge was opened in 1921.", "The Roe Bridge Inn was opened in 1931.", "1921"),
    ("Lund Hall was designed by Gerd Ask.", "Lund Hall was painted by Flora Wick.", "Gerd Ask"),
    ("Lund Hall was designed by Gerd Ask.", "Ask was the architect of Lund Hall.", "Gerd Ask"),
    ("The Cam Tunnel cost $30 million.", "Lund sold the Cam Tunnel for $34 million.", "30"),
    ("The painter Clara Holt died in 1950.", "Clara Holt (1880–1950) was a painter.", "1950"),
    ("Anna Roe left Lund in 1950.", "Anna Roe left Marn in 1952.", "1950"),
    ("Lund Bank was founded in 1875.", "Lund Bank was established as a brand in 1899.", "1875"),
    (
        "The Felt Hall was opened in 1899.",
        "A new wing of the Felt Hall was opened in 1950.",
        "1899",
    ),
    (
        "Lund Bank was founded in 1875.",
        "Bo Lind saw Lund Bank, and Marn Bank founded in 1899.",
        "1875",
    ),
]


@pytest.mark.parametrize(("one", "other", "value"), TOGETHER)
def test_what_agrees_or_is_of_something_else_is_no_conflict(
    one: str, other: str, value: str
) -> None:
    drawing = drawn(one, other)
    assert not drawing.conflicts
    assert f" {fold(value)} " in told(drawing)


def test_two_times_of_one_office_are_both_right_and_are_not_asked() -> None:
    drawing = drawn(
        "The poet Anna Roe lived in Marn from 1920 to 1925.",
        "The poet Anna Roe lived in Marn from 1931 to 1933.",
    )
    assert not drawing.conflicts
    assert "from which year" not in told(drawing)


def test_a_book_and_a_film_may_share_their_title() -> None:
    drawing = drawn(
        'Bo Lind wrote the novel "Low Water" (1930). The film "Low Water" (1952) is long.'
    )
    assert not drawing.conflicts


TWICE = [
    ("Anna Roe won the Lund Prize in 1948.", "Anna Roe won the Lund Prize in 1951."),
    ("Anna Roe visited Marn in 1948.", "In 1951 Anna Roe visited Marn."),
    ("The Felt Hall was restored in 1948.", "The Felt Hall was restored in 1951."),
    ("The Lund Prize was won by Anna Roe in 1948.", "The Lund Prize was won by Anna Roe in 1951."),
]


@pytest.mark.parametrize(("one", "other"), TWICE)
def test_what_happens_again_is_neither_a_conflict_nor_a_question(one: str, other: str) -> None:
    drawing = drawn(one, other)
    assert not drawing.conflicts
    assert "which year" not in told(drawing)


def test_a_prize_has_another_winner_every_year() -> None:
    drawing = drawn(
        "The Lund Prize was awarded to Anna Roe in 1948.",
        "The Lund Prize was awarded to Bo Lind in 1951.",
    )
    assert not drawing.conflicts
    years = {str(card.answer) for card in drawing.drafts if card.rule == "event-year"}
    assert years
    assert years <= {"1948", "1951"}
