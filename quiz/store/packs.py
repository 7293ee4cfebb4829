"""TOML to Pack: every problem names the file, the line, the column and a way out."""

from __future__ import annotations

import codecs
import gc
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from quiz.core.pack import FORMAT, Pack
from quiz.core.problem import Problem, problem
from quiz.core.question import SLUG
from quiz.core.text import clean
from quiz.errors import Unreadable
from quiz.store.objections import newer_format, objections
from quiz.store.spans import Spans
from quiz.store.toml import Malformed, parse, read_text

_STAND_IN = {"format": FORMAT, "id": "unnamed", "title": "Untitled"}


class Broken(Unreadable):
    """A pack that cannot be played: `problems` say why, and where in the file."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(
            f"The pack {clean(path.name)} cannot be played",
            f"{first.at}: {first.message}{more}",
            first.help,
        )
        self.problems = problems


@dataclass(frozen=True)
class Reading:
    """A pack file as far as it could be read.

    `pack` holds the questions that are sound, `indices` their numbers in the file; it is None
    where not even the head could be used. `problems` are what stopped the rest.
    """

    path: Path
    text: str
    data: Mapping[str, Any]
    pack: Pack | None
    indices: tuple[int, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def spans(self) -> Spans:
        """Where everything stands in the text; built when the first problem asks."""
        return Spans(self.text)

    @property
    def sound(self) -> Mapping[str, Any]:
        """What was parsed, with the questions that `pack` has and no others."""
        questions = self.data.get("question", [])
        if len(self.indices) == len(questions):
            return self.data
        return {**self.data, "question": [questions[i] for i in self.indices]}

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Give problems of `pack` their lines and columns in the file."""
        return [self._placed(replace(told, where=self._way(told.where))) for told in problems]

    def _way(self, where: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Count questions as the file does: those that are broken are not in `pack`."""
        if len(where) > 1 and where[0] == "question" and isinstance(where[1], int):
            return ("question", self.indices[where[1]], *where[2:])
        return where

    def _placed(self, told: Problem) -> Problem:
        """Look one problem up in the text."""
        return told.placed(str(self.path), *self.spans.find(told.where, key=told.key))


def looks_like_a_pack(data: Mapping[str, Any]) -> bool:
    """Tell a pack from other TOML files: it has two of a format, an id, and questions."""
    name, questions = data.get("id"), data.get("question")
    marks = (
        type(data.get("format")) is int,
        isinstance(name, str) and re.fullmatch(SLUG, name) is not None,
        isinstance(questions, list) and any(isinstance(entry, dict) for entry in questions),
    )
    return sum(marks) > 1


def load(path: Path) -> Pack:
    """Read a pack that is sound as a whole; else raise `Broken` with every problem there is."""
    reading = inspect(path)
    if reading.problems or reading.pack is None:
        raise Broken(path, reading.problems)
    return reading.pack


def inspect(path: Path) -> Reading:
    """Read a pack file as far as possible; nothing in it raises."""
    with uncollected():
        try:
            text = read_text(path)
            return _inspect(path, text, parse(text, path))
        except Malformed as wrong:
            told = problem(
                "toml-syntax",
                wrong.reason,
                help="Mend this line first: what comes after it could not be read.",
            )
            source = _line(path, wrong.line)
            told = told.placed(str(path), wrong.line, wrong.column, source, 1)
        except Unreadable as wrong:
            # The place says the path already.
            why = wrong.message.removeprefix(str(path)).lstrip(": ") or wrong.title
            told = problem("unreadable-file", why, help=wrong.hint)
            told = told.placed(str(path), 0, 0, "", 1)
    return Reading(path, "", {}, None, (), (told,))


def parsed(path: Path, text: str) -> Pack:
    """Turn the text of a pack into a Pack, `path` only naming it; raises `Broken`."""
    reading = _inspect(path, text, parse(text, path))
    if reading.problems or reading.pack is None:
        raise Broken(path, reading.problems)
    return reading.pack


def reading_of(path: Path, text: str) -> Reading:
    """Read the text of a pack as far as possible; raises Malformed if it is not TOML."""
    with uncollected():
        return _inspect(path, text, parse(text, path))


def _inspect(path: Path, text: str, data: dict[str, Any]) -> Reading:
    """Validate what was parsed, twice if need be: the second time without what is broken."""
    newer = newer_format(data.get("format"))
    pack, problems = (None, [newer]) if newer else _validate(data)
    indices: tuple[int, ...] = ()
    if pack is not None:
        indices = tuple(range(len(pack.questions)))
    elif not newer:
        rest, indices = _sound(data, problems)
        pack = _validate(rest)[0] if rest else None
    problems += _duplicates(data)
    bare = Reading(path, text, data, pack, indices, ())
    if not problems:
        return bare
    placed = tuple(
        sorted((bare._placed(told) for told in problems), key=lambda t: (t.line, t.column))
    )
    return replace(bare, problems=placed)


def _validate(data: Mapping[str, Any]) -> tuple[Pack | None, list[Problem]]:
    """Build the pack, or say what is wrong."""
    try:
        return Pack.model_validate(data, by_alias=True, by_name=False), []
    except ValueError as wrong:  # pydantic's own error, which only the models import
        return None, objections(cast("Any", wrong).errors(include_url=False), data)


def _sound(
    data: Mapping[str, Any], problems: list[Problem]
) -> tuple[dict[str, Any] | None, tuple[int, ...]]:
    """Leave out of a pack the questions and head fields that have problems.

    None where documents or permissions are broken: judging questions without them would only
    make up more problems.
    """
    heads = {told.where[0] for told in problems if told.where and told.where[0] != "question"}
    whole = any(told.where == ("question",) for told in problems)
    if whole or heads & {"document", "allow"}:
        return None, ()
    bad = {told.where[1] for told in problems if len(told.where) > 1}
    questions = data.get("question", [])
    indices = tuple(i for i in range(len(questions)) if i not in bad)
    rest = {name: value for name, value in data.items() if name not in heads}
    rest = {**_STAND_IN, **rest, "question": [questions[i] for i in indices]}
    return rest, indices


def _duplicates(data: Mapping[str, Any]) -> list[Problem]:
    """Find question ids that stand twice: progress hangs on them."""
    questions = data.get("question")
    if not isinstance(questions, list):
        return []
    ids = [entry.get("id") for entry in questions if isinstance(entry, dict)]
    if len(set(map(str, ids))) == len(questions):
        return []
    first: dict[str, int] = {}
    found: list[Problem] = []
    for index, entry in enumerate(questions):
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str) and first.setdefault(name, index) != index:
            found.append(
                problem(
                    "duplicate-id",
                    f'the id "{name}" is question {first[name] + 1}\'s already',
                    ("question", index, "id"),
                    "Give this question an id of its own; keep the other, or progress is lost.",
                )
            )
    return found


def _line(path: Path, number: int) -> str:
    """Read one line of a file that is not TOML, to show it."""
    rows = path.read_bytes().removeprefix(codecs.BOM_UTF8).split(b"\n")
    return b"".join(rows[number - 1 : number]).decode("utf-8", errors="replace").rstrip("\r")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector out while thousands of objects are made that all stay."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
