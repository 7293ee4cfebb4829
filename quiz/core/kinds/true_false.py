"""true-false: a claim that holds, or does not."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field, StrictBool

from quiz.core.form import Form, Given, Pick
from quiz.core.question import Question
from quiz.core.text import Clean, fold
from quiz.core.verdict import Context, Verdict

TRUE, FALSE = Clean("True"), Clean("False")
_MEANING = dict.fromkeys(("true", "t", "yes", "y"), True) | dict.fromkeys(
    ("false", "f", "no", "n"), False
)


class TrueFalse(Question):
    """A claim to be taken or refused."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "palm-is-golden",
        "kind": "true-false",
        "prompt": "The Palme d'Or is given at the festival of Venice.",
        "answer": False,
    }
    RIGHT: ClassVar[Given] = Given((FALSE,))
    WRONG: ClassVar[Given] = Given((TRUE,))

    kind: Literal["true-false"] = Field(description="A claim that holds, or does not.")
    answer: StrictBool = Field(description="Whether the claim holds.")

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002 - one order only
        """True first, whatever the seed."""
        return Pick((TRUE, FALSE))

    def judge(self, given: Given, context: Context) -> Verdict:  # noqa: ARG002
        """Compare the choice with the truth; what means neither is wrong."""
        right = _MEANING.get(fold(given.values[0])) is self.answer
        return Verdict(1.0 if right else 0.0, self.expected())

    def expected(self) -> Clean:
        """Either word."""
        return TRUE if self.answer else FALSE

    def answers(self) -> tuple[Clean, ...]:
        """Nothing that another text could give away."""
        return ()
