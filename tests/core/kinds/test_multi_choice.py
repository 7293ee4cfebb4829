"""multi-choice: right ticks less wrong ticks."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.core.asking import ask, judged


class TestMultiChoice:
    @pytest.mark.parametrize(
        ("ticked", "credit", "why"),
        [
            (("Cannes", "Venice", "Berlin"), 1, ""),
            (("Cannes", "Venice"), 2 / 3, "2 of 3"),
            (("Cannes", "Venice", "Locarno"), 1 / 3, "2 of 3, 1 wrong"),
            (("Cannes", "Locarno", "Rotterdam"), 0, "1 of 3, 2 wrong"),
            (("Cannes", "Cannes"), 1 / 3, "1 of 3"),
        ],
    )
    def test_wrong_ticks_take_from_right_ones(
        self, ticked: tuple[str, ...], credit: float, why: str
    ) -> None:
        verdict = judged(ask("multi-choice"), *ticked)
        assert (verdict.credit, verdict.why, verdict.parts) == (credit, why, 3)
        assert set(verdict.found) == {"Cannes", "Venice", "Berlin"} & set(ticked)

    def test_there_are_nine_keys(self) -> None:
        with pytest.raises(ValidationError, match="more than 9 options"):
            ask("multi-choice", answers=list("abcde"), distractors=list("fghij"))
