"""Labels: what options are called, and which option a key means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.tui.forms.labels import all_digits, labels, meant, span
from tests.tui.forms.press import cleans


def test_up_to_six_are_letters_and_more_are_digits() -> None:
    assert labels(cleans(*"wxyz")) == tuple("ABCD")
    assert span(cleans(*"uvwxyz")) == "A-F"
    assert labels(cleans(*"tuvwxyz")) == tuple("1234567")
    assert span(cleans("w")) == "A"


def test_digits_pick_by_position() -> None:
    options = cleans("Marty", "The Piano", "Parasite")
    assert [meant(key, options) for key in "1a3C"] == [0, 0, 2, 2]
    assert [meant(key, options) for key in "4d0zéя ④"] == [None] * 8


def test_options_that_are_digits_are_picked_by_what_they_say() -> None:
    options = cleans("4", "2", "9")
    assert all_digits(options)
    assert [meant(key, options) for key in "429"] == [0, 1, 2]
    assert [meant(key, options) for key in "135"] == [None] * 3
    assert [meant(key, options) for key in "abc"] == [0, 1, 2]


def test_nine_digits_are_their_own_labels() -> None:
    options = cleans(*"461732859")
    assert labels(options) == options
    assert span(options) == "1-9"


@given(st.lists(st.text(min_size=1), min_size=1, max_size=9, unique=True), st.text(max_size=2))
def test_a_key_means_one_of_the_options_or_none(options: list[str], key: str) -> None:
    place = meant(key, cleans(*options))
    assert place is None or 0 <= place < len(options)


@pytest.mark.parametrize("count", range(1, 10))
def test_every_label_means_its_own_option(count: int) -> None:
    options = cleans(*(f"option {n}" for n in range(count)))
    assert [meant(label, options) for label in labels(options)] == list(range(count))
