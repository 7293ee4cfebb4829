"""Real files import with the number of questions that they hold."""

from __future__ import annotations

from typing import Any

import pytest

from quiz.author.importing import Imported
from tests.author.formats.packs import read, sample

COUNTS = [
    ("aiken", "questions.aiken.txt", "aiken", 2, 0),
    ("aiken", "aiken_errors.txt", "aiken", 2, 3),
    ("anki", "media.apkg", "anki", 0, 1),
    ("anki", "update1.apkg", "anki", 1, 0),
    ("anki-csv-multilang", "capital.csv", "csv", 219, 0),
    ("bsdgames-quiz", "africa", "bsdquiz", 43, 0),
    ("bsdgames-quiz", "babies", "bsdquiz", 21, 0),
    ("bsdgames-quiz", "elements", "bsdquiz", 103, 0),
    ("bsdgames-quiz", "pres", "bsdquiz", 43, 0),
    ("bsdgames-quiz", "state", "bsdquiz", 50, 0),
    ("bsdgames-quiz", "trek", "bsdquiz", 19, 0),
    ("gift", "questions.gift.txt", "gift", 8, 1),
    ("gift", "numerical1.gift", "gift", 10, 0),
    ("gift", "markdown.gift", "gift", 0, 4),
    ("hascard", "example.txt", "hascard", 6, 0),
    ("hascard", "syntax.txt", "hascard", 5, 0),
    ("markdown-mkdocs-quiz", "demo-quiz.md", "markdown", 3, 0),
    ("markdown-mkdocs-quiz", "multiple-choice.md", "markdown", 7, 0),
    ("moodle-xml", "multichoice.xml", "moodle-xml", 1, 0),
    ("moodle-xml", "truefalse.xml", "moodle-xml", 2, 0),
    ("opentdb", "Mythology.csv", "opentdb", 57, 0),
    ("opentriviaqa", "animals", "opentriviaqa", 1366, 0),
    ("quizlet-tsv", "hand_made.tsv", "csv", 2, 0),
]


def imported(folder: str, name: str) -> Imported:
    path = sample(folder, name)
    return read(path.name, path.read_bytes())


@pytest.mark.parametrize(("folder", "name", "form", "count", "skipped"), COUNTS)
def test_every_question_of_a_real_file_is_there(
    folder: str, name: str, form: str, count: int, skipped: int
) -> None:
    found = imported(folder, name)
    assert (len(found.questions), len(found.skipped)) == (count, skipped)
    assert all(q.fields["origin"]["format"] == form for q in found.questions)
    assert all(each.reason and each.line for each in found.skipped)


def by_prompt(found: Imported) -> dict[str, dict[str, Any]]:
    return {each.fields["prompt"]: each.fields for each in found.questions}


def test_patterns_become_accepted_answers() -> None:
    africa = by_prompt(imported("bsdgames-quiz", "africa"))
    assert africa["Cameroun"]["answer"] == "Yaoundé"
    assert africa["Central African Republic"]["answer"] == "Bangui"
    assert africa["Zaïre"]["answer"] == "Kinshasha"
    trek = by_prompt(imported("bsdgames-quiz", "trek"))
    captain = trek["captain's name"]
    assert captain["answer"] == "James T. Kirk"
    assert {"Jim T. Kirk", "James Kirk", "Kirk"} <= set(captain["accept"])


def test_coded_pairs_become_choices_and_claims() -> None:
    myths = by_prompt(imported("opentdb", "Mythology.csv"))
    fire = myths["Who was the Roman god of fire?"]
    assert (fire["kind"], fire["answer"], len(fire["distractors"])) == ("choice", "Vulcan", 3)
    assert fire["license"] == "CC-BY-SA-4.0"
    assert myths["In Norse mythology, Thor once dressed as a woman."]["answer"] is True


def test_a_picture_that_is_left_out_is_reported() -> None:
    found = imported("moodle-xml", "multichoice.xml")
    assert found.questions[0].fields["answer"] == "French"
    assert found.questions[0].fields["notes"]["French"] == "Yes, well done!"
    assert any("pictures" in lost.reason for lost in found.lost)


def test_headings_of_a_table_say_what_is_asked() -> None:
    england = imported("anki-csv-multilang", "capital.csv").questions[0].fields
    assert england["prompt"] == "Capital of England?"
    assert england["answer"] == "London"
    assert len(set(england["distractors"])) == 3


def test_an_option_that_stands_twice_is_left_out_and_reported() -> None:
    found = imported("opentriviaqa", "animals")
    (lost,) = found.lost
    assert lost.line == 6515
    assert "Northern Hairy-nosed Wombat" in lost.reason
