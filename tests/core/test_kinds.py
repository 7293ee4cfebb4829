"""Every kind keeps the contract, and each marks in the way of its own."""

from __future__ import annotations

import unicodedata
from random import Random
from typing import Any, get_args

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quiz.core.form import (
    NO_IDEA,
    Arrange,
    Fill,
    Form,
    Given,
    Pair,
    Pick,
    PickMany,
    Write,
    blank,
    shown,
)
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.core.text import Clean
from quiz.core.verdict import NOWHERE, Context
from tests.core.asking import ask, given_texts, load

NAMES = (
    "choice",
    "clues",
    "list",
    "match",
    "multi-choice",
    "number",
    "order",
    "short-answer",
    "true-false",
)
HOSTILE = (
    "[/] [red]x[/red] [@click=app.quit]y[/] {x!r} %s",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eright to left\u2066",
    "\x9b31m\x85next",
    "👩‍👩‍👧 🏳️‍🌈 🎬",
    "long " * 110,
    "'; DROP TABLE rounds; --\\ \"\"\" '''",
)
NOT_TEXT = {"id", "kind", "match"}


def hostile(value: Any, poison: str, at: list[int]) -> Any:
    """The same fields with poison in every text; each text stays another one."""
    if isinstance(value, str):
        at[0] += 1
        return f"{poison}{at[0]}"
    if isinstance(value, list):
        return [hostile(one, poison, at) for one in value]
    if isinstance(value, dict):
        return {k: one if k in NOT_TEXT else hostile(one, poison, at) for k, one in value.items()}
    return value


def answer_to(question: Question, rng: Random) -> Given:
    """Something that a player could give."""
    match question.form("seed"):
        case Pick(options):
            return Given((rng.choice(options),))
        case PickMany(options):
            return Given(tuple(rng.sample(options, rng.randint(1, len(options)))))
        case Arrange(items):
            return Given(tuple(rng.sample(items, rng.randint(1, len(items)))))
        case Pair(left, right):
            return Given(tuple(rng.choice((*right, Clean(""))) for _ in left))
        case Write() | Fill():
            texts = (*question.answers(), Clean("1955"), Clean("?"), Clean("x" * 600))
            return Given((rng.choice(texts),))


def test_all_nine_are_found() -> None:
    assert tuple(kinds()) == NAMES


@pytest.mark.parametrize("kind", NAMES)
class TestContract:
    def test_the_example_loads(self, kind: str) -> None:
        question = load(kinds()[kind].EXAMPLE)
        assert type(question) is kinds()[kind]
        assert question.kind == kind
        assert question.expected()

    def test_every_field_says_what_it_is(self, kind: str) -> None:
        assert all(field.description for field in kinds()[kind].model_fields.values())

    def test_it_survives_toml_and_back(self, kind: str) -> None:
        question = load(kinds()[kind].EXAMPLE)
        fields = question.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert fields == question.EXAMPLE
        assert load(tomli.loads(tomli_w.dumps(fields))) == question

    def test_right_is_right_and_wrong_is_wrong(self, kind: str) -> None:
        question = load(kinds()[kind].EXAMPLE)
        right = question.verdict(question.RIGHT, NOWHERE)
        assert (right.credit, right.mark, right.expected) == (1, "right", question.expected())
        last = Context(clues=99, tries=(Clean("x"),))
        wrong = question.verdict(question.WRONG, last)
        assert (wrong.credit, wrong.mark, wrong.expected) == (0, "wrong", question.expected())

    def test_the_seed_gives_the_form(self, kind: str) -> None:
        question = load(kinds()[kind].EXAMPLE)
        again = load(question.EXAMPLE)
        for seed in ("1", "2", "an/other"):
            assert question.form(seed) == again.form(seed)
            assert question.form(seed, typed=True) == again.form(seed, typed=True)
            assert sorted(shown(question.form(seed))) == sorted(shown(question.form("x")))
        assert isinstance(question.form("1"), get_args(Form))

    def test_no_idea_is_an_answer(self, kind: str) -> None:
        question = load(kinds()[kind].EXAMPLE)
        verdict = question.verdict(NO_IDEA, NOWHERE)
        assert (verdict.mark, verdict.credit, verdict.close) == ("passed", 0, False)
        assert verdict.expected == question.expected()

    @pytest.mark.parametrize("poison", HOSTILE)
    def test_hostile_text_survives_loading_and_judging(self, kind: str, poison: str) -> None:
        question = load(hostile(kinds()[kind].EXAMPLE, poison, [0]))
        told = [question.prompt, question.expected(), *question.answers(), *question.decoys()]
        told += shown(question.form("1"))
        answers = [answer_to(question, Random(seed)) for seed in range(20)]
        for answer in (*answers, given_texts(poison)):
            verdict = question.verdict(answer, NOWHERE)
            assert 0 <= verdict.credit <= 1
            told += [verdict.expected, verdict.why, *verdict.found]
        fields = question.model_dump(mode="json", by_alias=True, exclude_unset=True)
        assert load(tomli.loads(tomli_w.dumps(fields))) == question
        unsafe = {c for text in told for c in text if unicodedata.category(c)[0] == "C"}
        assert unsafe <= {"\n", "\t", "\u200d", "\u200c"}

    @given(st.lists(st.text(max_size=30), min_size=1, max_size=5), st.integers(0, 9), st.booleans())
    def test_judging_never_raises(
        self, kind: str, texts: list[str], clues: int, typed: bool
    ) -> None:
        question = load(kinds()[kind].EXAMPLE)
        context = Context(siblings=frozenset(texts), clues=clues, typed=typed)
        verdict = question.verdict(given_texts(*texts), context)
        assert verdict == question.verdict(given_texts(*texts), context)
        assert 0 <= verdict.credit <= 1
        assert not (verdict.close and (verdict.credit or verdict.expected))

    def test_unknown_fields_are_errors(self, kind: str) -> None:
        with pytest.raises(ValidationError):
            load({**kinds()[kind].EXAMPLE, "anwser": "x"})


def test_a_pack_of_all_kinds_knows_its_siblings() -> None:
    questions = [model.EXAMPLE for model in kinds().values()]
    pack = Pack.model_validate({"format": 1, "id": "p", "title": "P", "question": questions})
    assert {"Cannes", "Venice", "Kuosmanen", "Sean Baker", "1955"} <= pack.siblings()


@pytest.mark.parametrize("texts", [("",), ("  \t",), ("", ""), ("\u200d",), ("\u3000",)])
def test_blank_is_no_answer(texts: tuple[str, ...]) -> None:
    assert blank(given_texts(*texts))


@pytest.mark.parametrize("answer", [NO_IDEA, given_texts("x"), given_texts("", "x")])
def test_all_else_is(answer: Given) -> None:
    assert not blank(answer)


def test_reading_counts_what_is_shown() -> None:
    assert ask("true-false", prompt="One two three").words() == 5
    assert ask("order", prompt="One", items=["a b", "c"], by="size").words() == 5
    assert ask("short-answer", prompt="One two").words() == 2
