"""A pack that cannot be read is mended where its problem is shown."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import TextArea

from quiz.tui.screens.broken import BrokenScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.mend import MendScreen
from quiz.tui.screens.studio import StudioScreen
from tests.tui.house import Stage, dump, until

LINES = ["format = 1", 'id = "worse"', 'title = "Worse', ""]
ASKED = '[[question]]\nid = "a"\nkind = "short-answer"\nprompt = "A?"\n'


async def test_a_file_that_is_no_toml_is_mended_as_a_text(stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    file = folder / "worse.toml"
    file.write_text("\n".join(LINES) + ASKED, "utf-8")
    stage = Stage(tmp_path / "house", folder, shipped=tmp_path / "house" / "packs")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "worse" in dump(app))
        app.go(f"broken:{file}")
        await until(pilot, lambda: isinstance(app.screen, BrokenScreen) and "line 3" in dump(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MendScreen) and "line 3" in dump(app))
        area = app.screen.query_one(TextArea)
        await until(pilot, lambda: area.cursor_location[0] == 2)
        await pilot.press("end", "x", "ctrl+s")
        await until(pilot, lambda: "cannot be played yet" in dump(app))
        assert file.read_text("utf-8").count("Worsex") == 0, "not by one key"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "Worsex" in file.read_text("utf-8"))
        await pilot.press("backspace", "quotation_mark")
        await until(pilot, lambda: "`answer` is missing" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: "This is not saved" in dump(app))
        area.text += 'answer = "a"\n'
        await until(pilot, lambda: "It can be read." in dump(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "It can be played now" in dump(app))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and "Worse" in dump(app))
        assert file.read_text("utf-8").endswith('answer = "a"\n')


async def test_a_file_that_can_be_read_is_mended_in_the_studio(
    stage: Stage, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    file = folder / "worse.toml"
    file.write_text("\n".join(LINES).replace("Worse", 'Worse"') + ASKED, "utf-8")
    stage = Stage(tmp_path / "house", folder, shipped=tmp_path / "house" / "packs")
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go(f"broken:{file}")
        await until(pilot, lambda: "`answer` is missing" in dump(app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, BrokenScreen))
