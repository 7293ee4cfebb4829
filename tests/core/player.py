"""A player who does everything at random: what the rules allow, and what they do not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from quiz.core.form import NO_IDEA, Given
from quiz.core.records import Record
from quiz.core.round import Round
from quiz.core.state import State
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from tests.conftest import NOON
from tests.core.rounds import right, wrong

LONGEST = 3000
"""Acts after which a round that has not ended never will."""
TEXTS = ("", "  ", "Kuosmannen", "berlin", "1955", "guess", "sure", "x" * 900, "-3", "\n")


@dataclass
class Player:
    """Plays a round to its end; `states` are those after each record, the first before any."""

    round: Round
    rng: Random
    skill: float = 0.6
    took: float = 0.0
    at: datetime = NOON
    states: list[State] = field(default_factory=list)
    refused: int = 0
    kills: int = 0

    def play(self) -> Round:
        """Act until the round is over, and close it."""
        self.states = [self.round.state]
        for _ in range(LONGEST):
            if self.round.phase == "over":
                return self.round
            self.act()
        raise AssertionError(f"no end after {LONGEST} acts: {self.round.state}")

    def act(self) -> None:
        """Do one thing: as a rule what is due, now and then anything at all."""
        self.at += timedelta(seconds=1)
        self.took += self.rng.expovariate(0.4)
        chance = self.rng.random()
        if chance < 0.08:
            self.kill()
        elif chance < 0.3:
            self.do(self.rng.choice(self.anything()))
        elif self.round.over:
            self.do(lambda: self.round.finish(self.at))
        elif self.round.phase == "asking":
            if self.round.mode.wagers and not self.round.state.certainty:
                self.do(self.certainty)
            self.do(self.time_up if self.is_late() else self.answer)
        else:
            self.do(self.ask)

    def do(self, verb: Callable[[], tuple[Round, Record | None]]) -> None:
        """Try a verb; if it is refused, nothing has changed."""
        before = self.round
        state = before.state
        after: Round | None = None
        record: Record | None = None
        with suppress(OutOfTurn):
            after, record = verb()
        if after is None:
            assert self.round is before
            assert before.state is state
            self.refused += 1
        elif record is not None:
            self.round = after
            assert after.records[-1] is record
            self.states.append(after.state)

    def kill(self) -> None:
        """Lose everything but the records; what was open is asked again."""
        old = self.round
        self.kills += 1
        self.round = Round.begin(old.opening, old.dealt, old.mode, old.records, old.aliases)
        assert self.round.state == old.state
        if self.round.phase == "asking":
            self.do(self.ask)

    def is_late(self) -> bool:
        return self.round.state.timed and self.round.left(self.took) <= 0

    def ask(self) -> tuple[Round, Record]:
        asked = self.round.ask(self.at)
        self.took = 0.0
        return asked

    def given(self) -> Given:
        current = self.round.current
        assert current is not None
        if self.rng.random() < 0.05:
            return NO_IDEA
        if self.rng.random() < 0.05:
            return Given((Clean(self.rng.choice(TEXTS)),))
        known = self.rng.random() < self.skill
        return right(current.question) if known else wrong(current.question)

    def answer(self) -> tuple[Round, Record]:
        return self.round.answer(self.given(), self.at, self.took)

    def certainty(self) -> tuple[Round, Record]:
        text = Clean(self.rng.choice(("guess", "fairly", "sure", "fairly sure", "no")))
        return self.round.move("certainty", self.at, self.took, text)

    def time_up(self) -> tuple[Round, Record]:
        return self.round.time_up(self.at, self.took)

    def probe(self) -> tuple[Round, Record | None]:
        after, _, move = self.round.probe(Clean(self.rng.choice(TEXTS)), self.at, self.took)
        return after, move

    def anything(self) -> list[Callable[[], tuple[Round, Record | None]]]:
        """Every verb there is, whether it is due or not."""
        round, at, took = self.round, self.at, self.took
        moves = ("pause", "resume", "flag", "bank", "skip", "certainty", "nonsense", "hint")
        lifelines = ("fifty", "room", "swap", "document")
        verbs: list[Callable[[], tuple[Round, Record | None]]] = [
            *(lambda what=what: round.move(what, at, took) for what in (*moves, *lifelines)),
            self.certainty,
            self.probe,
            self.time_up,
            lambda: round.hint(at, took),
            lambda: round.hint(at, took),
            lambda: round.clue(at, took),
            lambda: round.rule(True, at),
            lambda: round.rule(False, at),
            lambda: round.finish(at),
        ]
        if round.phase == "asking":
            verbs.append(self.answer)
        else:
            verbs.append(lambda: round.answer(NO_IDEA, at, took))
            verbs.append(self.ask)
        return verbs
