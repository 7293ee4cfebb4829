"""Every mode keeps the contract: it is dealt, played by anybody to its end, and folded again."""

from __future__ import annotations

import textwrap
from dataclasses import fields, replace
from random import Random

import pytest

from quiz.core.mode import ENDINGS, Mode
from quiz.core.modes import modes
from quiz.core.records import Attempt, Finish, Move
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import OutOfTurn, Undealable
from tests.conftest import NOON
from tests.core.player import Player
from tests.core.rounds import begun, choice, mixed, opening, pool, right, want

SEEDS = 200
IDS = ("classic", "relaxed", "storm", "streak", "climb", "bet", "daily", "rematch")
every_mode = pytest.mark.parametrize("mode", modes().values(), ids=lambda mode: mode.id)


def rules_of(seed: int) -> Rules:
    """Rules that differ from seed to seed."""
    return Rules(clock=seed % 3 > 0, reading=seed % 3 + 1, typed=seed % 5 == 0)


def test_the_eight_modes_stand_in_the_order_in_which_they_are_offered() -> None:
    assert tuple(modes()) == IDS


@every_mode
def test_a_random_player_reaches_the_end(mode: Mode) -> None:
    ends, did, refused, kills = set[str](), set[str](), 0, 0
    for seed in range(SEEDS):
        rng = Random(f"{mode.id}/{seed}")
        dealt = mode.deal(pool(seed=seed), want(length=rng.choice((5, 10, 20))))
        start = opening(mode, dealt, seed, rules=mode.rules(rules_of(seed)))
        player = Player(Round.begin(start, dealt, mode), rng, skill=rng.choice((0.4, 0.7, 0.95)))
        played = player.play()

        finish = played.records[-1]
        assert isinstance(finish, Finish)
        assert finish.why in ENDINGS
        assert finish.points == played.state.points == mode.total(played.state)
        assert 0 <= finish.right <= finish.asked <= len(dealt)
        assert 0 <= finish.known <= finish.whole
        assert mode.ending(finish.why, played.state)
        refused, kills = refused + player.refused, kills + player.kills
        ends.add(finish.why)
        did |= {record.what for record in played.records if isinstance(record, Move)}
        checked = (
            range(len(player.states)) if seed % 5 == 0 else rng.sample(range(len(player.states)), 3)
        )
        for n in checked:
            again = Round.begin(start, dealt, mode, played.records[:n])
            assert again.state == player.states[n], (seed, n, played.records[n - 1])
    assert ends <= {"end", "lives", "time", "banked"}
    assert ends & {"end", "time", "lives"}
    assert min(refused, kills) > SEEDS // 2
    assert mode.moves <= did


@every_mode
def test_the_same_seed_deals_the_same_round(mode: Mode) -> None:
    rounds = {}
    for seed in range(20):
        first = mode.deal(pool(seed=seed), want())
        again = mode.deal(pool(seed=seed), want())
        assert [item.key for item in first] == [item.key for item in again]
        assert len({item.key for item in first}) == len(first)
        rounds[seed] = tuple(item.key for item in first)
    chance = mode.id not in ("daily", "rematch")
    assert (len(set(rounds.values())) > 10) is chance


@every_mode
def test_a_seed_that_was_asked_for_ignores_what_was_seen(mode: Mode) -> None:
    seen = {item.key: float(n) for n, item in enumerate(mixed()) if n % 3}
    fresh = mode.deal(pool(), want(blind=True))
    again = mode.deal(pool(seen=seen), want(blind=True))
    assert [item.key for item in fresh] == [item.key for item in again]


@every_mode
def test_its_rules_fit_the_setup_screen(mode: Mode) -> None:
    assert mode.title
    assert len(mode.title) <= 12
    assert 1 <= len(textwrap.wrap(mode.summary, 72)) <= 4


@every_mode
def test_it_says_why_it_ended(mode: Mode) -> None:
    state = begun(mode.id).state
    for why in ENDINGS:
        sentence = mode.ending(why, state)
        assert sentence.endswith(".")
        assert len(sentence) <= 72


