"""A player at a glance, as home shows it: from the checkpoint alone, where that is up to date."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from quiz.core.days import run_of_days
from quiz.core.text import Clean
from quiz.store.progress import Progress, read_progress


class PackGlance(NamedTuple):
    """What home says of a pack: questions seen, best score, most stars.

    `best` is that of the ten-question Classic board, the higher of clock on and off.
    """

    seen: int
    best: int
    stars: int


class Pending(NamedTuple):
    """The round to continue: at question `number` of `total`; `packs` is empty for all packs."""

    round: str
    mode: str
    packs: tuple[str, ...]
    number: int
    total: int
    points: int


@dataclass(frozen=True, slots=True)
class Glance:
    """A player at a glance.

    `due` questions are about to be forgotten, `missed` are to be won back; `days` are those on
    which anything was played, `dailies` those whose Daily was; `run` is the days in a row of
    Dailies; `problems` are sentences about damage in the save.
    """

    unfinished: Pending | None
    packs: Mapping[str, PackGlance]
    due: int
    missed: int
    days: tuple[date, ...]
    run: int
    dailies: tuple[date, ...] = ()
    answered: int = 0
    problems: tuple[Clean, ...] = ()


def quick_glance(folder: Path, now: datetime) -> Glance | None:
    """Read a player's checkpoint; None unless it counts all that is in the journal."""
    sizes = _sizes(folder / "journal")
    found = read_progress(folder) if sizes else None
    if found is None:
        return None if sizes or (folder / "progress.toml").exists() else _nothing()
    try:
        counted = {name: offset for name, offset, _, _ in found.head["segments"]}
        # What follows the last record that counts is its line end, or something to look at.
        if counted.keys() != sizes.keys() or any(
            not 0 <= size - counted[name] <= 1 for name, size in sizes.items()
        ):
            return None
        return _glance(found, now)
    except (KeyError, TypeError, ValueError):
        return None


def _pending(game: Mapping[str, Any]) -> Pending:
    """Say where an unfinished round goes on."""
    packs = tuple(id for id, _ in game.get("packs", ()))
    total = game["total"]
    number = min(game["answered"] + 1, total)
    return Pending(game["round"], game["mode"], packs, number, total, game["points"])


def _glance(found: Progress, now: datetime) -> Glance:
    """Sum a checkpoint up."""
    head = found.head
    newest = max(found.unfinished, key=lambda game: (game["at"], game["round"]), default=None)
    dailies = head["dailies"]
    return Glance(
        unfinished=_pending(newest) if newest else None,
        packs={pack: PackGlance(*numbers) for pack, *numbers in head["packs"]},
        due=bisect_right(head["due"], now.timestamp()),
        missed=head["missed"],
        days=_dates(day for day, _ in head["days"]),
        run=run_of_days(dailies, now.date()),
        dailies=_dates(dailies),
        answered=head["answered"],
    )


def _nothing() -> Glance:
    """The glance at somebody who never played."""
    return Glance(None, {}, 0, 0, (), 0)


def _dates(days: Iterable[str]) -> tuple[date, ...]:
    """Read ISO dates, in order."""
    return tuple(map(date.fromisoformat, sorted(days)))


def _sizes(folder: Path) -> dict[str, int]:
    """Give the sizes of the segments in a journal."""
    try:
        with os.scandir(folder) as entries:
            return {e.name: e.stat().st_size for e in entries if e.name.endswith(".toml")}
    except OSError:
        return {}
