"""One answer recorded durably, against one SQLite insert in WAL with full sync; and start-up."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from quiz.core.records import Attempt, Move
from quiz.core.rules import Play
from quiz.core.text import Clean
from quiz.store.journal import Journal
from quiz.store.segments.segment import LARGEST, header, sealed, segment_name

ANSWERS = 1000
MANY = 100_000
DEVICE = "ab12cd34"
QUESTIONS = 2_000
GLANCES = 9
START = datetime(2020, 1, 1).astimezone()

_GLANCE = """
import gc, sys, time
from datetime import datetime
from random import Random
from quiz.store.library import Library
from quiz.store.places import find_places
from quiz.store.players import Players
from quiz.store.seat import Seat
now = lambda: datetime.now().astimezone()
places = find_places(saves=sys.argv[1])
player, = Players(places, now).all()
begin = time.perf_counter()
glance = Seat(player, Library(places), places, now, Random(1)).glance()
print(1000 * (time.perf_counter() - begin))
"""


def attempt(n: int) -> Attempt:
    """The nth answer of somebody who has given very many."""
    play = Play(n % 5 + 1, float(n % 3 > 0), 3.0 + n % 70 / 10, 6.2, 20.0, n % 4)
    at, key = START + timedelta(minutes=n), f"pack-{n % 20}/question-{n % QUESTIONS}"
    given, expected = Clean(f"Parasite {n % 7}"), Clean("Parasite 3")
    return Attempt(f"r{n // 20}", at, key, (given,), expected, play, n % 300, n % 30, left=17.25)


def rows() -> list[tuple[str, ...]]:
    """Recording, in turns with SQLite, from nothing and after many; then home's own reading."""
    with tempfile.TemporaryDirectory(prefix="palmares-journal-") as name:
        folder = Path(name)
        fill(folder / "many" / "journal")
        times: dict[str, list[float]] = {}
        with (
            ours(folder / "none") as none,
            ours(folder / "many") as many,
            sqlite(folder / "none.db", 0) as none_db,
            sqlite(folder / "many.db", MANY) as many_db,
        ):
            works = {"none": none, "none_db": none_db, "many": many, "many_db": many_db}
            for n in range(ANSWERS):
                record = attempt(MANY + n)
                turn = n % len(works)  # whoever comes first waits for what others left
                for key, work in [*works.items()][turn:] + [*works.items()][:turn]:
                    begin = perf_counter_ns()
                    work(record)
                    times.setdefault(key, []).append((perf_counter_ns() - begin) / 1000)
        middle = {key: median(values[20:]) for key, values in times.items()}
        return [
            row(f"one answer, {ANSWERS} in turns", middle["none"], middle["none_db"], "<= 1.00"),
            row(f"after {MANY:,} recorded", middle["many"], middle["many_db"], "<= 1.00"),
            row(f"after {MANY:,} to after none", middle["many"], middle["none"], "<= 1.10"),
            *glances(folder),
        ]


def row(what: str, mine: float, other: float, wanted: str) -> tuple[str, ...]:
    """One row, in microseconds."""
    return what, f"{mine:,.1f} us", f"{other:,.1f} us", f"{mine / other:.2f}", wanted


@contextmanager
def ours(folder: Path) -> Iterator[Callable[[Attempt], None]]:
    """Record in a journal, its segment open as during a round."""
    journal = Journal(folder / "journal", DEVICE)
    journal.append(Move("r0", START, "asked", "pack-0/question-0"))
    yield journal.append
    journal.close()


@contextmanager
def sqlite(path: Path, filled: int) -> Iterator[Callable[[Attempt], None]]:
    """Insert the same fields as a row."""
    base = connected(path)
    base.execute(
        "create table attempt (n integer primary key, round text, at text, question text,"
        " given text, expected text, level integer, credit real, took real, free real, melt real,"
        " streak integer, hints integer, tries integer, interrupted integer, points integer,"
        " bonus integer, reason text, left real)"
    )
    numbers = count(1)

    def insert(record: Attempt) -> None:
        values = (
            next(numbers),
            record.round,
            record.at.isoformat(),
            record.question,
            "\n".join(record.given),
            record.expected,
            *astuple(record.play),
            record.points,
            record.bonus,
            record.reason,
            record.left,
        )
        base.execute(f"insert into attempt values ({','.join('?' * len(values))})", values)

    base.execute("begin")
    for n in range(filled):
        insert(attempt(n))
    base.execute("commit")
    base.close()
    base = connected(path)  # as a program does that was started for one sitting
    yield insert
    base.close()


def connected(path: Path) -> sqlite3.Connection:
    """Open a database that keeps what it has acknowledged."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("pragma journal_mode = wal")
    base.execute("pragma synchronous = full")
    return base


def fill(folder: Path) -> None:
    """Write a journal of very many answers."""
    folder.mkdir(parents=True)
    numbers = count(1)
    content, segment = header(DEVICE), 1
    for n in range(MANY):
        record = attempt(n)
        asked = Move(record.round, record.at, "asked", record.question)
        content += sealed(asked, next(numbers)) + sealed(record, next(numbers))
        if len(content) >= LARGEST or n == MANY - 1:
            (folder / segment_name(DEVICE, segment)).write_bytes(content)
            content, segment = header(DEVICE), segment + 1


def glances(folder: Path) -> list[tuple[str, ...]]:
    """What home reads of a player, in fresh processes: nothing, and very many answers."""
    found: list[tuple[str, ...]] = []
    for name, journal in (("nobody", None), ("somebody", folder / "many" / "journal")):
        saves = folder / f"saves-{name}"
        player = saves / "mira-1"
        player.mkdir(parents=True)
        (player / "player.toml").write_text(
            'format = 1\nname = "Mira"\ncreated = 2020-01-01T00:00:00Z\n\n[settings]\n', "utf-8"
        )
        if journal:
            journal.rename(player / "journal")
            found.append(
                ("home's numbers, counted anew", *(f"{glance(saves):,.1f} ms", "", "", ""))
            )
        middle = median(glance(saves) for _ in range(GLANCES))
        found.append((f"home's numbers, {name}", f"{middle:,.1f} ms", "", "", "a few ms"))
    return found


def glance(saves: Path) -> float:
    """Milliseconds until home knows a player, in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", _GLANCE, str(saves)], capture_output=True, text=True, check=True
    )
    return float(ran.stdout)
