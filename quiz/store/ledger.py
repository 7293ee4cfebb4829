"""A player's numbers, kept up with the journal: the checkpoint, and what was written after it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from quiz.core.board import Line, line_of
from quiz.core.days import run_of_days
from quiz.core.records import Attempt, Finish, Opening, Ruling
from quiz.core.tally import Tally, Unfinished
from quiz.core.text import Clean, clean
from quiz.store.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from quiz.store.glance import Glance, PackGlance, Pending
from quiz.store.journal import Journal
from quiz.store.recall import Recall
from quiz.store.scores import listed
from quiz.store.segments.recovery import keep_aside
from quiz.store.segments.segment import Damage, Saved

_MANY = 500
"""Records after the checkpoint from which a new one is worth its time at once."""


class Ledger:
    """All numbers of one player.

    `damage` is all that was met in the journal, but for records that nobody was told were saved.
    """

    def __init__(self, folder: Path, journal: Journal, cache: Path) -> None:
        self._folder = folder
        self._journal = journal
        self.recall = Recall(cache / folder.name / "memory.toml", journal)
        self._known: Checkpoint | None = None
        self._wrong: dict[str, bool] = {}
        self._finished: list[tuple[Opening, Finish]] = []
        self.damage: list[Damage] = []

    @property
    def checkpoint(self) -> Checkpoint:
        """The numbers as far as they are counted."""
        if self._known is None:
            self._known = read_checkpoint(self._folder) or Checkpoint()
        return self._known

    @property
    def tally(self) -> Tally:
        """The numbers, with those of every question."""
        self.checkpoint.whole()
        return self.checkpoint.tally

    @property
    def missed(self) -> int:
        """How many questions are to be won back, as far as that is known without counting."""
        return self.checkpoint.missed + sum(self._wrong.values())

    def catch_up(self) -> None:
        """Count what the journal holds beyond the checkpoint."""
        before = self.checkpoint.marks
        found = self._journal.read(before)
        if found.rewritten:
            self._known, before = Checkpoint(), {}
            found = self._journal.read(before)
        self._count(found.records)
        self.checkpoint.marks = found.marks
        self._note(found.damage)
        if len(found.records) > _MANY:
            self.recall.follow(before, found)
            self.keep()

    def look_around(self, round: str) -> None:
        """Look for damage where a round stands, also in what was counted before it was damaged."""
        self._note(self._journal.damage_around(round))

    def keep(self) -> bool:
        """Write the checkpoint and the cache of the memory; whether the disk took it."""
        memory = self.recall.memory()
        self.checkpoint.missed = len(memory.missed())
        self.checkpoint.due = memory.coming()
        self._wrong = {}
        self.recall.keep()
        try:
            write_checkpoint(self._folder, self.checkpoint)
        except OSError:
            return False
        return True

    def glance(self, now: datetime) -> Glance:
        """Sum the numbers up."""
        known = self.checkpoint
        tally = known.tally
        left = tally.newest
        dailies = sorted(tally.dailies)
        packs = {pack: PackGlance(p.seen, p.best, p.stars) for pack, p in tally.packs.items()}
        return Glance(
            unfinished=_pending(left) if left else None,
            packs=packs,
            due=known.due_by(now.timestamp()),
            missed=self.missed,
            days=tuple(map(date.fromisoformat, sorted(tally.days))),
            run=run_of_days(dailies, now.date()),
            dailies=tuple(map(date.fromisoformat, dailies)),
            answered=tally.all.answered,
            problems=tuple(self.problems()),
        )

    def take_lines(self, name: Clean) -> list[Line]:
        """Give the lines of rounds that were counted as finished, once."""
        found, self._finished = self._finished, []
        return [
            line_of(opening, finish, name, self._folder.name)
            for opening, finish in found
            if finish.counts and listed(opening)
        ]

    def problems(self) -> list[Clean]:
        """Say in sentences what is wrong with the journal, and where damage was kept."""
        told: list[Clean] = []
        for damage in self.damage:
            kept = keep_aside(self._journal.folder, damage)
            where = f"; kept as {kept.parent.name}/{kept.name}" if kept else ""
            told.append(clean(f"{damage.message}{where}"))
        return told

    def _count(self, records: list[Saved]) -> None:
        """Count records."""
        if not records:
            return
        tally = self.tally
        for saved in records:
            record = saved.record
            ended = tally.add(record)
            if ended:
                self._finished.append(ended)
            if isinstance(record, Attempt | Ruling):
                self._wrong[record.question] = not record.right

    def _note(self, found: list[Damage]) -> None:
        """Remember damage, each once."""
        for damage in found:
            if damage.kind != "tail" and damage not in self.damage:
                self.damage.append(damage)


def _pending(left: Unfinished) -> Pending:
    """Say where an unfinished round goes on."""
    opening, number = left.opening, min(left.answered + 1, left.total)
    packs = tuple(opening.packs)
    return Pending(opening.round, opening.mode, packs, number, left.total, left.points)
