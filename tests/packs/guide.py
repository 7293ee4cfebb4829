"""The guide for authors, read as tests need it: its blocks, its tables, its packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quiz.store.editing.tidy import tidy
from tests.packs.shipped import FOLDER

GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")
HEAD = 'format = 1\nid = "guide"\ntitle = "Guide"\n'
"""The least that a pack begins with."""


@dataclass(frozen=True)
class Block:
    """A fenced block: where its text begins (an offset and a line), its language, and its text."""

    start: int
    line: int
    language: str
    text: str


def blocks(language: str) -> list[Block]:
    """Every block of a language, in the order of the guide."""
    found = re.finditer(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    all_ = [Block(f.start(2), GUIDE.count("\n", 0, f.start(2)) + 1, f[1], f[2]) for f in found]
    return [block for block in all_ if block.language == language]


def numbered(language: str) -> Mapping[str, Block]:
    """The blocks by the name of their line."""
    return {f"line {block.line}": block for block in blocks(language)}


TOML = numbered("toml")
ALL = next(b.text for b in TOML.values() if b.text.startswith("# choice"))
"""The block with every kind."""


def written(block: Block, path: Path) -> Path:
    """A pack made of a block as an author would: with a head, with questions, and tidied."""
    text = block.text if "format =" in block.text else HEAD + block.text
    if "[[question]]" not in text:
        text += "\n" + ALL
    path.write_text(tidy(text, path), encoding="utf-8")
    return path


def table(after: str) -> list[list[str]]:
    """The rows of the first table after a text, without its head."""
    rest = GUIDE[GUIDE.index(after) + len(after) :]
    found = re.search(r"(?:^\|.*\n)+", rest, re.MULTILINE)
    assert found, after
    rows = [row.split("|")[1:-1] for row in found[0].splitlines()[2:]]
    return [[cell.strip() for cell in row] for row in rows]


def named(cell: str) -> Iterator[tuple[str, bool]]:
    """The fields that a cell names, and whether they are bold."""
    for found in re.finditer(r"(\*\*)?`([\w-]+)`", cell):
        yield found[2], bool(found[1])
