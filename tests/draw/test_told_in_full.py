"""Questions that say of what, whose and when: figureheads, captains, prizes."""

from __future__ import annotations

import pytest

from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from tests.draw.measured import cards

FIGUREHEADS = """# Ships and their figureheads

The museum of the sea has four of them, and each has a story of its own.

| Ship | Built | Figurehead | Carver |
|---|---|---|---|
| Berta | 1852 | a woman with a lamp | John Tolley |
| Sea Wolf | 1838 | a wolf | Ed Marn |
| Morning Star | 1861 | a star | Amos Reeve |
"""
FERRY = (
    "The ferry that the bridge replaces, the Patience, sailed for the last time in 2021. "
    "The Patience was captained by Daniel Frost from 2007 to 2021."
)
HIS_YEAR = (
    "The director Bo Lind came late.\n\n"
    "I had been a fan of Bo Lind, the Danish director, for years. "
    'Then we were in Lund with "Low Tide" the same year he had "Cabin Number Nine".'
)
OSCARS = (
    "Anna Roe made history on Sunday, March 2, 2025, winning four Oscars as the writer and "
    "director of her $6 million film Low Tide. People cheered."
)
OFFER = (
    "# Low Tide\n\nThe film Low Tide is long. Low Tide has two stars. "
    "The film centers on Mara (Anna Roe) and Ivo (Bo Lind). "
    "Ivo offers her $15,000 to be his guide for a week. We liked Low Tide."
)


def asked(text: str) -> dict[str, str]:
    """The prompts of all forms of a text's drafts, each with its answer."""
    every = cards(draw([from_text("a.md", text)]))
    return {str(card["prompt"]): f"{card.get('answer', '')}" for card in every}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (FIGUREHEADS, "Who carved the figurehead of the ship Berta?", "John Tolley"),
        (FERRY, "Who captained the ferry Patience from 2007 to 2021?", "Daniel Frost"),
        (HIS_YEAR, 'Whose work is "Cabin Number Nine"?', "Bo Lind"),
        (OSCARS, "For which film did Anna Roe win Oscars on March 2, 2025?", "Low Tide"),
        (
            OFFER,
            'In "Low Tide", how much money does Ivo offer Mara to be his guide for a week?',
            "$15,000",
        ),
    ],
)
def test_a_question_says_of_what(text: str, prompt: str, answer: str) -> None:
    told = asked(text)
    assert told.get(prompt) == answer, told


def test_whose_title_it_is_stays_open_beside_two_people() -> None:
    two = HIS_YEAR.replace("for years", "and of the director Ed Marn")
    assert 'Whose work is "Cabin Number Nine"?' not in asked(two)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "In 1964, the Lund Prize was replaced again by the Felt Prize.",
            "In which year was the Lund Prize replaced by the Felt Prize?",
        ),
        (
            "Anna Roe beat veteran favorite Clara Holt in 1964.",
            "In which year did Anna Roe beat Clara Holt?",
        ),
    ],
)
def test_again_and_praise_are_left_out(text: str, prompt: str) -> None:
    assert prompt in asked(text)
