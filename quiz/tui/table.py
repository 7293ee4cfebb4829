"""Table: a round being played; every act is done in the round and recorded in the same step.

There is no await and no worker between the two, so that what the screen shows is on disk.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.core.form import Form, Given
from quiz.core.mode import Mode
from quiz.core.records import Attempt, Move, Record
from quiz.core.round import Round
from quiz.core.state import Dealt, State
from quiz.core.text import Clean, clean
from quiz.core.verdict import Probe
from quiz.tui.watch import Watch

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.store.library import Library
    from quiz.store.seat import Result, Seat


class Table:
    """A round, the player's seat, and the watch that times the open question."""

    def __init__(
        self,
        seat: Seat,
        round: Round,
        library: Library,
        clock: Callable[[], datetime],
    ) -> None:
        self.seat = seat
        self.round = round
        self.library = library
        self.clock = clock
        self.watch = Watch()
        self.given: Given | None = None
        self.away = False
        self.kept = True
        """Whether what is done here is kept; a pack is also tried, and then nothing is."""

    @property
    def state(self) -> State:
        """Where the round stands."""
        return self.round.state

    @property
    def mode(self) -> Mode:
        """The way it is played."""
        return self.round.mode

    @property
    def dealt(self) -> Dealt:
        """The question that is open, or was last answered."""
        current = self.round.current
        assert current is not None  # noqa: S101 - nobody asks before the first question
        return current

    @property
    def records(self) -> tuple[Record, ...]:
        """What was done so far."""
        return self.round.records

    @property
    def clocked(self) -> bool:
        """Whether time matters in this round."""
        return self.round.rules.clock

    @property
    def last(self) -> Attempt:
        """The answer that was given last."""
        return self.state.attempts[-1]

    @property
    def hinted(self) -> bool:
        """Whether there is a further hint to be had."""
        hints = len(self.dealt.question.hints)
        return "hint" in self.mode.moves and self.state.hints < hints

    def pack(self, id: str) -> Pack | None:
        """The pack of a question, for its title and documents; None if it is gone meanwhile."""
        from quiz.errors import QuizError

        try:
            return self.library.load(id)
        except QuizError:
            return None

    @property
    def title(self) -> Clean:
        """What is played: the pack's title, or that there are several; else the mode's own."""
        ids = tuple(self.round.opening.packs)
        if self.mode.wide:
            return Clean(self.mode.title)
        if len(ids) != 1:
            return Clean("Mixed bill")
        pack = self.pack(ids[0])
        return pack.title if pack else Clean(ids[0])

    def shapes(self) -> set[type[Form]]:
        """The shapes of answers that the questions of this round have."""
        typed = self.round.rules.typed
        return {type(item.question.form("", typed=typed)) for item in self.round.dealt if item}

    def ask(self) -> None:
        """Open the next question, or an interrupted one again."""
        self.round, move = self.round.ask(self.clock())
        self.given = None
        self.watch.clear()
        self.seat.record(move)

    def answer(self, given: Given) -> Attempt | Move:
        """Judge an answer; a move comes back where one more try is due."""
        self.round, record = self.round.answer(given, self.clock(), self.watch.seconds)
        self.given = given
        self.watch.stop()
        self.seat.record(record)
        return record

    def probe(self, text: Clean) -> Probe:
        """Look at a text while it is typed."""
        self.round, probe, move = self.round.probe(text, self.clock(), self.watch.seconds)
        if move is not None:
            self.seat.record(move)
        return probe

    def hint(self) -> None:
        """Open the next hint."""
        self.round, move = self.round.hint(self.clock(), self.watch.seconds)
        self.seat.record(move)

    def clue(self) -> None:
        """Open the next clue."""
        self.round, move = self.round.clue(self.clock(), self.watch.seconds)
        self.seat.record(move)

    def move(self, what: str, text: Clean = Clean("")) -> None:
        """Do what only this mode knows; or pause, resume, flag."""
        self.round, move = self.round.move(what, self.clock(), self.watch.seconds, text)
        self.seat.record(move)

    def time_up(self) -> None:
        """The round's own clock has run out."""
        self.round, move = self.round.time_up(self.clock(), self.watch.seconds)
        self.seat.record(move)

    def rule(self, right: bool) -> None:
        """Overrule the verdict."""
        self.round, ruling = self.round.rule(right, self.clock())
        self.seat.record(ruling)

    def close(self, why: str = "") -> Result:
        """End the round; `why` ends it before its time."""
        if why:
            self.round, finish = self.round.finish(self.clock(), why)
            self.seat.record(finish)
        self.away = True
        return self.seat.close(self.round)

    def leave(self) -> Clean:
        """Put the round away unfinished, once; the line for the shell."""
        if self.away:
            return Clean("")
        self.away = True
        self.watch.stop()
        self.seat.leave(self.round)
        if self.seat.trouble:
            return clean(self.seat.trouble)
        total = self.round.total
        number = min(total, self.round.number + (self.round.phase == "answered"))
        of = "" if self.state.timed else f" of {total}"
        return Clean(f"{self.title} is saved at question {number}{of}. "
                     "`quiz` goes on from there.")  # fmt: skip
