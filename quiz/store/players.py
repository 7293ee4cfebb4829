"""Players: who plays here, each with a folder of their own in the saves."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from quiz.core.text import Clean, clean, fold, line
from quiz.errors import NotFound, QuizError, Unreadable, Unsaved
from quiz.store.device import Device
from quiz.store.names import WIDEST, cannot_save, cells, slugged, suggested_name
from quiz.store.places import Places
from quiz.store.segments.disk import reason
from quiz.store.segments.pairs import pairs, read_pairs
from quiz.store.settings import Settings

FORMAT = 1
"""The format of player.toml."""
ARCHIVE = "archive"
"""Where removed players go, within the saves."""

_FILE = "player.toml"
_SIGNS = ("journal", "progress.toml", _FILE)


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who plays: `slug` is the name of their folder, unique among the saves."""

    slug: str
    name: Clean
    created: datetime
    settings: Settings
    folder: Path


class Players:
    """The players whose folders stand in the saves of `places`."""

    def __init__(self, places: Places, clock: Callable[[], datetime]) -> None:
        self.places = places
        self._clock = clock
        self._device = Device(places.config)
        self._problems: dict[str, Unreadable] = {}

    def all(self) -> list[Player]:
        """List the players, oldest first; what cannot be read is in `problems`."""
        found: list[Player] = []
        self._problems = {}
        for folder in self._folders():
            try:
                found.append(_read(folder))
            except Unreadable as wrong:
                self._problems[folder.name] = wrong
        return sorted(found, key=lambda player: (player.created, player.slug))

    def problems(self) -> list[Unreadable]:
        """Say which saves are there and cannot be used: they are nobody's, and never new."""
        return list(self._lost().values())

    def lost(self, name: str | None) -> Unreadable | None:
        """Say why somebody who played here cannot go on: by name; None for whoever played last.

        Where nobody at all can go on, and somebody did play here, that is whoever played last.
        """
        wrong = self._lost()
        if name is None:
            last = wrong.get(self._device.player)
            return last or (None if self.all() else next(iter(wrong.values()), None))
        told = slugged(line(name))
        if any(fold(name) == fold(player.name) or name == player.slug for player in self.all()):
            return None
        meant = (slug for slug in wrong if told in (slug, slug.rpartition("-")[0]))
        return next((wrong[slug] for slug in meant), None)

    def _lost(self) -> dict[str, Unreadable]:
        """Find what is wrong with the saves of players, by their folders' names."""
        from quiz.store.scores import Scores

        self.all()
        gone: dict[str, Unreadable] = {}
        for entry in Scores(self.places.saves).lines():
            kept = (self.places.saves / entry.slug, self.places.saves / ARCHIVE / entry.slug)
            if not any(folder.exists() for folder in kept):
                gone[entry.slug] = Unreadable(
                    f"The record of {entry.player} is missing",
                    f"{clean(str(kept[0]))} is not there, though the boards know it.",
                    "Put the folder back from a copy, or play under another name.",
                )
        return self._problems | gone

    def find(self, name: str) -> Player:
        """Find a player by name, or by the folder's; raises NotFound with the nearest."""
        there = self.all()
        told = fold(name)
        for player in there:
            if name == player.slug or told == fold(player.name):
                return player
        from difflib import get_close_matches

        near = get_close_matches(name, [player.name for player in there], 3, 0.5)
        raise NotFound(
            f"There is no player “{line(name)}”",
            f"nearest: {', '.join(near)}" if near else "",
            "A new name makes a new player.",
        )

    def create(self, name: str) -> Player:
        """Make a player; raises QuizError for a name that cannot be one, Unsaved if the disk won't.

        Whoever has that name already plays on as before.
        """
        wanted = line(name)
        _check_name(wanted)
        for player in self.all():
            if fold(player.name) == fold(wanted):
                return player
        from secrets import token_hex

        slug = f"{slugged(wanted)}-{token_hex(3)}"
        folder = self.places.saves / slug
        try:
            folder.mkdir(parents=True)
        except OSError as wrong:
            raise self._unsaved(wrong) from wrong
        return self.save(Player(slug, wanted, self._clock(), Settings(), folder))

    def guest(self, name: str) -> Player:
        """Give somebody to play as where nothing can be saved."""
        slug = f"{slugged(line(name))}-guest"
        folder = self.places.saves / slug
        return Player(slug, line(name) or Clean("Player"), self._clock(), Settings(), folder)

    def remembered(self) -> Player | None:
        """Give who played last on this device; else the newest player; None if there is none."""
        there = self.all()
        last = self._device.player
        newest = there[-1] if there else None
        return next((player for player in there if player.slug == last), newest)

    def remember(self, player: Player) -> None:
        """Keep who plays, for the next start."""
        self._device.remember(player.slug)

    def save(self, player: Player) -> Player:
        """Write a player's name and settings, all or nothing; raises Unsaved."""
        head = {"format": FORMAT, "name": player.name, "created": player.created}
        from quiz.store.toml import replace as put

        content = f"{pairs(head)}\n[settings]\n{pairs(player.settings.table())}"
        try:
            put(player.folder / _FILE, content.encode())
        except OSError as wrong:
            raise self._unsaved(wrong) from wrong
        return player

    def rename(self, player: Player, name: str) -> Player:
        """Give a player another name; the folder keeps its own."""
        wanted = line(name)
        _check_name(wanted)
        if any(fold(p.name) == fold(wanted) and p.slug != player.slug for p in self.all()):
            raise QuizError("The name is taken", f"{wanted} plays here already.")
        return self.save(replace(player, name=wanted))

    def archive(self, player: Player) -> Path:
        """Move a player's record to saves/archive, whole; raises Unsaved."""
        from secrets import token_hex

        target = self.places.saves / ARCHIVE / player.slug
        try:
            target.parent.mkdir(exist_ok=True)
            while target.exists():
                target = target.with_name(f"{player.slug}-{token_hex(2)}")
            player.folder.rename(target)
        except OSError as wrong:
            raise self._unsaved(wrong) from wrong
        return target

    def suggested_name(self) -> Clean:
        """Propose a name: the system's for whoever is logged in, at most 20 cells wide."""
        return suggested_name()

    def writable(self) -> str:
        """Say in a sentence why nothing can be saved here; "" if it can."""
        from secrets import token_hex

        try:
            self.places.saves.mkdir(parents=True, exist_ok=True)
            probe = self.places.saves / f".{token_hex(4)}"
            probe.mkdir()
            probe.rmdir()
        except OSError as wrong:
            return cannot_save(self.places.saves, reason(wrong))
        return ""

    def _folders(self) -> list[Path]:
        """List the folders that are, or were, a player's."""
        try:
            with os.scandir(self.places.saves) as entries:
                names = [e.name for e in entries if e.name != ARCHIVE and e.is_dir()]
        except OSError:
            return []
        folders = [self.places.saves / name for name in names if not name.startswith(".")]
        return [folder for folder in folders if any((folder / sign).exists() for sign in _SIGNS)]

    def _unsaved(self, wrong: OSError) -> Unsaved:
        return Unsaved("Not saved", cannot_save(self.places.saves, reason(wrong)))


