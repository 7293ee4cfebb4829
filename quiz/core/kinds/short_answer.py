"""short-answer: a name or a few words, typed."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field

from quiz.core.form import Form, Given, Write
from quiz.core.judge import Key, accepted, judge_text
from quiz.core.question import Line, Question
from quiz.core.text import Clean
from quiz.core.verdict import Context, Verdict


class Worded(Question):
    """Base of the kinds whose answer is a text: the author's lists, and the key made of them."""

    answer: Line = Field(description="The right answer, as it is shown.")
    accept: tuple[Line, ...] = Field(
        default=(), description="What else is right; parts in (brackets) are optional."
    )
    reject: tuple[Line, ...] = Field(
        default=(), description="What is wrong, however near it may look."
    )
    almost: tuple[Line, ...] = Field(default=(), description="What earns one more try.")
    match: Literal["typo", "fold", "exact"] = Field(
        default="typo",
        description="How much is forgiven: 'typo'; 'fold', case and accents; 'exact', nothing.",
    )

    def key(self) -> Key:
        """What a typed answer is compared with."""
        return Key(self.answer, self.accept, self.reject, self.almost, self.match)

    def expected(self) -> Clean:
        """The answer as the author shows it."""
        return self.answer

    def answers(self) -> tuple[Clean, ...]:
        """The answer, and every accepted form, with and without what is optional in it."""
        return tuple(form.text for form in accepted(self.key()))


class ShortAnswer(Worded):
    """A text to be typed."""

    EXAMPLE: ClassVar[dict[str, Any]] = {
        "id": "compartment",
        "kind": "short-answer",
        "prompt": "Who directed Compartment Number 6?",
        "answer": "Juho Kuosmanen",
        "accept": ["(Juho) Kuosmanen"],
        "reject": ["Aki Kaurismäki"],
        "almost": ["Juho"],
    }
    RIGHT: ClassVar[Given] = Given((Clean("kuosmanen"),))
    WRONG: ClassVar[Given] = Given((Clean("Aki Kaurismäki"),))

    kind: Literal["short-answer"] = Field(description="A name or a few words, typed.")

    def form(self, seed: str, *, typed: bool = False) -> Form:  # noqa: ARG002
        """A text is always typed."""
        return Write()

    def judge(self, given: Given, context: Context) -> Verdict:
        """Leave it to the judge of texts."""
        return judge_text(given.values[0], self.key(), context)
