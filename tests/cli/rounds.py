"""Rounds for tests of the game line by line, and a seat that keeps its records in a list."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO
from typing import Any

from quiz.cli.linewise.game import LineGame
from quiz.cli.linewise.talk import Talk
from quiz.core.board import Board, Line
from quiz.core.kinds import kinds
from quiz.core.mode import Mode
from quiz.core.modes import modes
from quiz.core.question import Question
from quiz.core.records import Finish, Opening, Record
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.store.seat import Result
from tests.conftest import NOON, Clock

NAMES = ("Marty", "The Piano", "Parasite", "Pulp Fiction")


def choice(id: str = "last-to-win", answer: str = "Parasite", **more: Any) -> Question:
    """A question with four options, the right one first."""
    fields: dict[str, Any] = {
        "id": id,
        "kind": "choice",
        "prompt": "Which film was the last to win both?",
        "answer": answer,
        "distractors": [name for name in NAMES if name != answer],
        "explanation": "Parasite was the second of three.",
        "fixed": True,
        "cite": [{"document": "review", "paragraph": 15}],
    }
    return kinds()["choice"].model_validate(fields | more)


def example(kind: str, **more: Any) -> Question:
    """The example of a kind."""
    return kinds()[kind].model_validate(kinds()[kind].EXAMPLE | more)


def begun(*questions: Question, mode: Mode | None = None, **more: Any) -> Round:
    """A round of these questions, without the clock."""
    mode = mode or modes()["classic"]
    opening = Opening(
        round="r1",
        at=NOON,
        mode=mode.id,
        questions=tuple((f"test/{q.id}", q.fingerprint()) for q in questions),
        seed=1,
        length=more.pop("length", 10),
        fresh=len(questions),
        **{"rules": Rules(clock=False), **more},
    )
    documents = {"review": Clean("A Review, April 2025")}
    dealt = tuple(Dealt("test", question, documents=documents) for question in questions)
    return Round.begin(opening, dealt, mode)


class Tray:
    """A seat that keeps what it is given in lists."""

    def __init__(self, trouble: str = "") -> None:
        self.trouble = trouble
        self.records: list[Record] = []
        self.left: list[Round] = []

    def record(self, record: Record) -> None:
        self.records.append(record)

    def close(self, round: Round) -> Result:
        if round.phase != "over":
            round, finish = round.finish(NOON)
            self.records.append(finish)
        return result(round)

    def leave(self, round: Round) -> None:
        self.left.append(round)


class Played:
    """What came of a game: its exit code, what was said and told, and the seat."""

    def __init__(
        self, round: Round, lines: Iterable[str], tray: Tray | None = None, *, piped: bool = True
    ) -> None:
        self.tray = tray or Tray()
        self.clock = Clock()
        said, told = StringIO(), StringIO()
        talk = Talk(StringIO("".join(f"{line}\n" for line in lines)), said, told)
        talk.piped = piped
        self.game = LineGame(
            self.tray,
            round,
            talk,
            title="Test",
            now=self.clock,
            ticks=self.clock.seconds,
        )
        self.code = self.game.play()
        self.said = said.getvalue()
        self.told = told.getvalue()


def result(round: Round) -> Result:
    """What closing a round gives, with nobody else on the board."""
    finish = next(record for record in reversed(round.records) if isinstance(record, Finish))
    line = Line(
        board=Board(finish.round, ("test",), 10, clock=False),
        player=Clean("Tester"),
        slug="tester",
        round=finish.round,
        at=finish.at,
        points=finish.points,
        right=finish.right,
        asked=finish.asked,
        known=finish.known,
        whole=finish.whole,
        took=finish.took,
        run=finish.run,
        fresh=round.opening.fresh,
        ranked=finish.ranked,
        ruled=finish.ruled,
    )
    return Result(round, finish, line, 1, 1, best=True, first=True, ahead=None)
