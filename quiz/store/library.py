"""The library: finds packs, lists them from their heads, and loads those that are played."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.text import Clean, clean, line
from quiz.errors import NotFound, QuizError
from quiz.store.places import Places
from quiz.store.shelf import Shelf, Stamp

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.problem import Problem

_BILL = ("oscar-records", "casting-anecdotes", "palme-dor-history", "on-set", "story-and-money")
_HEAD = 8192
_LARGEST = 64 * 1024 * 1024
_FIELDS = ("format", "id", "title", "description", "version", "question")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PAIR = re.compile(r'(\w+)[ \t]*=[ \t]*(?:"([^"\\]*)"|(\d+))[ \t]*(?:#.*)?$')
_QUESTION = re.compile(rb"^[ \t]*\[\[[ \t]*question[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a pack before its questions are read.

    `problem` says in a sentence why it cannot be played, as far as its head can tell.
    """

    id: str
    title: Clean
    description: Clean
    count: int
    version: Clean
    file: Path
    shipped: bool
    problem: Clean = Clean("")


class Library:
    """All packs in the folders of `places`; nothing in those folders can stop the game."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._shelf = Shelf(places.cache / "headers.tsv")
        self._packs: dict[Path, tuple[Stamp, Pack]] = {}

    def headers(self) -> list[Header]:
        """List every pack file: folder by folder, the shipped ones as billed, else by title.

        A pack whose id was found before is listed with that as its problem.
        """
        found: list[Header] = []
        first: dict[str, Path] = {}
        for folder in self.places.packs:
            shipped = folder == self.places.shipped
            here = [self._header(file, stamp, shipped) for file, stamp in _files(folder)]
            for header in sorted(here, key=_place_on_the_bill):
                rival = first.setdefault(header.id, header.file) if not header.problem else None
                if rival not in (None, header.file):
                    taken = f'the id "{header.id}" is taken by {rival}, which plays instead'
                    header = replace(header, problem=clean(taken))
                found.append(header)
        self._shelf.keep()
        return found

    def header(self, id: str) -> Header:
        """Find the pack that plays under an id; raises NotFound with the nearest ids."""
        headers = self.headers()
        playing = next((h for h in headers if h.id == id and not h.problem), None)
        found = playing or next((h for h in headers if h.id == id), None)
        if found:
            return found
        from difflib import get_close_matches

        ids = {h.id for h in headers if not h.problem}
        near = get_close_matches(id.casefold(), ids, 3, 0.5)
        raise NotFound(
            f'There is no pack "{clean(id)}"',
            f"nearest: {', '.join(near)}" if near else "",
            "`quiz packs` lists them all.",
        )

    def load(self, id: str) -> Pack:
        """Read a pack, once for each state of its file; raises NotFound, or Unreadable."""
        return self.read(self.header(id).file)

    def read(self, file: Path) -> Pack:
        """Read the pack in a file, once for each state of it; raises Unreadable."""
        from quiz.store.packs import load

        stamp = _stamp(file)
        kept = self._packs.get(file)
        if kept and stamp and kept[0] == stamp:
            return kept[1]
        pack = load(file)
        if stamp:
            self._packs[file] = stamp, pack
        return pack

    def problems(self) -> dict[Path, tuple[Problem, ...]]:
        """Read every pack, and give what keeps each broken one from playing.

        This takes the time that loading takes: not for the way to the first screen.
        """
        found: dict[Path, tuple[Problem, ...]] = {}
        for header in self.headers():
            told = self.problems_of(header)
            if told:
                found[header.file] = told
        return found

    def problems_of(self, header: Header) -> tuple[Problem, ...]:
        """Read one pack, and give what keeps it from playing, if anything does."""
        from quiz.core.problem import problem
        from quiz.store.packs import Broken

        try:
            self.read(header.file)
        except Broken as wrong:
            return wrong.problems
        if not header.problem:
            return ()
        told = problem("taken-id", header.problem, ("id",), "Give one of the two another id.")
        return (told.placed(str(header.file), 1, 1, "", 1),)

    def _header(self, file: Path, stamp: Stamp | None, shipped: bool) -> Header:
        """Read a header: from the cache, else from the file's head, else with the parser."""
        told = self._shelf.find(file, stamp)
        if told is None:
            told = _quick(file, stamp) or _slow(file)
            self._shelf.note(file, stamp, told)
        name, title, description, version, count, wrong = told
        return Header(
            id=line(name) or clean(file.stem),
            title=line(title) or clean(file.stem),
            description=line(description),
            count=int(count),
            version=line(version),
            file=file,
            shipped=shipped,
            problem=line(wrong),
        )


def _place_on_the_bill(header: Header) -> tuple[int, str, str]:
    """Sort the shipped packs by their bill, which starts easy, and others by title."""
    place = _BILL.index(header.id) if header.shipped and header.id in _BILL else len(_BILL)
    return place, header.title.casefold(), header.file.name


def _files(folder: Path) -> Iterator[tuple[Path, Stamp | None]]:
    """Find the packs of a folder, in the order of their names; a folder may be missing."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(e.name for e in entries if e.name.endswith(".toml"))
    except OSError:
        return
    for name in names:
        if not name.startswith("."):
            file = folder / name
            yield file, _stamp(file)


def _stamp(file: Path) -> Stamp | None:
    """Give what changes when a file does; None if it cannot even be looked at."""
    try:
        state = file.stat()
    except (OSError, ValueError):
        return None
    return state.st_size, state.st_mtime_ns


def _quick(file: Path, stamp: Stamp | None) -> tuple[str, ...] | None:
    """Read the head with no parser at all; None if it is not written in the plain way."""
    if stamp is None or stamp[0] > _LARGEST or not file.is_file():
        return None
    try:
        raw = file.read_bytes()
    except OSError:
        return None
    head = raw[:_HEAD].decode("utf-8", errors="ignore")
    told = {"description": "", "version": ""}
    for row in head.splitlines():
        row = row.strip()
        if row.startswith("["):
            break
        pair = _PAIR.match(row)
        if pair:
            told[pair[1]] = pair[2] if pair[3] is None else pair[3]
        elif row.startswith(
            ("id", "title", "description", "version", "format", '"', "'", "question")
        ):
            return None
    else:
        return None
    count = raw.count(b"\n[[question]]") or len(_QUESTION.findall(raw))
    if not count or told.get("format") != "1" or not told.get("title"):
        return None
    if not _SLUG.fullmatch(told.get("id", "")):
        return None
    return told["id"], told["title"], told["description"], told["version"], str(count), ""


def _slow(file: Path) -> tuple[str, ...]:
    """Read the head with the parser, and say what is wrong with it."""
    from quiz.store.toml import read

    try:
        data = read(file)
    except QuizError as wrong:
        return "", "", "", "", "0", wrong.message or wrong.title
    questions = data.get("question")
    count = len(questions) if isinstance(questions, list) else 0
    texts = [data.get(name) for name in ("id", "title", "description", "version")]
    told = [text if isinstance(text, str) else "" for text in texts]
    fault = "" if _SLUG.fullmatch(told[0]) else "it has no id that can be used"
    if type(data.get("format")) is int and data["format"] > 1:
        fault = f"it is in format {data['format']}, which this version cannot read yet"
    return (*told, str(count), f"{file}: {fault}" if fault else "")
