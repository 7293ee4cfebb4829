"""Home: the best next thing first, packs from their heads, and every line leads somewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from quiz.core.modes.daily import FIRST
from quiz.core.text import Clean
from quiz.store.glance import PackGlance
from quiz.store.library import Header
from quiz.tui.screens.ask import AskScreen
from quiz.tui.screens.broken import BrokenScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.signs import Signs
from quiz.tui.widgets import bill
from tests.tui.house import Stage, dump, play, until

BROKEN = 'format = 1\nid = "oops"\ntitle = "Oops [red]"\n\n[[question]]\nid = "a"\n'


async def test_home_as_drawn(stage: Stage, snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        assert dump(app) == snapshot


async def test_home_in_the_smallest_window(stage: Stage, snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with app.run_test(size=(60, 18)) as pilot:
        await until(pilot, lambda: dump(app).startswith(" " * 22) and "Who plays\n ▸" in dump(app))
        assert dump(app) == snapshot


async def test_lines_without_anything_to_say_are_left_out(empty: Stage) -> None:
    empty.player()
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Oscar Records" in dump(app))
        shown = dump(app)
        assert "Continue" not in shown
        assert "Rematch" not in shown
        assert "Daily" in shown


async def test_arrows_go_through_both_lists_and_enter_opens(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        home = app.screen
        assert isinstance(home, HomeScreen)
        await pilot.press("down", "down", "down", "down")
        await until(pilot, lambda: home.packs.chosen == "pack:casting-anecdotes")
        await pilot.press("up", "up")
        await until(pilot, lambda: home.next_things.has_focus)
        assert home.next_things.chosen == "rematch"
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, SetupScreen))
        await pilot.press("q")
        await until(pilot, lambda: app.screen is home)


async def test_what_was_played_meanwhile_is_shown(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "question 6 of 10" in dump(app))
        await pilot.press("c")
        await until(pilot, lambda: "A-D Answer" in dump(app))
        app._warmed()  # as the thread does that imports while a player reads
        await pilot.press("n", "p")
        await until(pilot, lambda: "INTERMISSION" in dump(app))
        await pilot.press("q")
        await until(pilot, lambda: "c Continue" in dump(app))
        await until(pilot, lambda: "question 7 of 10" in dump(app))
        assert "▸ c Continue" in dump(app)


async def test_a_click_opens_a_pack(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.click("#packs", offset=(20, 1))
        await until(pilot, lambda: isinstance(app.screen, SetupScreen))
        assert "Casting Anecdotes" in dump(app)


async def test_a_footer_key_can_be_clicked(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.click("KeyLine", offset=(dump(app).splitlines()[23].index("Boards"), 0))
        await until(pilot, lambda: "BOARDS" in dump(app))


async def test_another_round_ends_the_unfinished_one_only_if_told_so(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert "End Palme d'Or History at question 6?" in dump(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        left = app.seat.glance().unfinished
        assert left is not None
        assert left.packs == ("palme-dor-history",)


async def test_the_round_to_be_ended_is_called_as_home_calls_it(stage: Stage) -> None:
    play(stage.seat(), stage.clock, "", "r", mode="daily")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue    Daily, question 2" in dump(app))
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: app.screen.__class__.__name__ == "SetupScreen")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert "End Daily at question 2?" in dump(app)


async def test_nobody_is_asked_to_end_a_round_for_one_that_cannot_be_dealt(stage: Stage) -> None:
    seat = stage.seat()
    play(seat, stage.clock, "", "rrrrr", mode="daily")
    play(seat, stage.clock, "palme-dor-history", "r")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "is played. A new one at midnight. " in dump(app))
        await pilot.press("d")
        await until(pilot, lambda: "Today's Daily is played" in dump(app))
        assert isinstance(app.screen, HomeScreen)
        await pilot.resize_terminal(60, 18)
        await until(pilot, lambda: "is played. A new one at midnight. " in dump(app))


async def test_a_broken_pack_is_listed_with_its_problem(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "oops.toml").write_text(BROKEN, "utf-8")
    (folder / "worse.toml").write_text("format = ", "utf-8")
    stage = Stage(tmp_path / "house", folder, shipped=tmp_path / "house" / "packs")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "worse" in dump(app))
        assert "cannot be played" in dump(app)
        app.go(f"broken:{folder / 'oops.toml'}")
        await until(pilot, lambda: isinstance(app.screen, BrokenScreen) and "line 5" in dump(app))
        assert "Oops [red]" in dump(app)


async def test_nothing_heavy_is_imported_before_the_first_paint(stage: Stage) -> None:
    import subprocess
    import sys

    told = (
        "import sys\nimport quiz.tui.app, quiz.tui.screens.home, quiz.store.seat\n"
        "print(*{m.partition('.')[0] for m in sys.modules} & "
        "{'pydantic', 'fsrs', 'rapidfuzz', 'filelock', 'click', 'quiz.core.question'})"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_home_counts_dailies_from_the_same_day_as_the_mode() -> None:
    assert bill.FIRST_DAILY == FIRST


def test_week_and_names() -> None:
    from datetime import date

    from quiz.core.text import Clean

    monday = date(2026, 11, 16)
    assert bill.week_played([monday, date(2026, 11, 15)], date(2026, 11, 21))[:2] == (True, False)
    titles: dict[str, Any] = {"a": Clean("Alpha")}
    assert bill.pack_names(("a",), titles) == "Alpha"
    assert bill.pack_names(("a", "b", "c"), titles) == "Alpha and 2 more"


@pytest.mark.parametrize("width", [60, 80])
def test_figures_of_a_large_pack_are_whole(width: int) -> None:
    header = Header("big", Clean("A big pack"), Clean(""), 20_000, Clean(""), Path("b"), False)
    seen = PackGlance(1234, 1734, 3)
    for glance in (None, seen):
        (row,) = bill.pack(header, glance, Signs(), width).lines
        assert ("1234 of 20000" if glance else "0 of 20000") in row.plain
        assert "A big pack" in row.plain
        small = replace(header, count=20)
        assert bill.pack(small, glance, Signs(), width).lines[0].cell_length == row.cell_length
