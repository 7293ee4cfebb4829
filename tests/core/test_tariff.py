"""The reference of the rules against the examples that the texts give, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.core.reference import Impossible, Table, recompute
from tests.core.tariff import Answer, scored

CLOSE = (True, False, 159, 26)
ENDS = {(True, True): "lives", (False, True): "banked", (False, False): "end"}
THIRD = Answer("a", 3, Fraction(1), Fraction(8), Fraction(6), Fraction(20), streak=2)
FIRST = replace(THIRD, took=Fraction(2), streak=0)


@pytest.mark.parametrize(
    ("mode", "answer", "clock", "typed", "points", "bonus"),
    [
        ("classic", THIRD, True, False, 228, 38),
        ("classic", THIRD, False, False, 240, 40),
        ("daily", THIRD, True, False, 228, 38),
        ("relaxed", THIRD, True, False, 200, 0),
        ("rematch", THIRD, True, False, 200, 0),
        ("streak", THIRD, True, False, 240, 40),
        ("storm", THIRD, True, False, 240, 40),
        ("classic", replace(THIRD, took=Fraction("19.6"), melt=Fraction(40), tries=1), *CLOSE),
        ("classic", replace(THIRD, streak=9), True, False, 285, 95),
        ("classic", replace(FIRST, took=Fraction(26)), True, False, 100, 0),
        ("classic", replace(FIRST, took=Fraction(2600)), True, False, 100, 0),
        ("classic", replace(FIRST, interrupted=True), True, False, 100, 0),
        ("classic", replace(FIRST, interrupted=True), False, False, 200, 0),
        ("classic", replace(FIRST, hints=2), True, False, 50, 0),
        ("classic", replace(FIRST, hints=1), True, True, 150, 0),
        ("classic", replace(FIRST, level=2, hints=2), True, False, 38, 0),
        ("classic", replace(FIRST, credit=Fraction(0)), True, False, 0, 0),
        ("bet", replace(FIRST, certainty="guess"), True, False, 100, 0),
        ("bet", replace(FIRST, certainty="fairly"), True, False, 200, 0),
        ("bet", replace(FIRST, certainty="sure"), True, False, 300, 0),
        ("bet", replace(FIRST, certainty="guess", credit=Fraction(0)), True, False, 0, 0),
        ("bet", replace(FIRST, certainty="fairly", credit=Fraction(0)), True, False, -200, 0),
        ("bet", replace(FIRST, certainty="sure", credit=Fraction(0)), True, False, -600, 0),
        ("climb", replace(FIRST, step=1), True, False, 100, 0),
        ("climb", replace(FIRST, step=12), True, False, 3500, 0),
    ],
)
def test_examples_of_points(
    mode: str, answer: Answer, clock: bool, typed: bool, points: int, bonus: int
) -> None:
    assert scored(answer, mode, clock=clock, typed=typed) == (points, bonus)


@pytest.mark.parametrize(
    ("rights", "missed", "points"),
    [
        (3, True, 0),
        (4, True, 500),
        (7, True, 500),
        (8, True, 2000),
        (11, True, 2000),
        (1, False, 100),
        (5, False, 750),
        (11, False, 6500),
        (12, False, 10000),
    ],
)
def test_examples_of_the_climb(rights: int, missed: bool, points: int) -> None:
    records = answers("climb", 12, [1.0] * rights + [0.0] * missed)
    if not missed and rights < 12:
        records.append(("move", {"what": "bank"}))
    out = recompute(records)
    assert (out.points, out.why) == (points, ENDS[missed, rights < 12])


@pytest.mark.parametrize(
    ("shares", "left"),
    [
        ([1.0] * 2, 160),
        ([1.0] * 3, 153),
        ([1.0] * 6, 128),
        ([1.0] * 10, 95),
        ([1.0] * 15, 55),
        ([0.0], 160),
        ([1.0, 0.0, 1.0, 1.0], 130),
        ([0.0] * 8, 20),
        ([0.0] * 9, 0),
    ],
)
def test_examples_of_the_storm_at_ten_seconds_a_question(shares: list[float], left: int) -> None:
    out = recompute(answers("storm", 60, shares, took=10.0), {})
    assert out.left == left
    assert out.why == ("" if left else "time")


def answers(mode: str, dealt: int, shares: list[float], took: float = 1.0) -> list[Table]:
    """Records of a round: each question asked, and answered with this credit."""
    keys = [f"p/{n}" for n in range(dealt)]
    opening = {"mode": mode, "questions": [(key, "") for key in keys], "clock": True}
    records: list[Table] = [("round", opening)]
    for key, credit in zip(keys, shares, strict=False):
        play = {"level": 3, "credit": credit, "took": took, "free": 4.0, "melt": 20.0}
        records.append(("move", {"what": "asked", "question": key}))
        records.append(("attempt", {"question": key, "given": ["x"], "points": 0} | play))
    return records


@pytest.mark.parametrize("mode", ["classic", "streak", "climb", "storm"])
def test_what_no_round_can_leave_is_refused(mode: str) -> None:
    records = answers(mode, 12, [1.0, 0.0, 1.0], took=100.0)
    with pytest.raises(Impossible):
        recompute([*records[1:]])
    with pytest.raises(Impossible):
        recompute([*records[:2], records[1], records[2], records[2]])
    if mode != "classic":
        with pytest.raises(Impossible):
            recompute(records)
