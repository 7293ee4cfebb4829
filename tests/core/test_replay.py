"""Folding: records in, the same state out, whatever was lost on the way."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.modes import modes
from quiz.core.records import Attempt, Move, Ruling
from quiz.core.replay import replay
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from tests.conftest import NOON
from tests.core.player import Player
from tests.core.rounds import begun, choice, mixed, of, opening, right, wrong

MODES = st.sampled_from(tuple(modes()))
RULES = st.builds(Rules, st.booleans(), st.integers(1, 3), st.booleans())


def folded(round: Round) -> Round:
    return Round.begin(round.opening, round.dealt, round.mode, round.records, round.aliases)


@given(MODES, st.integers(0, 10_000), RULES, st.floats(0, 1))
def test_records_in_the_same_state_out(mode: str, seed: int, rules: Rules, skill: float) -> None:
    player = Player(begun(mode, seed, rules=rules), Random(seed), skill)
    player.play()
    states = [
        Round.begin(
            player.round.opening, player.round.dealt, player.round.mode, player.round.records[:n]
        ).state
        for n in range(len(player.round.records) + 1)
    ]
    assert states == player.states
    assert folded(player.round) == player.round


@given(MODES, st.integers(0, 10_000), RULES)
def test_scores_can_be_computed_again_from_the_records(mode: str, seed: int, rules: Rules) -> None:
    """Each attempt's points follow from its play and the state before it."""
    played = Player(begun(mode, seed, rules=rules), Random(seed), 0.7).play()
    for n, record in enumerate(played.records):
        if isinstance(record, Attempt):
            before = Round.begin(played.opening, played.dealt, played.mode, played.records[:n])
            score = played.mode.score(record.play, before.state, before.rules)
            assert record.points == (score.points if record.given else 0)


def test_nothing_folds_to_the_beginning() -> None:
    round = begun()
    assert replay(round.opening, round.dealt, round.mode, ()) == round.state


def test_what_is_said_on_a_verdict_takes_nothing_from_the_clock() -> None:
    round, _ = begun("storm").ask(NOON)
    assert round.current is not None
    round, _ = round.answer(right(round.current.question), NOON, 5.0)
    left = round.state.left
    round, _ = round.move("flag", NOON, 60.0)
    round, move = round.ask(NOON)
    assert round.state.left == move.left == left


def test_a_clock_goes_on_with_what_was_left() -> None:
    round, _ = begun("storm").ask(NOON)
    round, _ = round.move("pause", NOON, 20.0)
    again = folded(round)
    assert again.state.left == 180
    again, move = again.ask(NOON)
    assert (again.state.left, move.left, again.state.shown) == (160, 160, 2)
    assert again.left(10) == 150


def test_a_certainty_is_said_again_after_an_interruption() -> None:
    round, _ = begun("bet").ask(NOON)
    round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    assert round.state.certainty == "sure"
    assert folded(round).ask(NOON)[0].state.certainty == ""


def test_hints_tries_and_finds_survive_an_interruption() -> None:
    round, _ = of(choice("a")).ask(NOON)
    round, _ = round.hint(NOON, 1)
    assert folded(round).ask(NOON)[0].state.hints == 1


def test_the_last_ruling_on_an_answer_holds() -> None:
    round, _ = of(choice("a"), choice("b")).ask(NOON)
    round, _ = round.answer(wrong(choice("a")), NOON, 0)
    for ruled in (True, False, True):
        round, ruling = round.rule(ruled, NOON)
        assert isinstance(ruling, Ruling)
        assert round.state.right == ruled
    assert folded(round).state == round.state


def test_a_ruling_on_nothing_changes_nothing_but_its_mark() -> None:
    round = begun()
    stray = Ruling("r1", NOON, "pack/unknown", True, 100)
    state = replay(round.opening, round.dealt, round.mode, [stray])
    assert state == replace(round.state, ruled=True)


def test_a_swap_with_something_that_is_not_in_reserve_changes_nothing() -> None:
    round, _ = begun("climb").ask(NOON)
    stray = Move("r1", NOON, "swap", "", Clean("pack/unknown"))
    state = replay(round.opening, round.dealt, round.mode, [*round.records, stray])
    assert state == round.state


def lost(round: Round, *places: int) -> Round:
    """The round as it comes back after questions went."""
    dealt = tuple(None if n in places else item for n, item in enumerate(round.dealt))
    return Round.begin(round.opening, dealt, round.mode, round.records)


@pytest.fixture
def third() -> Round:
    """A round of five, its third question open."""
    round = of(*(choice(f"q{n}") for n in range(5)))
    for _ in range(2):
        round, _ = round.ask(NOON)
        assert round.current is not None
        round, _ = round.answer(right(round.current.question), NOON, 0)
    return round.ask(NOON)[0]


def test_a_lost_question_that_was_answered_keeps_its_points(third: Round) -> None:
    again = lost(third, 0)
    assert again.state == third.state
    assert again.ranked()
    assert again.whole == third.whole


def test_a_lost_question_that_is_open_is_skipped(third: Round) -> None:
    again = lost(third, 2)
    assert (again.phase, again.state.changed, again.total) == ("ready", True, 4)
    assert not again.ranked()
    again, move = again.ask(NOON)
    assert move.question == "pack/q3"
    assert Round.begin(again.opening, again.dealt, again.mode, again.records) == again


def test_a_lost_question_that_was_to_come_is_skipped(third: Round) -> None:
    again = lost(third, 3, 4)
    assert (again.phase, again.state.queue, again.state.changed) == ("asking", (), True)
    assert again.whole == 600


def test_a_round_of_which_all_is_lost_is_over(third: Round) -> None:
    again = lost(third, 2, 3, 4)
    assert again.over == "end"
    again, finish = again.finish(NOON)
    assert (finish.asked, finish.ranked) == (2, False)


def test_a_lost_reserve_does_not_matter() -> None:
    round = begun("climb")
    assert len(round.dealt) == 17
    again = lost(round, 13, 14)
    assert again.state.reserve == (12, 15, 16)
    assert not again.state.changed


def test_a_finish_says_what_the_points_are() -> None:
    round, _ = begun("climb").ask(NOON)
    assert round.current is not None
    round, _ = round.answer(right(round.current.question), NOON, 0)
    round, finish = round.ask(NOON)[0].finish(NOON, "ended")
    assert finish.points == round.state.points == 0
    assert folded(round) == round


def test_every_place_of_a_deal_has_its_own_key() -> None:
    made = opening(modes()["classic"], mixed())
    assert len({key for key, _ in made.questions}) == len(made.questions)
    assert Dealt("pack", choice("a")).key == "pack/a"
