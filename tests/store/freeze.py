"""Make the frozen sample of a save folder: `python -m tests.store.freeze`, once for each format.

Samples are never made anew: they are what players of that time have on their disks.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

from quiz.core.deal import Want
from quiz.core.form import Given
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.store.device import Device
from quiz.store.library import Library
from quiz.store.places import find_places
from quiz.store.players import Players
from quiz.store.seat import Seat
from quiz.store.settings import Settings
from tests.conftest import Clock
from tests.store.house import CLASSIC, given, write_pack

SAMPLE = Path(__file__).parent / "samples" / "format-1"


def freeze(folder: Path) -> None:
    """Play a whole round and half of another, with one of each record, and keep the saves."""
    clock = Clock()
    write_pack(folder / "packs")
    places = find_places([folder / "packs"], folder / "saves", environ={})
    Device(places.config).remember("")
    players = Players(places, clock)
    player = players.create("Míra “M” Ödön")
    player = players.save(replace(player, settings=Settings("neon", length=5, packs=("films",))))
    seat = Seat(player, Library(places), places, clock, Random(3))
    round = seat.open(CLASSIC, ["films"], Want(length=5), Rules(reading=2))
    for n in range(5):
        round, move = round.ask(clock())
        seat.record(move)
        clock.advance(7.25)
        if n == 1:
            round, move = round.hint(clock(), 3.5)
            seat.record(move)
        if n == 2:
            round, move = round.move("flag", clock(), 4.0, Clean('"two" are\nright\t😀'))
            seat.record(move)
        answer = Given() if n == 3 else given(round, right=n != 4)
        round, record = round.answer(answer, clock(), 7.25)
        seat.record(record)
    round, ruling = round.rule(True, clock())
    seat.record(ruling)
    seat.close(round)
    clock.advance(days=1)
    round = seat.open(CLASSIC, ["films"], Want(length=5), Rules())
    round, move = round.ask(clock())
    seat.record(move)
    round, record = round.answer(given(round, right=True), clock(), 2.0)
    seat.record(record)
    round, move = round.ask(clock())
    seat.record(move)
    seat.leave(round)
    for lock in places.saves.rglob(".*.lock"):
        lock.unlink()
    cards = places.cache / player.slug / "memory.toml"
    shutil.copy(cards, player.folder.parent / "memory.toml")


if __name__ == "__main__":
    if SAMPLE.exists():
        raise SystemExit(f"{SAMPLE} is there; samples are not made anew")
    freeze(SAMPLE)
    for hidden in SAMPLE.glob(".saves-*"):
        shutil.rmtree(hidden)
