"""choice: picked by its text, or typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quiz.core.form import Write, shown
from tests.core.asking import ask, judged


class TestChoice:
    def test_options_that_fold_to_one_text_stay_apart(self) -> None:
        question = ask("choice", answer="C++", distractors=["C", "C#", "c++ "])
        assert judged(question, "C++").credit == 1
        assert judged(question, "C").credit == 0
        assert judged(question, "c++").credit == 0

    def test_typed_it_is_judged_as_text(self) -> None:
        question = ask("choice")
        assert question.form("1", typed=True) == Write()
        assert judged(question, "canes", typed=True).why == "accepted: one letter off Cannes"
        told = judged(question, "venice", typed=True, siblings=frozenset({"Venice"}))
        assert told.why == "not taken: Venice is another answer in this pack"

    def test_a_note_goes_with_its_option(self) -> None:
        question = ask("choice", notes={"Venice": "It gives the Golden Lion."})
        assert judged(question, "Venice").why == "It gives the Golden Lion."

    def test_fixed_options_keep_their_order(self) -> None:
        assert shown(ask("choice", fixed=True).form("1"))[0] == "Cannes"

    @given(st.integers(1, 8).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n + 1))))
    def test_the_answer_stands_at_its_place_and_is_right_there(self, told: tuple[int, int]) -> None:
        many, place = told
        wrong = [f"Town {number}" for number in range(many)]
        question = ask("choice", distractors=wrong, fixed=True, place=place)
        options = shown(question.form("1"))
        assert options == shown(question.form("2"))
        assert [text for text in options if text != "Cannes"] == wrong
        assert judged(question, options[place - 1]).credit == 1
        assert sum(judged(question, text).credit for text in options) == 1

    @pytest.mark.parametrize(
        "told", [{"place": 1}, {"fixed": True, "place": 5}, {"fixed": True, "place": 0}]
    )
    def test_a_place_is_among_fixed_options(self, told: dict[str, object]) -> None:
        with pytest.raises(ValidationError):
            ask("choice", **told)
