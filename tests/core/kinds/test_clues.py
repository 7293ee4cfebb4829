"""clues: the fewer, the more; a wrong answer opens the next."""

from __future__ import annotations

from typing import cast

import pytest

from quiz.core.kinds.clues import Clues
from quiz.core.text import Clean
from tests.core.asking import ask, judged


class TestClues:
    def clues(self, count: int) -> Clues:
        return cast("Clues", ask("clues", clues=[f"clue {i}" for i in range(count)]))

    @pytest.mark.parametrize(
        ("count", "shares"),
        [(2, [1, 0.4]), (3, [1, 0.7, 0.4]), (4, [1, 0.8, 0.6, 0.4])],
    )
    def test_credit_falls_evenly(self, count: int, shares: list[float]) -> None:
        question = self.clues(count)
        told = [judged(question, "pulp fiction", clues=i) for i in range(1, count + 1)]
        assert [verdict.credit for verdict in told] == shares
        assert {verdict.mark for verdict in told} == {"right"}

    def test_a_wrong_answer_opens_the_next_clue(self) -> None:
        verdict = judged(self.clues(3), "Jackie Brown", clues=2)
        assert (verdict.close, verdict.opens, verdict.expected) == (True, True, "")
        assert verdict.why == "Not that. The next clue is open."

    def test_with_the_last_clue_open_wrong_is_wrong(self) -> None:
        verdict = judged(self.clues(3), "Jackie Brown", clues=3)
        assert (verdict.mark, verdict.opens) == ("wrong", False)
        assert verdict.expected == "Pulp Fiction"

    def test_a_near_miss_opens_nothing(self) -> None:
        near = judged(self.clues(3), "Pulp Fixtoin")
        assert (near.close, near.opens) == (True, False)
        again = judged(self.clues(3), "Pulp Fixtoin", tries=(Clean("x"),))
        assert again.opens

    def test_a_sibling_is_named_and_opens_the_next_clue(self) -> None:
        verdict = judged(self.clues(3), "Pulp Fictions", siblings=frozenset({"Pulp Fictions"}))
        assert verdict.opens
        assert verdict.why == (
            "not taken: Pulp Fictions is another answer in this pack. The next clue is open."
        )
