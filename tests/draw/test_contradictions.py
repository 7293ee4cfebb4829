"""Two values for one claim, in whatever words: nothing is asked, and both passages are shown."""

from __future__ import annotations

import pytest

from quiz.core.text import fold
from quiz.draw.document import Document, from_text
from quiz.draw.drawing import Drawing, draw
from tests.draw.measured import cards


def drawn(*texts: str) -> Drawing:
    """Draw from texts, each a document of its own."""
    documents: list[Document] = [
        from_text(f"d{number}.md", f"# Notes {number}\n\n{text}")
        for number, text in enumerate(texts)
    ]
    return draw(documents)


def told(drawing: Drawing) -> str:
    """All that a player could read, folded."""
    parts: list[str] = []
    for question in cards(drawing):
        parts += [str(question["prompt"]), str(question.get("answer", ""))]
        parts += [
            *map(str, question.get("distractors", ())),
            *map(str, question.get("entries", ())),
        ]
    return f" {fold(' . '.join(parts))} "


APART = [
    (
        "The Marn Mill was set up in 1812.",
        "Founded in 1815, the Marn Mill stands in Lund.",
        "1812",
        "1815",
    ),
    (
        "The Marn Bank was created in 1812.",
        "Bo Lind established the Marn Bank in 1815.",
        "1812",
        "1815",
    ),
    (
        "The Felt Hall was finished in 1899.",
        "The completion of the Felt Hall in 1902 cost a lot.",
        "1899",
        "1902",
    ),
    (
        "The Felt Hall was built in 1899.",
        "The Felt Hall, which was erected in 1902, is in Lund.",
        "1899",
        "1902",
    ),
    (
        "The Roe Bridge was opened on 3 May 1921.",
        "In 1923 the Roe Bridge opened to traffic.",
        "1921",
        "1923",
    ),
    (
        'The novel "Low Water" came out in 1930.',
        'Bo Lind is proud of "Low Water" (1932).',
        "1930",
        "1932",
    ),
    (
        'The film "Low Water" was released in 1930.',
        'In 1932 the film "Low Water" appeared.',
        "1930",
        "1932",
    ),
    (
        "The painter Clara Holt died in 1950.",
        "Clara Holt (1880–1951) was a painter.",
        "1950",
        "1951",
    ),
    (
        "The painter Clara Holt died in 1950.",
        "The death of Clara Holt in 1951 moved Lund.",
        "1950",
        "1951",
    ),
    (
        "Clara Holt became mayor of Lund in 1950.",
        "Clara Holt was appointed mayor of Lund in 1952.",
        "1950",
        "1952",
    ),
    (
        "The ship Anna Marn sank in 1850.",
        "The Anna Marn went down in 1852 off Lund.",
        "1850",
        "1852",
    ),
    (
        "The Siege of Lund took place in 1644.",
        "Bo Lind won the Siege of Lund in 1645.",
        "1644",
        "1645",
    ),
    (
        "The Felt Inn was pulled down in 1960.",
        "The Felt Inn was demolished in 1963.",
        "1960",
        "1963",
    ),
    (
        "Lund Hall was designed by Gerd Ask.",
        "Flora Wick was the architect of Lund Hall.",
        "Gerd Ask",
        "Flora Wick",
    ),
    (
        "Lund Hall was designed by Gerd Ask.",
        "The designer of Lund Hall was Flora Wick.",
        "Gerd Ask",
        "Flora Wick",
    ),
    (
        'Bo Lind wrote "Low Water".',
        'Ed Marn, the author of "Low Water", lives in Lund.',
        "Bo Lind",
        "Ed Marn",
    ),
    (
        "The Cam Caves were discovered by Anna Roe.",
        "Bo Lind discovered the Cam Caves.",
        "Anna Roe",
        "Bo Lind",
    ),
    (
        "The Cam Tunnel cost $30 million.",
        "The price of the Cam Tunnel was $34 million.",
        "30 million",
        "34 million",
    ),
    (
        "The Cam Tunnel cost $30 million.",
        "The final bill for the Cam Tunnel came to $34 million.",
        "30",
        "34",
    ),
    (
        "Anna Roe swam the Cam at the age of 62.",
        "Anna Roe was 64 when she swam the Cam.",
        "62",
        "64",
    ),
    (
        "Anna Roe swam the Cam at the age of 62.",
        "Anna Roe was 64 years old when she swam the Cam.",
        "62",
        "64",
    ),
    ("The Lund Zoo has 60 animals.", "With its 80 animals, the Lund Zoo is large.", "60", "80"),
    ("The Lund Zoo has 60 animals.", "There are 80 animals in the Lund Zoo.", "60", "80"),
    (
        "The Lund Zoo has 60 animals.",
        "We saw the Lund Zoo. More than 80 animals live there.",
        "60",
        "80",
    ),
    ("The Lund Hotel has 60 rooms.", "The 80-room Lund Hotel is old.", "60", "80"),
    (
        "The Lund Tower is 60 metres high.",
        "At 80 metres, the Lund Tower is the tallest tower in Marn.",
        "60",
        "80",
    ),
    ("The Lund Tower is 60 metres high.", "The Lund Tower has a height of 80 metres.", "60", "80"),
    (
        "Anna Roe was the head of the Roe Mill from 1931 to 1958.",
        "Anna Roe served as head of the Roe Mill between 1932 and 1959.",
        "1931",
        "1959",
    ),
    (
        "Lund Press had three founders: Anna Roe, Bo Lind and Ed Marn.",
        "The three founders of Lund Press were Anna Roe, Bo Lind and Gerd Ask.",
        "Ed Marn",
        "Gerd Ask",
    ),
]


