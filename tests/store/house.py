"""A house to play in: a small pack of the test's own, a player, and a hand that answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from quiz.core.deal import Want
from quiz.core.form import Given, Pick
from quiz.core.modes import modes
from quiz.core.records import Attempt
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.store.library import Library
from quiz.store.places import Places, find_places
from quiz.store.players import Player, Players
from quiz.store.seat import Seat
from tests.conftest import Clock

CLASSIC = modes()["classic"]
QUESTION = """
[[question]]
id = "q{n}"
kind = "choice"
prompt = "Which word belongs to the number {n}?"
answer = "right {n}"
distractors = ["wrong {n}", "other {n}", "third {n}"]
difficulty = {level}
hints = ["Think."]
"""


def write_pack(
    folder: Path, id: str = "films", numbers: range | list[int] = range(12), **swap: str
) -> Path:
    """Write a pack of numbered questions; `swap` replaces texts in it."""
    text = f'format = 1\nid = "{id}"\ntitle = "Films"\nversion = "1"\n'
    for n in numbers:
        text += QUESTION.format(n=n, level=n % 5 + 1)
    for old, new in swap.items():
        text = text.replace(old.replace("_", " "), new)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{id}.toml"
    path.write_text(text, "utf-8")
    return path


@dataclass
class House:
    """Everything that a test of a seat needs."""

    places: Places
    clock: Clock
    player: Player
    packs: Path

    @classmethod
    def built(cls, folder: Path, clock: Clock | None = None) -> House:
        """Build one, with the pack `films` of twelve questions and the player Mira."""
        clock = clock or Clock()
        write_pack(folder / "packs")
        places = find_places([folder / "packs"], folder / "saves", environ={})
        return cls(places, clock, Players(places, clock).create("Mira"), folder / "packs")

    def seat(self, player: Player | None = None) -> Seat:
        """Let somebody sit down, as after a new start of the program."""
        library = Library(self.places)
        return Seat(player or self.player, library, self.places, self.clock, Random(5))

    def open(self, seat: Seat, length: int = 5, seed: int | None = None, **want: object) -> Round:
        """Deal a round of the pack."""
        chosen = Want(length=length, **want)  # type: ignore[arg-type]
        return seat.open(CLASSIC, ["films"], chosen, Rules(), seed)

    def answer(self, seat: Seat, round: Round, *, right: bool = True) -> Round:
        """Ask the next question and answer it."""
        round, move = round.ask(self.clock())
        seat.record(move)
        self.clock.advance(2)
        round, record = round.answer(given(round, right=right), self.clock(), 2.0)
        seat.record(record)
        assert isinstance(record, Attempt)
        return round

    def play(self, seat: Seat, round: Round, wrong: int = 0) -> Round:
        """Answer all that is left, the first `wrong` wrongly."""
        while not round.over:
            round = self.answer(seat, round, right=wrong <= 0)
            wrong -= 1
        return round


def given(round: Round, *, right: bool) -> Given:
    """A right answer to the open question, or a wrong one."""
    assert round.current is not None
    assert isinstance(round.form, Pick)
    expected = round.current.question.expected()
    wrong = next(option for option in round.form.options if option != expected)
    return Given((expected if right else Clean(wrong),))
