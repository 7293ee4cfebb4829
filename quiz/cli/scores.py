"""quiz scores: show the boards: who has played what, and how well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

import click

from quiz.cli import report
from quiz.cli.root import Root

if TYPE_CHECKING:
    from quiz.core.board import Board, Line, View
    from quiz.store.library import Library

TOP = 10
"""How many lines of a board are shown to people; programs get them all."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
@click.option(
    "--days",
    type=click.Choice(["today", "week", "ever"]),
    default="ever",
    show_default=True,
    help="Which days count.",
)
@click.pass_obj
def command(root: Root, as_json: bool, days: str) -> int:
    """Show the boards: who has played what, and how well.

    Lines that do not count (a chosen seed, not all levels) stand below those that do.
    """
    from quiz.cli.table import now
    from quiz.core.board import within
    from quiz.store.scores import Scores

    scores = Scores(root.places.saves)
    view = cast("View", days)
    boards = [(board, within(lines, view, now().date())) for board, lines in scores.boards()]
    if as_json:
        rows = [_row(line) for _, lines in boards for line in lines]
        click.echo(report.as_json(rows))
    else:
        for text in _tables([(board, lines) for board, lines in boards if lines], root.library):
            click.echo(text)
    if scores.problem:
        click.echo(scores.problem, err=True)
    return 0


def _row(line: Line) -> dict[str, Any]:
    """Give one line as programs read it."""
    return {
        "player": line.player,
        "mode": line.board.mode,
        "packs": list(line.board.packs),
        "length": line.board.length,
        "clock": line.board.clock,
        "points": line.points,
        "at": line.at.isoformat(),
        "ranked": line.ranked,
    }


def _tables(boards: Sequence[tuple[Board, Sequence[Line]]], library: Library) -> Iterator[str]:
    """Give each board as a title and its lines in columns."""
    if not boards:
        click.echo("No scores yet. `quiz` starts a round.", err=True)
        return
    titles = {header.id: header.title for header in library.headers()}
    for board, lines in boards:
        yield f"\n{_title(board, titles)}"
        names = max(len(line.player) for line in lines)
        for place, line in enumerate(lines[:TOP], 1):
            yield (
                f"{place if line.ranked else '-':>4}  {line.player:<{names}}  {line.points:>6,}  "
                f"{line.right:>3} of {line.asked:<3}  {_stars(line)} of 5 stars  "
                f"new {line.fresh}/{line.asked}  {line.at:%Y-%m-%d}  {_marks(line)}"
            ).rstrip()


def _title(board: Board, titles: dict[str, Any]) -> str:
    """Name a board: pack, mode, length, clock."""
    from quiz.cli.order import MIXED
    from quiz.core.modes import modes

    named = titles.get(board.packs[0], board.packs[0]) if len(board.packs) == 1 else MIXED
    mode = modes()[board.mode].title if board.mode in modes() else board.mode
    length = str(board.length or "all")
    return ", ".join((named, mode, length, "clock" if board.clock else "no clock"))


def _marks(line: Line) -> str:
    """Say what is not like others about a line."""
    told = [] if line.ranked else ["unranked"]
    told += ["self-ruled"] if line.ruled else []
    return ", ".join([*told, *filter(None, [line.rules])])


def _stars(line: Line) -> int:
    """Count the stars of a line."""
    from quiz.core.rules import stars

    return stars(line.known, line.whole)
