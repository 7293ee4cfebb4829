"""Marks: terms, labels, cells and headers, in English and in what is not read here."""

from __future__ import annotations

import pytest

from quiz.draw.cells import is_gap
from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.lines.layout import Role
from tests.draw.test_context import drawn
from tests.draw.test_facts import asked

LABELS = [
    "NB: the test is on Friday",
    "Monday: the first lesson after the holidays",
    "Books: the green atlas and the red reader",
    "Time: half past nine in the morning",
    "Tip: use a sharp pencil for the maps",
    "Shuttle: oil the wheels once a week",
    "Weir: the low dam is closed in winter",
    "Next lesson: a visit to the old harbour",
    "Source: the Cam Atlas of the school",
]


@pytest.mark.parametrize("line", LABELS)
def test_a_label_is_no_term(line: str) -> None:
    assert drawn(line) == {}


def test_a_label_is_no_wrong_option_either() -> None:
    lines = ["Delta: the land that a river forms at the sea", "Fjord: a long inlet between cliffs"]
    (card, *_) = draw([from_text("a.md", "\n".join([*lines, *LABELS]))]).drafts
    assert "NB" not in card.question.get("distractors", ())


@pytest.mark.parametrize("dash", ["–", "—", "-"])
def test_a_bold_term_may_have_a_dash(dash: str) -> None:
    told = drawn(f"- **Kogge** {dash} a round-bellied ship of the north")
    assert told == {'Which term is defined as "a round-bellied ship of the north"?': "Kogge"}


@pytest.mark.parametrize(
    ("line", "prompt", "answer"),
    [
        ("Longest river of Lund: the Cam (412 km)", "What is the longest river of Lund?", "Cam"),
        ("Capital of Lund: Marn", "What is the capital of Lund?", "Marn"),
    ],
)
def test_a_label_that_asks_is_asked(line: str, prompt: str, answer: str) -> None:
    assert drawn(f"# Notes\n\n{line}") == {prompt: answer}


@pytest.mark.parametrize(
    "text",
    [
        "We saw the Lund Prize. The Lund Prize is an annual award for literary translation.",
        "We saw Lund. Lund is a port city in the north of Marn.",
    ],
)
def test_what_many_things_are_tells_none_of_them(text: str) -> None:
    assert drawn(text) == {}


GAPS = [
    "",
    "–",
    "n/a",
    "none",
    "not awarded",
    "Not held",
    "unknown",
    "cancelled (war)",
    "TBA",
    "tie",
]
GAPS += ["No prize", "Ann Roe / Bo Lind", "Ann Roe and Bo Lind", "Ann Roe (shared)", "see note 3"]
GIVEN = [
    "Ann Roe",
    "Nobody's Fool",
    "Not Now, Bernard",
    "Tarn & Loomis",
    "No Country",
    "AC/DC",
    "1990",
]


@pytest.mark.parametrize(("cell", "gap"), [(c, True) for c in GAPS] + [(c, False) for c in GIVEN])
def test_a_cell_without_one_answer_is_a_gap(cell: str, gap: bool) -> None:
    assert is_gap(cell) is gap


def table(*rows: str) -> str:
    head, *others = rows
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *others])


def test_a_row_without_a_winner_is_not_asked_about() -> None:
    rows = [f"| {y} | {w} | {c} |" for y, w, c in [("2015", "Ana Lima", "Brazil")]]
    rows += ["| 2016 | not awarded | – |", "| 2017 | Ann Roe / Bo Roe | Peru |"]
    rows += ["| 2018 | Kei Mori | Japan |", "| 2019 | Tom Hale | Kenya |"]
    told = drawn(f"# Winners of the Lund Prize\n\n{table('| Year | Winner | Country |', *rows)}")
    assert told["Who won the Lund Prize in 2018?"] == "Kei Mori"
    assert not {"not awarded", "–", "Ann Roe / Bo Roe", "Peru"} & set(told.values())
    assert not any("2016" in prompt or "2017" in prompt for prompt in told)


def test_a_table_of_years_under_nothing_is_left_out() -> None:
    rows = [f"| {2015 + n} | {who} |" for n, who in enumerate(["Ana Lima", "Jon Berg", "Kei Mori"])]
    assert drawn(table("| Year | Winner |", *rows)) == {}


def test_plurals_and_people_have_their_own_words() -> None:
    rows = ["| Marn Oars | 12 | Mary Quill |", "| Lund Blades | 9 | Paul Rask |"]
    text = f"# Clubs\n\n{table('| Club | Boats | Cox |', *rows, '| Felt | 7 | Ida Holm |')}"
    assert asked(text)["Which club has 12 boats?"] == "Marn Oars"
    told = drawn(text)
    assert told["How many boats does the club Lund Blades have?"] == "9"
    assert told["Who is the cox of the club Marn Oars?"] == "Mary Quill"


def test_headers_in_another_language_are_quoted_and_never_made_into_a_sentence() -> None:
    text = "Der Turm wurde im Jahre 1850 von Anna Roe in der Stadt gebaut. " * 8
    rows = ["| Inselbrücke | Otto Lang | 1932 |", "| Seebrücke | Karl Etzel | 1854 |"]
    rows += ["| Rheinbrücke | unbekannt | 1899 |"]
    told = drawn(f"{text}\n\n{table('| Brücke | Baumeister | Jahr |', *rows)}")
    assert told['Which "Baumeister" belongs to "Inselbrücke"?'] == "Otto Lang"
    assert all(prompt.startswith('Which "') for prompt in told)
    assert "unbekannt" not in told.values()


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Café Müller was founded in 1902 by René Böll. Café Müller has seven rooms.", True),
        ("Café Müller: a house of seven rooms.", True),
        ("Der Turm steht in der Stadt und wurde von Anna Roe gebaut.", False),
        ("Le pont est dans la ville et il a neuf arches.", False),
        ("Die Brücke in Köln ist alt.", False),
        ("Elm Ash Oak", True),
    ],
)
def test_short_notes_with_an_accent_are_english(text: str, english: bool) -> None:
    assert from_text("a.txt", text).english is english


def test_a_heading_that_was_broken_is_one() -> None:
    document = from_text("a.md", "# The long story of the\nOrrin Lighthouse\n\nIt is old.\n")
    assert document.title == "The long story of the Orrin Lighthouse"
    assert [line.role for line in document.lines] == [Role.HEADING, Role.HEADING, Role.PROSE]


def test_a_word_that_was_broken_at_a_hyphen_is_one() -> None:
    text = (
        "The Roe Mill was built by the engi-\nneer Bo Westing-\nhouse, a well-\nknown man of the\n"
    )
    (sentence, *_) = from_text("a.txt", f"{text}old and pre-\nand post-war town of Lund.").sentences
    assert "engineer Bo Westinghouse, a well-known man" in sentence.text
    assert "pre- and post-war" in sentence.text