@pytest.mark.parametrize(("one", "other", "first", "second"), APART)
@pytest.mark.parametrize("turned", [False, True])
def test_two_values_in_other_words(
    one: str, other: str, first: str, second: str, turned: bool
) -> None:
    drawing = drawn(other, one) if turned else drawn(one, other)
    read = told(drawing)
    assert f" {fold(first)} " not in read
    assert f" {fold(second)} " not in read
    (conflict, *_) = drawing.conflicts
    values = fold(" ".join(conflict.values))
    assert fold(first) in values
    assert fold(second) in values
    assert {s.document for s in conflict.passages} == {"d0", "d1"}


def test_a_document_may_contradict_itself() -> None:
    drawing = drawn("Lund Bank was founded in 1875. It rained. Lund Bank was established in 1877.")
    assert not drawing.drafts
    assert drawing.conflicts


def test_whose_work_and_who_made_it_are_one_claim() -> None:
    drawing = drawn(
        'We saw "Low Tide", a film by Anna Roe.', 'The film "Low Tide" was directed by Bo Lind.'
    )
    assert drawing.conflicts
    assert "whose film" not in told(drawing)
    assert "who directed" not in told(drawing)


def test_two_winners_of_one_year_contradict() -> None:
    drawing = drawn(
        "Anna Roe won the Lund Medal in 1988.", "The Lund Medal of 1988 went to Bo Lind."
    )
    (conflict,) = drawing.conflicts
    assert set(conflict.values) == {"Anna Roe", "Bo Lind"}
    assert "which year did anna roe" not in told(drawing)


def test_whoever_else_did_it_makes_two_right_answers_and_no_conflict() -> None:
    drawing = drawn(
        "The Cam Caves were discovered by Anna Roe.",
        "The Cam Caves were discovered by Anna Roe and Bo Lind.",
    )
    assert not drawing.conflicts
    assert "who discovered" not in told(drawing)


def test_a_disputed_value_is_no_option_anywhere() -> None:
    people = "The actor Tom Reed played in Cam. The singer Ulla Berg sang in Felt. "
    people += "The author Vera Dahl was read in Ald. "
    drawing = drawn(
        f"{people}Lund Hall was designed by Ann Poe. Marn Mill was painted by Ida Holt.",
        "The architect of Lund Hall was Flora Wick. The potter Flora Wick lives in Bor.",
    )
    options = {
        str(option) for question in cards(drawing) for option in question.get("distractors", ())
    }
    assert options
    assert not options & {"Ann Poe", "Flora Wick"}
