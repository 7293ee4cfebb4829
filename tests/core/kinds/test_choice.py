"""choice: picked by its text, or typed."""

from __future__ import annotations

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
