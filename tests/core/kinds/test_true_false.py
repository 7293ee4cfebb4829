"""true-false: only what means one of the two is taken."""

from __future__ import annotations

from tests.core.asking import ask, judged


def test_what_is_neither_true_nor_false_is_wrong() -> None:
    for answer in (True, False):
        assert judged(ask("true-false", answer=answer), "perhaps").credit == 0
        assert judged(ask("true-false", answer=answer), str(answer)[0]).credit == 1
