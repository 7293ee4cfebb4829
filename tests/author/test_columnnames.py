"""What columns are called: a heading is known as one, and no question is lost to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.author.headings import roles
from tests.author.formats.packs import read


def prompts(text: str) -> list[str]:
    return [q.fields["prompt"] for q in read("x.csv", text, "csv").questions]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Country,Capital\nFrance,Paris\nJapan,Tokyo\nItaly,Rome", "Capital of France?"),
        ("Films;Director;Year\nA;X;1\nB;Y;2\nC;Z;3", "Director of A?"),
        ("English,Spanish\nhouse,casa\ndog,perro\ncat,gato", "house in Spanish?"),
        ("Ereignis,Jahr\nLandung,1969\nFall,1989\nUntergang,1912", "Landung: Jahr?"),
        ("Aufgabe,Loesung\nWas ist 1+1?,zwei\nWas ist 2?,vier\nWas ist 3?,drei", "Was ist 1+1?"),
    ],
)
def test_headings_are_no_question_and_say_what_is_asked(text: str, first: str) -> None:
    assert prompts(text)[0] == first
    assert len(prompts(text)) == 3


@pytest.mark.parametrize(
    "text",
    [
        "Author,Writer\nLarge,Big\nSmall,Little\nQuick,Fast",
        "Land;Hauptstadt\nFrankreich;Paris\nItalien;Rom\nPeru;Lima",
        "House,Casa\ndog,perro\ncat,gato\nhen,gallina",
        "Country,Capital\nState,Capital\nFrance,Paris\nJapan,Tokyo",
    ],
)
def test_what_may_be_a_question_is_one_and_that_is_said_once(text: str) -> None:
    assert len(prompts(text)) == 4
    (said,) = [told for told in read("x.csv", text, "csv").told if "the first row" in told]
    first = text.split("\n")[0].replace(";", ",").split(",")
    assert f"{first[0]}=prompt,{first[1]}=answer" in said


CITIES = ("Paris", "Rome", "Oslo", "Bern", "Lima", "Riga", "Cairo", "Quito", "Dakar", "Sofia")
names = st.sampled_from(CITIES)


@given(st.lists(names, min_size=8, max_size=8, unique=True))
def test_a_row_like_all_others_is_never_lost(cells: list[str]) -> None:
    rows = [f"{left},{right}" for left, right in zip(cells[::2], cells[1::2], strict=True)]
    assert len(prompts("\n".join(rows))) == 4


def test_what_is_said_beside_the_two_columns_is_kept() -> None:
    rows = [["France", "Paris", "Europe", "on the Seine"], ["Peru", "Lima", "America", ""]] * 2
    assert roles(["Country", "Capital", "Continent", "Notes"], rows) == [
        "prompt",
        "answer",
        "-",
        "explanation",
    ]
