"""The Climb: twelve steps, two safe ones, bank or go on, four lifelines."""

from __future__ import annotations

import pytest

from quiz.core.deal import Want
from quiz.core.form import NO_IDEA, Given, Pick
from quiz.core.kinds.multi_choice import MultiChoice
from quiz.core.lifelines import KNOWS, halved, masked, opened, polled, right_option
from quiz.core.modes import modes
from quiz.core.modes.climb import LADDER, SAFE, STEPS
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import OutOfTurn, Undealable
from tests.conftest import NOON
from tests.core.rounds import begun, choice, mixed, opening, pool, right, want, wrong

CLIMB = modes()["climb"]
MANY = tuple(Dealt("pack", choice(f"q{n}", n % 5 + 1)) for n in range(60))


def climb(count: int = 60, rules: Rules = Rules()) -> Round:  # noqa: B008
    dealt = CLIMB.deal(pool(MANY[:count]), Want())
    start = opening(CLIMB, dealt, rules=CLIMB.rules(rules))
    return Round.begin(start, dealt, CLIMB)


def up(round: Round, steps: int) -> Round:
    """Climb so many steps."""
    for _ in range(steps):
        round, _ = round.ask(NOON)
        assert round.current is not None
        round, _ = round.answer(right(round.current.question), NOON, 5)
    return round


def fall(round: Round) -> Round:
    round, _ = round.ask(NOON)
    assert round.current is not None
    return round.answer(wrong(round.current.question), NOON, 5)[0]


def test_the_steps_get_harder_and_a_few_are_in_reserve() -> None:
    for seed in range(20):
        round = begun("climb", seed)
        levels = [item.question.difficulty for item in round.dealt if item]
        assert levels[:STEPS] == sorted(levels[:STEPS])
        assert set(levels[:STEPS]) == {1, 2, 3, 4, 5}
        assert sorted(levels[STEPS:]) == [1, 2, 3, 4, 5]
        assert round.total == STEPS


def test_questions_with_options_come_first_but_are_not_required() -> None:
    picks = [
        isinstance(item.question.form(""), Pick) for item in begun("climb").dealt[:STEPS] if item
    ]
    assert sum(picks) >= 9
    typed = [item for item in mixed() if not isinstance(item.question.form(""), Pick)]
    cited = Dealt("pack", choice("cited", 5))
    assert len(CLIMB.deal(pool([*typed, cited]), want())) >= STEPS


@pytest.mark.parametrize("steps", range(1, STEPS + 1))
def test_each_step_is_worth_more_and_a_miss_falls_to_the_last_safe_one(steps: int) -> None:
    round = up(climb(), steps)
    assert round.state.points == LADDER[steps - 1]
    assert round.state.banked == max(
        (LADDER[safe - 1] for safe in SAFE if safe <= steps), default=0
    )
    if steps < STEPS:
        fallen = fall(round)
        assert fallen.over == "lives"
        _, finish = fallen.finish(NOON)
        assert finish.points == fallen.state.points == round.state.banked
        assert f"step {steps + 1}" in CLIMB.ending("lives", fallen.state)
    else:
        assert round.over == "end"
        assert round.finish(NOON)[1].points == 10_000


def test_the_ladder_only_rises() -> None:
    assert list(LADDER) == sorted(set(LADDER))
    assert len(LADDER) == 12
    assert SAFE == (4, 8)


def test_a_ruling_puts_back_on_the_step() -> None:
    round = fall(up(climb(), 5))
    assert round.state.points == 500
    round, _ = round.rule(True, NOON)
    assert (round.state.points, round.over) == (1000, "")
    round = up(round, 1)
    assert round.state.points == 1500


