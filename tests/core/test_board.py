"""Who ranks where: points, then less time, then the earlier date; unranked lines come last."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.board import Board, Line, View, board_of, line_of, place, rank, spoken, within
from quiz.core.records import Finish, Opening
from quiz.core.rules import Rules
from quiz.core.text import Clean
from tests.conftest import NOON

BOARD = Board("classic", ("a", "b"), 10, True)
OPENING = Opening(
    "r1", NOON, "classic", (("a/q", "f"),), 7, 10, {"b": "1", "a": "2"}, Rules(typed=True), fresh=6
)
FINISH = Finish("r1", NOON, "end", 486, 8, 10, 1450.0, 1850.0, 128.0, 4, True, True)
LINE = line_of(OPENING, FINISH, Clean("Mira"), "mira-1")
lines = st.builds(
    lambda n, points, took, day, ranked: replace(
        LINE, round=f"r{n}", points=points, took=took, at=NOON + timedelta(days=day), ranked=ranked
    ),
    st.integers(0, 10**6),
    st.integers(0, 3),
    st.integers(0, 2),
    st.integers(0, 2),
    st.booleans(),
)


def test_a_round_belongs_to_the_board_of_its_mode_packs_length_and_clock() -> None:
    assert board_of(OPENING) == BOARD
    assert board_of(replace(OPENING, rules=Rules(clock=False))) == replace(BOARD, clock=False)


def test_house_rules_and_seeds_are_no_part_of_the_board() -> None:
    plain = replace(OPENING, rules=Rules(), seeded=True, plot=False, level="hard", seed=8)
    assert board_of(plain) == BOARD


def test_a_line_says_all_that_a_board_shows() -> None:
    assert (LINE.player, LINE.slug, LINE.points, LINE.right, LINE.asked) == (
        "Mira", "mira-1", 486, 8, 10,
    )  # fmt: skip
    assert (LINE.fresh, LINE.run, LINE.took, LINE.ranked, LINE.ruled) == (6, 4, 128.0, True, True)
    assert LINE.rules == "typed"


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (Rules(), ""),
        (Rules(typed=True, reading=2), "typed, reading x2"),
        (Rules(clock=False, reading=3), ""),
    ],
)
def test_house_rules_in_words(rules: Rules, told: str) -> None:
    assert spoken(rules) == told


def test_ties_go_to_less_time_then_to_the_earlier_date() -> None:
    best = replace(LINE, round="a", points=500)
    quick = replace(LINE, round="b", took=100.0)
    early = replace(LINE, round="c", at=NOON - timedelta(days=1))
    off = replace(LINE, round="d", points=9999, ranked=False)
    assert rank([off, LINE, early, quick, best]) == [best, quick, early, LINE, off]


@given(st.lists(lines, max_size=8, unique_by=lambda line: line.round))
def test_places_follow_the_ranking(there: list[Line]) -> None:
    ranked = [line for line in rank(there) if line.ranked]
    assert [place(line, there) for line in ranked] == list(range(1, len(ranked) + 1))
    assert all(place(line, there) == 0 for line in there if not line.ranked)


@pytest.mark.parametrize(("view", "days"), [("today", 1), ("week", 7), ("ever", 10)])
def test_views_go_by_the_local_date_of_the_line(view: View, days: int) -> None:
    there = [replace(LINE, at=NOON - timedelta(days=n)) for n in range(10)]
    assert len(within(there, view, NOON.date())) == days
    late = replace(LINE, at=NOON.replace(hour=23, minute=59))
    assert within([late], "today", NOON.date()) == [late]
