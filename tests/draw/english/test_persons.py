"""Options are of the sex that is asked for, and one person is never two of them."""

from __future__ import annotations

import pytest

from quiz.draw.document import from_text
from quiz.draw.drawing import Drawing, draw
from quiz.draw.english.lexicon import lexicon
from quiz.draw.english.persons import Persons, alike, asked_for
from quiz.draw.fact import Reading

MEN = (
    "The painter Bo Lind and his wife came. The actor Ed Marn left. Mr Tom Ask slept. "
    "The king Olaf Berg stayed. "
)
WOMEN = "The actress Clara Holt came with her sister Dora Wick. Mrs Eva Lund stayed. "


def persons(text: str) -> Persons:
    document = from_text("a.md", text)
    return Persons([Reading(document, lexicon(document))])


def options(drawn: Drawing, prompt: str) -> set[str]:
    (card,) = (draft for draft in drawn.drafts if draft.question["prompt"] == prompt)
    return set(card.question.get("distractors", ()))


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("The actress Anna Roe came.", "Anna Roe", "f"),
        ("The painter Anna Roe left Lund. She died in 1921.", "Anna Roe", "f"),
        ("Anna Roe and her husband, the actor Bo Lind, live in Lund.", "Bo Lind", "m"),
        ("The painter Anna Roe was the first woman to swim the Cam.", "Anna Roe", "f"),
        ("The poet Bo Lind crowned himself king of Marn.", "Bo Lind", "m"),
        ("The painter Anna Roe left Lund.", "Anna Roe", ""),
        ("The actress Kim Roe came. Mr Kim Roe left.", "Kim Roe", ""),
    ],
)
def test_gender_is_what_the_text_says_and_never_guessed(text: str, name: str, gender: str) -> None:
    assert persons(text).gender(name) == gender


@pytest.mark.parametrize(
    ("prompt", "gender"),
    [
        ("Who was the first woman to swim the Cam?", "f"),
        ("Who is Bo Lind's wife?", "f"),
        ("Who said that she hated Lund?", "f"),
        ("Who calls himself a poet?", "m"),
        ("Who worked with Bo Lind and his wife?", ""),
        ('Who wrote "The Fisherman and His Wife"?', ""),
        ("Who designed the Roe Bridge?", ""),
    ],
)
def test_a_prompt_asks_for_a_woman_or_a_man_or_for_anybody(prompt: str, gender: str) -> None:
    assert asked_for(prompt, ["Bo Lind"]) == gender


def test_men_are_no_options_for_the_first_woman() -> None:
    prompt = "Who was the first woman to swim the Cam?"
    fact = "\n\nThe nurse Anna Roe was the first woman to swim the Cam."
    assert options(draw([from_text("a.md", f"{MEN}{fact}")]), prompt) == set()
    told = options(draw([from_text("a.md", f"{MEN}{WOMEN}{fact}")]), prompt)
    assert told == {"Clara Holt", "Dora Wick", "Eva Lund"}


@pytest.mark.parametrize(
    "text",
    [
        "The painter Anna Roe was born Anna Bell in Lund.",
        "The painter Anna Roe (born Anna Bell) left Lund.",
        "The painter Anna Roe, née Bell, left Lund.",
        "The painter Anna Roe, also known as Anna Bell, left Lund.",
    ],
)
def test_two_names_of_one_person_are_one(text: str) -> None:
    told = persons(text)
    assert told.same("Anna Roe", "Anna Bell")
    assert told.second_name("Anna Bell")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("J. S. Roe", "John Roe", True),
        ("Anna Mary Roe", "Anna Roe", True),
        ("Roe", "Anna Roe", True),
        ("Mrs Anna Roe", "Anna Roe", True),
        ("Bertha Roe", "Anna Roe", False),
        ("Anna Lind", "Anna Roe", False),
    ],
)
def test_shorter_forms_of_a_name_are_the_same_name(one: str, other: str, wanted: bool) -> None:
    assert alike(one, other) is wanted
    assert alike(other, one) is wanted


def test_a_part_of_the_answer_in_the_prompt_makes_it_a_short_answer() -> None:
    text = f"{MEN}{WOMEN}\n\nThe Roe Bridge was designed by Anna Roe."
    (card,) = (d for d in draw([from_text("a.md", text)]).drafts if d.answer == "Anna Roe")
    assert card.question["kind"] == "short-answer"
