"""Boards: one at a time, everybody's lines, days, and marks."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from quiz.tui.screens.look import LookScreen
from quiz.tui.screens.scores import ScoresScreen
from tests.tui.house import Stage, dump, play, until


async def test_a_board_as_it_is(stage: Stage, snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: "BOARDS" in dump(app))
        await pilot.press("right")
        assert dump(app) == snapshot


async def test_left_and_right_go_round_the_boards(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: " of " in dump(app))
        first = dump(app)
        boards = len(app.seat.boards())
        assert boards > 2
        await pilot.press("right")
        await until(pilot, lambda: f"2 of {boards}" in dump(app))
        await pilot.press("left")
        await until(pilot, lambda: dump(app) == first)


async def test_days_narrow_the_board(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: "[ever]" in dump(app))
        screen = app.screen
        assert isinstance(screen, ScoresScreen)
        wanted = next(
            b for b, lines in app.seat.boards() if {"Ada"} <= {str(e.player) for e in lines}
        )
        screen._board = wanted
        screen._draw()
        await until(pilot, lambda: "Ada" in dump(app))
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "[today]" in dump(app))
        assert "Ada" not in dump(app)
        assert "Nothing in these days" in dump(app)


async def test_rounds_that_do_not_rank_are_marked(stage: Stage) -> None:
    play(stage.seat("Mira"), stage.clock, "palme-dor-history", "rrrrrrrrrr", seed=3)
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: "unranked" in dump(app) or "Ada" in dump(app))
        rows = dump(app).splitlines()
        lines = [row for row in rows if row.lstrip("▸ ").startswith("–")]
        assert lines, dump(app)
        last = max(i for i, row in enumerate(rows) if "/10" in row and "Nov" in row)
        assert rows[last] == lines[-1]


async def test_v_looks_at_the_round(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: "/10" in dump(app))
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, LookScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, ScoresScreen))


async def test_no_board_yet(empty: Stage) -> None:
    empty.player()
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("boards")
        await until(pilot, lambda: "No board yet" in dump(app))
        await pilot.press("left", "right", "v", "tab", "q")
