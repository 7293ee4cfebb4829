"""What many answers fit is not asked, nor what says neither whose nor which."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.draw.document import Document, from_text
from quiz.draw.drawing import draw
from quiz.draw.fact import Fact
from quiz.draw.openness import many_fit


def prompts(*texts: str) -> list[str]:
    documents: list[Document] = [
        replace(from_text(f"{n}.md", text), published="2025-04-01") for n, text in enumerate(texts)
    ]
    return [str(draft.question["prompt"]) for draft in draw(documents).drafts]


@pytest.mark.parametrize(
    "deed",
    [
        "collaborated directly with Bo Lind and his wife",
        "worked with Bo Lind on the Roe Bridge",
        "appeared in the film with Bo Lind",
        "attended the Lund Festival",
        "acted beside Bo Lind in Marn",
    ],
)
def test_what_many_do_has_no_one_answer(deed: str) -> None:
    assert not [ask for ask in prompts(f"The actress Anna Roe {deed}.") if ask.startswith("Who")]


@pytest.mark.parametrize(
    ("ask", "open_ended"),
    [
        ("In which year did Anna Roe set a Lund Festival record?", True),
        ("In which year did Anna Roe win an award?", True),
        ("In which year did Anna Roe set a record for the longest swim?", False),
        ("In which year did Anna Roe win the Lund Prize?", False),
        ("Who plays the lead in Low Tide?", False),
    ],
)
def test_a_record_says_of_what(ask: str, *, open_ended: bool) -> None:
    sentence = from_text("a.md", "x").blocks[0]
    fact = Fact("event-year", "Anna Roe", "1921", "year", ask, sentence)
    assert many_fit(fact) is open_ended


def test_a_decade_in_which_something_swelled_is_a_view() -> None:
    assert prompts("In the 1990s, Lund cinema surged into the mainstream.") == []
    told = prompts("In the 1990s, Lund cinema moved into the mainstream.")
    assert told == ["In which decade did Lund cinema move into the mainstream?"]


TALK = """# Anna Roe on "Low Tide"

Bo Lind: I like Flora in "Low Tide", because of the tinsel in her hair. Who had that idea?

Anna Roe: Ida Holm, who came up with the idea of the tinsel in the hair, is a fine designer.
I told her so.

Bo Lind: "Low Tide" is bright. Did you plan "Low Tide" so?

Anna Roe: We did. The designer Ida Holm and the actress Flora Wick liked it.
"""


def test_hair_is_somebodys() -> None:
    asks = [ask for ask in prompts(TALK) if "tinsel" in ask]
    assert all("Flora Wick's hair" in ask for ask in asks)
    bare = TALK.replace("of the tinsel in her hair", "of that")
    assert not [ask for ask in prompts(bare) if "tinsel" in ask]
