"""The round: what each verb records and allows, and what it says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from quiz.core.form import LONGEST, NO_IDEA, Given, Pick, Write
from quiz.core.kinds.clues import Clues
from quiz.core.kinds.list import ListAll
from quiz.core.kinds.multi_choice import MultiChoice
from quiz.core.kinds.short_answer import ShortAnswer
from quiz.core.question import Question
from quiz.core.records import Attempt, Move
from quiz.core.round import Round
from quiz.core.rules import MELT_MADE, MELT_PICKED, Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from tests.conftest import NOON
from tests.core.rounds import begun, choice, of, opening, right, wrong

SHORT = ShortAnswer.model_validate(ShortAnswer.EXAMPLE)
CLUES = Clues.model_validate(Clues.EXAMPLE)
LIST = ListAll.model_validate(ListAll.EXAMPLE)
MULTI = MultiChoice.model_validate(MultiChoice.EXAMPLE)


def text(*values: str) -> Given:
    return Given(tuple(Clean(value) for value in values))


def asked(round: Round) -> Round:
    return round.ask(NOON)[0]


def answered(round: Round, given: Given, took: float = 0.0) -> Round:
    return round.answer(given, NOON, took)[0]


def through(round: Round, *hits: bool) -> Round:
    """The round after so many questions, right or wrong."""
    for hit in hits:
        round = asked(round)
        assert round.current is not None
        question = round.current.question
        round = answered(round, right(question) if hit else wrong(question))
    return round


def test_a_round_goes_from_ready_to_over() -> None:
    round = of(choice("a"), choice("b"))
    assert (round.phase, round.number, round.total, round.current) == ("ready", 1, 2, None)
    assert round.coming is not None
    assert round.coming.key == "pack/a"
    round = asked(round)
    assert (round.phase, round.number, round.total, round.over) == ("asking", 1, 2, "")
    assert isinstance(round.form, Pick)
    round = answered(round, right(choice("a")))
    assert (round.phase, round.number, round.total, round.over) == ("answered", 1, 2, "")
    assert round.state.verdict is not None
    assert round.state.verdict.mark == "right"
    round = through(round, False)
    assert (round.phase, round.number, round.over, round.coming) == ("answered", 2, "end", None)
    round, finish = round.finish(NOON)
    assert (round.phase, finish.why, finish.right, finish.asked) == ("over", "end", 1, 2)
    assert (finish.known, finish.whole, finish.run) == (200, 400, 1)
    assert round.stars == 2


def test_points_follow_the_worked_example() -> None:
    prompt = "Before Anora, which film was the last to win both the Palme d'Or and the Oscar for "
    prompt += "Best Picture, in Cannes?"
    film = choice("c", prompt=prompt, answer="Parasite", distractors=["Marty", "Tess", "Jaws"])
    assert film.words() == 25
    round = asked(through(of(choice("a"), choice("b"), film), True, True))
    assert round.play(8).free == 6.0
    assert round.worth(0) == round.worth(6) == 200
    assert round.worth(8) == 190
    assert round.worth(100) == 100
    assert round.left(8) == 18.0
    round, attempt = round.answer(text("Parasite"), NOON, 8)
    assert isinstance(attempt, Attempt)
    assert (attempt.points, attempt.bonus) == (228, 38)
    assert (round.state.score.answer, round.state.score.streak) == (190, 38)
    assert (attempt.left, round.state.left) == (18.0, 0.0)  # the bonus's clock, not the round's


@pytest.mark.parametrize(
    ("question", "typed", "melt", "words"),
    [
        (choice("a"), False, MELT_PICKED, 14),
        (choice("a"), True, MELT_MADE, 6),
        (MULTI, False, MELT_PICKED, 15),
        (SHORT, False, MELT_MADE, 5),
        (SHORT, True, MELT_MADE, 5),
    ],
)
def test_what_is_shown_is_what_is_read(
    question: Question, typed: bool, melt: float, words: int
) -> None:
    round = asked(of(question, rules=Rules(typed=typed)))
    assert round.play(0).melt == melt
    assert round.play(0).free == pytest.approx(max(3.0, 1 + 0.2 * words))


def test_reading_time_can_be_more() -> None:
    slow = asked(of(choice("a"), rules=Rules(reading=3)))
    assert slow.play(0).free == pytest.approx(3 * asked(of(choice("a"))).play(0).free)


def test_no_idea_is_an_answer() -> None:
    round = through(of(choice("a"), choice("b")), True)
    round, attempt = asked(round).answer(NO_IDEA, NOON, 3)
    assert isinstance(attempt, Attempt)
    assert (attempt.given, attempt.points, round.state.streak) == ((), 0, 0)
    assert round.state.verdict is not None
    assert round.state.verdict.mark == "passed"


@pytest.mark.parametrize("given", [text(""), text(" "), text("\n", "\t")])
def test_nothing_typed_is_no_answer(given: Given) -> None:
    round = asked(of(SHORT))
    with pytest.raises(OutOfTurn, match="Nothing typed"):
        round.answer(given, NOON, 1)


def test_long_texts_are_cut() -> None:
    _, attempt = asked(of(SHORT)).answer(text("x" * (LONGEST + 9)), NOON, 1)
    assert isinstance(attempt, Attempt)
    assert len(attempt.given[0]) == LONGEST


def test_a_close_try_is_a_move_and_costs_a_fifth() -> None:
    round = asked(of(SHORT, rules=Rules(clock=False)))
    round, move = round.answer(text("Juho"), NOON, 2)
    assert isinstance(move, Move)
    assert (move.what, move.text, round.phase, round.worth(3)) == ("close", "Juho", "asking", 160)
    round, attempt = round.answer(text("Juho Kuosmanen"), NOON, 4)
    assert isinstance(attempt, Attempt)
    assert (attempt.points, attempt.play.tries, attempt.credit) == (160, 1, 1)


def test_there_is_one_close_try() -> None:
    round = asked(of(SHORT))
    round, _ = round.answer(text("Juho"), NOON, 2)
    round, attempt = round.answer(text("Juho"), NOON, 4)
    assert isinstance(attempt, Attempt)
    assert attempt.points == 0


def test_a_wrong_guess_opens_the_next_clue() -> None:
    round = asked(of(CLUES, rules=Rules(clock=False)))
    round, move = round.answer(text("Jackie Brown"), NOON, 2)
    assert isinstance(move, Move)
    assert (move.what, round.state.clues, round.state.tries) == ("clue", 2, ())
    round, _ = round.clue(NOON, 3)
    assert round.state.clues == 3
    with pytest.raises(OutOfTurn):
        round.clue(NOON, 3)
    round, attempt = round.answer(text("Pulp Fiction"), NOON, 4)
    assert isinstance(attempt, Attempt)
    assert attempt.credit == 0.4
    assert round.state.verdict is not None
    assert round.state.verdict.mark == "right"


def test_entries_that_are_found_are_moves() -> None:
    round = asked(of(LIST))
    round, probe, move = round.probe(Clean("cannes"), NOON, 1)
    assert (probe.state, round.state.found) == ("found", ("Cannes",))
    assert move is not None
    again, probe, move = round.probe(Clean("CANNES"), NOON, 2)
    assert (probe.state, move, again) == ("already", None, round)


def test_hints_open_one_by_one_and_halve_the_points() -> None:
    round = asked(of(choice("a"), rules=Rules(clock=False)))
    round, _ = round.hint(NOON, 1)
    assert round.worth(1) == 100
    round, _ = round.hint(NOON, 1)
    assert round.worth(1) == 50
    with pytest.raises(OutOfTurn, match="No hint"):
        round.hint(NOON, 1)


def test_part_answers_earn_their_part_and_end_the_run() -> None:
    round = through(of(choice("a"), MULTI, rules=Rules(clock=False)), True)
    round, attempt = asked(round).answer(text("Cannes", "Venice"), NOON, 1)
    assert isinstance(attempt, Attempt)
    assert attempt.points == 147  # 200 x 0.6667 x 1.1
    assert (round.state.streak, round.state.run, round.state.right) == (0, 1, 1)
    assert round.state.verdict is not None
    assert (round.state.verdict.found, round.state.verdict.parts) == (("Cannes", "Venice"), 3)


def test_what_is_interrupted_earns_no_speed() -> None:
    round = asked(of(choice("a")))
    assert round.worth(0) == 200
    again = asked(round)
    assert (again.state.shown, again.worth(0), again.number) == (2, 100, 1)


def test_a_ruling_counts_as_the_verdict() -> None:
    round = through(of(choice("a"), choice("b"), choice("c")), True, False)
    assert round.state.streak == 0
    round, ruling = round.rule(True, NOON)
    assert (ruling.points, round.state.points, round.state.streak) == (220, 420, 2)
    assert round.state.ruled
    assert round.state.verdict is not None
    assert round.state.verdict.mark == "right"
    back, ruling = round.rule(False, NOON)
    assert (ruling.points, back.state.points, back.state.streak) == (0, 200, 0)
    on = through(round, True)
    assert on.state.points == 420 + 240
    assert on.finish(NOON)[1].ruled


@pytest.mark.parametrize("hit", [True, False])
def test_a_ruling_must_change_something(hit: bool) -> None:
    round = through(of(choice("a"), choice("b")), hit)
    with pytest.raises(OutOfTurn, match="already"):
        round.rule(hit, NOON)
    with pytest.raises(OutOfTurn, match="No verdict"):
        asked(round).rule(not hit, NOON)


def test_no_idea_cannot_have_been_right() -> None:
    round = answered(asked(of(choice("a"))), NO_IDEA)
    with pytest.raises(OutOfTurn):
        round.rule(True, NOON)


def test_a_right_answer_with_clues_cannot_be_ruled_up() -> None:
    round, _ = asked(of(CLUES)).clue(NOON, 1)
    round = answered(round, text("Pulp Fiction"))
    with pytest.raises(OutOfTurn, match="already"):
        round.rule(True, NOON)


def test_a_text_ruled_right_before_is_right() -> None:
    round = replace(of(SHORT), aliases={f"pack/{SHORT.id}": frozenset({"finn"})})
    round = answered(asked(round), text("The Finn"))
    assert round.state.right == 1


def test_verbs_out_of_turn_are_refused() -> None:
    round = of(choice("a"))
    with pytest.raises(OutOfTurn, match="No question"):
        round.answer(text("right a"), NOON, 1)
    with pytest.raises(OutOfTurn, match="not over"):
        round.finish(NOON)
    with pytest.raises(OutOfTurn, match="Not now"):
        round.move("bank", NOON)
    with pytest.raises(OutOfTurn, match="Not now"):
        round.move("hint", NOON)
    with pytest.raises(OutOfTurn, match="clock still runs"):
        round.time_up(NOON, 1000)
    with pytest.raises(OutOfTurn):
        _ = round.form
    over = through(round, True)
    with pytest.raises(OutOfTurn, match="is over"):
        over.ask(NOON)
    closed, _ = over.finish(NOON)
    with pytest.raises(OutOfTurn):
        closed.finish(NOON)
    with pytest.raises(OutOfTurn):
        closed.move("flag", NOON)


def test_pausing_flagging_and_resuming_are_always_moves() -> None:
    round = of(choice("a"))
    for what in ("flag", "pause", "resume"):
        round, move = round.move(what, NOON, 2.0, Clean("typo"))
        assert (move.what, move.text) == (what, "typo")


def test_a_round_can_be_ended_early_and_is_then_not_ranked() -> None:
    round = asked(of(choice("a"), choice("b"), length=10))
    assert round.ranked()
    _, finish = round.finish(NOON, "ended")
    assert (finish.why, finish.ranked, finish.asked) == ("ended", False, 0)


def test_who_leaves_after_the_last_answer_has_finished() -> None:
    _, finish = through(of(choice("a")), True).finish(NOON, "left")
    assert (finish.why, finish.ranked) == ("end", True)


@pytest.mark.parametrize(
    ("field", "value", "ranked"),
    [
        ("length", 10, True),
        ("length", 0, True),
        ("length", 7, False),
        ("seeded", True, False),
        ("level", "hard", False),
        ("plot", False, True),
        ("mature", False, True),
    ],
)
def test_what_ranks(field: str, value: Any, ranked: bool) -> None:
    assert through(of(choice("a"), **{field: value}), True).ranked() is ranked


def test_rules_that_a_mode_does_not_have_are_off() -> None:
    round = Round.begin(
        opening(begun("relaxed").mode, (Dealt("pack", choice("a")),), rules=Rules(clock=True)),
        (Dealt("pack", choice("a")),),
        begun("relaxed").mode,
    )
    assert not round.rules.clock
    assert asked(round).left(1) == 0


def test_typing_is_asked_of_what_has_options() -> None:
    round = asked(of(choice("a"), rules=Rules(typed=True, clock=False)))
    assert isinstance(round.form, Write)
    assert round.worth(0) == 300


def test_times_are_kept_to_the_millisecond() -> None:
    round = asked(of(choice("a")))
    round, attempt = round.answer(text("right a"), NOON + timedelta(seconds=9), 1.23456)
    assert isinstance(attempt, Attempt)
    assert attempt.play.took == round.state.took == 1.235
    _, early = asked(of(choice("a"))).answer(text("right a"), NOON, -1)
    assert isinstance(early, Attempt)
    assert early.play.took == 0