def test_bank_or_go_on() -> None:
    round = climb()
    for open_or_not in (round, round.ask(NOON)[0]):
        with pytest.raises(OutOfTurn, match="Nothing to take"):
            open_or_not.move("bank", NOON)
    round = up(round, 6)
    round, _ = round.move("bank", NOON)
    assert round.over == "banked"
    with pytest.raises(OutOfTurn):
        round.ask(NOON)
    with pytest.raises(OutOfTurn):
        round.move("bank", NOON)
    round, finish = round.finish(NOON)
    assert (finish.points, finish.why, finish.ranked) == (1000, "banked", True)
    assert CLIMB.ending("banked", round.state) == "You stopped after step 6 and took 1,000."


def test_what_fell_cannot_be_banked_nor_what_was_ruled_away() -> None:
    with pytest.raises(OutOfTurn):
        fall(up(climb(), 6)).move("bank", NOON)
    round, _ = up(climb(), 6).move("bank", NOON)
    round, _ = round.rule(False, NOON)
    assert (round.over, round.finish(NOON)[1].points) == ("lives", 500)


def test_who_ends_it_at_an_open_question_keeps_what_is_safe() -> None:
    for steps, safe in ((6, 500), (11, 2000)):
        after, finish = up(climb(), steps).ask(NOON)[0].finish(NOON, "ended")
        assert (finish.points, finish.ranked, after.state.points) == (safe, False, safe)


def test_who_ends_it_after_a_step_takes_it_all() -> None:
    after, finish = up(climb(), 6).finish(NOON, "ended")
    assert (finish.points, finish.ranked) == (1000, False)
    assert after.state.points == CLIMB.total(after.state) == finish.points


def test_help_scales_a_step_and_time_does_not() -> None:
    round, _ = climb(rules=Rules(clock=True, typed=True)).ask(NOON)
    assert round.worth(0) == round.worth(1000) == 150
    round, _ = round.hint(NOON, 1)
    assert round.worth(0) == 75
    assert CLIMB.most(round.dealt, Rules(typed=True)) == 15_000


def test_a_part_climbs_nothing() -> None:
    multi = MultiChoice.model_validate(MultiChoice.EXAMPLE)
    round = Round.begin(opening(CLIMB, (Dealt("p", multi),)), (Dealt("p", multi),), CLIMB)
    round, _ = round.ask(NOON)
    round, _ = round.answer(Given((Clean("Cannes"),)), NOON, 1)
    assert (round.state.points, round.over) == (0, "lives")


def test_lifelines_are_offered_where_they_help_and_once() -> None:
    round = climb()
    assert round.lifelines == ()
    with pytest.raises(OutOfTurn):
        round.move("fifty", NOON)
    round, _ = round.ask(NOON)
    assert [line.id for line in round.lifelines] == ["fifty", "room", "swap", "document"]
    assert len({line.key for line in round.lifelines}) == 4
    round, _ = round.move("fifty", NOON, 2)
    assert [line.id for line in round.lifelines] == ["room", "swap", "document"]
    with pytest.raises(OutOfTurn, match="once"):
        round.move("fifty", NOON, 3)
    assert len(round.aid.hidden) == 2
    round = up(round, 1).ask(NOON)[0]
    assert round.aid.hidden == frozenset()
    assert round.state.used == ("fifty",)


def test_lifelines_that_can_show_nothing_are_refused() -> None:
    dealt = tuple(item for item in mixed() if item.question.kind == "number")[:1]
    round, _ = Round.begin(opening(CLIMB, dealt), dealt, CLIMB).ask(NOON)
    assert round.lifelines == ()
    for what in ("fifty", "room", "swap", "document"):
        with pytest.raises(OutOfTurn, match="No help"):
            round.move(what, NOON)


def test_what_lifelines_show_is_the_same_after_a_resume() -> None:
    round, _ = climb().ask(NOON)
    for what in ("room", "fifty", "document"):
        round, _ = round.move(what, NOON, 1)
    again = Round.begin(round.opening, round.dealt, round.mode, round.records)
    again, _ = again.ask(NOON)
    assert again.aid == round.aid
    assert len(again.aid.lines) == 1 + 1 + 2 + 1
    assert sum(share for _, share in again.aid.shares) == 100
    assert "simulated" in again.aid.lines[1]


