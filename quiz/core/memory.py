"""Memory: when a question is due again, and which were missed and are to be won back.

fsrs does the sums, without learning steps and without chance. A wrong answer is *again*; one that
was helped by hints or clues, came at the second try, or was right in part, is *hard*; else it is
*good*.
A question that was missed and then beaten on three different days is a trophy, and rests until
it is missed again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from quiz.core.records import Attempt, Record, Ruling

if TYPE_CHECKING:
    from fsrs import Scheduler

BEATEN = 3
"""Different days on which a missed question must be beaten to become a trophy."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is remembered of one question.

    `stability` (days) and `difficulty` (1 to 10) are fsrs's; `last` and `due` are moments in
    seconds since the epoch; `missed` says that it is to be won back now; `lost` that it was
    missed at all; `beaten` counts the days on which it was beaten since, the latest being `day`.
    """

    stability: float
    difficulty: float
    last: float
    due: float
    missed: bool = False
    lost: bool = False
    beaten: int = 0
    day: str = ""

    @property
    def trophy(self) -> bool:
        """Whether it was missed, and then beaten often enough to rest."""
        return self.lost and self.beaten >= BEATEN


@dataclass(slots=True)
class Memory:
    """The cards of one player, by pack/question."""

    cards: dict[str, Card] = field(default_factory=dict)
    _before: dict[str, tuple[Attempt, Card | None]] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Take in a record: attempts are reviews, and a ruling changes the last of them."""
        if isinstance(record, Attempt):
            before = self.cards.get(record.question)
            self._before[record.round] = record, before
            self.cards[record.question] = reviewed(before, record)
        elif isinstance(record, Ruling) and record.round in self._before:
            attempt, before = self._before[record.round]
            if attempt.question == record.question:
                self.cards[record.question] = reviewed(before, attempt.ruled(record))

    def missed(self) -> list[str]:
        """The questions to be won back, the longest missed first."""
        missed = ((card.last, key) for key, card in self.cards.items() if card.missed)
        return [key for _, key in sorted(missed)]

    def due(self, now: float) -> list[str]:
        """The other questions that are about to be forgotten, the longest due first."""
        due = ((card.due, key) for key, card in self._waiting() if card.due <= now)
        return [key for _, key in sorted(due)]

    def coming(self) -> tuple[int, ...]:
        """When each question that is not missed comes back, in order."""
        return tuple(sorted(int(card.due) for _, card in self._waiting()))

    def trophies(self) -> list[str]:
        """The questions that were missed and beaten for good, the latest first."""
        kept = ((-card.last, key) for key, card in self.cards.items() if card.trophy)
        return [key for _, key in sorted(kept)]

    def _waiting(self) -> list[tuple[str, Card]]:
        """The cards that come back by their due date."""
        return [(k, c) for k, c in self.cards.items() if not c.missed and not c.trophy]


def reviewed(card: Card | None, attempt: Attempt) -> Card:
    """The card after an attempt."""
    from fsrs import Card as Held
    from fsrs import Rating, State

    helped = attempt.play.hints > 0 or attempt.play.tries > 0 or attempt.credit < 1
    rating = Rating.Again if attempt.credit <= 0 else Rating.Hard if helped else Rating.Good
    # A clock that was set back must not make a review before the last one.
    at = datetime.fromtimestamp(max(attempt.at.timestamp(), card.last if card else 0.0), UTC)
    held = Held(card_id=1, due=at)
    if card:
        last = datetime.fromtimestamp(card.last, UTC)
        held = Held(1, State.Review, None, card.stability, card.difficulty, at, last)
    held, _ = _scheduler().review_card(held, rating, at)
    after = Card(
        stability=held.stability or 0.0,
        difficulty=held.difficulty or 0.0,
        last=at.timestamp(),
        due=held.due.timestamp(),
        missed=not attempt.right,
        lost=not attempt.right or (card is not None and card.lost),
    )
    if not attempt.right or card is None:
        return after
    today = attempt.at.date().isoformat()
    beaten = card.beaten + (card.lost and today != card.day)
    return replace(after, beaten=beaten, day=today if card.lost else "")


@cache
def _scheduler() -> Scheduler:
    """Make the scheduler, once."""
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
