"""What comes of a round: a preview before it, a result after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.core.board import Board, Line, board_of, place, rank
from quiz.core.deal import wanted
from quiz.core.mode import Mode
from quiz.core.records import Finish
from quiz.core.round import Round
from quiz.store.dealer import Deal


@dataclass(frozen=True, slots=True)
class Preview:
    """What a round would be.

    `whole` is the value of its questions, `most` the points with every answer right and quick;
    `count` questions can be dealt, of which `fresh` are new to the player; `dealt` would be in
    the round; `top` are the lines of its board, best first.
    """

    whole: int
    most: int
    fresh: int
    count: int
    dealt: int
    board: Board
    top: list[Line]


@dataclass(frozen=True, slots=True)
class Result:
    """A finished round and where it stands.

    `place` of `of` ranked lines, 0 where it does not rank; `first` says that it is the player's
    first score on this board, `best` that it is their highest; `ahead` is somebody else's line
    that leads the board.
    """

    round: Round
    finish: Finish
    line: Line
    place: int
    of: int
    best: bool
    first: bool
    ahead: Line | None


def preview_of(deal: Deal, mode: Mode, top: list[Line]) -> Preview:
    """Say what a round would be; `top` are the lines of its board."""
    there = [item for row in wanted(deal.pool, deal.want).values() for item in row]
    start = mode.start(deal.opening, deal.dealt)
    return Preview(
        whole=int(mode.whole(start, deal.dealt)),
        most=mode.most(deal.dealt, deal.opening.rules),
        fresh=sum(item.key not in deal.pool.seen for item in there),
        count=len(there),
        dealt=len(deal.dealt),
        board=board_of(deal.opening),
        top=top,
    )


def finish_of(round: Round) -> Finish | None:
    """Give the record with which a round ended, if it has."""
    return next((r for r in reversed(round.records) if isinstance(r, Finish)), None)


def result_of(round: Round, finish: Finish, line: Line, lines: Iterable[Line]) -> Result:
    """Say where a finished round stands among all lines, its own included."""
    ranked = rank(entry for entry in lines if entry.board == line.board and entry.ranked)
    before = [e for e in ranked if e.slug == line.slug and e.round != line.round]
    leader = ranked[0] if ranked else line
    return Result(
        round=round,
        finish=finish,
        line=line,
        place=place(line, ranked) if round.mode.scored else 0,
        of=len(ranked),
        best=line.ranked and all(line.points > entry.points for entry in before),
        first=line.ranked and not before,
        ahead=leader if leader.slug != line.slug else None,
    )
