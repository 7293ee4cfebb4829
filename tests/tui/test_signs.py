"""Every sign is one cell wide, and the ASCII set is ASCII."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from quiz.tui.signs import ASCII, UNICODE, Signs, choose

NAMES = [name for name in Signs._fields if name != "large"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sign_is_as_wide_in_both_sets(name: str) -> None:
    unicode, ascii_ = getattr(UNICODE, name), getattr(ASCII, name)
    assert cell_len(unicode) == cell_len(ascii_) == len(ascii_)
    assert ascii_.isascii()


@pytest.mark.parametrize(
    ("setting", "encoding", "language", "signs"),
    [
        ("", "UTF-8", "en_GB.UTF-8", UNICODE),
        ("", "utf8", "", UNICODE),
        ("", "cp65001", "de", UNICODE),
        ("", "latin-1", "de_DE", ASCII),
        ("", "utf-8", "ja_JP.UTF-8", ASCII),
        ("unicode", "ascii", "ja", UNICODE),
        ("ascii", "utf-8", "en", ASCII),
    ],
)
def test_signs_are_chosen(setting: str, encoding: str, language: str, signs: Signs) -> None:
    assert choose(setting, encoding, language) is signs


def test_verdicts_differ_in_ascii_too() -> None:
    marks = (ASCII.right, ASCII.wrong, ASCII.close, ASCII.passed, ASCII.part)
    assert len(set(marks)) == len(marks)
