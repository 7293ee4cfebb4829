"""What a check objects to is said in the words of the form, and what only a file can say is not."""

from __future__ import annotations

import pytest

from quiz.core.problem import Problem
from quiz.core.text import Clean
from quiz.tui.formwords import in_form


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("`pairs[2]` has more than 2", "Pairs, line 2 has more than 2 parts"),
        ("`pairs[3][2]` is missing", "Pairs, line 3, part 2 is missing"),
        ("`pairs` has more than 9", "Pairs has more than 9"),
        ("`tags[1]` wants lower-case letters", "Tags, number 1 wants lower-case letters"),
        ('"a" is the same as number 1 of `items`', '"a" is the same as number 1 of Items'),
        ("`nothing[1]` is odd, see `quiz check`", "`nothing[1]` is odd, see `quiz check`"),
    ],
)
def test_places_are_named_as_the_form_shows_them(written: str, said: str) -> None:
    assert in_form(Problem("wrong-value", Clean(written))).message == said


def test_a_field_that_there_is_not_keeps_its_name() -> None:
    told = Problem("unknown-field", Clean("unknown field `pairs`"))
    assert in_form(told) == told
