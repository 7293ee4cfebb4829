"""The boards survive: they are read, added to, and made again from the journals."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from quiz.core.board import Board, Line, line_of
from quiz.core.records import Finish, Opening
from quiz.core.text import Clean
from quiz.errors import Unsaved
from quiz.store.journal import Journal
from quiz.store.scores import NAME, Scores
from tests.store.strategies import AT

BOARD = Board("classic", ("oscar-records",), 10, True)


def line(board: Board = BOARD, points: int = 100, **more: Any) -> Line:
    """A line of a board."""
    plain = Line(
        board=board,
        player=Clean("Mira"),
        slug="mira-1",
        round=f"r{points}",
        at=AT,
        points=points,
        right=7,
        asked=10,
        known=1400.0,
        whole=1850.0,
        took=61.5,
        run=4,
        fresh=10,
        ranked=True,
    )
    return replace(plain, **more)


def finished(folder: Path, round: str = "r1", points: int = 500, why: str = "end") -> Line:
    """Record a round in a player's journal; the line that it gets."""
    opening = Opening(round, AT, "classic", (("a/q", "f"),), 7, 10, {"oscar-records": "1"}, fresh=3)
    finish = Finish(round, AT, why, points, 7, 10, 1400.0, 1850.0, 61.5, 4, why == "end")
    journal = Journal(folder / "journal", "ab12cd34")
    journal.append(opening)
    journal.append(finish)
    journal.close()
    return line_of(opening, finish, Clean("Mira"), folder.name)


def test_lines_come_back(tmp_path: Path) -> None:
    scores = Scores(tmp_path)
    assert scores.lines() == []
    first, second = line(), line(points=200, at=AT + timedelta(days=1), rules="typed", ruled=True)
    scores.add([second])
    scores.add([first])
    assert Scores(tmp_path).lines() == [first, second]
    told = tomllib.loads((tmp_path / NAME).read_text("utf-8"))
    assert [entry["points"] for entry in told["line"]] == [100, 200]


def test_a_round_has_one_line(tmp_path: Path) -> None:
    scores = Scores(tmp_path)
    scores.add([line()])
    assert scores.add([line(ruled=True)]) == [line(ruled=True)]


def test_boards_come_latest_first_with_lines_in_order(tmp_path: Path) -> None:
    scores = Scores(tmp_path)
    other = replace(BOARD, clock=False)
    later = line(other, points=50, at=AT + timedelta(days=1))
    scores.add([line(), line(points=300), later])
    assert scores.boards() == [(other, [later]), (BOARD, [line(points=300), line()])]
    assert scores.on(BOARD) == [line(points=300), line()]


def test_a_lost_file_is_made_again_from_all_journals(tmp_path: Path) -> None:
    mira = finished(tmp_path / "mira-1")
    ada = finished(tmp_path / "ada-2", "r2", 700)
    finished(tmp_path / "ada-2", "r3", 900, why="left")
    found = Scores(tmp_path).lines()
    assert found == [replace(ada, player=Clean("ada")), replace(mira, player=Clean("mira"))]


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "noise", "swap"])
def test_a_damaged_file_is_kept_aside_and_made_again(tmp_path: Path, damage: str) -> None:
    mira = finished(tmp_path / "mira-1")
    scores = Scores(tmp_path)
    scores.add([mira])
    path = tmp_path / NAME
    content = path.read_bytes()
    path.write_bytes(
        {
            "flip": content.replace(b"points = 500", b"points = 501"),
            "cut": content[:-40],
            "empty": b"",
            "noise": b"\xff\x00" * 20,
            "swap": content.replace(b"points = 500", b"points = yes"),
        }[damage]
    )
    damaged = path.read_bytes()
    assert [entry.points for entry in scores.lines()] == [500]
    assert "damaged" in scores.problem
    assert any(kept.read_bytes() == damaged for kept in tmp_path.glob("highscores-damaged-*"))
    scores.add([line(points=2)])
    assert [entry.points for entry in Scores(tmp_path).lines()] == [500, 2]


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    mira = finished(tmp_path / "mira-1")
    body = b"# Boards.\nformat = 2\n"
    newer = b"%b# crc32 %08x\n" % (body, crc32(body))
    (tmp_path / NAME).write_bytes(newer)
    scores = Scores(tmp_path)
    assert [entry.points for entry in scores.lines()] == [500]
    with pytest.raises(Unsaved, match="newer Palmarès"):
        scores.add([mira])
    assert (tmp_path / NAME).read_bytes() == newer


def test_a_board_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    saves = tmp_path / "saves"
    saves.write_text("a file", "utf-8")
    with pytest.raises(Unsaved):
        Scores(saves).add([line()])


def test_hostile_names_are_made_safe(tmp_path: Path) -> None:
    scores = Scores(tmp_path)
    scores.add([line(player=Clean("\x1b[31mMira\u202e"))])
    assert scores.lines()[0].player == "[31mMira"
