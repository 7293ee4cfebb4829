"""What the judge promises in figures, counted: siblings, slips, years."""

from __future__ import annotations

from itertools import permutations

import pytest

from quiz.core.judge import Key, judge_text
from quiz.core.text import Clean
from quiz.core.verdict import NOWHERE
from tests.core import slips
from tests.core.words import LISTS


@pytest.mark.parametrize("name", LISTS)
def test_no_sibling_is_taken_for_a_typo(name: str) -> None:
    assert slips.others_accepted(LISTS[name], slips.judge_among(LISTS[name])) == []


def test_without_the_veto_some_would_be() -> None:
    assert ("Iran", "Iraq") in slips.others_accepted(("Iran", "Iraq"), slips.judge_among(()))


@pytest.mark.parametrize("name", LISTS)
def test_one_slip_is_forgiven(name: str) -> None:
    assert slips.share_of_slips(LISTS[name], slips.judge_among(LISTS[name]), 12) >= 0.98


def test_no_wrong_year_is_accepted() -> None:
    for told, year in permutations(map(str, range(1900, 2000)), 2):
        verdict = judge_text(Clean(told), Key(Clean(year)), NOWHERE)
        assert verdict.mark == "wrong", (told, year)


@pytest.mark.skipif(not slips.ANIMALS.exists(), reason="the sample quiz is not beside the checkout")
def test_on_somebody_elses_quiz() -> None:
    asked = [(told, answer) for answer, others in slips.animals() for told in others]
    judge = slips.judge_among(slips.every_text(slips.animals()))
    assert not [pair for pair in asked if judge(*pair)]
    without = slips.judge_among(())
    assert sum(without(*pair) for pair in asked) / len(asked) <= 0.003
    answers = [answer for answer, _ in slips.animals()]
    assert slips.share_of_slips(answers, judge, 2) >= 0.97
