"""Storm: three minutes, harder and harder, combos that win time."""

from __future__ import annotations

import pytest

from quiz.core.deal import Want
from quiz.core.modes import modes
from quiz.core.modes.storm import CLIMB, COMBOS, COST
from quiz.core.records import Attempt, Move
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.errors import OutOfTurn, Undealable
from tests.conftest import NOON
from tests.core.rounds import begun, choice, opening, pool, right, wrong

STORM = modes()["storm"]
MANY = tuple(Dealt("pack", choice(f"q{n}", n % 5 + 1)) for n in range(300))


def stormy(rules: Rules = Rules()) -> Round:  # noqa: B008
    """A Storm of plain choices."""
    dealt = STORM.deal(pool(MANY), Want())
    return Round.begin(opening(STORM, dealt, rules=rules), dealt, STORM)


def play(round: Round, hits: str, took: float = 1.0) -> Round:
    """Answer right for every +, wrong for every -."""
    for hit in hits:
        round, _ = round.ask(NOON)
        assert round.current is not None
        question = round.current.question
        given = right(question) if hit == "+" else wrong(question)
        round, _ = round.answer(given, NOON, took)
    return round


def test_it_gets_harder_and_harder() -> None:
    levels = [item.question.difficulty for item in stormy().dealt if item]
    assert len(levels) == STORM.length
    assert levels[:CLIMB] == sorted(levels[:CLIMB])
    assert {level: levels[:CLIMB].count(level) for level in range(1, 6)} == dict.fromkeys(
        range(1, 6), 6
    )
    assert levels[CLIMB:] == [5] * 54 + [4] * 36


def test_combos_win_seconds_once_reached() -> None:
    left = 180.0
    for n in range(1, 20):
        left += COMBOS.get(n, 0) - 1
        assert play(stormy(), "+" * n).state.left == left
    assert COMBOS == {3: 3, 6: 5, 10: 7, 15: 10}


def test_a_miss_costs_ten_seconds_and_the_combo() -> None:
    assert play(stormy(), "++-").state.left == 180 - 3 - COST
    assert play(stormy(), "++-+++").state.left == 180 - 6 - COST + 3


def test_the_record_holds_the_clock_before_what_was_won() -> None:
    attempt = play(stormy(), "+++").records[-1]
    assert isinstance(attempt, Attempt)
    assert attempt.left == 177


def test_points_are_level_and_streak_whatever_the_clock() -> None:
    assert play(stormy(), "+++", took=30).state.points == 100 + 110 + 120
    round, _ = stormy().ask(NOON)
    assert round.worth(0) == round.worth(100) == 100


def test_a_miss_may_take_the_last_seconds_and_a_ruling_give_them_back() -> None:
    round = play(play(stormy(), "+", took=171.0), "-", took=1.0)
    assert (round.over, round.state.left) == ("time", 0)
    ruled, _ = round.rule(True, NOON)
    assert (ruled.over, ruled.state.left) == ("", 8)


def test_an_answer_that_comes_too_late_is_the_end() -> None:
    round, _ = stormy().ask(NOON)
    assert round.current is not None
    with pytest.raises(OutOfTurn):
        round.time_up(NOON, 179.9)
    round, record = round.answer(right(round.current.question), NOON, 180.0)
    assert isinstance(record, Move)
    assert (record.what, round.over, round.state.attempts) == ("time", "time", ())
    assert round.state.verdict is None
    with pytest.raises(OutOfTurn):
        round.rule(True, NOON)
    _, finish = round.finish(NOON)
    assert (finish.why, finish.ranked) == ("time", True)


def test_without_the_clock_it_ends_after_thirty_questions() -> None:
    round = play(stormy(Rules(clock=False)), "+-" * 15, took=600)
    assert (round.over, round.total, round.state.left) == ("end", 30, 0)
    assert "Without the clock" in STORM.ending("end", round.state)


def test_stars_are_out_of_thirty_or_more() -> None:
    thirty = sum(50 + 50 * level for level in range(1, 6)) * 6
    assert play(stormy(), "+").whole == thirty
    assert play(stormy(), "+" * 31, took=0.1).whole == thirty + 300


def test_too_few_for_a_storm() -> None:
    with pytest.raises(Undealable, match="Storm needs 10, and only 9 fit"):
        STORM.deal(pool(MANY[:9]), Want())
    assert len(STORM.deal(pool(MANY[:10]), Want())) == 10


def test_a_small_pool_is_dealt_to_its_end() -> None:
    dealt = STORM.deal(pool(MANY[:40]), Want())
    assert len({item.key for item in dealt}) == 40


def test_it_is_one_line_above_the_next_question() -> None:
    assert STORM.brisk
    assert STORM.wide
    assert begun("storm").left(0) == 180
