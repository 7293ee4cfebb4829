"""Seat: a player at the table, with the journal open. Rounds are dealt, resumed and closed here.

Nothing that needs questions and models is imported before a round is, so that home can be
painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from random import Random
from typing import TYPE_CHECKING

from quiz.errors import OutOfTurn, QuizError, Unsaved
from quiz.store.glance import Glance, PackGlance, Pending, quick_glance
from quiz.store.names import cannot_save, not_saved
from quiz.store.places import Places
from quiz.store.players import Player

if TYPE_CHECKING:
    from quiz.core.board import Board, Line
    from quiz.core.deal import Want
    from quiz.core.mode import Mode
    from quiz.core.records import Finish, Record
    from quiz.core.round import Round
    from quiz.core.rules import Rules
    from quiz.core.tally import Tally, Unfinished
    from quiz.store.dealer import Deal, Dealer
    from quiz.store.journal import Journal
    from quiz.store.ledger import Ledger
    from quiz.store.library import Library
    from quiz.store.locks import Lock
    from quiz.store.outcome import Preview as Preview
    from quiz.store.outcome import Result as Result
    from quiz.store.scores import Scores

__all__ = ["Glance", "PackGlance", "Pending", "Seat"]


class Seat:
    """A player who plays: everything that front ends ask of the disk while they do.

    `trouble` is "" or a sentence that stays on the screen: since when answers are not saved.
    """

    def __init__(
        self,
        player: Player,
        library: Library,
        places: Places,
        clock: Callable[[], datetime],
        rng: Random,
    ) -> None:
        self.player = player
        self.trouble = ""
        self._library = library
        self._places = places
        self._clock = clock
        self._rng = rng
        self._asked: dict[str, float] = {}
        self._answered = 0
        self._lock: Lock | None = None

    @cached_property
    def _scores(self) -> Scores:
        from quiz.store.scores import Scores

        return Scores(self._places.saves)

    @cached_property
    def _journal(self) -> Journal:
        from quiz.store.device import Device
        from quiz.store.journal import Journal

        return Journal(self.player.folder / "journal", Device(self._places.config).id)

    @cached_property
    def _ledger(self) -> Ledger:
        from quiz.store.ledger import Ledger

        return Ledger(self.player.folder, self._journal, self._places.cache)

    @cached_property
    def _dealer(self) -> Dealer:
        from quiz.store.dealer import Dealer

        return Dealer(self._library)

    def glance(self) -> Glance:
        """Sum up what home shows; cheap, and without questions."""
        now = self._clock()
        found = quick_glance(self.player.folder, now)
        # The ledger is not made for this: its imports can wait until something is played.
        if found is None or ("_ledger" in vars(self) and self._ledger.damage):
            self._ledger.catch_up()
            found = self._ledger.glance(now)
        return found

    def preview(self, mode: Mode, packs: Sequence[str], want: Want, rules: Rules) -> Preview:
        """Say what a round would be; raises Undealable, NotFound, Unreadable."""
        from quiz.core.board import board_of
        from quiz.store.outcome import preview_of

        deal = self._deal(mode, packs, want, rules)
        return preview_of(deal, mode, self._scores.on(board_of(deal.opening)))

    def open(
        self, mode: Mode, packs: Sequence[str], want: Want, rules: Rules, seed: int | None = None
    ) -> Round:
        """Deal a round and record it; a round that was unfinished ends as left.

        Raises Undealable, NotFound, Unreadable.
        """
        from quiz.core.round import Round

        number = self._rng.getrandbits(32) if seed is None else seed
        deal = self._deal(mode, packs, want, rules, number, seeded=seed is not None)
        self._leave_unfinished()
        self._answered = 0
        self._take_lock(deal.opening.round)
        self.record(deal.opening)
        return Round.begin(deal.opening, deal.dealt, mode, (), self._ledger.tally.aliases)

    def resume(self) -> Round | None:
        """Take up the newest unfinished round where it stopped; None if there is none.

        Questions that were removed or changed since are skipped. Raises OutOfTurn if another
        program plays it, NotFound if its mode is gone.
        """
        self._ledger.catch_up()
        left = self._ledger.tally.newest
        if left is None:
            return None
        if not self._take_lock(left.opening.round):
            raise OutOfTurn(
                "This round is being played",
                "Another window has it open.",
                "Close it there first, or start another round here.",
            )
        self._ledger.look_around(left.opening.round)
        round = self._folded(left.opening.round, self._journal)
        self._answered = len(round.state.attempts)
        return round

    def record(self, record: Record) -> None:
        """Save a record; what fails is kept in `trouble` and tried again with the next one."""
        from quiz.core.records import Attempt, Move, Opening

        self._answered += isinstance(record, Attempt)
        if isinstance(record, Move) and record.what == "asked":
            self._asked[record.question] = record.at.timestamp()
        try:
            self._journal.append(record)
        except Unsaved as wrong:
            if isinstance(record, Opening):
                self.trouble = cannot_save(self._places.saves, wrong.message)
            elif not self.trouble:
                number = self._answered + (not isinstance(record, Attempt))
                self.trouble = not_saved(number, wrong.message)
        else:
            self.trouble = ""

    def close(self, round: Round) -> Result:
        """Finish a round, if that has not been done, and put it on its board."""
        from quiz.core.board import line_of
        from quiz.store.outcome import finish_of, result_of

        finish = finish_of(round)
        if finish is None:
            round, finish = round.finish(self._clock())
            self.record(finish)
        line = line_of(round.opening, finish, self.player.name, self.player.slug)
        self._ledger.catch_up()
        lines = self._entered([line] if round.mode.scored and finish.counts else [])
        self._put_away(forget=True)
        return result_of(round, finish, line, lines)

    def leave(self, round: Round) -> None:
        """Put a round away unfinished; it is the one to continue."""
        del round  # every record of it is in the journal
        self._ledger.catch_up()
        self._put_away(forget=False)

    def look(self, line: Line) -> Round | None:
        """Fold the finished round of a board's line again; None if it cannot be found."""
        from quiz.store.journal import Journal

        journal = Journal(self._places.saves / line.slug / "journal", "")
        try:
            return self._folded(line.round, journal)
        except QuizError:
            return None

    def history(self, board: Board) -> list[Line]:
        """Give the player's own lines on a board, oldest first."""
        mine = (entry for entry in self._scores.on(board) if entry.slug == self.player.slug)
        return sorted(mine, key=lambda entry: entry.at)

    def tally(self) -> Tally:
        """Give the player's numbers, counted up to now."""
        self._ledger.catch_up()
        return self._ledger.tally

    def boards(self) -> list[tuple[Board, list[Line]]]:
        """Give every board with its lines in order, the latest played first."""
        return self._scores.boards()

    def missed(self) -> list[str]:
        """Give the questions to be won back, the longest missed first, then those that are due."""
        memory = self._ledger.recall.memory()
        return [*memory.missed(), *memory.due(self._clock().timestamp())]

    def trophies(self) -> list[str]:
        """Give the questions that were missed and then beaten for good, the latest first."""
        return self._ledger.recall.memory().trophies()

    def _deal(
        self,
        mode: Mode,
        packs: Sequence[str],
        want: Want,
        rules: Rules,
        number: int = 0,
        *,
        seeded: bool = False,
    ) -> Deal:
        """Deal a round without recording it."""
        from quiz.store.dealer import Order, admit

        self._ledger.catch_up()
        now, tally = self._clock(), self._ledger.tally
        want = replace(want, day=want.day or now.date().isoformat())
        if not seeded:
            admit(mode, want, tally)
        seen = {key: known.asked for key, known in tally.questions.items() if known.asked}
        order = Order(mode, packs, want, rules, number, now, seeded)
        return self._dealer.deal(order, seen | self._asked, self.missed)

    def _folded(self, id: str, journal: Journal) -> Round:
        """Fold a round from its records; raises NotFound."""
        records = [saved.record for saved in journal.of(id)]
        return self._dealer.folded(records, self._ledger.tally.aliases)

    def _leave_unfinished(self) -> None:
        """End what was not finished, but for rounds that another program is playing."""
        for left in list(self._ledger.tally.unfinished.values()):
            if self._take_lock(left.opening.round):
                self.record(self._as_left(left))
                self._release(forget=True)

    def _as_left(self, left: Unfinished) -> Finish:
        """Finish a round that nobody goes on with; from its numbers, if it cannot be folded."""
        now, id = self._clock(), left.opening.round
        try:
            return self._folded(id, self._journal).finish(now, "left")[1]
        except QuizError:
            return left.finish(now)

    def _entered(self, new: list[Line]) -> list[Line]:
        """Put lines on the boards, and those of rounds that came from other devices."""
        new = [*self._ledger.take_lines(self.player.name), *new]
        try:
            return self._scores.add(new)
        except Unsaved as wrong:
            self.trouble = self.trouble or wrong.message
            return [*self._scores.lines(), *new]

    def _take_lock(self, id: str) -> bool:
        """Take the lock of a round, letting go of another; whether it was to be had."""
        from quiz.store.locks import claim

        self._release(forget=False)
        self._lock = claim(self.player.folder / "journal" / f".{id}.lock")
        return self._lock is not None

    def _release(self, *, forget: bool) -> None:
        """Let go of the lock, for good where the round is over."""
        if self._lock:
            self._lock.release(forget=forget)
            self._lock = None

    def _put_away(self, *, forget: bool) -> None:
        """Write the checkpoint, and let go of the journal and of the round."""
        self._journal.close()
        self._ledger.keep()
        self._release(forget=forget)
        if not self._journal.pending:
            self._asked = {}


def __getattr__(name: str) -> object:
    """Give what is named here for annotations, imported only where it is used."""
    if name not in ("Preview", "Result"):
        raise AttributeError(name)
    from quiz.store import outcome

    return getattr(outcome, name)