@every_mode
def test_nothing_to_deal_is_said_with_a_way_out(mode: Mode) -> None:
    with pytest.raises(Undealable) as none:
        mode.deal(pool(()), want())
    assert none.value.title
    assert none.value.message


@every_mode
def test_a_clock_that_is_off_is_off_everywhere(mode: Mode) -> None:
    round = begun(mode.id, rules=Rules(clock=False))
    player = Player(round, Random(5), skill=1.0)
    played = player.play()
    assert not any(record.left for record in played.records if isinstance(record, Move | Attempt))
    assert played.state.why != "time"
    with pytest.raises(OutOfTurn):
        played.time_up(player.at, 10_000)


@every_mode
def test_modes_have_no_state_of_their_own(mode: Mode) -> None:
    assert not vars(mode)


@every_mode
def test_the_most_is_what_the_best_player_gets(mode: Mode) -> None:
    rules = mode.rules(Rules())
    round = begun(mode.id)
    if mode.limit:
        rules = Rules(clock=False)
        round = begun(mode.id, rules=rules)
    best = perfect(round)
    assert best.state.points == mode.most(round.dealt, rules)
    assert best.stars == 5


@every_mode
@pytest.mark.parametrize("what", ["pause", "resume", "flag"])
def test_what_is_always_allowed_changes_nothing_but_the_time_spent(mode: Mode, what: str) -> None:
    round = begun(mode.id)
    assert round.move(what, NOON, 3.0)[0].state == round.state
    round, _ = round.ask(NOON)
    assert round.move(what, NOON, 3.0)[0].state == replace(round.state, spent=3.0)
    assert round.current is not None
    given = right(round.current.question)
    if mode.wagers:
        round, _ = round.move("certainty", NOON, 0, Clean("sure"))
    round, _ = round.answer(given, NOON, 4.0)
    assert round.move(what, NOON, 9.0)[0].state == round.state


def perfect(round: Round) -> Round:
    """The round with every answer right, at once, and sure."""
    while not round.over:
        round, _ = round.ask(NOON)
        assert round.current is not None
        given = right(round.current.question)
        if round.mode.wagers:
            round, _ = round.move("certainty", NOON, 0, round.mode.certainties[-1].title)
        round, _ = round.answer(given, NOON, 0)
    return round.finish(NOON)[0]


@every_mode
def test_who_leaves_is_not_ranked(mode: Mode) -> None:
    round = begun(mode.id)
    assert not round.ranked("left")
    assert not round.ranked("ended")
    assert round.ranked("end") is mode.scored


@every_mode
def test_what_was_lost_is_skipped_and_never_asked(mode: Mode) -> None:
    for seed in range(20):
        rng = Random(seed)
        dealt = mode.deal(pool(seed=seed), want())
        start = opening(mode, dealt, seed, rules=mode.rules(Rules()))
        player = Player(Round.begin(start, dealt, mode), rng, skill=0.9)
        player.states = [player.round.state]
        for _ in range(rng.randrange(20)):
            if player.round.phase != "over":
                player.act()
        if player.round.phase == "over":
            continue
        gone = rng.sample(range(len(dealt)), 3)
        left: tuple[Dealt | None, ...] = tuple(
            None if n in gone else item for n, item in enumerate(dealt)
        )
        records = player.round.records
        player.round = Round.begin(start, left, mode, records)
        played = player.play()
        keys = {item.key for n, item in enumerate(dealt) if n in gone}
        new = [r.question for r in played.records[len(records) :] if isinstance(r, Attempt)]
        assert not keys & set(new)
        assert Round.begin(start, left, mode, played.records).state == played.state


def test_every_field_of_a_state_is_compared() -> None:
    state = begun().state
    assert all(field.compare for field in fields(state))


def test_pools_for_these_tests_hold_every_kind_and_level() -> None:
    assert len({item.question.kind for item in mixed()}) == 9
    assert {item.question.difficulty for item in mixed()} == {1, 2, 3, 4, 5}
    assert choice("a").id == "a"
