"""Ids: unique, valid, the same in any order, and kept when a file is imported again."""

from __future__ import annotations

import re
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quiz.author.naming import name_all
from quiz.core.question import SLUG

prompts = st.one_of(
    st.text(min_size=1, max_size=30),
    st.sampled_from(["Which festival gives the Palme?", "Which festival gives the Bear?", "Где?"]),
)
questions = st.lists(
    st.tuples(prompts, st.integers(0, 3), st.one_of(st.just(""), st.sampled_from(["q1", "Q 2"]))),
    min_size=1,
    max_size=12,
).map(lambda listed: [asked(*each) for each in listed])


def asked(prompt: str, answer: int, own: str = "", file: str = "x.gift") -> dict[str, Any]:
    origin = {"format": "gift", "file": file} | ({"id": own} if own else {})
    return {"kind": "number", "prompt": prompt, "answer": answer, "origin": origin}


@given(questions)
def test_ids_are_unique_and_valid(listed: list[dict[str, Any]]) -> None:
    names = name_all(listed)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(SLUG, name) and len(name) <= 100 for name in names)


@given(questions, st.integers(0, 99))
def test_ids_do_not_depend_on_the_order_of_the_file(
    listed: list[dict[str, Any]], seed: int
) -> None:
    unlike = list({repr(told): told for told in listed}.values())
    mixed = unlike[:]
    Random(seed).shuffle(mixed)
    before = {repr(told): name for told, name in zip(unlike, name_all(unlike), strict=True)}
    after = {repr(told): name for told, name in zip(mixed, name_all(mixed), strict=True)}
    same = [told for told in before if before[told] == after[told]]
    alike = len({(t["prompt"], t["answer"]) for t in unlike}) < len(unlike)
    assert alike or len(same) == len(before)


@given(questions)
def test_importing_again_keeps_every_id(listed: list[dict[str, Any]]) -> None:
    names = name_all(listed)
    there = [{**told, "id": name} for told, name in zip(listed, names, strict=True)]
    again = name_all(listed, there)
    assert sorted(again) == sorted(names)
    said = dict(zip(names, listed, strict=True))
    for name, told in zip(again, listed, strict=True):
        assert (said[name]["prompt"], said[name]["answer"]) == (told["prompt"], told["answer"])


def test_questions_that_are_alike_are_named_in_the_time_that_they_deserve() -> None:
    names = name_all([asked("Same?", 1)] * 20_000)  # what is quadratic takes minutes
    assert len({*names}) == len(names)


def test_an_edited_question_keeps_its_id_and_another_file_takes_none() -> None:
    there = [{**asked("Old?", 1, "q1"), "id": "mine"}, {**asked("Same?", 1), "id": "also-mine"}]
    assert name_all([asked("New?", 2, "q1"), asked("Same?", 9)], there) == ["mine", "also-mine"]
    other = [asked("Else?", 2, "q1", "y.gift"), asked("Same?", 9, file="y.gift")]
    assert not {"mine", "also-mine"} & set(name_all(other, there))
