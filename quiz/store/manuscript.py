"""Manuscript: a pack's file open for editing, with undo and redo, a draft, and a safe save."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.text import Clean, clean
from quiz.errors import QuizError, Unsaved
from quiz.store import draft
from quiz.store.disk import reason
from quiz.store.fieldtext import fresh, put, table
from quiz.store.pieces import Pieces, cut
from quiz.store.publish import unquoted
from quiz.store.tidy import field_names, new_id, question_fields
from quiz.store.toml import parse, read_text, replace

_BOM = b"\xef\xbb\xbf"
_DEEPEST = 1000
"""Steps that can be undone."""


class Changed(QuizError):
    """The file on disk is not the one that was opened; both texts are here."""

    def __init__(self, path: Path, theirs: str, mine: str) -> None:
        super().__init__(
            f"{path.name} was changed elsewhere",
            "since it was opened here, so that it was not saved over",
            "Look at both before you choose.",
        )
        self.theirs = theirs
        self.mine = mine


class Manuscript:
    """A pack as its author is writing it; each act is one step that can be undone.

    `recovered` says that a draft was found which had never been saved: it is a step, too.
    """

    def __init__(self, path: Path) -> None:
        """Open a file, and the draft that may lie beside it; raises Unreadable."""
        self.path = path
        raw, text = _read(path)
        self._bom = raw.startswith(_BOM)
        self._opened = _mark(raw)
        parse(text, path)
        self._saved = cut(text)
        self._past: list[Pieces] = []
        self._future: list[Pieces] = []
        self._now = self._saved
        self._typing: tuple[int | None, str] | None = None
        self.recovered = False
        self._recover()

    def _recover(self) -> None:
        """Go on with a draft, as one step from what the file says."""
        found = draft.find(self.path)
        if found is None or found.text == self.text:
            return
        try:
            parse(found.text, self.path)
            pieces = cut(found.text)
        except QuizError:  # a draft that somebody wrote into: leave it where it lies
            return
        self._step(pieces)
        self._opened = found.opened
        self.recovered = True

    # ---- what it says

    @property
    def text(self) -> str:
        """The whole text, as it would be saved."""
        return self._now.text

    @property
    def saved(self) -> bool:
        """Whether the file says the same."""
        return self._now is self._saved or self.text == self._saved.text

    @property
    def head(self) -> Mapping[str, Any]:
        """What the pack says about itself."""
        told = _table(self._now.parts[0], ()) if self._now.parts[0].strip() else {}
        return {name: value for name, value in told.items() if name != "question"}

    @property
    def title(self) -> Clean:
        """The pack's title."""
        return clean(str(self.head.get("title", self.path.stem)))

    @property
    def questions(self) -> tuple[Mapping[str, Any], ...]:
        """The fields of each question as they are written; for reading only."""
        return tuple(_table(text, ("question", 0)) for text in self._now.questions)

    def only(self, number: int) -> str:
        """The text of the pack with one question alone."""
        keep = self._now.slots[number]
        gone = set(self._now.slots) - {keep}
        return "".join("" if i in gone else part for i, part in enumerate(self._now.parts))

    # ---- acts

    def set(self, number: int | None, name: str, value: Any) -> None:
        """Set a field of a question, or of the pack (None); the value None takes it out.

        Changes of one field that follow one another are one step: a word is not undone letter
        by letter.
        """
        pieces, same = self._now, self._typing == (number, name)
        if number is None:
            part = pieces.parts[0]
            told = pieces.put_head(put(part, name, value, field_names(Pack), ()))
        else:
            part = pieces.questions[number]
            kind = str(value if name == "kind" else self.questions[number].get("kind", ""))
            told = pieces.put(number, put(part, name, value, question_fields(kinds().get(kind))))
        if told == pieces:
            return
        self._step(told, onto=same)
        self._typing = (number, name)

    def recast(self, number: int, kind: str) -> None:
        """Make a question one of another kind; what that kind has no field for goes."""
        text, order = self._now.questions[number], question_fields(kinds().get(kind))
        for name in self.questions[number]:
            if name not in order:
                text = put(text, name, None, order)
        self._step(self._now.put(number, put(text, "kind", kind, order)))

    def rest(self) -> None:
        """Let the next change be a step of its own."""
        self._typing = None

    def add(self, fields: Mapping[str, Any], number: int | None = None) -> int:
        """Add a question behind the last or at a number; an id is made if it has none."""
        at = len(self._now.slots) if number is None else number
        told = {"id": self.free_id(str(fields.get("prompt", ""))), **fields}
        self._step(self._now.insert(at, fresh(told, self._now.line_end)))
        return at

    def merge(self, questions: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
        """Take in questions by their ids, as one step; say how many are new, how many changed.

        One that is there gets the fields that are given, and keeps all others.
        """
        there = {str(each.get("id")): i for i, each in enumerate(self.questions)}
        pieces, new, changed = self._now, [], 0
        for fields in questions:
            number = there.get(str(fields["id"]))
            if number is None:
                new.append(fresh(fields, pieces.line_end))
                continue
            part = pieces.questions[number]
            order = question_fields(kinds().get(str(fields.get("kind", ""))))
            told = part
            for name, value in fields.items():
                told = put(told, name, value, order)
            changed += told != part
            pieces = pieces.put(number, told) if told != part else pieces
        pieces = pieces.extend(new) if new else pieces
        if pieces is not self._now:
            self._step(pieces)
        return len(new), changed

    def accept(self, number: int) -> None:
        """Make a draft a question: it is no mere proposal, and quotes no sentences any more."""
        told, text = self.questions[number], self._now.questions[number]
        order = question_fields(kinds().get(str(told.get("kind", ""))))
        text = unquoted(put(text, "status", None, order))
        if text != self._now.questions[number]:
            self._step(self._now.put(number, text))

    def settle(self, number: int) -> None:
        """Name a question after its prompt, as long as no file has asked it under its name."""
        told = self.questions[number]
        before = (_table(text, ("question", 0)) for text in self._saved.questions)
        saved = {str(each.get("id")) for each in before if each.get("prompt")}
        if str(told.get("id")) not in saved and told.get("prompt"):
            others = {str(q.get("id")) for i, q in enumerate(self.questions) if i != number}
            name = new_id(str(told["prompt"]), others)
            order = question_fields(kinds().get(str(told.get("kind", ""))))
            part = put(self._now.questions[number], "id", name, order)
            self._step(self._now.put(number, part), onto=True)

    def duplicate(self, number: int) -> int:
        """Put a copy of a question behind it, under an id of its own."""
        before = self.questions[number]
        text = self._now.questions[number]
        name = self.free_id(str(before.get("prompt", "")))
        order = question_fields(kinds().get(str(before.get("kind", ""))))
        bare = text[text.index("[[") :] if text.lstrip().startswith("#") else text
        self._step(self._now.insert(number + 1, put(bare, "id", name, order)))
        return number + 1

    def remove(self, number: int) -> None:
        """Take a question out."""
        self._step(self._now.remove(number))

    def move(self, number: int, to: int) -> None:
        """Move a question to another place."""
        if number != to:
            self._step(self._now.move(number, to))

    def free_id(self, prompt: str) -> str:
        """Make an id of a prompt's first words that no question has."""
        return new_id(prompt, {str(each.get("id")) for each in self.questions})

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._back(self._past, self._future)

    def redo(self) -> bool:
        """Do what was undone once more; False if there is nothing."""
        return self._back(self._future, self._past)

    def _back(self, source: list[Pieces], target: list[Pieces]) -> bool:
        self._typing = None
        if not source:
            return False
        target.append(self._now)
        self._now = source.pop()
        return True

    def _step(self, pieces: Pieces, *, onto: bool = False) -> None:
        """Take a step; `onto` the last one, which it goes on with."""
        if not onto:
            self._past = [*self._past[-_DEEPEST:], self._now]
        self._now, self._future, self._typing = pieces, [], None

    # ---- the disk

    def save(self, *, over: bool = False) -> None:
        """Write the file in one step; raises Changed if it is not as it was, and Unsaved.

        `over` writes it all the same: for an author who has seen both.
        """
        raw, theirs = _read(self.path) if self.path.exists() else (b"", "")
        content = (_BOM if self._bom else b"") + self.text.encode()
        if _mark(raw) not in (self._opened, _mark(content)) and not over:
            raise Changed(self.path, theirs, self.text)
        try:
            replace(self.path, content)
        except OSError as wrong:
            raise Unsaved(f"{self.path.name} was not saved", reason(wrong)) from wrong
        self._opened, self._saved, self.recovered = _mark(content), self._now, False
        self._typing = None
        draft.drop(self.path)

    def take(self) -> None:
        """Go on with what is on disk now, as a step; what stood here comes back with undo.

        Raises Unreadable.
        """
        raw, text = _read(self.path)
        parse(text, self.path)
        self._bom, self._opened = raw.startswith(_BOM), _mark(raw)
        self._saved = cut(text)
        self._step(self._saved)

    def keep_draft(self) -> None:
        """Keep what is not saved in a file beside the pack's; raises Unsaved."""
        if self.saved:
            draft.drop(self.path)
        else:
            draft.keep(self.path, self._opened, self.text)


def _read(path: Path) -> tuple[bytes, str]:
    """Read a file as bytes and as text; raises Unreadable."""
    text = read_text(path)
    with path.open("rb") as file:
        bom = file.read(len(_BOM)) == _BOM
    return (_BOM if bom else b"") + text.encode(), text


def _mark(raw: bytes) -> str:
    return sha256(raw).hexdigest()


@lru_cache(maxsize=8192)
def _table(text: str, at: tuple[str | int, ...]) -> Mapping[str, Any]:
    """Parse a piece once."""
    return MappingProxyType(table(text, at))
