"""short-answer: all its lists go to the judge."""

from __future__ import annotations

from quiz.core.text import fold
from tests.core.asking import ask, judged


class TestShortAnswer:
    def test_it_goes_to_the_judge_with_all_its_lists(self) -> None:
        question = ask("short-answer")
        assert judged(question, "Kuosmannen").why == "accepted: one letter off Kuosmanen"
        assert judged(question, "Juho").close
        assert judged(question, "aki kaurismaki").mark == "wrong"
        assert not judged(ask("short-answer", match="fold"), "Kuosmannen").credit

    def test_every_accepted_form_is_an_answer(self) -> None:
        assert ask("short-answer").answers() == ("Juho Kuosmanen", "Kuosmanen")


def test_the_form_of_a_fold_is_its_own_alias() -> None:
    alias = frozenset({fold("Golden Palm")})
    assert judged(ask("short-answer"), "The Golden Palm!", aliases=alias).credit == 1