def _check_name(name: Clean) -> None:
    """Refuse what cannot be a name."""
    if not any(map(str.isalnum, name)):
        raise QuizError("A name, please", "It needs a letter or a digit.")
    if cells(name) > WIDEST:
        raise QuizError("The name is too long", f"It must fit into {WIDEST} columns.")


def name_in(folder: Path) -> Clean:
    """Give the name of the player whose folder this is; the folder's where there is none."""
    try:
        return _read(folder).name
    except Unreadable:
        return line(folder.name.rpartition("-")[0]) or line(folder.name)


def _read(folder: Path) -> Player:
    """Read a player's file; raises Unreadable."""
    path = folder / _FILE
    if not path.exists():
        raise Unreadable(
            f"{clean(folder.name)} has answers but no {_FILE}",
            f"{clean(str(path))} is missing.",
            "Put it back from a copy; the answers themselves are in the journal.",
        )
    try:
        head, _, settings = path.read_text("utf-8").partition("\n[settings]\n")
        return _player(folder, read_pairs(head), read_pairs(settings))
    except (OSError, ValueError, Unreadable):
        from quiz.store import toml

        told = toml.read(path)  # as a person may have written it; or says what is wrong where
        return _player(folder, told, told.get("settings"))


def _player(folder: Path, told: dict[str, Any], settings: Any) -> Player:
    """Make a player of what the file holds; raises Unreadable."""
    path = clean(str(folder / _FILE))
    version, name, created = told.get("format"), told.get("name"), told.get("created")
    if type(version) is int and version > FORMAT:
        raise Unreadable(
            f"{clean(folder.name)} was saved by a newer Palmarès",
            f"{path} is in format {version}; this version reads format {FORMAT}.",
            "Update Palmarès to play on.",
        )
    if not isinstance(name, str) or not line(name) or version != FORMAT:
        raise Unreadable(
            f"{clean(folder.name)} cannot be read",
            f"{path} has no name, or no format.",
            "Mend the file, or put it back from a copy; the journal is not touched.",
        )
    if not isinstance(created, datetime):
        created = datetime.fromtimestamp(0).astimezone()
    if created.tzinfo is None:
        created = created.astimezone()
    return Player(folder.name, line(name), created, Settings.of(settings), folder)
