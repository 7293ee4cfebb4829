"""Rule: one thing that an editor looks for, and the pack that it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from quiz.core.leaks import plain
from quiz.core.pack import Pack
from quiz.core.problem import Place, Problem, Severity, problem
from quiz.core.question import Question
from quiz.core.text import Clean, fold

_END = 4
Documents = Mapping[str, tuple[str, ...] | str]
"""The paragraphs of each document by its id, or a sentence that says why they are not there."""
Finding = tuple[Place, str, str]
"""Where, what is wrong, and the way out."""


@dataclass(frozen=True)
class Subject:
    """A pack as the rules see it.

    `raw` is the file as it was parsed, before anything was cleaned, with the same questions as
    `pack`; `documents` are there when citations are to be proved; `whole` says that no question
    of the file was left out for being broken.
    """

    pack: Pack
    raw: Mapping[str, Any] = field(default_factory=dict)
    documents: Documents | None = None
    whole: bool = True

    @cached_property
    def questions(self) -> Sequence[Question]:
        """The questions, each with its number being its place here."""
        return self.pack.questions

    @cached_property
    def prompts(self) -> Sequence[str]:
        """The prompts as folded words between spaces."""
        return tuple(plain(question.prompt) for question in self.questions)

    def having(self, field: str) -> Iterator[tuple[int, Question]]:
        """Go through the questions whose kind has a field, with their numbers."""
        models = {type(question) for question in self.questions}
        those = {model for model in models if field in model.model_fields}
        if those:
            for number, question in enumerate(self.questions):
                if type(question) in those:
                    yield number, question

    @cached_property
    def offers(self) -> Sequence[tuple[tuple[Clean, ...], tuple[Clean, ...]]]:
        """The right and the wrong options of each question that has options, else nothing."""
        return tuple(
            (question.answers(), decoys) if (decoys := question.decoys()) else ((), ())
            for question in self.questions
        )

    @cached_property
    def twins(self) -> Sequence[int]:
        """The questions that have two options which fold alike."""
        return tuple(
            number
            for number, (right, wrong) in enumerate(self.offers)
            if right and _alike(right + wrong)
        )


def _alike(options: tuple[Clean, ...]) -> bool:
    """Tell whether any two options fold alike; plain words with different ends cannot."""
    ends = {text[-_END:].lower() for text in options if text[-_END:].isalnum() and text.isascii()}
    return len(ends) < len(options) > len(set(map(fold, options)))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable code; `about` is its line in `quiz check --rules`."""

    code: str
    severity: Severity
    about: str
    find: Callable[[Subject], Iterator[Finding]]

    def problems(self, subject: Subject) -> Iterator[Problem]:
        """Everything in a pack that breaks this rule."""
        for where, message, way_out in self.find(subject):
            yield problem(self.code, message, where, way_out, severity=self.severity)


def rule(
    code: str, severity: Severity, about: str
) -> Callable[[Callable[[Subject], Iterator[Finding]]], Rule]:
    """Make a rule of a function that finds what breaks it."""
    return lambda find: Rule(code, severity, about, find)


def right_field(question: Question, number: int = 0) -> Place:
    """Say where in its table the right answer with a number stands."""
    fields = {field.alias or name for name, field in type(question).model_fields.items()}
    if "answer" in fields:
        return ("answer",)
    several = ("answers", "entries", "items", "pairs")
    return next(((name, number) for name in several if name in fields), ())


def texts(question: Question, name: str) -> tuple[Clean, ...]:
    """Give the texts of a field that only some kinds have; nothing where it is not there."""
    value = getattr(question, name, ())
    return value if isinstance(value, tuple) else ()


def entries(question: Question) -> tuple[tuple[Clean, ...], ...]:
    """Give the things that a list asks for, each with the other names it goes by."""
    told: tuple[object, ...] = texts(question, "entries")
    return tuple(entry if isinstance(entry, tuple) else (Clean(str(entry)),) for entry in told)
