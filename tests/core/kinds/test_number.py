"""number: distance is told, numbers are never near."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quiz.core.kinds.number import Number
from tests.core.asking import ask, judged


class TestNumber:
    @pytest.mark.parametrize(
        ("fields", "told", "credit", "why"),
        [
            ({}, "1955", 1, ""),
            ({}, "MCMLV", 1, ""),
            ({}, "nineteen fifty-five", 1, ""),
            ({}, "1952", 0, "3 years out"),
            ({}, "1956", 0, "1 year out"),
            ({}, "no", 0, "no number in that"),
            ({}, "1954 or 1955", 0, "more than one number in that"),
            ({"prompt": "How many?", "answer": 7}, "10", 0, "3 out"),
            ({"answer": 6, "unit": "million dollars"}, "$6 million", 1, ""),
            ({"answer": 6, "unit": "million dollars"}, "9", 0, "3 million dollars out"),
            ({"answer": 6, "unit": "Oscars"}, "5 Oscars", 0, "1 Oscar out"),
            ({"answer": 6, "unit": "boxes"}, "5 boxes", 0, "1 out"),
            ({"tolerance": 2}, "1957", 1, "2 years out, near enough"),
            ({"tolerance": 2}, "1958", 0, "3 years out"),
            ({"low": 1950, "high": 1960}, "1950", 1, "5 years out, near enough"),
            ({"answer": 1.1, "tolerance": 0.2}, "0.9", 1, "0.2 out, near enough"),
            ({"answer": 0.3}, "0.1 0.2", 0, "more than one number in that"),
            ({"tolerance": 10, "closest": True}, "1960", 0.55, "5 years out"),
            ({"tolerance": 10, "closest": True}, "1965", 0.1, "10 years out"),
            ({"tolerance": 10, "closest": True}, "1966", 0, "11 years out"),
            ({"closest": True}, "1950", 0.55, "5 years out"),
            ({"prompt": "How many?", "answer": 50, "closest": True}, "55", 0.55, "5 out"),
            ({"low": 1945, "high": 1975, "closest": True}, "1965", 0.55, "10 years out"),
        ],
    )
    def test_distance_is_told(
        self, fields: dict[str, Any], told: str, credit: float, why: str
    ) -> None:
        verdict = judged(ask("number", **fields), told)
        assert (verdict.credit, verdict.why, verdict.close) == (credit, why, False)

    def test_both_numbers_go_to_the_number_line(self) -> None:
        assert judged(ask("number"), "1972").figures == (1955, 1972)
        assert judged(ask("number"), "none").figures is None

    def test_long_numbers_are_grouped(self) -> None:
        assert ask("number", answer=1_000_000, unit="people").expected() == "1,000,000 people"
        assert ask("number").expected() == "1955"

    def test_one_is_one_of_them(self) -> None:
        assert ask("number", answer=1, unit="Oscars").expected() == "1 Oscar"
        assert ask("number", answer=1, unit="boxes").expected() == "1 boxes"
        assert ask("number", answer=1, unit="million dollars").expected() == "1 million dollars"

    def test_bounds_must_hold_the_answer(self) -> None:
        with pytest.raises(ValidationError, match="outside"):
            ask("number", low=1956)
        with pytest.raises(ValidationError, match="either"):
            ask("number", low=1950, tolerance=1)

    @given(
        st.integers(-(10**9), 10**9),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
    )
    def test_nearer_is_never_worth_less(
        self, answer: int, reach: int, one: int, other: int
    ) -> None:
        question = cast("Number", ask("number", answer=answer, tolerance=reach, closest=True))
        near, far = sorted((one, other))
        shares = [judged(question, str(answer + off)).credit for off in (0, near, far)]
        assert shares == sorted(shares, reverse=True)
        assert shares[0] == 1


@pytest.mark.parametrize(
    ("more", "text", "credit", "why"),
    [
        ({"answer": 384_400, "unit": "km"}, "384.400 km", 1.0, "read as 384,400"),
        ({"answer": 3.142}, "3,142", 1.0, "read as 3.142"),
        ({"answer": 384.4, "unit": "km"}, "384.400", 1.0, ""),
        ({"answer": 400_000, "closest": True}, "384.400", 0.825, "15,600 out"),
        ({"answer": 384_400}, "384.401", 0.0, "384,015.599 out"),
        ({"answer": 500, "low": 0, "high": 10**6}, "384.400", 1.0, "115.6 out, near enough"),
    ],
)
def test_thousands_may_be_grouped_by_a_point_where_only_that_can_be_meant(
    more: dict[str, Any], text: str, credit: float, why: str
) -> None:
    fields = {"id": "q", "kind": "number", "prompt": "How far?"} | more
    verdict = judged(Number.model_validate(fields), text)
    assert (verdict.credit, verdict.why) == (credit, why)
