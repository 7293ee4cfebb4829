"""The deal: the same mix each time, unseen first, nothing given away, one round for one seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.deal import LEVELS, Hand, Pool, Want, even_deal, mix, too_few, wanted
from quiz.core.leaks import gives_away
from quiz.core.state import Dealt
from quiz.errors import Undealable
from tests.core.rounds import choice, mixed, pool

COUNTS = st.dictionaries(st.integers(1, 5), st.integers(1, 60), min_size=1)


def rows(counts: dict[int, int]) -> tuple[Dealt, ...]:
    """So many questions of each level."""
    return tuple(
        Dealt("pack", choice(f"q{level}-{n}", level))
        for level, count in counts.items()
        for n in range(count)
    )


def keys(dealt: Sequence[Dealt]) -> list[str]:
    return [item.key for item in dealt]


def levels(dealt: Sequence[Dealt]) -> list[int]:
    return [item.question.difficulty for item in dealt]


@given(COUNTS, st.integers(0, 300))
def test_the_mix_shares_by_largest_remainders(counts: dict[int, int], length: int) -> None:
    length = min(length, sum(counts.values()))
    share = mix(counts, length)
    assert sum(share.values()) == length
    for level, count in counts.items():
        exact = length * count / sum(counts.values())
        assert int(exact) <= share[level] <= int(exact) + 1
        assert share[level] <= count
    total = sum(counts.values())
    rest = {level: length * count % total for level, count in counts.items()}
    more = [
        rest[level] for level, count in counts.items() if share[level] > length * count // total
    ]
    less = [
        rest[level] for level, count in counts.items() if share[level] == length * count // total
    ]
    assert min(more, default=total) >= max(less, default=0)


def test_ten_of_the_typical_pack() -> None:
    assert mix({1: 4, 2: 6, 3: 4, 4: 4, 5: 2}, 10) == {1: 2, 2: 3, 3: 2, 4: 2, 5: 1}


MANY = rows({1: 8, 2: 12, 3: 8, 4: 8, 5: 4})


@given(st.randoms(use_true_random=False), st.integers(0, 45), st.integers(0, 40))
def test_the_mix_never_changes_with_what_was_seen(chance: Random, length: int, known: int) -> None:
    seen = {item.key: chance.random() * 1e9 for item in chance.sample(MANY, known)}
    fresh = even_deal(pool(MANY), Want(), length)
    later = even_deal(pool(MANY, seen=seen), Want(), length)
    assert levels(fresh) == levels(later) == sorted(levels(later))
    assert len(later) == (min(length, 40) or 40) == len(set(keys(later)))


@given(st.randoms(use_true_random=False), st.integers(0, 40))
def test_unseen_come_first_then_the_longest_unseen(chance: Random, known: int) -> None:
    seen = {item.key: float(n) for n, item in enumerate(chance.sample(MANY, known))}
    dealt = even_deal(pool(MANY, seed=chance.randrange(99), seen=seen), Want(), 10)
    for level in range(1, 6):
        taken = [item.key for item in dealt if item.question.difficulty == level]
        rest = {item.key for item in MANY if item.question.difficulty == level} - set(taken)
        ages = [seen.get(key, -1.0) for key in taken]
        assert ages == sorted(ages)
        assert max(ages) <= min((seen.get(key, -1.0) for key in rest), default=1e9)


def test_many_seen_of_very_many_still_come_in_order() -> None:
    there = rows({3: 400})
    order = Random(4).sample(there, 400)
    seen = {item.key: float(n) for n, item in enumerate(order)}
    dealt = even_deal(pool(there, seen=seen), Want(), 150)
    assert keys(dealt) == keys(order[:150])
    for item in order[200:300]:
        del seen[item.key]
    dealt = even_deal(pool(there, seen=seen), Want(), 150)
    assert set(keys(dealt[:100])) == set(keys(order[200:300]))
    assert keys(dealt[100:]) == keys(order[:50])


def test_a_seed_ignores_what_was_seen() -> None:
    seen = {item.key: 1.0 for item in MANY[::3]}
    plain = even_deal(pool(MANY), Want(blind=True), 10)
    assert plain == even_deal(pool(MANY, seen=seen), Want(blind=True), 10)
    assert plain != even_deal(pool(MANY, seen=seen), Want(), 10)


def test_a_seed_deals_the_same_on_every_python() -> None:
    """Frozen: only Random.random() is used, whose sequence Python promises to keep."""
    assert keys(even_deal(pool(MANY, seed=7), Want(), 10)) == FROZEN


FROZEN = [
    "pack/q1-2",
    "pack/q1-0",
    "pack/q2-7",
    "pack/q2-1",
    "pack/q2-0",
    "pack/q3-2",
    "pack/q3-1",
    "pack/q4-4",
    "pack/q4-1",
    "pack/q5-1",
]


def test_every_question_is_dealt_about_as_often() -> None:
    chance = Random(2)
    often = Counter(
        key for _ in range(2000) for key in keys(even_deal(Pool(rows({3: 20}), chance), Want(), 5))
    )
    assert len(often) == 20
    assert all(400 < count < 600 for count in often.values())


def giver(n: int) -> Dealt:
    """A question whose explanation gives the next one's answer away."""
    question = choice(
        f"g{n}",
        prompt=f"Which velvet curtain number {n} hides the marble staircase?",
        answer=f"Person{n:04}",
        explanation=f"Behind the velvet curtain by the marble staircase waits Person{n + 1:04}.",
        cite=[],
    )
    return Dealt("pack", question)


