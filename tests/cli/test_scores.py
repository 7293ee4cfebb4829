"""quiz scores: the boards, for people and for programs."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from quiz.cli import table
from tests.cli.conftest import Run
from tests.conftest import NOON

ROUND = ("play", "oscar-records", "--plain", "--questions", "5", "--player")


def test_nothing_played_is_an_empty_list(quiz: Run) -> None:
    assert quiz("scores", "--json").data == []
    told = quiz("scores")
    assert (told.code, told.out) == (0, "")
    assert "No scores yet." in told.err


def test_each_line_has_what_programs_need(quiz: Run) -> None:
    quiz(*ROUND, "Tester", typed="a\n" * 5)
    (score,) = quiz("scores", "--json").data
    assert score["ranked"] is True
    fields = ["player", "mode", "packs", "length", "clock", "points", "at", "ranked"]
    assert list(score) == fields
    assert datetime.fromisoformat(score["at"]).utcoffset() is not None


def test_a_board_is_a_title_and_its_lines_in_order(quiz: Run) -> None:
    quiz(*ROUND, "Ada", typed="/pass\n" * 5)
    quiz(*ROUND, "Mira", "--seed", "7", typed="a\n" * 5)
    board = quiz("scores").out.strip().splitlines()
    assert board[0] == "Oscar Records, Classic, 5, no clock"
    assert board[1].split()[:3] == ["1", "Ada", "0"]
    assert board[2].split()[:2] == ["-", "Mira"]
    assert board[2].endswith("unranked")


def test_days_leave_older_rounds_out(quiz: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for days in (0, 6, 7):
        monkeypatch.setattr(table, "now", lambda days=days: NOON - timedelta(days=days))
        quiz(*ROUND, "Tester", typed="a\n" * 5)
    monkeypatch.setattr(table, "now", lambda: NOON)
    counted = {
        days: len(quiz("scores", "--json", "--days", days).data)
        for days in ("today", "week", "ever")
    }
    assert counted == {"today": 1, "week": 2, "ever": 3}


def test_a_damaged_file_is_made_again_and_said(quiz: Run, tmp_path: Path) -> None:
    quiz(*ROUND, "Tester", typed="a\n" * 5)
    (tmp_path / "saves" / "highscores.toml").write_text("points = 1_000_000")
    told = quiz("scores", "--json")
    assert told.code == 0
    assert [score["player"] for score in told.data] == ["Tester"]
    assert "highscores.toml" in told.err
