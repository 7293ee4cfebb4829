"""The checkpoint: a player's numbers, and how far into each segment they count.

It can be deleted: it is made again from the journal. The questions themselves, which may be many,
are read when something asks for them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from quiz.core.records import Opening
from quiz.core.tally import Count, Seen, Standing, Tally, Unfinished
from quiz.core.text import Clean
from quiz.errors import Unreadable
from quiz.store.progress import FORMAT, read_progress, write_progress
from quiz.store.segments.pairs import pairs, read_pairs
from quiz.store.segments.records import from_table, to_toml
from quiz.store.segments.segment import Mark


@dataclass(slots=True)
class Checkpoint:
    """What progress.toml says.

    `tally` holds no questions until `whole` is called; `marks` say how far it counts. `due` are
    the moments, in seconds since the epoch and in order, at which questions come back; `missed`
    counts those to be won back now.
    """

    tally: Tally = field(default_factory=Tally)
    marks: dict[str, Mark] = field(default_factory=dict)
    due: tuple[int, ...] = ()
    missed: int = 0
    rest: str = ""

    def whole(self) -> None:
        """Read the questions too, if that has not been done."""
        rest, self.rest = self.rest, ""
        if rest:
            table = read_pairs(rest)
            self.tally.questions = {
                key: Seen(answered, right, asked) for key, (asked, answered, right) in table.items()
            }

    def due_by(self, now: float) -> int:
        """How many questions are due at a moment."""
        return bisect_right(self.due, now)


def read_checkpoint(folder: Path) -> Checkpoint | None:
    """Read a player's checkpoint; None if there is none, or none that can be used."""
    found = read_progress(folder)
    if found is None:
        return None
    head = found.head
    try:
        tally = _tally(head)
        for table in found.unfinished:
            known = _unfinished(table)
            tally.unfinished[known.opening.round] = known
        marks = {name: Mark(offset, told, n) for name, offset, told, n in head["segments"]}
        return Checkpoint(tally, marks, tuple(head["due"]), head["missed"], found.questions)
    except (Unreadable, KeyError, TypeError, ValueError):
        return None


def write_checkpoint(folder: Path, checkpoint: Checkpoint) -> None:
    """Write a player's checkpoint; raises OSError."""
    checkpoint.whole()
    tally = checkpoint.tally
    games = [
        f"{to_toml(game.opening, 0).partition(chr(10))[2]}{pairs(_game(game))}"
        for game in tally.unfinished.values()
    ]
    rows = {key: (q.asked, q.answered, q.right) for key, q in tally.questions.items()}
    write_progress(folder, pairs(_table(checkpoint)), games, pairs(rows))


def _table(checkpoint: Checkpoint) -> dict[str, Any]:
    """Everything but questions and unfinished rounds."""
    tally = checkpoint.tally
    return {
        "format": FORMAT,
        "answered": tally.all.answered,
        "right": tally.all.right,
        "run": tally.run,
        "rounds": tally.rounds,
        "missed": checkpoint.missed,
        "due": checkpoint.due,
        "days": tuple(tally.days.items()),
        "dailies": tuple(sorted(tally.dailies)),
        "sure": tuple((word, c.answered, c.right) for word, c in tally.sure.items()),
        "packs": tuple((pack, p.seen, p.best, p.stars) for pack, p in tally.packs.items()),
        "aliases": tuple((key, *sorted(texts)) for key, texts in tally.aliases.items()),
        "segments": tuple((name, *mark) for name, mark in checkpoint.marks.items()),
    }


def _tally(table: Mapping[str, Any]) -> Tally:
    """Read the same."""
    return Tally(
        all=Count(table["answered"], table["right"]),
        run=table["run"],
        rounds=table["rounds"],
        packs={pack: Standing(*numbers) for pack, *numbers in table["packs"]},
        days=dict(table["days"]),
        dailies=set(table["dailies"]),
        sure={word: Count(*numbers) for word, *numbers in table["sure"]},
        aliases={key: frozenset(texts) for key, *texts in table["aliases"]},
    )


def _game(game: Unfinished) -> dict[str, Any]:
    """What an unfinished round has besides its opening."""
    return {
        "total": game.total,
        "answered": game.answered,
        "points": game.points,
        "question": game.question,
        "given": game.given,
        "right": game.right,
        "worth": game.worth,
        "sure": game.sure,
    }


def _unfinished(table: Mapping[str, Any]) -> Unfinished:
    """Read the same, with its opening."""
    opening = from_table("round", {"questions": [], **table})
    if not isinstance(opening, Opening):
        raise Unreadable("This is no round")
    names = _game(Unfinished(opening, 0))
    told = {name: table[name] for name in names}
    told["given"] = tuple(Clean(text) for text in told["given"])
    return replace(Unfinished(opening, 0), **told)
