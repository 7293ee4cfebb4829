"""Proof: a text that is being written, read and checked as `quiz check` would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.author.check import check
from quiz.core.form import Given
from quiz.core.kinds.short_answer import Worded
from quiz.core.problem import Place, Problem
from quiz.core.text import Clean, fold
from quiz.core.verdict import Context
from quiz.store.packs import Reading, reading_of
from quiz.tui.formwords import in_form

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Question


STALE = "stale"
"""The code of the problem that a citation does not stand in its document any more."""


@dataclass(frozen=True)
class Proof:
    """What could be read of a text, and what is wrong with it.

    `questions` are those that are sound, by their number in the text; `broken` counts what keeps
    the pack from playing.
    """

    pack: Pack | None = None
    questions: Mapping[int, Question] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    broken: int = 0

    def of(self, number: int | None) -> list[Problem]:
        """The problems of a question, errors first; or those of the pack as such (None)."""
        return self._sorted.get(number, [])

    def refused(self, number: int | None, texts: Sequence[Clean]) -> list[Clean]:
        """Those of the texts that are no right answer, and that the author has not rejected.

        Empty for a question that is not sound, or that has no list of what else is right.
        """
        question = self.questions.get(-1 if number is None else number)
        if self.pack is None or not isinstance(question, Worded):
            return []
        known = Context(siblings=self.pack.siblings())
        rejected = {fold(text) for text in question.reject}
        return [
            text
            for text in texts
            if fold(text) not in rejected and question.judge(Given((text,)), known).mark != "right"
        ]

    def adding(self, problems: Iterable[Problem]) -> Proof:
        """The same with more problems that keep nothing from being played."""
        return replace(self, problems=(*self.problems, *problems))

    @cached_property
    def _sorted(self) -> dict[int | None, list[Problem]]:
        found: dict[int | None, list[Problem]] = {}
        for told in sorted(self.problems, key=lambda told: told.severity != "error"):
            found.setdefault(_number(told.where), []).append(told)
        return found


def proof(text: str, path: Path) -> Proof:
    """Read and check the text of a pack; raises Malformed if it is not TOML."""
    reading = reading_of(path, text)
    pack = reading.pack
    if pack is None:
        told = tuple(map(in_form, reading.problems))
        return Proof(problems=told, broken=len(reading.problems))
    found = check(pack, reading.sound, whole=not reading.problems)
    problems = [*reading.problems, *(_counted(told, reading) for told in found)]
    questions = dict(zip(reading.indices, pack.questions, strict=True))
    return Proof(pack, questions, tuple(map(in_form, problems)), len(reading.problems))


def _counted(told: Problem, reading: Reading) -> Problem:
    """Count questions as the text does, where some are broken and left out.

    What is shown beside a question need not call it by its id.
    """
    number = _number(told.where)
    if number is None or reading.pack is None:
        return told
    name = f'"{reading.pack.questions[number].id}"'
    message = Clean(told.message.replace(name, "this question"))
    where = ("question", reading.indices[number], *told.where[2:])
    return replace(told, where=where, message=message)


def _number(where: Place) -> int | None:
    """The number of the question that a place is in."""
    if len(where) > 1 and where[0] == "question" and isinstance(where[1], int):
        return where[1]
    return None
