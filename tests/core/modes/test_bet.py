"""Bet on it: certainty-based marking, where honesty pays best."""

from __future__ import annotations

import pytest

from quiz.core.form import NO_IDEA, Given
from quiz.core.kinds.clues import Clues
from quiz.core.kinds.multi_choice import MultiChoice
from quiz.core.kinds.short_answer import ShortAnswer
from quiz.core.modes import modes
from quiz.core.modes.bet import UNIT, calibration
from quiz.core.records import Attempt
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from tests.conftest import NOON
from tests.core.rounds import choice, of, right, wrong

BET = modes()["bet"]


def bet(round: Round, said: str, hit: bool) -> Round:
    round, _ = round.ask(NOON)
    assert round.current is not None
    question = round.current.question
    round, _ = round.move("certainty", NOON, 1, Clean(said))
    return round.answer(right(question) if hit else wrong(question), NOON, 1)[0]


@pytest.mark.parametrize(
    ("said", "hit", "units"),
    [
        ("guess", True, 1),
        ("guess", False, 0),
        ("fairly", True, 2),
        ("fairly", False, -2),
        ("sure", True, 3),
        ("sure", False, -6),
    ],
)
@pytest.mark.parametrize("level", [1, 5])
def test_what_is_won_and_lost(said: str, hit: bool, units: int, level: int) -> None:
    round = bet(of(choice("a", level), mode="bet"), said, hit)
    assert round.state.points == units * UNIT
    assert round.finish(NOON)[1].points == units * UNIT


def test_the_sum_can_fall_below_zero() -> None:
    round = bet(bet(of(choice("a"), choice("b"), mode="bet"), "sure", False), "guess", True)
    assert round.state.points == -500


@pytest.mark.parametrize("typed", [False, True])
def test_honest_betting_is_best(typed: bool) -> None:
    """The best bet changes where the setup screen says it does, with help or without."""
    gains = {}
    for degree in BET.certainties:
        for hit in (True, False):
            round = of(choice("a"), mode="bet", rules=Rules(typed=typed))
            gains[degree.id, hit] = bet(round, degree.id, hit).state.points
    for percent in range(101):
        expected = {
            degree.id: percent * gains[degree.id, True] + (100 - percent) * gains[degree.id, False]
            for degree in BET.certainties
        }
        honest = [degree for degree in BET.certainties if percent >= degree.least][-1]
        assert expected[honest.id] == max(expected.values()), percent
    assert [degree.least for degree in BET.certainties] == [0, 67, 80]


def test_certainty_comes_before_the_verdict() -> None:
    round = of(choice("a"), choice("b"), mode="bet")
    with pytest.raises(OutOfTurn):
        round.move("certainty", NOON, 0, Clean("sure"))
    round, _ = round.ask(NOON)
    with pytest.raises(OutOfTurn, match="How sure"):
        round.answer(right(choice("a")), NOON, 1)
    with pytest.raises(OutOfTurn, match="How sure"):
        round.move("certainty", NOON, 1, Clean("absolutely"))
    round, move = round.move("certainty", NOON, 1, Clean("fairly sure"))
    assert move.text == round.state.certainty == "fairly"
    round, _ = round.answer(right(choice("a")), NOON, 1)
    with pytest.raises(OutOfTurn):
        round.move("certainty", NOON, 1, Clean("sure"))


def test_a_bet_stands_after_a_close_try() -> None:
    short = ShortAnswer.model_validate(ShortAnswer.EXAMPLE)
    round, _ = of(short, mode="bet").ask(NOON)
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    round, _ = round.answer(Given((Clean("Juho"),)), NOON, 1)
    with pytest.raises(OutOfTurn, match="bet stands"):
        round.move("certainty", NOON, 1, Clean("guess"))
    assert round.answer(right(short), NOON, 1)[0].state.points == 240
    assert round.answer(wrong(short), NOON, 1)[0].state.points == -480


def test_no_idea_needs_no_bet_and_costs_nothing() -> None:
    round, _ = of(choice("a"), mode="bet").ask(NOON)
    assert round.answer(NO_IDEA, NOON, 1)[0].state.points == 0
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    round, attempt = round.answer(NO_IDEA, NOON, 1)
    assert isinstance(attempt, Attempt)
    assert attempt.points == round.state.points == 0


def test_help_scales_both_sides() -> None:
    round, _ = of(choice("a"), mode="bet", rules=Rules(typed=False)).ask(NOON)
    round, _ = round.hint(NOON, 1)
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    assert round.worth(500) == 150
    assert round.answer(wrong(choice("a")), NOON, 1)[0].state.points == -300


def test_parts_win_and_lose_by_their_share() -> None:
    multi = MultiChoice.model_validate(MultiChoice.EXAMPLE)
    round, _ = of(multi, mode="bet").ask(NOON)
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    round, _ = round.answer(Given((Clean("Cannes"), Clean("Venice"))), NOON, 1)
    assert round.state.points == 0  # 300 x 2/3 - 600 x 1/3


def test_a_right_answer_that_needed_clues_only_wins_less() -> None:
    clues = Clues.model_validate(Clues.EXAMPLE)
    round, _ = of(clues, mode="bet").ask(NOON)
    round, _ = round.clue(NOON, 1)
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    assert round.answer(right(clues), NOON, 1)[0].state.points == 210


def test_a_ruling_turns_the_bet() -> None:
    round = bet(of(choice("a"), mode="bet"), "sure", False)
    round, ruling = round.rule(True, NOON)
    assert (ruling.points, round.state.points) == (300, 300)


def test_when_you_said_sure_how_often_were_you_right() -> None:
    round = of(*(choice(f"q{n}") for n in range(6)), mode="bet")
    for said, hit in (("sure", True), ("sure", False), ("guess", False), ("sure", False)):
        round = bet(round, said, hit)
    round, _ = round.rule(True, NOON)
    round, _ = round.ask(NOON)
    round, _ = round.answer(NO_IDEA, NOON, 1)
    table = [(row.certainty.id, row.said, row.right) for row in calibration(round.records)]
    assert table == [("guess", 1, 0), ("fairly", 0, 0), ("sure", 3, 2)]
    assert [row.said for row in calibration(())] == [0, 0, 0]


def test_the_stake_is_shown_before_and_after_the_bet() -> None:
    round, _ = of(choice("a"), mode="bet").ask(NOON)
    assert round.worth(0) == 300
    assert round.move("certainty", NOON, 1, Clean("guess"))[0].worth(0) == 100
