"""Pause: the question is hidden, the clock stands, and nothing is lost by leaving."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from quiz.core.records import Finish, Move
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.results import ResultsScreen
from quiz.tui.screens.small import SmallScreen
from tests.tui.house import Stage, until
from tests.tui.playing import playing


async def test_the_pause_as_drawn_and_the_clock_stands(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch) as game:
        table = game.play.table
        prompt = table.dealt.question.prompt
        game.wait(9)
        await game.press("q")
        await game.until("INTERMISSION")
        assert prompt[:20] not in game.shown
        assert game.shown == snapshot
        game.wait(600)
        await game.press("p")
        await game.until(prompt[:20])
        await game.give()
        assert table.last.play.took == 9
        assert not table.last.play.interrupted
        assert [r.what for r in table.records if isinstance(r, Move)] == [
            *("asked", "pause", "resume")
        ]


async def test_a_round_goes_on_where_it_was_left(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, seed=None) as game:
        await game.give()
        await game.next()
        table = game.play.table
        key, form, points = table.dealt.key, table.round.form, table.state.points
        await game.press("escape")
        await game.until("Leave: come back at question 2")
        await game.press("down", "enter")
        await until(game.pilot, lambda: isinstance(game.app.screen, HomeScreen))
        await game.until("Continue", "question 2 of 10")
        await game.press("c")
        await until(game.pilot, lambda: isinstance(game.app.screen, PlayScreen))
        await game.until("question 2 of 10")
        table = game.play.table
        assert (table.dealt.key, table.round.form, table.state.points) == (key, form, points)
        await game.until("Still worth")  # an interrupted question earns no speed


async def test_the_key_of_a_daily_goes_on_with_it(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, mode="daily", seed=None) as game:
        await game.give()
        await game.next()
        await game.press("escape", "q")
        await until(game.pilot, lambda: isinstance(game.app.screen, HomeScreen))
        await game.until("Continue    Daily, question 2 of 5")
        await game.press("d")  # it has one try: nothing may offer to end it
        await until(game.pilot, lambda: isinstance(game.app.screen, PlayScreen))
        await game.until("question 2 of 5")


async def test_a_round_left_on_its_last_verdict_goes_on_to_the_results(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, seed=None, length=5) as game:
        for _ in range(4):
            await game.give()
            await game.next()
        await game.give()
        await game.press("q")
        await game.until("Leave: the results wait")
        await game.press("q")
        await until(game.pilot, lambda: isinstance(game.app.screen, HomeScreen))
        await game.press("c")
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        await game.until("5 of 5")
        await game.press("q")
        await until(game.pilot, lambda: isinstance(game.app.screen, HomeScreen))


async def test_the_round_can_be_ended_and_settings_opened_from_the_pause(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch) as game:
        table = game.play.table
        await game.give()
        await game.press("p")
        await game.until("come back at question 2")
        await game.press("s")
        await until(game.pilot, lambda: "INTERMISSION" not in game.shown)
        game.app.keep(signs="ascii")
        await game.press("q")
        await game.until("INTERMISSION")
        assert "[+]" in game.line(2)  # what changed holds for all that was drawn before
        await game.press("p")
        await game.until("RIGHT")
        assert "[+]" in game.line(2)
        await game.press("p")
        await game.press("down", "down", "enter")
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        finish = table.records[-1]
        assert isinstance(finish, Finish)
        assert (finish.why, finish.ranked) == ("ended", False)


async def test_a_window_too_small_stops_the_clock_and_quitting_saves(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch) as game:
        table, app = game.play.table, game.app
        await game.pilot.resize_terminal(50, 15)
        await until(game.pilot, lambda: isinstance(app.screen, SmallScreen))
        assert not table.watch.running
        await game.pilot.resize_terminal(60, 18)
        await until(game.pilot, lambda: isinstance(app.screen, PlayScreen))
        await until(game.pilot, lambda: table.watch.running)
        await game.press("ctrl+q")
        await until(game.pilot, lambda: not app._running or app._exit)
        assert app.parting == (
            "Palme d'Or Test is saved at question 1 of 10. `quiz` goes on from there."
        )
