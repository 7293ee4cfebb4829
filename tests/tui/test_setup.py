"""Setup: every row has a value, what cannot be dealt says why, and the choice is remembered."""

from __future__ import annotations

from functools import partial
from typing import Any

from syrupy.assertion import SnapshotAssertion

from quiz.core.text import Clean
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.signs import UNICODE
from quiz.tui.widgets.field import LESS, MORE, Field
from tests.tui.house import House, Stage, dump, until


class Noted(House):
    """Does not play, but keeps what it was to play."""

    asked: tuple[Any, ...] = ()

    def play(self, *args: Any, **more: Any) -> None:
        self.asked = args


def noted(stage: Stage) -> Noted:
    from random import Random

    return Noted(stage.library, stage.players, stage.clock, Random(7), stage.places)


async def opened(app: House, pilot: Any, pack: str = "palme-dor-history") -> SetupScreen:
    app.go(f"pack:{pack}")
    await until(pilot, lambda: isinstance(app.screen, SetupScreen) and "Worth" in dump(app))
    assert isinstance(app.screen, SetupScreen)
    return app.screen


async def test_setup_as_drawn(stage: Stage, snapshot: SnapshotAssertion) -> None:
    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        assert dump(app) == snapshot


async def test_enter_starts_from_any_row_and_the_choice_is_remembered(stage: Stage) -> None:
    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot)
        await pilot.press("down", "down", "right", "down", "right", "down", "right", "enter")
        await until(pilot, lambda: app.asked)
        mode, packs, want, rules = app.asked
        assert (mode, packs) == ("classic", ("palme-dor-history",))
        assert (want.length, want.level, rules.clock) == (20, "gentle", False)
        kept = stage.players.find("Mira").settings
        assert (kept.length, kept.level, kept.clock) == (20, "gentle", False)
        assert kept.packs == ("palme-dor-history",)


async def test_space_mixes_packs(stage: Stage) -> None:
    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("space", "right", "space")
        assert screen.chosen == ("palme-dor-history", "on-set")
        await until(pilot, lambda: "the mix: Palme d'Or History, On Set" in dump(app))
        await pilot.press("space", "enter")
        assert app.asked[1] == ("palme-dor-history",)


async def test_a_click_changes_a_value(stage: Stage) -> None:
    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        line = next(i for i, row in enumerate(dump(app).splitlines()) if "gentle" in row)
        await pilot.click(offset=(dump(app).splitlines()[line].index("hard"), line))
        await until(pilot, lambda: "[hard]" in dump(app))
        assert screen.fields.chosen == "level"
        assert not app.asked


async def test_what_cannot_be_dealt_says_why_and_does_not_start(stage: Stage) -> None:
    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        screen._set("mode", "daily")
        play_daily(stage)
        screen._look()
        await until(pilot, lambda: "Today's Daily is" in dump(app))
        assert "Worth" not in dump(app)
        await pilot.press("enter")
        await pilot.pause()
        assert not app.asked


def play_daily(stage: Stage) -> None:
    from tests.tui.house import play

    play(stage.seat("Mira"), stage.clock, "", "rrrrr", mode="daily")


async def test_every_mode_can_be_looked_at(stage: Stage) -> None:
    from quiz.core.modes import modes

    app = noted(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(app, pilot)
        for mode in modes().values():
            screen._set("mode", mode.id)
            await until(pilot, partial(lambda title: title.upper() in dump(app), mode.title))
            lines = dump(app).splitlines()
            assert "THIS ROUND" in lines[18]
            assert "Start the round" in lines[22]


LENGTHS = tuple((word, Clean(word)) for word in ("5", "10", "all"))


def test_a_field_steps_and_stays_within_its_ends() -> None:
    field = Field("n", "Questions", LENGTHS, "10")
    assert field.step(1) == "all"
    assert Field("n", "Q", LENGTHS, "all").step(1) == "all"
    assert Field("n", "Q", LENGTHS, "all", spin=True).step(1) == "5"
    assert field.picked("5") == "5"
    assert Field("n", "Q", LENGTHS, "5", spin=True).picked(LESS) == "all"
    assert Field("n", "Q", LENGTHS, "5", spin=True).picked(MORE) == "10"


def test_nothing_moves_when_another_value_is_chosen() -> None:
    rows = [Field("n", "Q", LENGTHS, v).row(60, UNICODE).lines[0].plain for v in ("5", "10", "all")]
    assert len({row.replace("[", " ").replace("]", " ") for row in rows}) == 1
    row = Field("n", "Q", LENGTHS, "10").row(60, UNICODE)
    for start, end, word in row.spots:
        assert word in row.lines[0].plain[start:end]
