"""The game line by line: asks, reads, judges, saves and tells, until the round is over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from quiz.cli.linewise import acts, asking, ending, telling
from quiz.cli.linewise.entry import Misread, read
from quiz.cli.linewise.stopwatch import Stopwatch
from quiz.cli.linewise.talk import Talk
from quiz.core.form import LONGEST, Fill, Given, Write
from quiz.core.records import Attempt, Move, Record
from quiz.core.round import Round
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import OutOfTurn

if TYPE_CHECKING:
    from quiz.store.seat import Result

FINISHED, UNFINISHED, INTERRUPTED = 0, 1, 130
"""The exit codes of a round."""


class Keeper(Protocol):
    """What the game needs of a seat: to keep its records, and to close or leave a round."""

    trouble: str

    def record(self, record: Record) -> None:
        """Keep a record; never raises."""

    def close(self, round: Round) -> Result:
        """Close a round that is over."""

    def leave(self, round: Round) -> None:
        """Put a round away to go on with it later."""


class Left(Exception):
    """The player goes, and the round waits; `code` is the exit code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class LineGame:
    """One round, line by line.

    `title` names what is played; `now` tells the date and time, `ticks` counts seconds for the
    time that answers take.
    """

    def __init__(
        self,
        seat: Keeper,
        round: Round,
        talk: Talk,
        *,
        title: str,
        now: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self.seat = seat
        self.round = round
        self.talk = talk
        self.title = title
        self.now = now
        self._watch = Stopwatch(ticks)
        self._ahead: tuple[Round, Move] | None = None
        self._trouble = seat.trouble

    @property
    def facing(self) -> Round:
        """The round as the player sees it: a question that was only shown counts as open."""
        return self._ahead[0] if self._ahead else self.round

    def play(self) -> int:
        """Play to the end or until the player leaves; gives the exit code."""
        try:
            for line in asking.opening(self.round, self.title):
                self.talk.say(line)
            while not self.round.over:
                self._question()
                self._last_word()
        except Left as left:
            self._leave()
            return left.code
        except KeyboardInterrupt:
            self.talk.say()
            self._leave()
            return INTERRUPTED
        except OSError:  # nobody hears what is said any more
            self.seat.leave(self.round)
            raise
        return self._close()

    def took(self) -> float:
        """Seconds that the player has had for the open question."""
        return self._watch.seconds

    def pause(self) -> None:
        """Stop the clock until a line comes."""
        self.keep(self.round.move("pause", self.now(), self.took()))
        ran = self._watch.stop()
        self.heard("Intermission. The clock is stopped. Enter goes on, /quit leaves.")
        self.keep(self.round.move("resume", self.now(), self.took()))
        if ran:
            self._watch.go_on()
        self.show()

    def heard(self, prompt: str) -> Clean:
        """Ask for a line; at the end of the input, or at /quit, the player leaves."""
        line = self.talk.ask(prompt)
        if line is None:
            raise Left(UNFINISHED)
        if line.casefold() in ("/quit", "/q"):
            raise Left(FINISHED)
        return line

    def keep(self, change: tuple[Round, Record]) -> None:
        """Save the record of a change, and take the change over, before anything is said of it."""
        after, record = change
        self.seat.record(record)
        self.round = after
        if self.seat.trouble != self._trouble:
            self._trouble = self.seat.trouble
            self.talk.say(self._trouble or "Saved again, with all that was waiting.")

    def show(self) -> None:
        """Show the question, once more if it was shown before."""
        for line in (asking.standing(self.facing), *asking.question(self.facing)):
            self.talk.say(line)

    def look_ahead(self) -> None:
        """Open the next question without counting it as asked, until its first line comes in.

        So what is said between a verdict and the next answer can still be about the verdict.
        """
        self._ahead = None if self.round.over else self.round.ask(self.now())

    def commit(self) -> None:
        """Make the question that was shown count as asked."""
        if self._ahead:
            ahead, self._ahead = self._ahead, None
            self.keep(ahead)

    def answer(self, given: Given) -> None:
        """Judge an answer, save it, and say what came of it."""
        took = self.took()
        if isinstance(self.round.form, Fill) and not given.passed:
            given = Given((*self.round.state.found, *given.values))
        if self.round.mode.wagers and not given.passed and not self.round.state.certainty:
            sure = self._certainty()
            self.keep(self.round.move("certainty", self.now(), took, sure))
        before = self.round
        after, record = before.answer(given, self.now(), took)
        self.keep((after, record))
        if isinstance(record, Attempt):
            self._tell(before, record)
        elif self.round.phase == "asking":
            self._try_again(before)

    def _question(self) -> None:
        """Ask one question until it is judged, or the round is over."""
        between = acts.between(self.round)
        self.look_ahead()
        if not between:
            self.commit()
        self.talk.say()
        self.show()
        self._watch.start()
        while self._ahead or self.round.phase == "asking":
            self._line(self.heard("Your answer:"))

    def _line(self, line: Clean) -> None:
        """Take one line: a command, or an answer."""
        if line.startswith("/") and not line.startswith("//"):
            acts.act(self, line[1:])
            return
        self.commit()
        if self._time_is_up():
            return
        line = Clean(line.removeprefix("/"))
        if not line:
            self.talk.say("Type an answer, or /pass.")
            return
        try:
            self.answer(self._read(line))
        except (Misread, OutOfTurn) as wrong:
            self.talk.say(str(wrong))

    def _read(self, line: Clean) -> Given:
        """Read a line; what cannot be read is asked again, but a script's line is an answer."""
        try:
            return read(self.round.form, line)
        except Misread:
            if not self.talk.piped:
                raise
            return Given((Clean(line[:LONGEST]),))

    def _time_is_up(self) -> bool:
        """See whether the round's own clock ran out while the player typed."""
        took = self.took()
        if not self.round.state.timed or self.round.left(took) > 0:
            return False
        self.keep(self.round.time_up(self.now(), took))
        return True

    def _certainty(self) -> Clean:
        """Ask how sure the player is."""
        degrees = {str(n): degree for n, degree in enumerate(self.round.mode.certainties, 1)}
        choices = ", ".join(
            f"{key} {degree.title} (+{degree.wins} or {-degree.costs})"
            for key, degree in degrees.items()
        )
        while True:
            line = self.heard(f"How sure are you? {choices}:").casefold()
            for key, degree in degrees.items():
                if line in (key, degree.id, degree.title.casefold()):
                    return Clean(degree.id)
            self.talk.say(f"Type a number from 1 to {len(degrees)}, or the words.")

    def _try_again(self, before: Round) -> None:
        """Say what a try that decided nothing leads to."""
        form, clues = self.round.form, self.round.state.clues
        if isinstance(form, Write) and clues > before.state.clues:
            self.talk.say(f"Not that. {asking.clue(form, clues - 1)}")
            return
        self._watch.stop()
        self.talk.say(telling.CLOSE)

    def _tell(self, before: Round, attempt: Attempt) -> None:
        """Say what an attempt came to, with why and where it is written."""
        dealt, told = before.current, self.round.state.verdict
        for line in telling.verdict(before, self.round):
            self.talk.say(line)
        if dealt is not None and told is not None:
            for line in () if before.mode.brisk else self._why(dealt):
                self.talk.say(line)
            self.talk.tell(telling.judged(attempt, dealt, told))

    def _why(self, dealt: Dealt) -> Iterator[str]:
        """Give the explanation, where it is written, and the way to disagree."""
        if dealt.question.explanation:
            yield dealt.question.explanation
        yield from telling.written(dealt)
        if self.round.over:
            return
        if acts.disputed(self.round):
            yield "If you were right after all, type /right."
        for what in acts.open_moves(self.round):
            yield f"Before the next answer you may type /{what}."

    def _last_word(self) -> None:
        """Let the player overrule the verdict that ends the round, where that can be."""
        if self.round.over and acts.disputed(self.round):
            line = self.talk.ask("Enter for the results, or /right if you were right:")
            if line is not None and line.casefold() == "/right":
                acts.act(self, "right")

    def _leave(self) -> None:
        """Put the round away and say where it goes on."""
        self.commit()
        self.seat.leave(self.round)
        number = min(len(self.round.state.attempts) + 1, self.round.total)
        self.talk.say(
            self.seat.trouble
            or f"{self.title} is saved at question {number} of {self.round.total}. "
            "`quiz` goes on from there."
        )

    def _close(self) -> int:
        """Close the round and read out the results."""
        result = self.seat.close(self.round)
        self.talk.say()
        for line in ending.results(result, self.title):
            self.talk.say(line)
        self.talk.say(ending.saved(result.finish.asked, self.seat.trouble))
        return FINISHED
