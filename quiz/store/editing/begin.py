"""Begin a pack in a folder: an empty one, or a copy of another; under an id of its own."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from quiz.core.pack import FORMAT, Pack
from quiz.core.text import fold, line
from quiz.errors import Unsaved
from quiz.store.editing.fieldtext import put
from quiz.store.editing.pieces import cut
from quiz.store.editing.tidy import field_names, slug
from quiz.store.segments.disk import reason
from quiz.store.toml import parse, read_text

_LONGEST = 80
_ALLOW = """
# What a check may leave unsaid; take these out as the pack grows.
allow = [
  { rule = "too-few", why = "just begun" },
  { rule = "no-citation", why = "not drawn from documents" },
]
"""


def new(folder: Path, title: str, taken: Collection[str] = ()) -> Path:
    """Write a pack without questions; `taken` are the ids of other packs. Raises Unsaved."""
    id = _free(title, folder, taken)
    head = f'format = {FORMAT}\nid = "{id}"\n'
    head = put(head, "title", line(title) or id, field_names(Pack), ())
    return write(folder, id, head + _ALLOW)


def copy(source: Path, folder: Path, taken: Collection[str] = ()) -> Path:
    """Copy a pack, comments and all, as one's own; raises Unreadable, Unsaved."""
    text = read_text(source)
    data = parse(text, source)
    title = line(str(data.get("title", source.stem)))
    id = _free(title, folder, taken)
    pieces, order = cut(text), field_names(Pack)
    head = put(pieces.parts[0], "id", id, order, ())
    head = put(head, "title", f"{title}, my copy", order, ())
    return write(folder, id, pieces.put_head(head).text)


def write(folder: Path, id: str, text: str) -> Path:
    """Write a new file, never over one that is there; raises Unsaved."""
    path = folder / f"{id}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except OSError as wrong:
        raise Unsaved(f"{path.name} cannot be written", reason(wrong)) from wrong
    return path


def _free(title: str, folder: Path, taken: Collection[str]) -> str:
    """Make an id of a title that neither a pack nor a file has."""
    name = slug(fold(title))[:_LONGEST].strip("-") or "my-pack"
    number, id = 1, name
    while id in taken or (folder / f"{id}.toml").exists():
        number += 1
        id = f"{name}-{number}"
    return id
