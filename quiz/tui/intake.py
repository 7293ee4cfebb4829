"""Intake: a file or a pasted text from elsewhere, read as it would be imported, and taken in."""

from __future__ import annotations

import stat
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.author.cards import As
from quiz.author.decoding import LARGEST, source
from quiz.author.formats import Card, Format, Source
from quiz.author.importing import Imported, import_all, recognise
from quiz.author.naming import name_all
from quiz.core.text import Clean, clean, line
from quiz.errors import Unreadable
from quiz.store import begin
from quiz.store.disk import reason
from quiz.store.manuscript import Manuscript

HOW: tuple[tuple[As, str], ...] = (
    ("choice", "choice"), ("short-answer", "typed"), ("match", "matching"),
)  # fmt: skip
"""What two-sided cards can become, with the words for it."""
_LOOK = 50
_LONGEST_TITLE = 60
_PASTED = "pasted text"


@dataclass(frozen=True)
class Intake:
    """Something that was read; `how` is what its two-sided cards become, None if it has none."""

    source: Source
    format: Format
    encoding: str
    how: As | None
    found: Imported

    @property
    def title(self) -> Clean:
        """A title for the pack that is made of it."""
        if self.source.name == _PASTED:
            return Clean("Pasted questions")
        words = line(Path(self.source.name).stem.replace("_", " ").replace("-", " "))
        return Clean((words[:1].upper() + words[1:])[:_LONGEST_TITLE].strip() or "Imported")

    @property
    def many(self) -> int:
        """How many items there are, read or left out."""
        return len(self.found.questions) + len(self.found.skipped)


def read_file(path: Path, how: As | None = None) -> Intake:
    """Read a file in any format that is known; raises Unreadable."""
    return read_bytes(path.name, _raw(path), how)


def _raw(path: Path) -> bytes:
    """Read the bytes of a file, one more than the most at most."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{clean(path.name)} cannot be imported", "it is not a file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as wrong:
        raise Unreadable(f"{clean(path.name)} cannot be read", reason(wrong)) from wrong


def read_text(text: str, how: As | None = None) -> Intake:
    """Read a text that was pasted; raises Unreadable."""
    return read_bytes(_PASTED, text.encode(errors="replace"), how)


def read_bytes(name: str, raw: bytes, how: As | None = None) -> Intake:
    """Read what a file holds."""
    told, encoding = source(name, raw)
    form = recognise(told)
    cards = form.read and any(isinstance(each, Card) for each in islice(form.read(told), _LOOK))
    if cards and how is None:
        how = "short-answer" if form.typed else "choice"
    elif not cards:
        how = None
    return Intake(told, form, encoding, how, import_all(told, form, how))


def trial_text(intake: Intake) -> tuple[str, Path]:
    """Write what was read as a pack that is nowhere, to be tried; drafts count as questions."""
    with TemporaryDirectory() as folder:
        script, _ = take_in(intake, None, Path(folder), ())
    for number in range(len(script.questions)):
        script.accept(number)
    return script.text, script.path


def take_in(
    intake: Intake, into: Path | None, folder: Path, taken: Collection[str]
) -> tuple[Manuscript, str]:
    """Put what was read into a pack, or into a new one; say what came of it.

    Questions that came from the same file before keep their ids. A new pack is saved; in one
    that is there, it is one step that waits to be saved. Raises Unreadable, Unsaved.
    """
    script = Manuscript(into or begin.new(folder, intake.title, taken))
    questions = [each.fields for each in intake.found.questions]
    names = name_all(questions, script.questions)
    told = [{**fields, "id": name} for fields, name in zip(questions, names, strict=True)]
    new, changed = script.merge(told)
    if into is None:
        script.set(None, "description", f"Imported from {intake.source.name}.")
        script.save()
    same = len(told) - new - changed
    said = f"{new} new"
    said += f", {changed} changed" if changed else ""
    said += f", {same} as they were" if same else ""
    return script, said
