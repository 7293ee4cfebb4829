"""Streak: no clock, one life, one skip."""

from __future__ import annotations

import pytest

from quiz.core.form import NO_IDEA, Given
from quiz.core.kinds.clues import Clues
from quiz.core.kinds.multi_choice import MultiChoice
from quiz.core.round import Round
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from tests.conftest import NOON
from tests.core.rounds import begun, choice, of, right, wrong


def streak() -> Round:
    return of(choice("a"), choice("b"), choice("c"), mode="streak")


def test_the_first_miss_ends_it() -> None:
    round, _ = streak().ask(NOON)
    round, _ = round.answer(right(choice("a")), NOON, 500)
    assert (round.over, round.state.points) == ("", 200)
    round, _ = round.ask(NOON)
    round, _ = round.answer(wrong(choice("b")), NOON, 5)
    assert (round.over, round.state.lives) == ("lives", 0)
    assert round.mode.ending("lives", round.state) == "The first miss ends a Streak: 1 in a row."


def test_no_idea_and_a_part_are_misses() -> None:
    round, _ = streak().ask(NOON)
    assert round.answer(NO_IDEA, NOON, 1)[0].over == "lives"
    multi = MultiChoice.model_validate(MultiChoice.EXAMPLE)
    round, _ = of(multi, choice("b"), mode="streak").ask(NOON)
    assert round.answer(Given((Clean("Cannes"),)), NOON, 1)[0].over == "lives"


def test_a_right_answer_that_needed_clues_is_none() -> None:
    clues = Clues.model_validate(Clues.EXAMPLE)
    round, _ = of(clues, choice("b"), mode="streak").ask(NOON)
    round, _ = round.clue(NOON, 1)
    assert round.answer(right(clues), NOON, 1)[0].over == ""


def test_a_ruling_gives_the_life_back() -> None:
    round, _ = streak().ask(NOON)
    round, _ = round.answer(wrong(choice("a")), NOON, 5)
    round, _ = round.rule(True, NOON)
    assert (round.over, round.state.lives) == ("", 1)
    round, _ = round.rule(False, NOON)
    assert round.over == "lives"


def test_one_question_may_be_skipped() -> None:
    round = streak()
    with pytest.raises(OutOfTurn, match="No question is open"):
        round.move("skip", NOON)
    round, _ = round.ask(NOON)
    round, move = round.move("skip", NOON, 4)
    assert (move.what, move.question, round.phase, round.over) == ("skip", "pack/a", "ready", "")
    assert (round.state.used, round.total, round.number) == (("skip",), 2, 1)
    round, move = round.ask(NOON)
    assert move.question == "pack/b"
    with pytest.raises(OutOfTurn, match="One skip"):
        round.move("skip", NOON)


def test_skipping_the_last_is_the_end() -> None:
    round, _ = of(choice("a"), mode="streak").ask(NOON)
    round, _ = round.move("skip", NOON)
    assert round.over == "end"
    assert round.whole == 200


def test_it_deals_from_easy_to_hard() -> None:
    levels = [item.question.difficulty for item in begun("streak").dealt if item]
    assert len(levels) == 50
    assert levels == sorted(levels)
    assert begun("streak").left(10) == 0
