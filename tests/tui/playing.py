"""A round on the screen, with a stopwatch that only tests move."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from quiz.core.deal import Want
from quiz.core.rules import Rules
from quiz.tui.screens.play import PlayScreen
from quiz.tui.watch import Watch
from tests.tui.house import Stage, dump, right, until, wrong

CLOCKED = Rules()


class Game:
    """An app in which a round is played, and shorter words for what a player does."""

    def __init__(self, app: Any, pilot: Any, watch: list[float]) -> None:
        self.app, self.pilot, self.watch = app, pilot, watch

    @property
    def play(self) -> PlayScreen:
        assert isinstance(self.app.screen, PlayScreen), dump(self.app)
        return self.app.screen

    @property
    def id(self) -> str:
        """The open question."""
        return self.play.table.dealt.question.id

    @property
    def shown(self) -> str:
        return dump(self.app)

    def line(self, number: int) -> str:
        """A line of the screen, counted from 1."""
        return self.shown.split("\n")[number - 1]

    def wait(self, seconds: float) -> None:
        """Let the stopwatch run."""
        self.watch[0] += seconds

    async def until(self, *texts: str) -> None:
        """Wait until all of this is on the screen."""
        await until(self.pilot, lambda: all(text in self.shown for text in texts))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str, key: str = "enter") -> None:
        """Have a text in the field, and press a key."""
        from textual.widgets import Input

        field = next(f for f in self.play.query(Input) if f.has_focus)
        field.value = text
        await self.pilot.press(key)

    async def give(self, *, good: bool = True) -> None:
        """Answer by way of the form, right or wrong."""
        table = self.play.table
        given = (right if good else wrong)(table.dealt.question, table.round.form)
        before = len(table.state.attempts)
        if given.passed:
            await self.pilot.press("f3")
        else:
            assert self.play.stage.form is not None
            self.play.stage.form.give(*given.values)
        await until(self.pilot, lambda: len(table.state.attempts) > before)

    async def next(self) -> None:
        """Past the dead time, to the next question or the results."""
        screen, count = self.play, len(self.play.table.records)
        self.wait(0.5)
        await self.pilot.press("enter")
        await until(
            self.pilot,
            lambda: self.app.screen is not screen or len(screen.table.records) > count,
        )
        await self.pilot.pause()

    async def go_to(self, id: str) -> None:
        """Answer rightly until a question is open."""
        while self.id != id:
            await self.give()
            await self.next()


@asynccontextmanager
async def playing(
    stage: Stage,
    monkeypatch: pytest.MonkeyPatch,
    pack: str = "ten-films",
    mode: str = "classic",
    size: tuple[int, int] = (80, 24),
    seed: int | None = 7,
    settings: dict[str, Any] | None = None,
    rules: Rules = CLOCKED,
    **want: Any,
) -> AsyncIterator[Game]:
    """Open the app, and in it a round."""
    watch = [1000.0]
    monkeypatch.setattr("quiz.tui.table.Watch", partial(Watch, lambda: watch[0]))
    app = stage.app()
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app._painted)
        if settings:
            player = app.seat.player
            app.seat.player = replace(player, settings=replace(player.settings, **settings))
        from quiz.tui.app import Start
        from quiz.tui.doors import play

        wanted = Want(**{"length": 10, "plot": False} | want)
        play(app, Start(mode, (pack,), wanted, rules, seed), sure=True)
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        await until(pilot, lambda: screen.stage.form is not None and screen._painted)
        await pilot.pause()
        yield Game(app, pilot, watch)
