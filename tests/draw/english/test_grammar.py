"""The forms of English verbs that questions need."""

from __future__ import annotations

import pytest

from quiz.draw.english.grammar import base


@pytest.mark.parametrize(
    ("told", "plain"),
    [
        ("won", "win"),
        ("opened", "open"),
        ("closed", "close"),
        ("carried", "carry"),
        ("stopped", "stop"),
        ("agreed", "agree"),
        ("freed", "free"),
        ("needed", "need"),
        ("hanged", "hang"),
        ("changed", "change"),
        ("surrendered", "surrender"),
        ("weighs", "weigh"),
        ("carries", "carry"),
        ("teaches", "teach"),
    ],
)
def test_the_plain_form_of_a_verb(told: str, plain: str) -> None:
    assert base(told) == plain
