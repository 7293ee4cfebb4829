"""Zones: the rule stays in its place, and everything that is needed fits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.tui.zones import zones


@pytest.mark.parametrize("prompt", [1, 2, 3])
@pytest.mark.parametrize("answer", [1, 2, 3, 4])
def test_up_to_four_options_stand_in_rows_9_to_12(prompt: int, answer: int) -> None:
    assert zones(24, prompt, answer) == (1, 3, 1, 4, 1)


@pytest.mark.parametrize("answer", [5, 6])
def test_five_or_six_use_rows_8_to_13(answer: int) -> None:
    assert zones(24, 3, answer) == (1, 3, 0, 6, 0)


def test_a_close_try_moves_the_rule_by_one_line() -> None:
    assert zones(24, 2, 5, offers=True) == (1, 3, 1, 5, 1)


@given(st.integers(1, 9), st.integers(1, 20), st.booleans(), st.booleans())
def test_after_the_verdict_the_rule_is_in_row_14(
    prompt: int, answer: int, offers: bool, brisk: bool
) -> None:
    parts = zones(24, prompt, answer, offers=offers, brisk=brisk, judged=True)
    assert sum(parts) in (10, 11 if offers and answer == 5 else 10)


@given(
    st.integers(18, 60), st.integers(1, 9), st.integers(1, 20), st.booleans(), st.booleans(),
    st.booleans(),
)  # fmt: skip
def test_there_is_always_room_below(
    height: int, prompt: int, answer: int, offers: bool, brisk: bool, judged: bool
) -> None:
    parts = zones(height, prompt, answer, offers=offers, brisk=brisk, judged=judged)
    assert min(parts) >= 0
    assert parts.prompt >= 1
    assert parts.answer >= 1
    left = height - 3 - sum(parts) - 1 - 2
    assert left >= 2
