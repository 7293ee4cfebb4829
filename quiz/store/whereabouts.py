"""Whereabouts: the folders that documents were read from, so that they are found again."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from quiz.errors import Unreadable
from quiz.store.places import Places
from quiz.store.toml import read, replace

MOST = 8
"""Folders that are remembered, the last one first."""


def remember(places: Places, folders: Iterable[Path]) -> None:
    """Note where documents were; where that cannot be written, they are asked for once more."""
    before = _noted(places)
    now = [folder.absolute() for folder in dict.fromkeys(folders)]
    listed = list(dict.fromkeys([*now, *before]))[:MOST]
    if listed == before:
        return
    import tomli_w

    told = tomli_w.dumps({"format": 1, "folders": [str(folder) for folder in listed]})
    with suppress(OSError):
        places.config.mkdir(parents=True, exist_ok=True)
        replace(_file(places), told.encode())


def likely(places: Places, pack: Path) -> list[Path]:
    """Where the documents of a pack may be: beside it, else where documents were read last."""
    folders = dict.fromkeys([pack.absolute().parent, *_noted(places)])
    return [folder for folder in folders if folder.is_dir()]


def _file(places: Places) -> Path:
    return places.config / "documents.toml"


def _noted(places: Places) -> list[Path]:
    try:
        told = read(_file(places)).get("folders")
    except Unreadable:
        return []
    return [Path(name) for name in told if isinstance(name, str)] if isinstance(told, list) else []
