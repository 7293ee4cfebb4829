"""Settings: each change counts and is saved at once."""

from __future__ import annotations

from syrupy.assertion import SnapshotAssertion

from quiz.tui.screens.settings import SettingsScreen
from quiz.tui.signs import ASCII, UNICODE
from tests.tui.house import Stage, dump, until


async def test_settings_as_they_are(stage: Stage, snapshot: SnapshotAssertion) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("settings")
        await until(pilot, lambda: "Shipped packs" in dump(app))
        assert dump(app) == snapshot


async def test_every_row_changes_its_setting_and_is_saved(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("settings")
        await until(pilot, lambda: isinstance(app.screen, SettingsScreen))
        before = app.settings
        for _ in range(11):
            await pilot.press("right", "down")
        after = stage.players.find("Mira").settings
        assert after == app.settings
        assert after.theme == "golden-night"
        assert after.reading == 2
        assert after.signs == "unicode"
        for name in ("clock", "plot", "mature", "motion", "shipped", "confirm", "advance", "bell"):
            assert getattr(after, name) is not getattr(before, name), name


async def test_theme_and_signs_count_at_once(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == "golden-night"
        assert app.signs is UNICODE
        app.keep(theme="neon", signs="ascii")
        assert app.theme == "neon"
        assert app.signs is ASCII
        await until(pilot, lambda: "P A L M A R" in dump(app))
        app.keep(theme="gone-since")
        assert app.theme == "golden-night"


async def test_a_click_takes_the_value_under_it(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("settings")
        await until(pilot, lambda: "three times" in dump(app))
        rows = dump(app).splitlines()
        line = next(i for i, row in enumerate(rows) if "three times" in row)
        await pilot.click(offset=(rows[line].index("three"), line))
        await until(pilot, lambda: app.settings.reading == 3)
