"""Questions for tests: the example of a kind, with other fields; and verdicts on texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from quiz.core.form import Given
from quiz.core.kinds import AnyQuestion, kinds
from quiz.core.question import Question
from quiz.core.text import Clean
from quiz.core.verdict import NOWHERE, Verdict

ANY = TypeAdapter[Question](AnyQuestion)


def load(fields: dict[str, Any]) -> Question:
    """A question of any kind, as a pack has it."""
    return ANY.validate_python(fields)


def ask(kind: str, **fields: Any) -> Any:
    """A question of the kind, like its example but for these fields."""
    example = {k: v for k, v in kinds()[kind].EXAMPLE.items() if k not in fields}
    return load({**example, **{k: v for k, v in fields.items() if v is not None}})


def given_texts(*texts: str) -> Given:
    """These texts as an answer."""
    return Given(tuple(map(Clean, texts)))


def judged(question: Question, *texts: str, **context: Any) -> Verdict:
    """What the question says of these texts."""
    return question.verdict(given_texts(*texts), replace(NOWHERE, **context))
