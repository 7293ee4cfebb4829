"""Proof: a text that is being written, read and checked as `quiz check` would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.author.check import check
from quiz.core.problem import Place, Problem
from quiz.store.packs import Reading, reading_of

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Question


@dataclass(frozen=True)
class Proof:
    """What could be read of a text, and what is wrong with it.

    `questions` are those that are sound, by their number in the text.
    """

    pack: Pack | None = None
    questions: Mapping[int, Question] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many things keep the pack from playing, or are plainly wrong."""
        return sum(told.severity == "error" for told in self.problems)

    def of(self, number: int | None) -> list[Problem]:
        """The problems of a question, errors first; or those of the pack as such (None)."""
        mine = (told for told in self.problems if _number(told.where) == number)
        return sorted(mine, key=lambda told: told.severity != "error")


def proof(text: str, path: Path) -> Proof:
    """Read and check the text of a pack; raises Malformed if it is not TOML."""
    reading = reading_of(path, text)
    pack = reading.pack
    if pack is None:
        return Proof(problems=reading.problems)
    found = check(pack, reading.sound, whole=not reading.problems)
    problems = [*reading.problems, *(_counted(told, reading) for told in found)]
    questions = dict(zip(reading.indices, pack.questions, strict=True))
    return Proof(pack, questions, tuple(problems))


def _counted(told: Problem, reading: Reading) -> Problem:
    """Count questions as the text does, where some are broken and left out."""
    number = _number(told.where)
    if number is None:
        return told
    return replace(told, where=("question", reading.indices[number], *told.where[2:]))


def _number(where: Place) -> int | None:
    """The number of the question that a place is in."""
    if len(where) > 1 and where[0] == "question" and isinstance(where[1], int):
        return where[1]
    return None
