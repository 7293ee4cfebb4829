"""progress.toml as a file: its parts, found and checked without knowing what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quiz.errors import Unreadable
from quiz.store.segments.pairs import read_pairs
from quiz.store.segments.seal import seal, unseal

FORMAT = 1
"""The format of progress.toml."""
NAME = "progress.toml"

_NOTE = "# Numbers made from the journal. This file can be deleted; it is made again.\n\n"
_QUESTIONS = "\n[question]\n"
_UNFINISHED = "\n[[unfinished]]\n"


class Progress(NamedTuple):
    """The parts of the file: its head, the unfinished rounds, the lines about questions."""

    head: Mapping[str, Any]
    unfinished: list[Mapping[str, Any]]
    questions: str


def read_progress(folder: Path) -> Progress | None:
    """Read a player's file; None if there is none, or none that can be used."""
    try:
        text, _, rest = unseal((folder / NAME).read_bytes()).partition(_QUESTIONS)
        first, *games = text.split(_UNFINISHED)
        head = read_pairs(first.removeprefix(_NOTE))
        if head.get("format") != FORMAT:
            return None
        return Progress(head, [read_pairs(game) for game in games], rest)
    except (OSError, ValueError, Unreadable):
        return None


def write_progress(folder: Path, head: str, unfinished: list[str], questions: str) -> None:
    """Write the file, all or nothing; raises OSError."""
    from quiz.store.toml import replace

    games = "".join(f"{_UNFINISHED}{game}" for game in unfinished)
    replace(folder / NAME, seal(f"{_NOTE}{head}{games}{_QUESTIONS}{questions}"))
