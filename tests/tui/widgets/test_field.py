"""Fields and the prospect's rivals, drawn without a screen."""

from __future__ import annotations

from datetime import UTC, datetime

from quiz.core.board import Board, Line
from quiz.core.text import Clean
from quiz.tui.signs import Signs
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.prospect import leaders

BOARD = Board("classic", ("oscars",), 10, clock=True)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def line(slug: str, points: int) -> Line:
    return Line(
        BOARD, Clean(slug.title()), slug, f"{slug}-1", NOON, points, 7, 10, 1.0, 2.0, 90.0, 3, 4,
        ranked=True,
    )  # fmt: skip


def test_a_field_without_values_has_nothing_to_turn() -> None:
    row = Field("board", "", (), "0", spin=True).row(60, Signs())
    assert "none yet" in row.lines[0].plain
    assert Signs().less not in row.lines[0].plain
    assert not row.spots


def test_who_leads_is_named_once() -> None:
    lines = [line("ada", 900), line("sam", 800), line("kim", 700)]
    told = {slug: leaders(lines, slug).plain.split("    ") for slug in ("ada", "kim", "pat")}
    assert told == {
        "ada": ["1 you 900", "2 Sam 800", ""],
        "kim": ["1 Ada 900", "2 Sam 800", "you: 700"],
        "pat": ["1 Ada 900", "2 Sam 800", "you: no score yet"],
    }
