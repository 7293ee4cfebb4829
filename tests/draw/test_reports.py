"""Minutes, match reports, reviews and lives: what is sure in them."""

from __future__ import annotations

import pytest

from tests.draw.test_context import drawn

MINUTES = (
    "LUND ALLOTMENT SOCIETY\n\nMinutes of the meeting held on 12 March 2019 in the Hall\n\n"
    "Present: Rita Cole (chair), Piet Vos (secretary), Nan Ives\n\n"
    "1. Officers\n\nSaul Green was elected treasurer after a vote.\n\n"
    "2. Plots\n\nThe society has 64 plots and four taps.\n\n"
    "The Marrow Cup was won by Wendy Park.\n"
)
MATCH = (
    "Tarn go through\n\nBy Ida Marr, 14 April 2018\n\n"
    "Tarn Rovers beat Lund Town 3-2 in the semi-final of the Northern Cup on Saturday. "
    "Omar Diallo put Tarn in front after the break.\n\nTarn last won the Northern Cup in 1987. "
    "The attendance was 6,214.\n"
)
REGATTA = (
    "Bell wins at the Lund Regatta\n\nFrom our reporter, Lund, 17 July 2022\n\n"
    "The men's single sculls were won by Jack Hunter. It rained.\n\nResults\n\n"
    "Women's single sculls: Anna Bell\nEights: Marl Rowing Club\n"
)
REVIEW = (
    "Review: The Glass Ferry\n\nMarta Quist's 2022 film The Glass Ferry follows two sisters from "
    "Gdansk who steal a boat. It stars Lena Falk as Ania.\n\nThe film The Glass Ferry is long. "
    'The score was composed by Henryk Wolski. "The Glass Ferry" won the Crystal Globe at this '
    "year's Karlovy Vary Film Festival. The Glass Ferry was nominated for six European Film "
    "Awards.\n"
    "\nAnna Roe, the Finnish director, drove them to Lund for a hasty wedding.\n"
)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (MINUTES, "Who was the chair of the Lund Allotment Society in 2019?", "Rita Cole"),
        (MINUTES, "Who was elected treasurer of the Lund Allotment Society in 2019?", "Saul Green"),
        (MINUTES, "How many plots does the Lund Allotment Society have?", "64"),
        (MINUTES, "Who won the Marrow Cup in 2019?", "Wendy Park"),
        (MATCH, "By what score did Tarn Rovers beat Lund Town in April 2018?", "3–2"),
        (
            MATCH,
            "What was the attendance at the match between Tarn Rovers and Lund Town in April 2018?",
            "6,214",
        ),
        (REGATTA, "Who won the men's single sculls at the Lund Regatta in 2022?", "Jack Hunter"),
        (REGATTA, "Who won the women's single sculls at the Lund Regatta in 2022?", "Anna Bell"),
        (REGATTA, "Who won the eights at the Lund Regatta in 2022?", "Marl Rowing Club"),
        (REVIEW, 'From which year is the film "The Glass Ferry"?', "2022"),
        (REVIEW, 'Who plays Ania in the film "The Glass Ferry"?', "Lena Falk"),
        (REVIEW, 'Who composed the score of the film "The Glass Ferry"?', "Henryk Wolski"),
        (
            REVIEW,
            'At which festival did the film "The Glass Ferry" win the Crystal Globe?',
            "Karlovy Vary",
        ),
        (REVIEW, 'For how many European Film Awards was "The Glass Ferry" nominated?', "six"),
        (REVIEW, "What is the nationality of the director Anna Roe?", "Finnish"),
        (
            REVIEW,
            'In the film "The Glass Ferry", where does the hasty wedding take place?',
            "Lund",
        ),
        (
            "# A talk\n\nAnna Roe: I grew up in the hills of Lund, and I knew it well.\n",
            "Where did Anna Roe grow up?",
            "the hills of Lund",
        ),
        (
            'The singer Anna "Spark" Roe came to Lund.',
            "By which nickname is Anna Roe known?",
            "Spark",
        ),
        (
            "In the 1990s, American cinema moved into the mainstream.",
            "In which decade did American cinema move into the mainstream?",
            "the 1990s",
        ),
    ],
)
def test_what_is_sure_is_asked(text: str, prompt: str, answer: str) -> None:
    told = drawn(text, "a.txt" if not text.startswith("#") else "a.md")
    assert told.get(prompt) == answer, told


@pytest.mark.parametrize(
    "words", ["after the break", "on Saturday", "last win", "Minutes", "minutes"]
)
def test_a_moment_of_a_match_is_not_asked(words: str) -> None:
    assert not any(
        words in prompt for prompt in {**drawn(MATCH, "a.txt"), **drawn(MINUTES, "a.txt")}
    )


def test_one_of_several_films_is_no_answer() -> None:
    text = 'The actress Anna Roe from "Low Tide" met a character like Mikey in "Low Tide". '
    told = drawn(f'{text}The film "Low Tide" is by Bo Lind.')
    assert not any("appear" in prompt or "a character" in prompt for prompt in told)


def test_a_nomination_is_of_the_prize_that_is_named() -> None:
    told = drawn("Anna Roe, who earned her first nomination at the age of 62, won no Oscar.")
    assert told in ({}, {"At what age did Anna Roe earn her first Oscar nomination?": "62"})
