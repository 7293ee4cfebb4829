"""The modes: simulated players of known skill, and a deal from 100,000 questions in memory."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import cache
from math import exp, log
from random import Random
from statistics import fmean, median
from time import perf_counter

from quiz.core.deal import Pool, Want
from quiz.core.form import NO_IDEA, Given
from quiz.core.kinds.choice import Choice
from quiz.core.mode import Mode
from quiz.core.modes import modes
from quiz.core.records import Attempt, Opening
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean

HEAD = ("what", "ours", "the other", "ratio", "wanted")
QUESTIONS = 100_000
ROUNDS = 10_000
TIMES = 7
NOON = datetime(2026, 11, 21, 12, tzinfo=timezone(timedelta(hours=1)))
SKILLS = {"strong": (5.5, 5.0), "average": (3.6, 8.0), "weak": (1.7, 14.0)}
"""The level at which a player knows half of the answers, and the seconds an answer takes."""
SLOPE = 0.85
_TEXT = (
    "amber bright castle delta ember forest garden harbour island jungle kernel lantern marble "
    "needle orchid pebble quarry river silver timber umbra velvet willow yellow zephyr"
)
_WORDS = tuple(_TEXT.split())


def rows(rounds: int = ROUNDS, questions: int = QUESTIONS) -> list[tuple[str, ...]]:
    """Deals first, beside the plainest deal (filter, random.sample, sort); then the rounds."""
    there = invented(questions)
    table = [deal_row(mode, there) for mode in modes().values()]
    return table + [played_row(mode, rounds) for mode in modes().values()]


@cache
def invented(count: int) -> tuple[Dealt, ...]:
    """Make choice questions in made-up words, on all levels, some of them spoilers."""
    rng = Random(3)
    made = []
    for n in range(count):
        words = rng.choices(_WORDS, k=8)
        question = Choice.model_validate(
            {
                "id": f"q{n}",
                "kind": "choice",
                "prompt": f"Which {words[0]} {words[1]} stands by the {words[2]} of {words[3]}?",
                "answer": f"{words[4]} {n}",
                "distractors": [f"{word} {n}" for word in words[5:]],
                "difficulty": rng.randint(1, 5),
                "tags": ["spoiler" if n % 10 == 0 else words[0]],
                "cite": [{"document": "review", "paragraph": 1, "says": [words[1]]}],
            }
        )
        made.append(Dealt("pack", question))
    return tuple(made)


def deal_row(mode: Mode, there: tuple[Dealt, ...]) -> tuple[str, ...]:
    """Time a deal to a player who has seen a twentieth of the questions, and the plainest."""
    seen = {item.key: float(n) for n, item in enumerate(there[::20])}
    due = tuple(item.key for item in there[3::500])
    count = mode.length or 10

    def ours() -> object:
        pool = Pool(there, Random(1), seen, due, {"pack": "1.0.0"})
        return mode.deal(pool, Want(length=count, day="2026-11-21"))

    def other() -> object:
        plain = [item for item in there if "spoiler" not in item.question.tags]
        return sorted(Random(1).sample(plain, count), key=lambda item: item.question.difficulty)

    gc.collect()
    times = [(timed(ours), timed(other)) for _ in range(TIMES)]
    mine, plain = (median(column) for column in zip(*times, strict=True))
    what = f"{mode.title}: a deal from {len(there):,} / filter, random.sample, sort"
    times_as_long = f"{mine / plain:.2f}"
    return what, f"{mine * 1000:.1f} ms", f"{plain * 1000:.1f} ms", times_as_long, "< 50 ms"


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def played_row(mode: Mode, rounds: int) -> tuple[str, ...]:
    """Play rounds with players of known skill; anything the rules do not allow is an error."""
    there = invented(200)
    points: dict[str, list[int]] = {name: [] for name in SKILLS}
    errors = 0
    start = perf_counter()
    for n in range(rounds):
        name = tuple(SKILLS)[n % len(SKILLS)]
        rng = Random(f"{mode.id}/{n}")
        round = simulated(mode, there, n, rng, *SKILLS[name])
        low = -600 * len(round.state.attempts) if mode.wagers else 0
        most = mode.most(round.dealt, round.rules) if not mode.limit else 54_000
        errors += not low <= round.state.points <= most or not 0 <= round.stars <= 5
        if n % 100 == 0:
            again = Round.begin(round.opening, round.dealt, mode, round.records)
            errors += again.state != round.state
        points[name].append(round.state.points)
    taken = (perf_counter() - start) / rounds * 1000
    means = " > ".join(f"{name} {fmean(points[name]):,.0f}" for name in SKILLS)
    what = f"{mode.title}: {rounds:,} rounds, {taken:.1f} ms each; {means}"
    return what, f"{errors} errors", "", "", "0 errors"


def simulated(
    mode: Mode, there: tuple[Dealt, ...], seed: int, rng: Random, skill: float, pace: float
) -> Round:
    """Play one round to its end."""
    pool = Pool(there, Random(seed), due=[item.key for item in there[seed % 7 :: 7]])
    dealt = mode.deal(pool, Want(day=f"{2027 + seed % 70}-{seed % 12 + 1:02}-{seed % 28 + 1:02}"))
    rules = mode.rules(Rules(clock=seed % 4 > 0))
    opening = Opening(
        round=f"r{seed}",
        at=NOON,
        mode=mode.id,
        questions=tuple((item.key, "") for item in dealt),
        seed=seed,
        length=mode.length or 10,
        rules=rules,
    )
    round = Round.begin(opening, dealt, mode)
    while not round.over:
        round, _ = round.ask(NOON)
        round = answered(round, rng, skill, pace)
        if "bank" in mode.moves and not round.over and rng.random() < 0.1:
            round, _ = round.move("bank", NOON)
    return round.finish(NOON)[0]


def answered(round: Round, rng: Random, skill: float, pace: float) -> Round:
    """Answer the open question as a player of this skill and pace does."""
    current = round.current
    assert current is not None
    question = current.question
    assert isinstance(question, Choice)
    took = rng.lognormvariate(log(pace), 0.4)
    knows = 1 / (1 + exp(SLOPE * (question.difficulty - skill)))
    chance = knows + (1 - knows) / 4
    if round.mode.wagers:
        honest = [c for c in round.mode.certainties if 100 * chance >= c.least][-1]
        round, _ = round.move("certainty", NOON, took, Clean(honest.id))
    hit = rng.random() < chance
    given = Given((question.answer if hit else question.distractors[0],))
    after, record = round.answer(given if rng.random() < 0.98 else NO_IDEA, NOON, took)
    assert isinstance(record, Attempt) or after.over == "time"
    return after
