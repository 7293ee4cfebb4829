"""Drafts stand by themselves: what a text left unsaid is said, or nothing is asked."""

from __future__ import annotations

import pytest

from quiz.draw.document import from_text
from quiz.draw.drawing import draw


def drawn(text: str, name: str = "a.md") -> dict[str, str]:
    """The prompts of a text's drafts and of their open forms, each with its answer."""
    drawn = draw([from_text(name, text)])
    forms = [form for d in drawn.drafts for form in d.forms if form["kind"] != "true-false"]
    told = {str(form["prompt"]): str(form.get("answer", "")) for form in forms}
    return told | {str(d.question["prompt"]): d.answer for d in drawn.drafts}


PRIZE = "# The Lund Prize\n\nWe gave the Lund Prize to Anna Roe. "
SAID = [
    (
        f"{PRIZE}\n\nShortlist: the six books from which the winner is chosen.",
        (
            "Speaking of the Lund Prize, which term is defined as "
            '"the six books from which the winner is chosen"?'
        ),
    ),
    (
        f"{PRIZE}The poet Bo Lind was 24 when he won in 1990.",
        "How old was Bo Lind when he won the Lund Prize in 1990?",
    ),
    (
        f"{PRIZE}Only two winners were born in Marn: Bo Lind and Ed Holt.",
        "Which two winners of the Lund Prize were born in Marn?",
    ),
    (
        (
            "# Roe & Lind: a history\n\nRoe & Lind bakes bread. Business was slow. "
            "The company was sold to the Marn Group in 1990."
        ),
        "In which year was the company Roe & Lind sold to the Marn Group?",
    ),
    (
        (
            "# The Lund Cathedral\n\nWe saw the Lund Cathedral. It rained. "
            "The organ was built by the organist Bo Lind in 1890."
        ),
        "In which year was the organ of the Lund Cathedral built by the organist Bo Lind?",
    ),
    (
        "The painter Anna Roe came to Lund. In 1921 the engineer Bo Lind met Roe in Ghent.",
        "In which year did Bo Lind meet Anna Roe in Ghent?",
    ),
    (
        (
            "# Races\n\nFrom our reporter, Lund, 3 May 2019\n\nWe saw the Lund Regatta. "
            "The youngest rower of the Lund Regatta was Anna Roe."
        ),
        "Who was the youngest rower of the Lund Regatta in 2019?",
    ),
    ('The film "Low Tide" cost $2 million.', 'How much did "Low Tide" cost?'),
]


@pytest.mark.parametrize(("text", "prompt"), SAID)
def test_what_is_missing_is_said(text: str, prompt: str) -> None:
    assert prompt in drawn(text)


LOST = [
    "Shortlist: the six books from which the winner is chosen.",
    "The poet Bo Lind was 24 when he won in 1990.",
    "Only two winners were born in Marn: Bo Lind and Ed Holt.",
    "The bakery was sold to Agnes Byrne in 1902.",
    "The organ was built by the organist Bo Lind in 1890.",
    "The rower Anna Roe defeated Clara Lind in the semi-final.",
    "The actress Anna Roe learned Arabic for the role.",
    "We saw the Lund Regatta. The youngest rower of the Lund Regatta was Anna Roe.",
    "The engineer Bo Lind used 22 hammers.",
    "The rower Bo Lind weighs 60 kilograms.",
]


@pytest.mark.parametrize("text", LOST)
def test_what_is_missing_and_cannot_be_said_is_not_asked(text: str) -> None:
    assert drawn(text) == {}


def test_one_of_several_is_no_answer() -> None:
    text = (
        "# Low Tide\n\nLow Tide is a film. The film Low Tide follows Ivar (Bo Lind). "
        "The film Low Tide is long. Ivar is one of the goons sent to Lund by Marn."
    )
    assert "Ivar" not in drawn(text).values()


def test_a_year_that_is_told_needs_no_other() -> None:
    told = drawn(
        "We saw the Lund Regatta. In 1990 the youngest rower of the Lund Regatta was Anna Roe."
    )
    assert "Who was the youngest rower of the Lund Regatta in 1990?" in told


def test_a_word_of_the_answer_in_the_prompt_gives_nothing_away() -> None:
    rows = "| Ship | Figurehead |\n|---|---|\n| Sea Wolf | a wolf |\n| Anna | a star |\n"
    told = drawn(f"# Ships\n\n{rows}| Berta | a hand |\n| Clara | a lamp |")
    assert told["Which ship has a star as its figurehead?"] == "Anna"
    assert "Which ship has a wolf as its figurehead?" not in told


def test_one_fact_in_two_ways_is_one_card() -> None:
    told = drawn(
        "The Low Tide was painted by Anna Roe in 1891. "
        'We saw "The Low Tide", a painting by Anna Roe, in the hall.'
    )
    assert list(told.values()).count("Anna Roe") == 1
