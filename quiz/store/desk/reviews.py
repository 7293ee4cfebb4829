"""Reviews: those that wait to be gone on with, and a new one."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.core.text import Clean, line
from quiz.errors import Unreadable
from quiz.store.desk.drawn import Drawn
from quiz.store.desk.review import DRAWN, Review, write
from quiz.store.desk.taught import Taught
from quiz.store.editing.tidy import slug
from quiz.store.toml import read


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review that can be gone on with."""

    path: Path
    title: Clean
    steps: int


def waiting(folder: Path) -> list[Waiting]:
    """The reviews in a folder, by name; those that cannot be read are left out."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        with suppress(Unreadable):
            told = read(path)
            steps = told.get("step", [])
            if path.with_name(f"{path.stem}{DRAWN}").is_file() and isinstance(steps, list):
                found.append(Waiting(path, line(str(told.get("title", ""))), len(steps)))
    return found


def begin(folder: Path, title: Clean, told: Drawn, taught: Taught) -> Review:
    """Lay what was drawn on a new desk; raises Unsaved."""
    name = slug(title)[:60].strip("-") or "notes"
    number, path = 1, folder / f"{name}.toml"
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.toml"
    write(path.with_name(f"{path.stem}{DRAWN}"), told.table())
    write(path, {"format": 1, "title": str(title), "pack": "", "step": []})
    return Review(path, taught)