def together(dealt: Sequence[Dealt]) -> bool:
    """Whether any of them gives another away."""
    return any(
        gives_away(one.question, other.question) for one in dealt for other in dealt if one != other
    )


@given(st.integers(0, 99), st.sampled_from((0, 5, 10, 20)))
def test_what_gives_away_is_never_dealt_together(seed: int, length: int) -> None:
    chain = [giver(n) for n in range(16)]
    assert together(chain)
    there = [*chain, *rows({2: 3, 4: 3})]
    dealt = even_deal(pool(there, seed), Want(), length)
    assert not together(dealt)
    if length in (5, 10):
        assert len(dealt) == length


def test_what_a_conflict_leaves_open_comes_from_the_nearest_level() -> None:
    there = [giver(0), giver(1), *rows({2: 4, 5: 4})]
    for seed in range(20):
        dealt = even_deal(pool(there, seed), Want(), 10)
        assert len(dealt) == 9
        assert levels(dealt) == [2] * 4 + [3] + [5] * 4
    hand = Hand({3: [giver(0), giver(1)], 4: rows({4: 2}), 1: rows({1: 2})})
    hand.take({3: 2})
    assert levels(hand.dealt) == [3, 4]


def test_questions_that_fit_are_not_lost_to_others_that_do_not() -> None:
    hand = Hand({3: [giver(0), giver(1), *rows({3: 5})]})
    hand.take({3: 2})
    hand.take({3: 9})
    assert len(hand.dealt) == 6
    assert hand.take({3: 1}) == []


def test_length_beyond_what_is_there_deals_what_is_there() -> None:
    assert len(even_deal(pool(MANY), Want(), 500)) == len(MANY)
    assert len(even_deal(pool(MANY), Want(), 0)) == len(MANY)


@pytest.mark.parametrize("level", LEVELS)
def test_levels_let_in_what_they_say(level: str) -> None:
    dealt = even_deal(pool(), Want(level=level), 0)
    assert set(levels(dealt)) == set(LEVELS[level])


def test_choices_leave_out_spoilers_mature_themes_and_proposals() -> None:
    there = (
        Dealt("p", choice("plain")),
        Dealt("p", choice("end", tags=["spoiler"])),
        Dealt("p", choice("raw", tags=["other", "mature"])),
        Dealt("p", choice("draft", status="proposed")),
        Dealt("p", choice("moved", status="stale")),
    )

    def let_in(want: Want) -> set[str]:
        return {item.question.id for row in wanted(pool(there), want).values() for item in row}

    assert let_in(Want()) == {"plain", "raw", "moved"}
    assert let_in(Want(plot=False)) == {"plain", "end", "raw", "moved"}
    assert let_in(Want(mature=False)) == {"plain", "moved"}


@pytest.mark.parametrize(
    ("there", "want"),
    [
        ((), Want()),
        ((Dealt("p", choice(level=1)),), Want(level="hard")),
        ((Dealt("p", choice(tags=["spoiler"])),), Want()),
        ((Dealt("p", choice(status="proposed")),), Want()),
    ],
)
def test_nothing_left_says_why_and_what_would_help(there: tuple[Dealt, ...], want: Want) -> None:
    with pytest.raises(Undealable) as none:
        even_deal(pool(there), want, 10)
    assert none.value.message.endswith(".")
    assert none.value.hint.endswith(".")


def test_too_few_counts() -> None:
    assert "needs 12, and only 7 fit" in too_few("The Climb", 12, 7).message
    assert "only one fits" in too_few("The Climb", 12, 1).message


def test_a_deal_leaves_the_pool_as_it_was() -> None:
    there = list(mixed())
    even_deal(pool(there), Want(), 20)
    assert there == list(mixed())
