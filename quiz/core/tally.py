"""Tally: attempts in, numbers out. Accuracy, days, weak topics, calibration, stars."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from quiz.core.records import Attempt, Finish, Move, Opening, Record, Ruling
from quiz.core.rules import stars
from quiz.core.text import Clean, fold

_FEW = 5
"""Answers below which a topic proves nothing."""


@dataclass(slots=True)
class Count:
    """Answers, and how many of them were right."""

    answered: int = 0
    right: int = 0

    @property
    def share(self) -> float:
        """How many were right, 0 to 1."""
        return self.right / self.answered if self.answered else 0.0


@dataclass(slots=True)
class Seen(Count):
    """The same of one question, and when it was last asked, in seconds since the epoch."""

    asked: float = 0.0


@dataclass(slots=True)
class Standing:
    """What a player has made of one pack: questions seen, best score, most stars.

    `best` is that of the ten-question Classic board, the higher of clock on and off.
    """

    seen: int = 0
    best: int = 0
    stars: int = 0


@dataclass(slots=True)
class Unfinished:
    """A round that has no end yet; `opening` is without its questions, of which are `total`.

    `question`, `given`, `right`, `worth` and `sure` are those of the last answer.
    """

    opening: Opening
    total: int
    answered: int = 0
    points: int = 0
    question: str = ""
    given: tuple[Clean, ...] = ()
    right: bool = False
    worth: int = 0
    sure: str = ""

    def finish(self, at: datetime) -> Finish:
        """End it as left, with what is known without its questions."""
        return Finish(
            round=self.opening.round,
            at=at,
            why="left",
            points=self.points,
            right=0,
            asked=self.answered,
            known=0.0,
            whole=0.0,
            took=0.0,
            run=0,
            ranked=False,
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """How a player does on one tag."""

    tag: str
    answered: int
    right: int


@dataclass(slots=True)
class Tally:
    """All numbers about one player, counted record by record.

    `questions` are by pack/question, `days` the answers of each local day, `dailies` the days of
    finished Dailies, `sure` the answers by how sure the player said to be, `aliases` the folded
    texts that the player was ruled right with, `unfinished` the rounds by their ids.
    """

    all: Count = field(default_factory=Count)
    run: int = 0
    rounds: int = 0
    questions: dict[str, Seen] = field(default_factory=dict)
    packs: dict[str, Standing] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    dailies: set[str] = field(default_factory=set)
    sure: dict[str, Count] = field(default_factory=dict)
    aliases: dict[str, frozenset[str]] = field(default_factory=dict)
    unfinished: dict[str, Unfinished] = field(default_factory=dict)

    def add(self, record: Record) -> tuple[Opening, Finish] | None:
        """Count one record; a round that it finished is given back, for its board."""
        match record:
            case Move():
                self._moved(record)
            case Attempt():
                self._answered(record)
            case Ruling():
                self._ruled(record)
            case Opening():
                bare = replace(record, questions=())
                self.unfinished[record.round] = Unfinished(bare, len(record.questions))
            case Finish():
                return self._finished(record)
        return None

    @property
    def newest(self) -> Unfinished | None:
        """The round to continue: the one that was opened last."""
        opened = self.unfinished.values()
        return max(opened, key=lambda u: (u.opening.at, u.opening.round), default=None)

    def seen(self, key: str) -> float:
        """When a question was last asked, in seconds since the epoch; 0 if never."""
        known = self.questions.get(key)
        return known.asked if known else 0.0

    def weak(self, tags: Mapping[str, Iterable[str]]) -> list[Topic]:
        """Topics by how few of their answers were right; `tags` are those of each question."""
        counts: dict[str, Count] = {}
        for key, seen in self.questions.items():
            for tag in tags.get(key, ()):
                count = counts.setdefault(tag, Count())
                count.answered += seen.answered
                count.right += seen.right
        told = [(tag, count) for tag, count in counts.items() if count.answered >= _FEW]
        told.sort(key=lambda item: (item[1].share, -item[1].answered, item[0]))
        return [Topic(tag, count.answered, count.right) for tag, count in told]

    def _question(self, key: str) -> Seen:
        known = self.questions.get(key)
        if known is None:
            known = self.questions[key] = Seen()
        return known

    def _pack(self, pack: str) -> Standing:
        return self.packs.setdefault(pack, Standing())

    def _moved(self, move: Move) -> None:
        game = self.unfinished.get(move.round)
        if move.what == "asked":
            known = self._question(move.question)
            if not known.asked:
                self._pack(move.question.partition("/")[0]).seen += 1
            known.asked = max(known.asked, move.at.timestamp())
            if game:
                game.sure = ""
        elif move.what == "certainty" and game:
            game.sure = move.text

    def _answered(self, attempt: Attempt) -> None:
        right = attempt.right
        day = attempt.at.date().isoformat()
        self.days[day] = self.days.get(day, 0) + 1
        game = self.unfinished.get(attempt.round)
        sure = game.sure if game else ""
        for count in self._counts(attempt.question, sure):
            count.answered += 1
            count.right += right
        if game:
            game.answered += 1
            game.points += attempt.points
            game.question, game.given = attempt.question, attempt.given
            game.right, game.worth = right, attempt.points

    def _counts(self, key: str, sure: str) -> list[Count]:
        """Every count that an answer is part of."""
        counts: list[Count] = [self.all, self._question(key)]
        if sure:
            counts.append(self.sure.setdefault(sure, Count()))
        return counts

    def _ruled(self, ruling: Ruling) -> None:
        game = self.unfinished.get(ruling.round)
        if game is None or game.question != ruling.question:
            return
        for count in self._counts(ruling.question, game.sure):
            count.right += ruling.right - game.right
        game.points += ruling.points - game.worth
        game.right, game.worth = ruling.right, ruling.points
        if len(game.given) == 1:
            told = frozenset((fold(game.given[0]),))
            known = self.aliases.get(ruling.question, frozenset())
            known = known | told if ruling.right else known - told
            self.aliases[ruling.question] = known
            if not known:
                del self.aliases[ruling.question]

    def _finished(self, finish: Finish) -> tuple[Opening, Finish] | None:
        game = self.unfinished.pop(finish.round, None)
        if game is None:
            return None
        opening = game.opening
        self.rounds += 1
        self.run = max(self.run, finish.run)
        if opening.day:
            self.dailies.add(opening.day)
        if len(opening.packs) == 1 and finish.why != "left":
            standing = self._pack(next(iter(opening.packs)))
            standing.stars = max(standing.stars, stars(finish.known, finish.whole))
            if finish.ranked and opening.mode == "classic" and opening.length == 10:
                standing.best = max(standing.best, finish.points)
        return opening, finish
