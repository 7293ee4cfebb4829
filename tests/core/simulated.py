"""A player of known skill for the reference: asks for help, breaks off, overrules, gives up."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from random import Random

from quiz.core.form import NO_IDEA, Given
from quiz.core.modes import modes
from quiz.core.records import Record
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import OutOfTurn
from quiz.store.segments.records import to_toml
from tests.conftest import NOON
from tests.core import rounds
from tests.core.reference import Table, read

PARTLY = {
    "short-answer": ("Juho",),
    "number": ("1953",),
    "multi-choice": ("Cannes",),
    "list": ("Berlin",),
    "order": ("Pulp Fiction", "Taxi Driver", "The Pianist", "Parasite"),
    "match": ("Sean Baker", "Jane Campion", "Bong Joon-ho"),
}
"""Answers that are right in part, or nearly."""
LIFELINES = ("fifty", "room", "swap", "document", "skip")


@cache
def stock() -> tuple[Dealt, ...]:
    """Questions of every kind on every level; numbers earn credit by distance."""
    made = []
    for dealt in rounds.mixed(120):
        question = dealt.question
        if question.kind == "number":
            question = type(question).model_validate(question.model_dump() | {"closest": True})
        made.append(Dealt(dealt.pack, question, frozenset({"right", "wrong"})))
    return tuple(made)


@dataclass
class Simulated:
    """A player of known skill and pace, who also asks for help, breaks off and overrules."""

    round: Round
    rng: Random
    skill: float
    pace: float
    took: float = 0.0
    digits: int = 3

    def play(self) -> Round:
        """Play to the end, or give up on the way."""
        while not self.round.over and self.rng.random() > 0.004:
            self.do(lambda: self.round.ask(NOON))
            self.took = 0.0
            while self.round.phase == "asking":
                self.act()
            if self.rng.random() < 0.15:
                for _ in range(self.rng.randint(1, 3)):
                    self.do(lambda: self.round.rule(self.rng.random() < 0.5, NOON))
            if self.rng.random() < 0.05:
                self.do(lambda: self.round.move("bank", NOON, self.took))
                if self.rng.random() < 0.2:
                    self.do(lambda: self.round.rule(False, NOON))
        why = "" if self.round.over else self.rng.choice(("ended", "left"))
        return self.round.finish(NOON, why)[0]

    def do(self, verb: Callable[[], tuple[Round, Record]]) -> None:
        """Do it, if the rules allow it now."""
        with suppress(OutOfTurn):
            self.round = verb()[0]

    def act(self) -> None:
        """Do something with the open question."""
        self.took = round(self.took + self.rng.expovariate(1 / self.pace), self.digits)
        chance = self.rng.random()
        late = self.round.state.timed and self.round.left(self.took) <= 0
        if late and self.rng.random() < 0.5:
            self.do(lambda: self.round.time_up(NOON, self.took))
        elif chance < 0.12:
            self.do(lambda: self.round.hint(NOON, self.took))
        elif chance < 0.18:
            self.interrupt()
        elif chance < (0.3 if self.round.mode.id == "climb" else 0.22):
            self.do(lambda: self.round.move(self.rng.choice(LIFELINES), NOON, self.took))
        elif chance < 0.32:
            self.do(lambda: self.round.clue(NOON, self.took))
        elif chance < 0.34:
            self.do(lambda: self.round.move("flag", NOON, self.took))
        else:
            if self.rng.random() < 0.97:
                said = Clean(self.rng.choice(("guess", "fairly", "sure")))
                self.do(lambda: self.round.move("certainty", NOON, self.took, said))
            self.do(lambda: self.round.answer(self.given(), NOON, self.took))

    def interrupt(self) -> None:
        """Show the question again, half of the time after a kill."""
        old = self.round
        if self.rng.random() < 0.5:
            self.round = Round.begin(old.opening, old.dealt, old.mode, old.records, old.aliases)
        self.do(lambda: self.round.ask(NOON))
        self.took = 0.0

    def given(self) -> Given:
        """An answer: right as often as the player is skilled."""
        current = self.round.current
        assert current is not None
        chance = self.rng.random()
        if chance < self.skill:
            return rounds.right(current.question)
        if chance < self.skill + 0.03:
            return NO_IDEA
        partly = PARTLY.get(current.question.kind)
        if partly and self.rng.random() < 0.6:
            return Given(tuple(map(Clean, partly)))
        return rounds.wrong(current.question)


def played(mode: str, seed: int) -> Round:
    """A round that a simulated player has played to its finish."""
    rng = Random(f"{mode}/{seed}")
    way = modes()[mode]
    dealt = way.deal(rounds.pool(stock(), seed), rounds.want(length=rng.choice((5, 10, 20))))
    rules = way.rules(Rules(clock=seed % 2 == 0, typed=seed % 3 == 0))
    opening = rounds.opening(way, dealt, seed, rules=rules, round=f"{mode}-{seed}")
    skill, pace = rng.choice((0.3, 0.6, 0.85, 0.97, 1.0)), rng.choice((1.5, 4.0, 9.0))
    digits = rng.choice((0, 1, 3, 9))
    return Simulated(Round.begin(opening, dealt, way), rng, skill, pace, digits=digits).play()


def tables(round: Round) -> list[Table]:
    """A round's records, as its journal has them."""
    records = (round.opening, *round.records)
    return read("\n".join(to_toml(record, n) for n, record in enumerate(records)))


def levels(round: Round) -> dict[str, int]:
    return {dealt.key: dealt.question.difficulty for dealt in round.dealt if dealt}
