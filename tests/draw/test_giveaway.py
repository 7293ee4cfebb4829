"""No draft beside another that tells its answer: the second is a form of the first."""

from __future__ import annotations

import pytest

from quiz.draw.document import from_text
from quiz.draw.drawing import Drawing, draw
from quiz.draw.giveaway import Shown
from tests.draw.measured import OWN, drawing

BRIDGE = "The Roe Bridge was designed by Ida Lund in 1921."
FORMULAS = (
    "# Chemistry\n\nThe teacher wrote that these are the formulas to learn by heart.\n\n"
    "| Substance | Formula |\n|---|---|\n| water | H2O |\n| methane | CH4 |\n"
    "| ammonia | NH3 |\n| table salt | NaCl |"
)
EPISODE = (
    'The "Felt Fens" episode of "The Marns" is one that involves Paul and Anna searching for a'
    " lost miller."
)
PRIZE = "Only two films in history have won the Lund Prize: Low Tide and Old Road."


def drawn(text: str) -> Drawing:
    return draw([from_text("a.md", text)])


@pytest.mark.parametrize(
    ("text", "shown", "form"),
    [
        (BRIDGE, "In which year was the Roe Bridge designed by Ida Lund?", "Who designed"),
        (FORMULAS, "Which substance has H2O as its formula?", "What is the formula of water?"),
        (EPISODE, 'Which episode of "The Marns" involves', 'Of which series is "Felt Fens"'),
    ],
)
def test_the_other_way_round_is_a_form(text: str, shown: str, form: str) -> None:
    cards = {str(draft.question["prompt"]): draft for draft in drawn(text).drafts}
    (card,) = [draft for prompt, draft in cards.items() if prompt.startswith(shown)]
    assert not [prompt for prompt in cards if prompt.startswith(form)]
    (further,) = [told for told in card.forms if str(told["prompt"]).startswith(form)]
    assert further["id"] == card.question["id"]
    assert further["cite"] == card.question["cite"]
    assert further["kind"] == "short-answer"


def test_how_many_and_which_are_one_card() -> None:
    (card,) = drawn(PRIZE).drafts or drawn(f"{PRIZE} It is old.").drafts
    assert {card.question["kind"], *(form["kind"] for form in card.forms)} >= {"list"}


def test_two_facts_of_one_thing_stay_two_cards() -> None:
    cards = drawn("The Roe Bridge was opened in 1921. The Roe Bridge has nine spans.").drafts
    assert len(cards) == 2


def test_one_year_of_two_things_stays_two_cards() -> None:
    prompts = drawn("The Roe Bridge was opened in 1921. In 1921 the Felt Mill was sold.").drafts
    assert len(prompts) == 2


def test_nothing_shown_of_our_documents_gives_another_away() -> None:
    shown = Shown()
    for draft in drawing(OWN).drafts:
        assert shown.clash(draft) is None, draft.question["prompt"]
        shown.add(draft)
