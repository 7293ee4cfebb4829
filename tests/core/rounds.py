"""Rounds for the tests of the rules: questions of every kind, pools, openings, answers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random
from typing import Any

from quiz.core.deal import Pool, Want
from quiz.core.form import Given
from quiz.core.kinds import kinds
from quiz.core.kinds.choice import Choice
from quiz.core.mode import Mode
from quiz.core.modes import modes
from quiz.core.question import Question
from quiz.core.records import Opening
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from tests.conftest import NOON

CITE = {"document": "review", "paragraph": 3, "says": ["the golden jury of May"]}


def choice(id: str = "q", level: int = 3, **more: Any) -> Choice:
    """A question with four options, the right one called after its id."""
    fields: dict[str, Any] = {
        "id": id,
        "kind": "choice",
        "prompt": f"Which one is meant by {id}?",
        "answer": f"right {id}",
        "distractors": [f"{wrong} {id}" for wrong in ("wrong", "other", "third")],
        "difficulty": level,
        "hints": ["Think.", "Think again."],
        "cite": [CITE],
    }
    return Choice.model_validate(fields | more)


@cache
def mixed(count: int = 90) -> tuple[Dealt, ...]:
    """Questions of every kind on every level; every second one is a choice."""
    made: list[Dealt] = []
    others = list(kinds().values())
    for n in range(count):
        level, id = n % 5 + 1, f"q{n}"
        question: Question = choice(id, level)
        if n % 2:
            kind = others[n // 2 % len(others)]
            fields = {"id": id, "difficulty": level, "hints": ["Think."]}
            question = kind.model_validate(kind.EXAMPLE | fields)
        made.append(Dealt("pack", question))
    return tuple(made)


def pool(questions: Sequence[Dealt] | None = None, seed: int = 1, **more: Any) -> Pool:
    """A pool of questions of every kind, or of these; all of them are due."""
    there = mixed() if questions is None else questions
    fields: dict[str, Any] = {
        "due": tuple(item.key for item in there),
        "versions": {"pack": "1.0.0"},
    }
    return Pool(there, Random(seed), **(fields | more))


def want(**more: Any) -> Want:
    """What a player wants who leaves all as it is."""
    return Want(**({"day": "2026-11-21"} | more))


def opening(mode: Mode, dealt: Sequence[Dealt | None], seed: int = 1, **more: Any) -> Opening:
    """The record that a round was dealt."""
    there = [item for item in dealt if item is not None]
    fields: dict[str, Any] = {
        "round": "r1",
        "at": NOON,
        "mode": mode.id,
        "questions": tuple((item.key, item.question.fingerprint()) for item in there),
        "seed": seed,
        "length": mode.length or 10,
    }
    return Opening(**(fields | more))


def begun(mode: str = "classic", seed: int = 1, length: int = 10, rules: Rules = Rules()) -> Round:  # noqa: B008
    """A round of a mode, dealt and not yet asked."""
    way = modes()[mode]
    dealt = way.deal(pool(seed=seed), want(length=length))
    return Round.begin(opening(way, dealt, seed, rules=way.rules(rules)), dealt, way)


def of(*questions: Question, mode: str = "classic", rules: Rules = Rules(), **more: Any) -> Round:  # noqa: B008
    """A round of exactly these questions."""
    dealt = tuple(Dealt("pack", question) for question in questions)
    way = modes()[mode]
    return Round.begin(opening(way, dealt, rules=way.rules(rules), **more), dealt, way)


def right(question: Question) -> Given:
    """A right answer."""
    return Given((question.answer,)) if isinstance(question, Choice) else question.RIGHT


def wrong(question: Question) -> Given:
    """A wrong answer."""
    if isinstance(question, Choice):
        return Given((question.distractors[0],))
    return question.WRONG
