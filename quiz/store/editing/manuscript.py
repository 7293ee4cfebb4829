"""Manuscript: a pack's file open for editing, with undo and redo, a draft, and a safe save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quiz.core.pack import Pack
from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.store.editing import draft
from quiz.store.editing.asked import accepted, copied, merged, parsed, recast, with_field
from quiz.store.editing.fieldtext import fresh, put
from quiz.store.editing.history import History
from quiz.store.editing.listed import with_document
from quiz.store.editing.opened import Opened
from quiz.store.editing.permitted import permitted
from quiz.store.editing.pieces import Pieces, cut
from quiz.store.editing.tidy import field_names, new_id
from quiz.store.toml import parse


class Manuscript:
    """A pack as its author is writing it; each act is one step that can be undone.

    `recovered` says that a draft was found which had never been saved: it is a step, too.
    `touched` is the question that the last undo or redo changed, if it was one alone.
    """

    def __init__(self, path: Path) -> None:
        """Open a file, and the draft that may lie beside it; raises Unreadable."""
        self.path = path
        self._file = Opened(path)
        self._saved = cut(self._file.text)
        self._history = History(self._saved)
        self.recovered = False
        self.touched: int | None = None
        self._taken: list[tuple[Pieces, str]] = []
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
        self._history.step(pieces)
        self._file.mark = found.opened
        self.recovered = True

    # ---- what it says

    @property
    def _now(self) -> Pieces:
        return self._history.now

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
        told = parsed(self._now.parts[0], ()) if self._now.parts[0].strip() else {}
        return {name: value for name, value in told.items() if name != "question"}

    @property
    def title(self) -> Clean:
        """The pack's title."""
        return clean(str(self.head.get("title", self.path.stem)))

    @property
    def questions(self) -> tuple[Mapping[str, Any], ...]:
        """The fields of each question as they are written; for reading only."""
        return tuple(parsed(text) for text in self._now.questions)

    @property
    def many(self) -> int:
        """How many questions there are."""
        return len(self._now.slots)

    def fields(self, number: int) -> Mapping[str, Any]:
        """The fields of one question."""
        return parsed(self._now.parts[self._now.slots[number]])

    @property
    def documents(self) -> tuple[Mapping[str, Any], ...]:
        """The documents that the pack lists, wherever in the file they stand."""
        return self._listed("document")

    @property
    def allowed(self) -> tuple[Mapping[str, Any], ...]:
        """The rules that the pack may break, wherever in the file that stands."""
        return self._listed("allow")

    def _listed(self, name: str) -> tuple[Mapping[str, Any], ...]:
        asked = set(self._now.slots)
        rest = "".join(part for i, part in enumerate(self._now.parts) if i not in asked)
        told = parsed(rest, ()).get(name, ()) if rest.strip() else ()
        return tuple(each for each in told if isinstance(each, dict))

    def only(self, number: int) -> str:
        """The text of the pack with one question alone."""
        keep = self._now.slots[number]
        gone = set(self._now.slots) - {keep}
        return "".join("" if i in gone else part for i, part in enumerate(self._now.parts))

    # ---- acts

    def set(self, number: int | None, name: str, value: Any) -> None:
        """Set a field of a question, or of the pack (None); the value None takes it out.

        Changes of one field that follow one another are one step, made from what stood there
        before the first of them.
        """
        pieces = self._history.before((number, name))
        if number is None:
            part = pieces.parts[0]
            told = pieces.put_head(put(part, name, value, field_names(Pack), ()))
        else:
            told = pieces.put(number, with_field(pieces.questions[number], name, value))
        if told != self._now:
            self._history.step(told, typing=(number, name))

    def recast(self, number: int, kind: str) -> None:
        """Make a question one of another kind; what that kind has no field for goes.

        Kinds that follow one another are one step, each made from the question before the first.
        """
        pieces = self._history.before((number, "kind"))
        text = pieces.questions[number]
        same = parsed(text).get("kind") == kind
        told = pieces if same else pieces.put(number, recast(text, kind))
        if told != self._now:
            self._history.step(told, typing=(number, "kind"))

    def rest(self) -> None:
        """Let the next change be a step of its own."""
        self._history.rest()

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
        pieces, new, changed = merged(self._now, questions)
        if pieces is not self._now:
            self._step(pieces)
        return new, changed

    def add_document(self, fields: Mapping[str, Any]) -> str:
        """List a document; an id is made of its title, if it has none. Give the id."""
        taken = {str(each.get("id")) for each in self.documents}
        told = {"id": new_id(str(fields.get("title", "")), taken, "document"), **fields}
        self._step(self._now.put_head(with_document(self._now.parts[0], told)))
        return str(told["id"])

    def allow(self, rule: str, why: str, number: int | None = None) -> None:
        """Let the pack break a rule of the check, or one of its questions alone; say why."""
        if number is not None:
            self.settle(number)
        id = "" if number is None else str(self.fields(number)["id"])
        pieces = permitted(self._now, rule, why, id)
        if pieces != self._now:
            self._step(pieces)

    def accept(self, number: int) -> None:
        """Make a draft a question: it is no mere proposal, and quotes no sentences any more."""
        text = accepted(self._now.questions[number])
        if text != self._now.questions[number]:
            self._step(self._now.put(number, text))

    def settle(self, number: int) -> None:
        """Name a question after its prompt, as long as nothing else knows it by its name."""
        told = self.fields(number)
        id = str(told.get("id"))
        before = (parsed(text) for text in self._saved.questions if id in text)
        known = any(str(each.get("id")) == id and each.get("prompt") for each in before)
        known = known or any(each.get("question") == id for each in self.allowed)
        if told.get("prompt") and not known:
            others = {str(q.get("id")) for i, q in enumerate(self.questions) if i != number}
            name = new_id(str(told["prompt"]), others)
            part = with_field(self._now.questions[number], "id", name)
            self._history.step(self._now.put(number, part), onto=True)

    def duplicate(self, number: int) -> int:
        """Put a copy of a question behind it, under an id of its own."""
        name = self.free_id(str(self.questions[number].get("prompt", "")))
        text = copied(self._now.questions[number], name)
        self._step(self._now.insert(number + 1, text))
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
        return self._stepped(self._history.undo)

    def redo(self) -> bool:
        """Do what was undone once more; False if there is nothing."""
        return self._stepped(self._history.redo)

    def withdraw(self) -> None:
        """Take the last step back for good, as if it had never been."""
        self._history.withdraw()

    def _stepped(self, step: Callable[[], bool]) -> bool:
        before, done = self._now, step()
        self.touched = self._now.only_changed(before)
        return done

    def _step(self, pieces: Pieces) -> None:
        self._history.step(pieces)

    # ---- the disk

    def save(self, *, over: bool = False) -> None:
        """Write the file in one step; raises Changed if it is not as it was, and Unsaved.

        `over` writes it all the same: for an author who has seen both.
        """
        self._file.write(self.text, self._mark, over=over)
        if over:
            self._taken = []
        self._saved, self.recovered = self._now, False
        self._history.rest()
        draft.drop(self.path)

    def take(self) -> None:
        """Go on with what is on disk now, as a step; what stood here comes back with undo.

        Raises Unreadable.
        """
        before, self._file = self._mark, Opened(self.path)
        self._saved = cut(self._file.text)
        self._step(self._saved)
        self._taken.append((self._saved, before))

    @property
    def _mark(self) -> str:
        """The file that this text was made from: an older one, where undo led behind `take`."""
        undone = (mark for pieces, mark in self._taken if not self._history.through(pieces))
        return next(undone, self._file.mark)

    def keep_draft(self) -> None:
        """Keep what is not saved in a file beside the pack's; raises Unsaved."""
        if self.saved:
            draft.drop(self.path)
        else:
            draft.keep(self.path, self._mark, self.text)
