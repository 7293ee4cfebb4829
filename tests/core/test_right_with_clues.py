"""What is right with more clues open counts as right everywhere; only the row wants full credit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.core.form import Given
from quiz.core.kinds.clues import Clues
from quiz.core.memory import Memory
from quiz.core.modes.bet import calibration
from quiz.core.modes.daily import share
from quiz.core.records import Attempt, Move, Record
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.tally import Tally
from quiz.core.text import Clean
from tests.conftest import NOON
from tests.core.rounds import choice, of, right, wrong

CLUES = Clues.model_validate(Clues.EXAMPLE)
CALM = Rules(clock=False)


def at_the_third_clue(mode: str = "classic") -> Round:
    """A right answer first, then clues with all three open."""
    round = of(choice("a"), CLUES, choice("b"), mode=mode, rules=CALM).ask(NOON)[0]
    if mode == "bet":
        round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    round = round.answer(right(choice("a")), NOON, 1)[0].ask(NOON)[0]
    for _ in range(2):
        round, _ = round.clue(NOON, 1)
    return round


def answered(mode: str = "classic") -> Round:
    """The same, then the right answer."""
    round = at_the_third_clue(mode)
    if mode == "bet":
        round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    return round.answer(right(CLUES), NOON, 2)[0]


def counted(round: Round) -> Tally:
    tally = Tally()
    for record in (round.opening, *round.records):
        tally.add(record)
    return tally


def remembered(*records: Record) -> Memory:
    memory = Memory()
    for record in records:
        memory.add(record)
    return memory


def test_it_is_right_in_the_record_the_round_and_the_finish() -> None:
    round = answered()
    last = round.state.attempts[-1]
    assert (last.credit, last.solved, last.right, last.mark) == (0.4, True, True, "right")
    assert round.state.verdict is not None
    assert round.state.verdict.mark == "right"
    assert round.state.right == 2
    _, finish = round.finish(NOON, "ended")
    assert (finish.right, finish.asked, finish.run) == (2, 2, 1)


def test_the_row_ends_all_the_same_and_the_stars_count_the_share() -> None:
    round = answered()
    assert (round.state.streak, round.state.run) == (0, 1)
    assert round.state.known == 200 + 0.4 * 200


def test_it_is_the_same_when_folded_again() -> None:
    round = answered()
    again = Round.begin(round.opening, round.dealt, round.mode, round.records)
    assert again.state == round.state
    lost = (round.dealt[0], None, round.dealt[2])
    bare = Round.begin(round.opening, lost, round.mode, round.records)
    assert bare.state.right == 2
    assert bare.state.verdict is not None
    assert bare.state.verdict.mark == "right"


def test_it_is_right_in_the_numbers_and_the_share_text() -> None:
    round = answered()
    tally = counted(round)
    assert (tally.all.answered, tally.all.right) == (2, 2)
    assert share(1, round.state.attempts, 0).split("   ")[1:] == ["2/5", "✓ ✓ · · ·"]
    sure = calibration(answered("bet").records)[2]
    assert (sure.said, sure.right) == (2, 2)


def test_it_is_not_to_be_won_back_and_comes_back_sooner() -> None:
    attempt = answered().records[-1]
    assert isinstance(attempt, Attempt)
    memory = remembered(attempt)
    assert memory.missed() == []
    full = replace(attempt, play=replace(attempt.play, credit=1.0), solved=False)
    key = attempt.question
    assert memory.cards[key].due < remembered(full).cards[key].due
    part = replace(attempt, solved=False)
    assert remembered(part).missed() == [key]


def test_a_full_credit_a_part_and_no_idea_are_what_they_are() -> None:
    round = of(CLUES, rules=CALM).ask(NOON)[0].answer(right(CLUES), NOON, 1)[0]
    assert (round.state.attempts[0].solved, round.state.attempts[0].mark) == (False, "right")
    attempt = round.state.attempts[0]
    part = replace(attempt, play=replace(attempt.play, credit=0.5))
    assert (part.right, part.mark) == (False, "part")
    none = replace(attempt, play=replace(attempt.play, credit=0.0))
    assert (none.right, none.mark) == (False, "wrong")
    assert replace(none, given=()).mark == "passed"


def test_what_it_is_worth_falls_with_the_clues() -> None:
    round = of(CLUES, rules=CALM).ask(NOON)[0]
    worths = [round.worth(0)]
    for _ in range(2):
        round, _ = round.clue(NOON, 1)
        worths.append(round.worth(0))
    assert worths == [200, 140, 80]
    assert round.answer(right(CLUES), NOON, 1)[0].state.points == 80


@pytest.mark.parametrize("mode", ["classic", "streak", "climb", "bet"])
def test_a_ruling_gives_what_a_right_answer_earned_there(mode: str) -> None:
    honest = answered(mode).state
    round = at_the_third_clue(mode)
    if mode == "bet":
        round, _ = round.move("certainty", NOON, 1, Clean("sure"))
    round, record = round.answer(Given((Clean("Something else"),)), NOON, 2)
    assert not isinstance(record, Move)
    round, ruling = round.rule(True, NOON)
    assert (ruling.credit, ruling.points) == (0.4, honest.attempts[-1].points)
    assert (round.state.points, round.state.streak) == (honest.points, honest.streak)
    assert round.state.attempts[-1].mark == "right"
    assert counted(round).all.right == 2
    assert remembered(*round.records).missed() == []
    round, ruling = round.rule(False, NOON)
    assert (ruling.credit, round.state.attempts[-1].mark) == (0.0, "wrong")


def test_a_ruling_without_clues_gives_full_credit() -> None:
    round = of(choice("a"), rules=CALM).ask(NOON)[0].answer(wrong(choice("a")), NOON, 1)[0]
    round, ruling = round.rule(True, NOON)
    assert (ruling.credit, round.state.attempts[0].credit, round.state.streak) == (0.0, 1.0, 1)
