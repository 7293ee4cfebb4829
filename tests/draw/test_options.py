"""Answers and wrong options: parts of names, one style of figures, strangers, braces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.draw.accepting import accepted
from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.fact import Fact
from quiz.draw.options.arithmetic import numbers
from quiz.errors import Unreadable
from tests.draw.measured import cards

ODD = [
    "{}",
    "{0}",
    "{beta}",
    "{x!r:>{w}}",
    "{{}}",
    "}{",
    "\\1",
    "\\g<0>",
    "%s",
    "$1",
    "[/]",
    "(?P<",
    "*",
]
TEMPLATES = [
    "The Orrin {} Tower was opened in 1931 by the engineer Anna {}.",
    'The film "Low {}" was directed by the director Bo {}Lind in 1950.',
    "Weir {}: a low dam {} that raises a river",
    '"A bridge is a {} road that dares to go," said Anna Roe.',
    "| Ship {} | Carver |\n|---|---|\n| Anna {} | Bo Lind |\n| Berta | Ed {} |\n| C | Ida Holm |",
    "Q: Who built {}?\nA: Anna {} Roe",
    "Only two towns in Lund {} have a mill: Marn and Felt {}.",
    "The Roe {} Bridge has nine spans.",
    "Longest river of Lund {}: the Cam",
]


@given(st.lists(st.sampled_from(TEMPLATES), min_size=1, max_size=5), st.data())
def test_any_text_survives(lines: list[str], data: st.DataObject) -> None:
    odd = st.one_of(st.sampled_from(ODD), st.text(max_size=4))
    text = "\n\n".join(line.replace("{}", data.draw(odd)) for line in lines)
    try:
        document = from_text("any.md", text)
    except Unreadable:
        return
    for question in cards(draw([document])):
        kinds()[str(question["kind"])].model_validate(question)


def test_braces_of_a_text_stay_as_they_are() -> None:
    (card,) = draw([from_text("a.md", "The Orrin {beta} Tower was opened in 1931.")]).drafts
    assert "The Orrin {beta} Tower was opened in 1931." in map(str, card.question.values())


@pytest.mark.parametrize(
    ("name", "accept"),
    [
        ("Anna Roe", ["(Anna) Roe"]),
        ("Magnus II", None),
        ("Henry VIII", None),
        ("Martin Luther King Jr.", ["(Martin Luther) King (Jr.)"]),
        ("Anna Roe PhD", ["(Anna) Roe (PhD)"]),
        ("Anthony van Dyck", ["(Anthony) van Dyck"]),
    ],
)
def test_a_surname_alone_is_right_and_an_ordinal_is_none(name: str, accept: object) -> None:
    sentence = from_text("a.md", "x").blocks[0]
    fact = Fact("made-by", "x", name, "person", "Who?", sentence)
    assert accepted(fact).get("accept") == accept


def test_a_surname_that_tells_nobody_is_not_enough() -> None:
    sentence = from_text("a.md", "x").blocks[0]
    fact = Fact("made-by", "x", "Anna Roe", "person", 'Who wrote "Madame Roe"?', sentence)
    assert accepted(fact) == {}
    fact = Fact("made-by", "x", "Anna Roe", "person", "Who?", sentence)
    assert accepted(fact, {"Roe"}.__contains__) == {}


@pytest.mark.parametrize(
    ("value", "measure", "accept"),
    [
        ("central Jersey", "place", ["(central) Jersey"]),
        ("Grand Prix du Festival International du Film", "award", ["Grand Prix"]),
        ("Low Tide: A Story of Two Sisters", "work", ["Low Tide"]),
        ("Palme d'Or", "award", None),
        ("the Museum of the Coast", "thing", None),
        ("new ideas", "text", None),
    ],
)
def test_what_nobody_types_is_optional(value: str, measure: str, accept: object) -> None:
    sentence = from_text("a.md", "x").blocks[0]
    fact = Fact("superlative", "x", value, measure, "What?", sentence)
    assert accepted(fact).get("accept") == accept


@pytest.mark.parametrize(("value", "number"), [("eleven", 11), ("ninety-five", 95), ("11", 11)])
def test_figures_are_written_in_one_way(value: str, number: int) -> None:
    sentence = from_text("a.md", "x").blocks[0]
    fact = Fact("how-many", "x", value, "number", "How many?", sentence, number=float(number))
    found = [text for text, _ in numbers(fact)]
    assert found
    assert all(text[0].isdigit() == value[0].isdigit() for text in found)


def test_strangers_of_another_document_are_no_options() -> None:
    own = "The Tarn Bridge was founded by the engineer Anna Roe. We saw the Lund Museum."
    others = "The poet Clara Holt met the actor Ed Marn and the composer Flora Wick in Felt."
    drawn = draw([from_text("one.md", own), from_text("two.md", others)])
    (card,) = (d for d in drawn.drafts if d.answer == "Anna Roe")
    assert card.question["kind"] == "short-answer"
    met = (
        "The poet Clara Holt met the actor Ed Marn and the composer Flora Wick in the Lund Museum."
    )
    akin = draw([from_text("one.md", own), from_text("two.md", met)])
    (card,) = (d for d in akin.drafts if d.answer == "Anna Roe")
    assert set(card.question["distractors"]) == {"Clara Holt", "Ed Marn", "Flora Wick"}
