"""Numbers are read however a person writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.amount import number_in, numbers_in, read_otherwise
from quiz.core.numerals import figured, roman

MONEY = "million dollars"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1955", "", 1955),
        ("in the year 1955", "", 1955),
        ("nineteen fifty-five", "", 1955),
        ("MCMLV", "", 1955),
        ("six", "", 6),
        ("twenty-one", "", 21),
        ("two hundred and six bones", "bones", 206),
        ("a dozen", "", 12),
        ("third", "", 3),
        ("6", MONEY, 6),
        ("$6 million", MONEY, 6),
        ("US$6m", MONEY, 6),
        ("six million dollars", MONEY, 6),
        ("6 Million Dollars", MONEY, 6),
        ("6,000,000", MONEY, 6),
        ("1.5 million", MONEY, 1.5),
        ("€1.5", MONEY, 1.5),
        ("half a million", MONEY, 0.5),
        ("six and a half million", MONEY, 6.5),
        ("600 thousand", MONEY, 0.6),
        ("1.5 billion", MONEY, 1500),
        ("1500", "thousand people", 1500),
        ("1.5 million", "", 1_500_000),
        ("5k", "", 5000),
        ("6m", "metres", 6),
        ("5km", "km", 5),
        ("5 out of 100", "out of 100", 5),
        ("50%", "%", 50),
        ("1,234,567.8", "", 1_234_567.8),
        ("1.234.567", "", 1_234_567),
        ("1.234,5", "", 1234.5),
        ("1 234 567", "", 1_234_567),
        ("1\u00a0234", "", 1234),
        ("1’234", "", 1234),
        ("12,34,567", "", 1_234_567),
        ("12,5", "", 12.5),
        ("0,125", "", 0.125),
        (".5", "", 0.5),
        ("½", "", 0.5),
        ("2½", "", 2.5),
        ("2 1/2", "", 2.5),
        ("-5", "°C", -5),
        ("− 5 °C", "°C", -5),
        ("minus five", "", -5),
        ("$-5", "", -5),
        ("six (6)", "", 6),
        ("٣", "", 3),
        ("9" * 400, "", 1e18),
    ],
)
def test_a_number_is_read(text: str, unit: str, value: float) -> None:
    assert number_in(text, unit) == value


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("384.400", "", 384_400),
        ("384.400 km", "km", 384_400),
        ("about -1.234", "", -1234),
        ("1.500", MONEY, 1500),
        ("3,142", "", 3.142),
        ("$1,500 million", MONEY, 1.5),
    ],
)
def test_a_doubtful_mark_has_another_reading(text: str, unit: str, value: float) -> None:
    assert read_otherwise(text, unit) == value


@pytest.mark.parametrize(
    "text",
    [
        *("384400", "384.40", "3.1415", "1.234.567", "1,234,567", "1.234,5", "1,234.5", "0.125"),
        *("1 234.500", "1.234 567", "1.234 or 5.678", "", "x"),
    ],
)
def test_what_reads_in_one_way_has_no_other(text: str) -> None:
    assert read_otherwise(text) is None


@pytest.mark.parametrize(
    "text", ["", "abc", "five or six", "1914-1918", "1/0", "19S5", "1,2,3", "mix", "1e5"]
)
def test_no_number_or_several_is_none(text: str) -> None:
    assert number_in(text) is None


@given(st.text(max_size=80), st.text(max_size=12))
def test_reading_never_raises(text: str, unit: str) -> None:
    assert numbers_in(text, unit) == numbers_in(text, unit)


@given(st.integers(-(10**15), 10**15))
def test_every_whole_number_is_read_back(number: int) -> None:
    for text in (f"{number}", f"{number:,}", f"about {number:_}."):
        assert number_in(text) == number


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 4)))
def test_every_decimal_is_read_back(number: float) -> None:
    text = f"{number:.4f}"
    assert number_in(text) == float(text)
    assert number_in(text.replace(".", ",")) in (float(text), number_in(text.replace(".", "")))


def test_roman_numerals_are_told_from_words() -> None:
    assert [roman(word) for word in ("ii", "xiv", "mcmlv", "xlii")] == [2, 14, 1955, 42]
    assert [roman(word) for word in ("mix", "di", "civil", "iiii", "", "il")] == [0] * 6


@given(
    st.lists(
        st.sampled_from(
            ["one", "twenty", "five", "hundred", "thousand", "and", "million", "third", "x"]
        )
    )
)
def test_numerals_are_written_once(words: list[str]) -> None:
    once = figured(words)
    assert all(word for word in once)
    assert len(once) <= len(words)
