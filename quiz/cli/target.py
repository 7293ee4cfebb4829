"""The pack that an import goes to: a new one, or one that is there and keeps what it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quiz.author.compose import slug
from quiz.author.formats import Fields
from quiz.author.naming import name_all
from quiz.author.renewing import mark, marks
from quiz.cli.packtext import merged, new_pack
from quiz.cli.root import Root
from quiz.core.text import clean, line
from quiz.errors import QuizError, Unsaved
from quiz.store.toml import parse, read_text, replace

_LONGEST_TITLE = 60
_SAME = 0.2


@dataclass(slots=True)
class Target:
    """A pack file: `text` is what stands in it, "" if it is to be made."""

    file: Path
    id: str
    title: str
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)

    def add(
        self, questions: Sequence[Fields], names: Sequence[str], head: Mapping[str, Any]
    ) -> str:
        """Write questions into the pack, in one step; say what has changed.

        `head` is what a file says of its pack as a whole; it counts for a new one.
        """
        there = self.data.get("question", [])
        tables = [table for table in there if isinstance(table, dict)]
        ids = name_all(questions, tables)
        documents = self.data.get("document", []) if self.text else head.get("document", ())
        known = {told.get("id") for told in documents if isinstance(told, dict)}
        fields = [
            {**_cited(told, known), "id": id} for told, id in zip(questions, ids, strict=True)
        ]
        if self.text:
            made = merged(self.text, self.file, fields)
            text, same = made.text, len(fields) - made.added - made.changed
            said = f"{made.added} added, {made.changed} changed, {same} as they were"
            if made.refused:
                said += f"; {made.refused} changed in the file, but you made another kind of it"
        else:
            text = new_pack(self._head(fields, names) | dict(head), fields)
            said = f"{len(fields)} question{'s' * (len(fields) != 1)}"
        if text != self.text:
            self._save(text)
        return said

    def _head(self, fields: Sequence[Fields], names: Sequence[str]) -> dict[str, Any]:
        """Make the head of a new pack; the licence that all questions have is the pack's."""
        head: dict[str, Any] = {"format": 1, "id": self.id, "title": self.title}
        head["description"] = f"Imported from {', '.join(names)}."
        head["version"] = "1.0.0"
        licenses = {told.get("license") for told in fields}
        only = licenses.pop() if len(licenses) == 1 else None
        if only:
            head["license"] = only
            for told in fields:
                told.pop("license")
        return head

    def _save(self, text: str) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            replace(self.file, text.encode("utf-8"))
        except OSError as wrong:
            raise Unsaved(
                f"{clean(str(self.file))} cannot be written", wrong.strerror or str(wrong)
            ) from wrong


def _cited(fields: Fields, known: set[Any]) -> Fields:
    """Keep the citations of documents that the pack lists."""
    if not fields.get("cite"):
        return fields
    kept = [each for each in fields["cite"] if each.get("document") in known]
    rest = {name: told for name, told in fields.items() if name != "cite"}
    return {**rest, "cite": kept} if kept else rest


def _opened(file: Path, id: str, title: str) -> Target:
    """Open a pack that is there, or begin one."""
    if not file.exists():
        return Target(file, id, title)
    text = read_text(file)
    data = parse(text, file)
    there = data.get("question", [])
    if not isinstance(data.get("id"), str) or not isinstance(there, list):
        raise QuizError(
            f"{clean(file.name)} is there, and is no pack", hint="Name another file with -o."
        )
    return Target(file, data["id"], str(data.get("title", title)), text, data)


def into_file(file: Path) -> Target:
    """The pack in a file that was named."""
    return _opened(file, slug(file.stem) or "imported", _title(file.stem))


def into_pack(root: Root, name: str) -> Target:
    """A pack of the player's own, by its id; made if it is not there."""
    found = [header for header in root.library.headers() if header.id == name]
    own = next((header for header in found if not header.shipped), None)
    if own:
        return _opened(own.file, own.id, own.title)
    if found:
        raise QuizError(
            f"{found[0].title} comes with the game and cannot be added to",
            hint="Import into a pack of your own.",
        )
    id = slug(name.removesuffix(".toml")) or "imported"
    return _opened(root.places.own / f"{id}.toml", id, _title(name))


def new_target(root: Root, stem: str, name: str, questions: Sequence[Fields]) -> Target:
    """The pack for a file: the one it was imported to before, else a new one with a free id."""
    id = slug(stem) or "imported"
    origin = line(name)
    headers = root.library.headers()
    number = 1
    while True:
        free = id if number == 1 else f"{id}-{number}"
        file = root.places.own / f"{free}.toml"
        others = [h for h in headers if h.id == free and h.file != file]
        if not others:
            target = _opened(file, free, _title(stem))
            if not target.text or _holds(target, origin, questions):
                return target
        number += 1


def _holds(target: Target, origin: str, questions: Sequence[Fields]) -> bool:
    """Whether a file is in a pack already: one of its name, with many of the same questions.

    Other files have that name, too; and a file that was edited is not another one.
    """
    listed = [table for table in target.data.get("question", []) if isinstance(table, dict)]
    files = {origin, *map(_file, questions)}  # a pack in JSON says where its questions came from
    there = [table for table in listed if _file(table) in files]
    old, new = _asked(there), _asked(questions)
    return len(old & new) > _SAME * min(len(old), len(new))


def _file(table: Mapping[str, Any]) -> str:
    origin = table.get("origin")
    return str(origin.get("file", "")) if isinstance(origin, dict) else ""


def _asked(tables: Sequence[Mapping[str, Any]]) -> set[str]:
    """What questions ask, now or when they were imported; of a match, every left side."""
    found: set[str] = set()
    for table in tables:
        pairs = table.get("pairs")
        if isinstance(pairs, list):
            found |= {mark(pair[0]) for pair in pairs if isinstance(pair, list) and pair}
        else:
            found.add(marks(table).get("prompt") or mark(table.get("prompt")))
    return found


def _title(stem: str) -> str:
    """Make a title of a file's name."""
    words = line(stem.removesuffix(".toml").replace("_", " ").replace("-", " "))
    return (words[:1].upper() + words[1:])[:_LONGEST_TITLE].strip() or "Imported"
