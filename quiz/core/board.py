"""Boards: which high-score table a round belongs to, and who ranks where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from quiz.core.records import Finish, Opening
from quiz.core.rules import Rules
from quiz.core.text import Clean

View = Literal["today", "week", "ever"]
"""Which days a board shows; a week is today and the six days before it."""
_DAYS = {"today": 1, "week": 7}


@dataclass(frozen=True, slots=True, order=True)
class Board:
    """A high-score table: only rounds of the same sort are compared.

    `packs` are sorted, and empty for modes that deal from all; `length` is the number of
    questions asked for, 0 for all.
    """

    mode: str
    packs: tuple[str, ...]
    length: int
    clock: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A finished round on its board.

    `player` is the name, `slug` the player's own folder; `at` the end of the round; `known` of
    `whole` is the value of what was known; `took` sums the seconds over the questions; `run` is
    the longest run of right answers; `fresh` of the questions were new to the player; `ruled`
    says that the player overruled a verdict; `rules` are house rules in words.
    """

    board: Board
    player: Clean
    slug: str
    round: str
    at: datetime
    points: int
    right: int
    asked: int
    known: float
    whole: float
    took: float
    run: int
    fresh: int
    ranked: bool
    ruled: bool = False
    rules: str = ""


def board_of(opening: Opening) -> Board:
    """The board of a round."""
    return Board(opening.mode, tuple(sorted(opening.packs)), opening.length, opening.rules.clock)


def line_of(opening: Opening, finish: Finish, player: Clean, slug: str) -> Line:
    """The line that a finished round gets."""
    return Line(
        board=board_of(opening),
        player=player,
        slug=slug,
        round=opening.round,
        at=finish.at,
        points=finish.points,
        right=finish.right,
        asked=finish.asked,
        known=finish.known,
        whole=finish.whole,
        took=finish.took,
        run=finish.run,
        fresh=opening.fresh,
        ranked=finish.ranked,
        ruled=finish.ruled,
        rules=spoken(opening.rules),
    )


def spoken(rules: Rules) -> str:
    """House rules in words, for a line; "" for the plain ones."""
    told = ["typed"] if rules.typed else []
    if rules.clock and rules.reading > 1:
        told.append(f"reading x{rules.reading}")
    return ", ".join(told)


def rank(lines: Iterable[Line]) -> list[Line]:
    """Put the lines of a board in order: points, then less time, then the earlier date.

    Lines that do not count stand after those that do.
    """
    return sorted(lines, key=_standing)


def within(lines: Iterable[Line], view: View, today: date) -> list[Line]:
    """The lines of some days, by the local date that stands in each."""
    if view == "ever":
        return list(lines)
    first = today - timedelta(days=_DAYS[view] - 1)
    return [line for line in lines if first <= line.at.date() <= today]


def place(line: Line, lines: Iterable[Line]) -> int:
    """Where a line stands among those of its board that count, from 1; 0 if it does not count."""
    if not line.ranked:
        return 0
    mine = _standing(line)
    return 1 + sum(o.ranked and o.round != line.round and _standing(o) < mine for o in lines)


def _standing(line: Line) -> tuple[bool, int, float, datetime, str]:
    """What decides who stands higher; lower is better."""
    return not line.ranked, -line.points, line.took, line.at, line.round
