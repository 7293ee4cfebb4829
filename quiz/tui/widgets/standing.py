"""A standing: one finished round as a line of its board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.core.text import Clean, clean
from quiz.tui.plain import fit, oneline
from quiz.tui.widgets.bar import stars
from quiz.tui.widgets.lines import duration, thousands

if TYPE_CHECKING:
    from quiz.core.board import Board, Line
    from quiz.tui.signs import Signs


def board_title(board: Board, titles: Mapping[str, Clean]) -> Clean:
    """A board in words: packs, mode, length, clock."""
    from quiz.core.modes import modes

    names = " + ".join(titles.get(id, Clean(id)) for id in board.packs) or "All packs"
    if len(board.packs) > 2:
        names = f"{len(board.packs)} packs"
    mode = modes().get(board.mode)
    length = str(board.length) if board.length else "all"
    clock = "clock" if board.clock else "no clock"
    told = [names, mode.title if mode else board.mode]
    if not mode or not mode.length:
        told.append(length)
    return clean(" · ".join([*told, clock]))


def heads(width: int) -> Content:
    """The heads of the columns."""
    wide = "    #  PLAYER                POINTS  STARS  RIGHT        TIME    NEW     WHEN"
    narrow = "    #  PLAYER                POINTS  STARS  RIGHT    NEW"
    return Content.styled(wide if width >= 80 else narrow, "$dim")


def standing(line: Line, place: int, width: int, signs: Signs, *, mine: bool) -> Content:
    """Place, player, points, stars, right, time, how many were new, and when."""
    from quiz.core.rules import stars as earned

    number = str(place) if line.ranked else signs.dash
    mark = Content.styled(" ruled", "$close") if line.ruled else Content("")
    name = oneline(line.player, "bold $primary" if mine else "")
    parts: list[Content | str | tuple[str, str]] = [
        f"   {number:>2}  ",
        fit(name, 20 - mark.cell_length, ellipsis=signs.ellipsis) + mark,
        (f"{thousands(line.points):>8}", "bold"),
        "  ",
        stars(earned(line.known, line.whole), signs),
        f"{line.right}/{line.asked}".rjust(7),
    ]
    if width >= 80:
        parts.append((f"{duration(line.took):>12}", "$dim"))
    parts.append((_new(line).rjust(7), "$dim"))
    if width >= 80:
        parts.append((f"{line.at.day} {line.at:%b}".rjust(9), "$dim"))
    return Content.assemble(*parts)


def remarks(line: Line) -> Clean:
    """What sets a round apart: why it does not rank, rulings, house rules, its run."""
    told = [] if line.ranked else ["unranked: a seed, a filter, or a length of its own"]
    told += ["self-ruled: a verdict was overruled"] if line.ruled else []
    told += [line.rules] if line.rules else []
    told.append(f"run of {line.run}")
    told.append(f"new {_new(line)}")
    return clean(" · ".join(told))


def _new(line: Line) -> str:
    """How many of the questions that were asked can have been new to the player."""
    return f"{min(line.fresh, line.asked)}/{line.asked}"
