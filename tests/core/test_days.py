"""A run of days survives one missed day for every seven played, and today is not over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.days import run_of_days

TODAY = date(2026, 11, 21)


def played(marks: str) -> list[str]:
    """Days up to today, one a character: `x` played, `.` not."""
    first = TODAY - timedelta(days=len(marks) - 1)
    return [(first + timedelta(days=n)).isoformat() for n, mark in enumerate(marks) if mark == "x"]


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ("", 0),
        ("x", 1),
        ("xxxx", 4),
        ("xxx.", 3),
        ("xxx..", 0),
        ("xxx.x", 1),
        ("xxxxxxx.x", 8),
        ("xxxxxxx..x", 1),
        ("xxxxxxx.xx.x", 1),
        ("xxxxxxxxxxxxxx.x.xx", 17),
        ("xxxxxxx..", 7),
        ("xxxxxxx...", 0),
    ],
)
def test_runs(marks: str, run: int) -> None:
    assert run_of_days(played(marks), TODAY) == run


@given(st.sets(st.integers(-40, 10)))
def test_a_run_is_never_longer_than_the_days_played(offsets: set[int]) -> None:
    days = [(TODAY + timedelta(days=n)).isoformat() for n in offsets]
    run = run_of_days(days, TODAY)
    assert 0 <= run <= sum(n <= 0 for n in offsets)
    assert (run == 0) or {0, -1, -2} & offsets or len(offsets) > 7
