"""A round played again from its journal, record by record: one half of the reference.

Trusts no record's own streak, hints, tries, points or clock: they are counted again from the order
of the records. `tests.core.reference` says by which texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from tests.core import tariff
from tests.core.tariff import Answer

ONCE = {"skip": "streak", "fifty": "climb", "room": "climb", "swap": "climb", "document": "climb"}
"""What can be had once in a round, and in which mode."""
NEEDS_A_QUESTION = frozenset({"hint", "close", "clue", "certainty", "time", *ONCE})


class Impossible(Exception):
    """Records that no round can have left."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that the journal's record `n` tells otherwise than the rules."""

    n: int
    what: str
    journal: object
    rules: object


@dataclass(slots=True)
class Replayed:
    """A round so far; Outcome tells what follows from it.

    `stage` are the questions that make up the round, `reserve` those that can be had in exchange;
    `base` is Storm's clock when the open question was last shown, `spent` the seconds since, as
    far as a record knows; `acts` counts what was done to the open question, `standing` says that
    the last answer can still be overruled, `late` that the time ran out.
    """

    levels: dict[str, int]
    mode: str = ""
    stage: list[str] = field(default_factory=list)
    reserve: list[str] = field(default_factory=list)
    clock: bool = False
    typed: bool = False
    answers: list[Answer] = field(default_factory=list)
    wrong: list[Told] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    base: Fraction = Fraction(tariff.STORM_SECONDS)
    spent: Fraction = Fraction(0)
    open: str = ""
    acts: Counter[str] = field(default_factory=Counter)
    certainty: str = ""
    skipped: str = ""
    standing: bool = False
    banked: bool = False
    late: bool = False
    ruled: bool = False
    why: str = ""

    def take(self, name: str, table: Mapping[str, Any]) -> None:
        """Take one record."""
        if self.why or (name == "round") == bool(self.mode):
            raise Impossible(f"[[{name}]] out of place")
        match name:
            case "round":
                self.dealt(table)
            case "move":
                self.move(table["what"], table)
            case "attempt":
                self.answer(table)
            case "ruling":
                self.rule(table)
            case "finish":
                self.why = self.over or table["why"]
            case _:
                raise Impossible(f"[[{name}]]")

    def dealt(self, table: Mapping[str, Any]) -> None:
        self.mode = table["mode"]
        keys = [key for key, _ in table["questions"]]
        steps = len(keys) if self.mode != "climb" else len(tariff.STEPS) - 1
        self.stage, self.reserve = keys[:steps], keys[steps:]
        self.clock, self.typed = bool(table["clock"]), bool(table.get("typed"))

    def move(self, what: str, table: Mapping[str, Any]) -> None:
        key = table.get("question", "")
        if what == "asked":
            self.ask(key, table)
        elif what == "bank":
            if self.mode != "climb" or not self.standing or self.over:
                raise Impossible("nothing to bank")
            self.banked = True
        elif self.open and key == self.open:
            self.spent = tariff.exact(table.get("took", 0.0))
            self.help(what, table)
        elif what in NEEDS_A_QUESTION:
            raise Impossible(f"{what} on {key!r}, which is not open")

    def ask(self, key: str, table: Mapping[str, Any]) -> None:
        """A question is shown, or shown again."""
        done = {self.skipped, *(answer.key for answer in self.answers)}
        if self.over or key not in self.stage or key in done or self.open not in {"", key}:
            raise Impossible(f"asked {key!r} (open {self.open!r}, over {self.over!r})")
        if self.open:
            self.base = max(Fraction(0), self.base - self.spent)
        elif self.standing:
            self.base = self.clock_after()
        if not self.open:
            self.acts, self.certainty = Counter(), ""
        self.spent, self.open, self.standing = Fraction(0), key, False
        self.acts["asked"] += 1
        if self.timed:
            self.compare(table, left=float(self.base))

    def help(self, what: str, table: Mapping[str, Any]) -> None:
        """Something happens to the open question."""
        if what in ONCE:
            if self.mode != ONCE[what] or what in self.used:
                raise Impossible(f"no {what} here")
            self.used.add(what)
        self.acts[what] += 1
        match what:
            case "certainty":
                self.certainty = table["text"]
            case "time":
                if not self.timed:
                    raise Impossible("time is up without a clock")
                self.late = True
            case "skip":
                self.skipped, self.open = self.open, ""
            case "swap":
                if table["text"] not in self.reserve:
                    raise Impossible(f"swapped for {table['text']!r}")
                self.stage[self.stage.index(self.open)] = table["text"]
                self.open = ""

    def answer(self, table: Mapping[str, Any]) -> None:
        took, credit = tariff.exact(table["took"]), tariff.share(table["credit"])
        if not self.open or table["question"] != self.open or self.over:
            raise Impossible(f"an answer to {table['question']!r}, open is {self.open!r}")
        if (self.timed and took > self.base) or (credit and not table["given"]):
            raise Impossible("an answer after the time, or credit for no idea")
        answer = Answer(
            key=self.open,
            level=table["level"],
            credit=credit,
            took=took,
            free=tariff.exact(table["free"]),
            melt=tariff.exact(table["melt"]),
            passed=not table["given"],
            streak=row(self.answers),
            hints=self.acts["hint"],
            tries=self.acts["close"],
            clues=self.acts["clue"],
            interrupted=self.acts["asked"] > 1,
            certainty=self.certainty,
            step=len(self.answers) + 1,
        )
        self.levels[answer.key] = answer.level
        self.open, self.standing = "", True
        self.answers.append(self.scored(answer))
        told = ("streak", "hints", "tries", "interrupted", "points", "bonus")
        self.compare(table, **{name: getattr(self.answers[-1], name) for name in told})
        if self.timed:
            self.compare(table, left=float(self.base - took))

    def scored(self, answer: Answer) -> Answer:
        points, bonus = tariff.scored(answer, self.mode, clock=self.clock, typed=self.typed)
        return replace(answer, points=points, bonus=bonus)

    def rule(self, table: Mapping[str, Any]) -> None:
        if not self.standing or table["question"] != self.answers[-1].key:
            raise Impossible("a ruling on what is not the last answer")
        last, told = self.answers[-1], tariff.share(table.get("credit", 0.0))
        if told and not (table["right"] and last.clues and tariff.LEAST <= told < 1):
            raise Impossible("a ruling with a credit of its own")
        credit = (told or Fraction(1)) if table["right"] else Fraction(0)
        self.answers[-1] = self.scored(replace(last, credit=credit))
        self.ruled = True
        self.compare(table, points=self.answers[-1].points)

    def compare(self, table: Mapping[str, Any], **rules: Any) -> None:
        """Keep what the journal tells otherwise; seconds are written to a thousandth."""
        for name, expected in rules.items():
            told = table.get(name, type(expected)())
            if abs(told - expected) > 0.001 if isinstance(expected, float) else told != expected:
                self.wrong.append(Told(table.get("n", 0), name, told, expected))

    @property
    def timed(self) -> bool:
        """Whether the round has a clock of its own, and it runs."""
        return self.mode == "storm" and self.clock

    @property
    def lives(self) -> int:
        return int(self.mode in tariff.ONE_LIFE and not any(a.miss for a in self.answers))

    @property
    def over(self) -> str:
        """Why the round is over; "" while it goes on."""
        if self.mode in tariff.ONE_LIFE and not self.lives:
            return "lives"
        if self.banked:
            return "banked"
        if self.late or (self.timed and self.standing and not self.clock_after()):
            return "time"
        asked = len(self.answers) + bool(self.skipped)
        unclocked = self.mode == "storm" and not self.clock and asked >= tariff.STORM_QUESTIONS
        return "end" if unclocked or asked >= len(self.stage) else ""

    def clock_after(self) -> Fraction:
        """What is on Storm's clock once the last answer, as it stands now, has been counted."""
        last = self.answers[-1]
        gained = tariff.COMBOS.get(row(self.answers), 0) if last.right else 0
        lost = tariff.PENALTY if last.miss else 0
        return max(Fraction(0), self.base - last.took + gained - lost)


def row(answers: list[Answer]) -> int:
    """How many of the last answers in a row were right."""
    length = 0
    for answer in reversed(answers):
        if not answer.full:
            break
        length += 1
    return length
