"""The app: first start, who plays, leaving, help, the palette, and small windows."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.app import ComposeResult
from textual.widgets import Input

from quiz.tui.palette import commands
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.screens.first import FirstScreen
from quiz.tui.screens.help import HelpScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.packs import PacksScreen
from quiz.tui.screens.small import SmallScreen
from quiz.tui.screens.who import WhoScreen
from quiz.tui.widgets.buttons import Buttons
from tests.tui.house import Stage, dump, until


async def test_first_start_as_drawn(
    empty: Stage, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(empty.players, "suggested_name", lambda: "Mira")
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Choose a pack" in dump(app))
        assert dump(app) == snapshot


async def test_one_enter_plays_the_first_round(empty: Stage) -> None:
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstScreen))
        app.screen.query_one("#name", Input).value = "Zoë"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.__class__.__name__ == "PlayScreen")
        assert empty.players.find("zoe").name == "Zoë"
        left = app.seat.glance().unfinished
        assert left is not None
        assert (left.packs, left.mode, left.total) == (("oscar-records",), "classic", 10)


async def test_first_start_offers_the_packs(empty: Stage) -> None:
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstScreen))
        app.screen.query_one("#name", Input).value = "Zoë"
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PacksScreen))
        assert isinstance(app.screen_stack[-2], HomeScreen)


async def test_a_name_that_is_none_is_asked_again(empty: Stage) -> None:
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstScreen))
        app.screen.query_one("#name", Input).value = "  "
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, FirstScreen)
        assert empty.players.all() == []


@pytest.mark.parametrize(("key", "code"), [("ctrl+q", 0), ("ctrl+c", 130), ("q", 0)])
async def test_leaving_gives_the_exit_code(stage: Stage, key: str, code: int) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press(key)
    assert app.return_code == code
    assert app.parting == ""


async def test_ctrl_c_copies_what_is_selected(empty: Stage) -> None:
    app = empty.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstScreen))
        field = app.screen.query_one("#name", Input)
        field.value = "Zoë"
        field.select_all()
        await pilot.press("ctrl+c")
        await until(pilot, lambda: app.clipboard == "Zoë")
        assert app.return_code is None


async def test_leaving_a_round_says_where_it_goes_on(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("c")
        await until(pilot, lambda: app.screen.__class__.__name__ == "PlayScreen")
        await until(pilot, lambda: "question 6 of 10" in dump(app))
        await pilot.press("ctrl+q")
    assert app.parting == (
        "Palme d'Or History is saved at question 6 of 10. `quiz` goes on from there."
    )
    assert app.return_code == 0


async def test_help_and_palette_list_the_commands_of_the_screen(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        screen = app.screen
        assert isinstance(screen, QuizScreen)
        told = {command.title for command in commands(app, screen)}
        assert {"home: Boards", "home: Rematch", "game: Leave", "theme: Use neon"} <= told
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        shown = dump(app)
        for words in ("Continue", "Daily", "Rematch", "Boards", "Who plays"):
            assert words in shown
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen)


async def test_a_small_window_is_covered_and_uncovered(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.resize_terminal(52, 16)
        await until(pilot, lambda: isinstance(app.screen, SmallScreen))
        assert "Palmarès needs 60 by 18. This window is 52 by 16." in dump(app)
        await pilot.press("d")
        await pilot.resize_terminal(60, 18)
        await until(pilot, lambda: isinstance(app.screen, HomeScreen) and "Continue" in dump(app))


async def test_who_plays(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, WhoScreen) and "Ada" in dump(app))
        await pilot.press("up", "up", "enter")
        await until(pilot, lambda: "Good evening, Ada" in dump(app))
        remembered = stage.players.remembered()
        assert remembered is not None
        assert remembered.name == "Ada"


async def test_putting_a_player_away_wants_the_name(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        app.go("who")
        await until(pilot, lambda: isinstance(app.screen, WhoScreen) and "Ada" in dump(app))
        for name, left in (("Bob", 3), ("ada", 2)):
            app.screen.query_one("#list").focus()
            await pilot.press("home", "x")
            await until(pilot, lambda: "Type Ada to move" in dump(app))
            app.screen.query_one("#name", Input).value = name
            await pilot.press("enter")
            await until(pilot, lambda: not app.screen.has_class("-asking"))
            assert len(stage.players.all()) == left
        assert len(list((stage.places.saves / "archive").iterdir())) == 1


async def test_saves_that_cannot_be_written_are_said_and_the_game_plays(empty: Stage) -> None:
    empty.places.saves.write_text("a file, where a folder should be", "utf-8")
    app = empty.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstScreen))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.__class__.__name__ == "PlayScreen")
        app.go_home()
        await until(pilot, lambda: "Scores cannot be saved in" in dump(app))
        assert app.trouble.endswith("You can play; nothing will be kept.")


async def test_a_damaged_record_is_said_and_is_no_new_player(stage: Stage) -> None:
    player = stage.players.remembered()
    assert player is not None
    (player.folder / "player.toml").write_text("format = 1\nname = ", encoding="utf-8")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await until(pilot, lambda: "mend" in dump(app))
        assert player.slug not in {other.slug for other in stage.players.all()}


async def test_ascii_signs_reach_the_whole_screen(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        app.keep(signs="ascii")
        for where in ("settings", "boards", "pack:on-set", "who", "packs"):
            app.go(where)
            await until(pilot, lambda: not isinstance(app.screen, HomeScreen))
            await pilot.pause()
            shown = dump(app).replace("·", "-").replace("“", '"').replace("”", '"')
            assert shown.isascii(), [c for c in shown if not c.isascii()]
            app.go_home()
        await until(pilot, lambda: "P A L M A R" in dump(app))
        assert dump(app).replace("È", "E").replace("–", "-").isascii()


class Shelf(QuizScreen[None]):
    """A screen with nothing on it but buttons."""

    def compose(self) -> ComposeResult:
        yield Buttons()

    def on_mount(self) -> None:
        self.query_one(Buttons).put([Key("f1", "Help", "f1"), Key("q", "Back", "q")])


async def test_buttons_take_no_focus_by_themselves(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        shelf = Shelf()
        app.push_screen(shelf)
        await until(pilot, lambda: app.screen is shelf and "f1 Help" in dump(app))
        for keys in (("f1",), ("tab", "enter")):
            await pilot.press(*keys)
            await until(pilot, lambda: isinstance(app.screen, HelpScreen))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is shelf)
            await pilot.pause()
            assert app.focused is None, "the arrows stay the screen's"