def test_a_swap_asks_another_of_the_same_level() -> None:
    round, first = climb().ask(NOON)
    level = round.current.question.difficulty if round.current else 0
    round, move = round.move("swap", NOON, 3)
    assert (move.question, round.phase, round.total) == (first.question, "ready", STEPS)
    assert move.text not in ("", first.question)
    whole = round.whole
    round, asked = round.ask(NOON)
    assert asked.question == move.text
    assert round.current is not None
    assert round.current.question.difficulty == level
    assert round.whole == whole
    with pytest.raises(OutOfTurn):
        round.move("swap", NOON, 3)
    assert up(Round.begin(round.opening, round.dealt, CLIMB, round.records), 12).over == "end"


def test_without_a_reserve_there_is_no_swap() -> None:
    round, _ = climb(12).ask(NOON)
    assert "swap" not in [line.id for line in round.lifelines]


def test_the_room_knows_less_the_harder_it_is() -> None:
    votes = {}
    for level in range(1, 6):
        question = choice("a", level)
        form = question.form("")
        assert isinstance(form, Pick)
        polls = [dict(polled(question, form, form.options, str(seed))) for seed in range(100)]
        assert all(sum(poll.values()) == 100 for poll in polls)
        votes[level] = sum(poll[question.answer] for poll in polls) / 100
    assert list(votes.values()) == sorted(votes.values(), reverse=True)
    assert votes[1] > 80
    assert votes[5] < 50
    assert KNOWS[1] > KNOWS[5]


def test_the_room_is_sometimes_wrong() -> None:
    question = choice("a", 5)
    form = question.form("")
    assert isinstance(form, Pick)
    led = 0
    for seed in range(100):
        shares = polled(question, form, form.options, str(seed))
        led += max(shares, key=lambda share: share[1])[0] == question.answer
    assert 50 < led < 100


def test_fifty_leaves_the_right_one_and_another() -> None:
    question = choice("a")
    form = question.form("")
    others = set[Clean]()
    for seed in range(40):
        hidden = halved(question, form, str(seed))
        assert len(hidden) == 2
        assert question.answer not in hidden
        others |= hidden
    assert len(others) == 3


def test_what_is_not_picked_has_no_right_option() -> None:
    multi = MultiChoice.model_validate(MultiChoice.EXAMPLE)
    assert right_option(multi, multi.form("")) is None
    assert halved(multi, multi.form(""), "") == frozenset()
    assert polled(multi, multi.form(""), (), "") == ()


def test_the_document_shows_where_and_hides_what() -> None:
    question = choice(
        "a",
        prompt="In which year did the prize come back?",
        cite=[
            {"document": "review", "paragraph": 16, "says": ["came back in 1975", "Cannes"]},
            {"document": "other", "paragraph": 2},
        ],
    )
    titles = {"review": Clean("A Review, April 2025")}
    assert opened(Dealt("pack", question, documents=titles)) == (
        "A Review, April 2025, paragraph 16: **** back in **** · ******",
        "other, paragraph 2",
    )
    assert masked("Parasite (2019)", "Which film?") == "******** (****)"


def test_it_needs_twelve_and_a_document() -> None:
    with pytest.raises(Undealable, match="needs 12, and only 11 fit"):
        CLIMB.deal(pool(MANY[:11]), Want())
    bare = [Dealt("pack", choice(f"q{n}", cite=[])) for n in range(30)]
    with pytest.raises(Undealable, match="No document cited"):
        CLIMB.deal(pool(bare), Want())


def test_no_idea_is_a_miss() -> None:
    round, _ = up(climb(), 4).ask(NOON)
    round, _ = round.answer(NO_IDEA, NOON, 1)
    assert (round.over, round.state.points) == ("lives", 500)
