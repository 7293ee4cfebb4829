"""What gives an answer away, and what does not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.core.leaks import gives_away, leaks, phrase
from quiz.core.question import Question
from quiz.core.text import line


def ask(prompt: str, answer: str, **more: Any) -> Question:
    """Make a choice question of a few words."""
    fields = {"id": "q", "kind": "choice", "prompt": prompt, "answer": answer}
    return kinds()["choice"].model_validate({**fields, "distractors": ["Nobody"], **more})


GIVEN = ask("Which festival awarded Anora its golden palm?", "Cannes")


@pytest.mark.parametrize(
    "giver",
    [
        ask("Who cheered when Anora won the golden palm at Cannes?", "Everybody"),
        ask("Who cheered?", "All", explanation="At CANNES, the golden palm of Anora was news."),
        ask(
            "Who cheered when Anora won its golden palm?",
            "All",
            cite=[{"document": "d", "paragraph": 1, "says": ["in Cannes"]}],
        ),
    ],
)
def test_prompt_explanation_and_cited_terms_can_give_away(giver: Question) -> None:
    assert gives_away(giver, GIVEN)
    assert not gives_away(GIVEN, giver)
    assert [found[:2] for found in leaks([giver, GIVEN])] == [(0, 1)]


@pytest.mark.parametrize(
    "giver",
    [
        ask("Which coast town is Cannes?", "A French one"),  # about something else
        ask("Who cheered when Anora won the golden palm?", "Cannes"),  # its own answer, unshown
        ask("Who cheered when Anora won a golden palm, Cannesian style?", "All"),  # another word
    ],
)
def test_what_gives_nothing_away(giver: Question) -> None:
    assert not gives_away(giver, GIVEN)
    assert list(leaks([giver, GIVEN])) == []


@pytest.mark.parametrize(
    ("answer", "hidden"),
    [
        ("The Piano", "piano"),
        ("A-list", "a list"),
        ("Up", ""),
        ("24", ""),
        ("1955", "1955"),
        ("Palme d'Or", "palme dor"),
        ("Amélie!", "amelie"),
        ("", ""),
    ],
)
def test_short_answers_hide_nothing(answer: str, hidden: str) -> None:
    assert phrase(answer) == hidden


def test_an_answer_of_many_questions_proves_nothing() -> None:
    many = [ask(f"Which golden palm came from country {n}?", "France") for n in range(60)]
    giver = ask("Where in France is the golden palm country?", "South")
    assert list(leaks([*many, giver])) == []


TERMS = ("golden", "palm", "Cannes", "Anora", "festival", "Piano", "the", "awarded", "1955")
WORDS = st.lists(st.sampled_from(TERMS), min_size=1, max_size=8).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=8))
def test_the_index_finds_what_pairs_find(texts: list[tuple[str, str, str]]) -> None:
    questions = [ask(prompt, answer, explanation=why) for prompt, answer, why in texts]
    pairs = {
        (i, j)
        for i, giver in enumerate(questions)
        for j, hidden in enumerate(questions)
        if i != j and gives_away(giver, hidden)
    }
    assert {found[:2] for found in leaks(questions)} == pairs


SAID = st.text(min_size=1, max_size=300).filter(line)


@given(SAID, SAID)
def test_any_text_can_be_looked_at(prompt: str, answer: str) -> None:
    question = ask(prompt, answer)
    gives_away(question, GIVEN)
    gives_away(GIVEN, question)
    list(leaks([question, GIVEN]))
