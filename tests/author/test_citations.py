"""Citations are proved: the paragraph, the terms byte for byte, and the answer."""

from __future__ import annotations

from typing import Any

import pytest

from quiz.author.check import check
from quiz.core.pack import Pack

PARAGRAPHS = (
    "Anora won the Palme d’Or in May 2024.",
    "It cost $6 million; twenty-three actors were seen, 1,500 extras waited.",
    "The Piano shared the prize in nineteen ninety-three.",
)
CODES = {"document-missing", "no-such-paragraph", "not-said", "answer-not-cited"}


def proved(
    fields: dict[str, Any], documents: dict[str, tuple[str, ...] | str] | None = None, **cite: Any
) -> list[tuple[str, tuple[str | int, ...]]]:
    """What is wrong with the citation of one question."""
    question = {
        "id": "q",
        "kind": "choice",
        "prompt": "What?",
        "distractors": ["No"],
        "cite": [{"document": "d", "paragraph": 1, **cite}],
        **fields,
    }
    if question["kind"] != "choice":
        del question["distractors"]
    data = {
        "format": 1,
        "id": "p",
        "title": "P",
        "document": [{"id": "d", "title": "D"}],
        "question": [question],
    }
    found = check(Pack.model_validate(data), data, documents or {"d": PARAGRAPHS})
    return [(told.code, told.where) for told in found if told.code in CODES]


@pytest.mark.parametrize(
    ("fields", "paragraph"),
    [
        ({"answer": "Anora"}, 1),
        ({"answer": "The Palme d'Or"}, 1),
        ({"answer": "$6 million"}, 2),
        ({"answer": "23 actors"}, 2),
        ({"answer": "The piano"}, 3),
        ({"kind": "number", "answer": 2024}, 1),
        ({"kind": "number", "answer": 23}, 2),
        ({"kind": "number", "answer": 1500}, 2),
        ({"kind": "number", "answer": 6, "unit": "million dollars"}, 2),
        ({"kind": "number", "answer": 6000000, "unit": "dollars"}, 2),
        ({"kind": "number", "answer": 1993}, 3),
        ({"kind": "short-answer", "answer": "Jane", "accept": ["(The) Piano"]}, 3),
        ({"kind": "true-false", "answer": True}, 3),
    ],
)
def test_an_answer_that_stands_there(fields: dict[str, Any], paragraph: int) -> None:
    assert proved(fields, paragraph=paragraph) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"answer": "Parasite"},
        {"answer": "nor"},
        {"kind": "number", "answer": 2025},
        {"kind": "number", "answer": 24},
    ],
)
def test_an_answer_that_does_not(fields: dict[str, Any]) -> None:
    assert proved(fields) == [("answer-not-cited", ("question", 0, "answer"))]


def test_terms_stand_byte_for_byte() -> None:
    assert proved({"answer": "Anora"}, says=["Palme d’Or", "May 2024"]) == []
    assert proved({"answer": "Anora"}, says=["May 2024", "Palme d'Or"]) == [
        ("not-said", ("question", 0, "cite", 0, "says", 1))
    ]


def test_the_way_out_names_the_paragraph_that_says_it() -> None:
    data = {
        "format": 1,
        "id": "p",
        "title": "P",
        "document": [{"id": "d", "title": "D"}],
        "question": [
            {
                "id": "q",
                "kind": "true-false",
                "prompt": "x",
                "answer": True,
                "cite": [{"document": "d", "paragraph": 1, "says": ["shared the prize"]}],
            }
        ],
    }
    found = check(Pack.model_validate(data), data, {"d": PARAGRAPHS})
    told = next(each for each in found if each.code == "not-said")
    assert told.help == "It stands in paragraph 3."


def test_a_paragraph_beyond_the_end() -> None:
    assert proved({"answer": "Anora"}, paragraph=4) == [
        ("no-such-paragraph", ("question", 0, "cite", 0, "paragraph"))
    ]


def test_a_document_that_is_not_there_is_told_once() -> None:
    assert proved({"answer": "Parasite"}, {"d": "it is gone"}) == [
        ("document-missing", ("document", 0))
    ]


def test_a_document_that_nobody_looked_up_is_told() -> None:
    assert proved({"answer": "Parasite"}, {"other": PARAGRAPHS}) == [
        ("document-missing", ("document", 0))
    ]


def test_a_document_without_a_file_is_missed_only_where_it_is_cited() -> None:
    assert proved({"answer": "Parasite", "cite": []}, {"d": "it is gone"}) == []


def test_nothing_is_proved_unless_it_is_asked_for() -> None:
    data = {
        "format": 1,
        "id": "p",
        "title": "P",
        "document": [{"id": "d", "title": "D"}],
        "question": [
            {
                "id": "q",
                "kind": "true-false",
                "prompt": "x",
                "answer": True,
                "cite": [{"document": "d", "paragraph": 9}],
            }
        ],
    }
    assert not {told.code for told in check(Pack.model_validate(data), data)} & CODES
