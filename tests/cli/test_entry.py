"""A typed line becomes the answer that was meant, for each form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli.linewise.entry import Misread, labels, read
from quiz.core.form import LONGEST, Arrange, Fill, Form, Pair, Pick, PickMany, Write
from quiz.core.text import Clean, clean
from tests.cli.rounds import NAMES


def texts(*words: str) -> tuple[Clean, ...]:
    return tuple(Clean(word) for word in words)


MANY = PickMany(texts("red", "green", "blue"))
ORDER = Arrange(texts("first", "second", "third"), Clean("time"))
PAIRS = Pair(texts("Baker", "Bong"), texts("Parasite", "Anora"))
LIST = Fill(2, 3)
CLUES = Write(clues=texts("It is long", "It is red"))
FILMS = Pick(texts(*NAMES))
DIGITS = Pick(texts("3", "5", "12", "20"))
YEARS = Pick(texts("1955", "1964", "1975", "1980"))
SEVEN = Pick(texts("ant", "bee", "cow", "dog", "eel", "fox", "gnu"))
TRUTH = Pick(texts("True", "False"))


@pytest.mark.parametrize(
    ("form", "line", "meant"),
    [
        (FILMS, "c", ["Parasite"]),
        (FILMS, "C", ["Parasite"]),
        (FILMS, "3", ["Parasite"]),
        (FILMS, "parasite", ["Parasite"]),
        (FILMS, "piano", ["The Piano"]),
        (FILMS, "Pulp", ["Pulp Fiction"]),
        (YEARS, "1975", ["1975"]),
        (YEARS, "2", ["1964"]),
        (DIGITS, "3", ["3"]),
        (DIGITS, "c", ["12"]),
        (DIGITS, "12", ["12"]),
        (SEVEN, "7", ["gnu"]),
        (SEVEN, "g", ["gnu"]),
        (TRUTH, "t", ["True"]),
        (TRUTH, "f", ["False"]),
        (TRUTH, "a", ["True"]),
        (MANY, "a c", ["red", "blue"]),
        (MANY, "ca", ["red", "blue"]),
        (MANY, "3, 1", ["red", "blue"]),
        (MANY, "blue, green", ["green", "blue"]),
        (MANY, "b", ["green"]),
        (ORDER, "c a b", ["third", "first", "second"]),
        (ORDER, "cab", ["third", "first", "second"]),
        (ORDER, "c a", ["third", "first"]),
        (PAIRS, "b a", ["Anora", "Parasite"]),
        (PAIRS, "- a", ["", "Parasite"]),
        (PAIRS, "b", ["Anora", ""]),
        (LIST, "Marty, Parasite", ["Marty", "Parasite"]),
        (
            LIST,
            "Crouching Tiger, Hidden Dragon; Marty",
            ["Crouching Tiger, Hidden Dragon", "Marty"],
        ),
        (CLUES, "Anora", ["Anora"]),
        (Write(number=True), "1,234.5 km", ["1,234.5 km"]),
    ],
)
def test_what_is_meant(form: Form, line: str, meant: list[str]) -> None:
    assert list(read(form, Clean(line)).values) == meant


@pytest.mark.parametrize(
    ("form", "line", "told"),
    [
        (FILMS, "e", "Type A to D, or the words"),
        (FILMS, "5", "Type A to D"),
        (FILMS, "pa", "Type A to D"),
        (DIGITS, "1", "These options are numbers: type A to D."),
        (SEVEN, "8", "Type 1 to 7"),
        (MANY, "a d", "letters from A to C"),
        (ORDER, "a a b", "one place only"),
        (PAIRS, "a b a", "only 2"),
        (LIST, " , ", "separated by commas"),
    ],
)
def test_what_is_no_answer_is_said(form: Form, line: str, told: str) -> None:
    with pytest.raises(Misread, match=told):
        read(form, Clean(line))


def test_labels_are_letters_up_to_six_options() -> None:
    assert labels("abcdef") == tuple("ABCDEF")
    assert labels("abcdefg") == tuple("1234567")


def test_typed_text_is_cut_at_the_longest() -> None:
    assert len(read(Write(), Clean("x" * 9999)).values[0]) == LONGEST
    assert len(read(Fill(1, 1), Clean("x" * 9999)).values[0]) == LONGEST


@given(
    line=st.text(max_size=40).map(clean),
    form=st.sampled_from([FILMS, DIGITS, SEVEN, TRUTH, MANY, ORDER, PAIRS, LIST, CLUES]),
)
def test_any_line_is_an_answer_or_misread(line: Clean, form: Form) -> None:
    try:
        values = read(form, line).values
    except Misread:
        return
    if isinstance(form, Pick):
        assert len(values) == 1
        assert values[0] in form.options


@given(st.data())
def test_every_option_can_be_picked_by_its_label_and_by_its_words(data: st.DataObject) -> None:
    words = st.text(st.characters(categories=["L", "Nd", "Zs"]), min_size=1, max_size=12)
    options = data.draw(
        st.lists(words.map(str.strip).filter(bool), min_size=2, max_size=9, unique_by=str.casefold)
    )
    form = Pick(texts(*options))
    for label, option in zip(labels(options), options, strict=True):
        single = (
            len(label) == 1
            and label.isdigit()
            and any(len(o) == 1 and o.isdigit() for o in options)
        )
        if not single:
            assert read(form, Clean(label)).values == (option,)
