"""order: credit by pairs in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.asking import ask, judged


class TestOrder:
    @pytest.mark.parametrize(
        ("order", "credit", "found"),
        [
            ("abcd", 1, "abcd"),
            ("bacd", 5 / 6, "bcd"),
            ("bcda", 0.5, "bcd"),
            ("dcba", 0, ""),
            ("ab", 1 / 6, "ab"),
            ("a", 0, ""),
            ("aabbcd", 1, "abcd"),
        ],
    )
    def test_pairs_in_order_count(self, order: str, credit: float, found: str) -> None:
        verdict = judged(ask("order", items=list("abcd")), *order)
        assert verdict.credit == credit
        assert sorted(verdict.found) == sorted(found)
        assert verdict.parts == 4

    @given(st.integers(2, 6), st.text(max_size=8))
    def test_it_is_never_dealt_in_order(self, count: int, seed: str) -> None:
        items = list("abcdef")[:count]
        dealt = ask("order", items=items, by=None).form(seed)
        assert sorted(dealt.items) == items
        assert list(dealt.items) != items
