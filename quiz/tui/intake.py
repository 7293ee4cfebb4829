"""Intake: a file or a pasted text from elsewhere, read as it would be imported, and taken in."""

from __future__ import annotations

import re
import stat
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.author.cards import As
from quiz.author.columns import Columns, columns, read
from quiz.author.decoding import LARGEST, source
from quiz.author.formats import Card, Cards, Format, Source
from quiz.author.importing import Imported, import_all, recognise
from quiz.author.naming import name_all
from quiz.author.renewing import renewed
from quiz.core.text import Clean, clean, line
from quiz.errors import Unreadable
from quiz.store.editing import begin
from quiz.store.editing.manuscript import Manuscript
from quiz.store.segments.disk import reason

HOW: tuple[tuple[As, str], ...] = (
    ("choice", "choice"), ("short-answer", "typed"), ("match", "matching"),
)  # fmt: skip
"""What two-sided cards can become, with the words for it."""
_TABLES = frozenset({"csv"})
_FORMAT = re.compile(r"\.(aiken|anki|csv|gift|hascard|json|md|moodle|quizlet|tsv|txt|xml)$", re.I)
_PROSE = "If it is prose, From my notes draws questions from it."
_ABOUT = frozenset({"readme", "license", "licence", "copying", "changelog"})
"""Files that say something about those beside them."""
_MOST, _NAMED = 60, 3
"""Files of a folder that are looked into, and those that are named."""
_LOOK = 50
_LONGEST_TITLE = 60
_PASTED = "pasted text"


@dataclass(frozen=True)
class Intake:
    """Something that was read.

    `how` is what its two-sided cards become, None if it has none; `columns` is how it is read as
    a table, None if it is none.
    """

    source: Source
    format: Format
    encoding: str
    how: As | None
    columns: Columns | None
    found: Imported

    @property
    def title(self) -> Clean:
        """A title for the pack that is made of it."""
        if self.source.name == _PASTED:
            return Clean("Pasted questions")
        stem = _FORMAT.sub("", Path(self.source.name).stem)
        words = line(stem.replace("_", " ").replace("-", " "))
        return Clean((words[:1].upper() + words[1:])[:_LONGEST_TITLE].strip() or "Imported")

    @property
    def read(self) -> int:
        """How many items were read; several of them make one matching question."""
        if self.how != "match":
            return len(self.found.questions)
        return sum(len(found.fields.get("pairs", "1")) for found in self.found.questions)

    @property
    def many(self) -> int:
        """How many items there are, read or left out."""
        return self.read + len(self.found.skipped)


def read_file(path: Path, how: As | None = None, table: Columns | None = None) -> Intake:
    """Read a file in any format that is known, or the only such one of a folder.

    Raises Unreadable.
    """
    file = _only(path) if path.is_dir() else path
    return read_bytes(file.name, _raw(file), how, table)


def _only(folder: Path) -> Path:
    """The one file of a folder that can be read here; raises Unreadable where it is not one."""
    try:
        there = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as wrong:
        raise Unreadable(f"{clean(folder.name)} cannot be read", reason(wrong)) from wrong
    files = [file for file in there if file.stem.lower() not in _ABOUT]
    known = [file for file in files[:_MOST] if _is_known(file)]
    if len(known) == 1:
        return known[0]
    title = f"{clean(folder.name)} is a folder"
    if not known:
        raise Unreadable(title, "no file in it is in a format that is known here")
    more = len(known) - _NAMED
    named = [
        *(clean(file.name) for file in known[:_NAMED]),
        *([f"{more} more"] if more > 0 else []),
    ]
    told = f"{', '.join(named[:-1])} and {named[-1]}"
    raise Unreadable(title, f"of its files {told} can be read here", "Name one of them.")


def _is_known(file: Path) -> bool:
    """Whether a file is in a format that is known."""
    with suppress(Unreadable):
        recognise(source(file.name, _raw(file))[0])
        return True
    return False


def _raw(path: Path) -> bytes:
    """Read the bytes of a file, one more than the most at most."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(f"{clean(path.name)} cannot be imported", "it is not a file")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as wrong:
        raise Unreadable(f"{clean(path.name)} cannot be read", reason(wrong)) from wrong


def read_text(text: str, how: As | None = None, table: Columns | None = None) -> Intake:
    """Read a text that was pasted; raises Unreadable."""
    return read_bytes(_PASTED, text.encode(errors="replace"), how, table)


def read_bytes(
    name: str, raw: bytes, how: As | None = None, table: Columns | None = None
) -> Intake:
    """Read what a file holds; `how` and `table` are what a person has chosen for it."""
    told, encoding = source(name, raw)
    try:
        form = recognise(told)
    except Unreadable as wrong:
        title = (
            wrong.title.replace(_PASTED, "The pasted text", 1) if name == _PASTED else wrong.title
        )
        raise Unreadable(title, wrong.message, _PROSE) from wrong
    if table is not None:
        form = replace(form, read=partial(read, chosen=table))
    elif form.name in _TABLES:
        table = columns(told)
    if not _cards(told, form):
        return Intake(told, form, encoding, None, table, import_all(told, form))
    how = how or ("short-answer" if form.typed else "choice")
    return Intake(told, form, encoding, how, table, import_all(told, form, how))


def _cards(told: Source, form: Format) -> bool:
    """Whether there are cards with two sides among the first items."""
    first = islice(form.read(told), _LOOK) if form.read else ()
    return any(isinstance(each, Card | Cards) for each in first)


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
    there = {str(each.get("id")): each for each in script.questions}
    told = [
        {**(renewed(there[name], fields).changes if name in there else fields), "id": name}
        for fields, name in zip(questions, names, strict=True)
    ]
    new, changed = script.merge(told)
    if into is None:
        script.set(None, "description", f"Imported from {intake.source.name}.")
        script.save()
    same = len(told) - new - changed
    said = f"{new} new"
    said += f", {changed} changed" if changed else ""
    said += f", {same} as they were" if same else ""
    return script, said
