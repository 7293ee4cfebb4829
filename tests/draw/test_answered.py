"""Answers are looked for in what is cited: in figures and in words, and each part of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quiz.core.kinds import kinds
from quiz.core.question import Question
from quiz.draw.answered import answered
from quiz.draw.document import read
from quiz.draw.drawing import draw
from quiz.draw.verify import verify

OWN = Path(__file__).parents[1] / "documents"
BRIDGE = "The Roe Bridge has twenty-one spans and was built in 1921 by Anna Roe for $1.5 million."
CREW = "Roe’s crew were the brothers Lind, Bo Marr and the Golden Gannet’s cook."


def question(kind: str, **fields: Any) -> Question:
    """A question of any kind with these fields."""
    head = {"id": "q", "kind": kind, "prompt": fields.pop("prompt", "What is it?")}
    return kinds()[kind].model_validate({**head, **fields})


FOUND = [
    question("number", answer=1921),
    question("number", answer=21),
    question("number", answer=1.5, unit="million dollars"),
    question("short-answer", answer="Anna Roe"),
    question("short-answer", answer="21"),
    question("short-answer", answer="The bridge lady", accept=["(Anna) Roe"]),
    question("choice", answer="the Roe Bridge", distractors=["a", "b"]),
    question("multi-choice", answers=["Bo Marr", "Joseph Lind"], distractors=["a"]),
    question("order", items=["Anna Roe", "Bo Marr"]),
    question("list", entries=["Bo Marr", ["The prize", "Golden Gannet"]], need=2),
    question("match", pairs=[["Roe Bridge", "1921"], ["Golden Gannet", "cook"]]),
    question("true-false", answer=True, prompt="As of May 2025, the bridge of 1921 stands."),
    question("clues", answer="Anna Roe", clues=["She built.", "A bridge."]),
]
LOST = {
    "1871": question("number", answer=1871),
    "1.5 billion dollars": question("number", answer=1.5, unit="billion dollars"),
    "Otto Brandt": question("short-answer", answer="Otto Brandt", accept=["(Otto) Brandt"]),
    "Otto Marr": question("short-answer", answer="Otto Marr"),
    "Bo Lind": question("order", items=["Anna Roe", "Bo Lind"]),
    "Tin Gull": question("list", entries=["Bo Marr", ["Tin Gull", "The Gull"]], need=2),
    "1920": question("match", pairs=[["Roe Bridge", "1920"], ["Golden Gannet", "cook"]]),
    "1931": question("true-false", answer=True, prompt="The bridge is from 1931."),
}


@pytest.mark.parametrize("told", FOUND, ids=lambda told: told.kind)
def test_an_answer_is_found_however_it_is_written(told: Question) -> None:
    found = answered(told, [BRIDGE, CREW], [])
    assert found
    assert (found.where, found.absent) == ("passage", ())


@pytest.mark.parametrize("absent", LOST)
def test_another_answer_is_missed(absent: str) -> None:
    found = answered(LOST[absent], [BRIDGE, CREW.replace("brothers Lind", "Linds")], [BRIDGE])
    assert found
    assert (found.where, found.absent) == ("nowhere", (absent,))


def test_what_stands_elsewhere_is_told_apart_from_what_stands_nowhere() -> None:
    told = answered(question("number", answer=1921), [CREW], [BRIDGE, CREW])
    assert told
    assert (told.where, told.absent) == ("elsewhere", ("1921",))


@pytest.mark.parametrize(
    "told",
    [
        question("true-false", answer=False, prompt="It was built in 1871."),
        question("true-false", answer=True, prompt="It is old."),
        question("choice", answer="Up", distractors=["a"], origin={"rule": "odd-one-out"}),
    ],
)
def test_what_no_passage_can_say_is_not_looked_for(told: Question) -> None:
    assert answered(told, [BRIDGE], [BRIDGE]) is None


def test_a_number_is_found_at_the_end_of_a_long_passage() -> None:
    long = f"{'It is a long way to the bridge. ' * 60}It is from 1921."
    assert answered(question("number", answer=1921), [long], []).where == "passage"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "file", sorted(f.name for f in OWN.glob("[!R]*.[mth]*") if f.suffix != ".toml")
)
def test_the_answer_of_every_draft_stands_in_its_own_document(file: str) -> None:
    document = read(file, (OWN / file).read_bytes())
    for draft in draw([document]).drafts:
        for form in (draft.question, *draft.forms):
            told = kinds()[form["kind"]].model_validate(dict(form))
            passages = [verify(cite, document).now for cite in told.cite]
            found = answered(told, passages, document.paragraphs)
            assert found is None or found.where != "nowhere", (form["prompt"], found)
