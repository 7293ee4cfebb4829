"""Results: the score, its place, every question, and where one goes from there."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from quiz.tui.screens.look import LookScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.results import ResultsScreen
from quiz.tui.screens.scores import ScoresScreen
from quiz.tui.screens.shared import SharedScreen
from tests.tui.house import Stage, play, until
from tests.tui.playing import Game, playing


async def play_on(game: Game, plan: str) -> None:
    """Answer as planned, until the results."""
    for act in plan:
        game.wait(4)
        await game.give(good=act == "r")
        game.app.clock.pass_by(seconds=5)
        await game.next()
    await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
    await game.until("THE END")


async def test_results_as_drawn(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    play(mira.seat("Ada"), mira.clock, "ten-films", "rrrrrrrwrr", 4.0, plot=False)
    mira.players.remember(mira.players.find("Mira"))
    async with playing(mira, monkeypatch, seed=None) as game:
        game.app.animation_level = "none"
        await play_on(game, "rrwrrrrwrr")
        await game.until("2nd of 2 on the board", "takes the lead from Ada.")
        assert game.shown == snapshot(name="wide")
        await game.pilot.resize_terminal(120, 30)
        await until(game.pilot, lambda: "QUESTION" in game.line(3))
        assert game.shown == snapshot(name="broad")
        await game.pilot.resize_terminal(60, 18)
        await until(game.pilot, lambda: "QUESTION" not in game.shown and "Saved" in game.shown)
        assert game.shown == snapshot(name="small")


async def test_every_question_can_be_looked_at_again(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch, length=5) as game:
        await play_on(game, "rwrrr")
        await game.press("down", "down", "enter")
        await until(game.pilot, lambda: isinstance(game.app.screen, LookScreen))
        await game.until("QUESTION 2 OF 5")
        assert game.shown == snapshot
        await game.press("right")
        await game.until("QUESTION 3 OF 5", "your answer")
        await game.press("q")
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        await game.pilot.click(offset=(20, 7))
        await game.until("QUESTION 1 OF 5")


async def test_share_board_and_again(mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(mira, monkeypatch, length=5, seed=None) as game:
        await play_on(game, "wrrrr")
        await game.press("y")
        await until(game.pilot, lambda: isinstance(game.app.screen, SharedScreen))
        await game.until("4/5", "✗ ✓ ✓ ✓ ✓", "Some terminals refuse that")
        assert "4/5" in game.app.clipboard
        assert "Cannes" not in game.app.clipboard
        await game.press("q", "b")
        await until(game.pilot, lambda: isinstance(game.app.screen, ScoresScreen))
        await game.press("q")
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        await game.press("enter")  # meant for the last verdict: too early to be another round
        await game.pilot.pause()
        assert isinstance(game.app.screen, ResultsScreen)
        game.wait(0.31)
        await game.press("enter")
        await until(game.pilot, lambda: isinstance(game.app.screen, PlayScreen))
        await game.until("question 1 of 5")


async def test_an_early_end_says_why(mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(mira, monkeypatch, mode="streak") as game:
        await play_on(game, "rw")
        await game.until("The first miss ends a Streak: 1 in a row.", "the one you missed")
        await game.press("r")
        await until(game.pilot, lambda: isinstance(game.app.screen, PlayScreen))
        await game.until("Rematch")
