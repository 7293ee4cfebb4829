"""Play and verdict, as a player sees them."""

from __future__ import annotations

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from quiz.core.records import Attempt, Move, Ruling
from quiz.errors import Unsaved
from quiz.tui.screens.results import ResultsScreen
from quiz.tui.screens.source import SourceScreen
from quiz.tui.widgets.stage import Stage as Zones
from tests.tui.house import Stage, until
from tests.tui.playing import playing


async def test_a_question_and_its_verdicts_as_drawn(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch) as game:
        assert game.shown == snapshot(name="asking")
        game.wait(8)
        await game.give()
        await game.until("RIGHT")
        assert game.shown == snapshot(name="right")
        await game.next()
        await game.give(good=False)
        await game.until("WRONG")
        assert game.shown == snapshot(name="wrong")


async def test_the_verdict_in_the_smallest_window(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch, size=(60, 18)) as game:
        assert game.shown == snapshot(name="asking")
        await game.give(good=False)
        await game.until("WRONG")
        assert game.shown == snapshot(name="wrong")


async def test_the_answer_is_saved_before_its_verdict_is_shown(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[list[str]] = []

    def look(zones: Zones, reason: str = "") -> None:
        folder = zones.table.seat.player.folder / "journal"
        saved.append([f.read_text("utf-8") for f in folder.glob("*.toml")])

    async with playing(mira, monkeypatch) as game:
        monkeypatch.setattr(Zones, "reveal", look)
        key = game.play.table.dealt.key
        await game.press("b")
        await until(game.pilot, lambda: saved)
        assert any("[[attempt]]" in text and key in text for text in saved[0])


async def test_type_ahead_and_double_taps_do_nothing(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch) as game:
        table = game.play.table
        await game.press("enter", "space")  # nothing is highlighted
        assert game.play.now == "asking"
        await game.press("a", "b", "c", "enter", "space")
        await until(game.pilot, lambda: game.play.now == "answered")
        await game.pilot.pause()
        assert len(table.state.attempts) == 1
        assert game.play.now == "answered"  # nor has Enter skipped the explanation
        game.wait(0.31)
        await game.press("enter")
        await until(game.pilot, lambda: table.round.phase == "asking")
        assert table.round.number == 2


async def test_the_watch_starts_with_the_first_paint_and_melts_the_bonus(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch) as game:
        assert "100 of 100 left" in game.line(3)
        game.wait(15)
        await game.until("of 100 left")
        await until(game.pilot, lambda: "100 of 100" not in game.line(3))
        game.wait(600)
        await game.until("Still worth 50. Take your time.")
        await game.give()
        assert isinstance(game.play.table.last, Attempt)
        assert game.play.table.last.points == 50
        assert game.play.table.last.play.took == 615


async def test_a_close_try_and_what_is_accepted(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch, "all-kinds", length=0) as game:
        await game.go_to("short")
        await game.press("enter")
        await game.until("Nothing typed yet. F3 if you have no idea.")
        game.wait(10)
        await game.type("Kosmonen")
        await game.until("CLOSE")
        game.wait(60)  # the clock stands: spelling takes time
        assert game.shown == snapshot(name="close")
        await game.press("tab", "right", "right", "enter")
        await game.until("INTERMISSION")
        await game.press("p")
        await game.until("CLOSE")
        await game.type("Kuosmannen")
        await game.until("RIGHT")
        assert game.shown == snapshot(name="accepted")
        before = game.play.table.state.points
        await game.press("o")
        await game.until("WRONG")
        assert game.play.table.state.points < before
        assert any(isinstance(r, Ruling) for r in game.play.table.records)


async def test_clues_and_lists(
    mira: Stage, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion
) -> None:
    async with playing(mira, monkeypatch, "all-kinds", length=0) as game:
        await game.go_to("clues")
        await game.press("enter")
        await game.until("one more clue")
        await game.type("Jackie Brown")
        await game.until("Not that. The next clue is open.", "Quentin Tarantino")
        assert game.shown == snapshot(name="clues")
        await game.type("pulp fiction")
        await game.until("RIGHT", "pulp fiction")
        await game.next()
        assert game.id == "list"
        await game.type("cannes", "f12")
        await game.until("1 of 3")
        await game.type("cannes", "f12")
        await game.until("Cannes is there already")
        await game.type("venezia", "f12")
        await game.until("2 of 3")
        await game.press("f3")
        await game.until("2 OF 3", "[◐]", "I was right", "a new run starts", "○ Berlin")
        assert game.shown == snapshot(name="list")


async def test_the_mouse_alone(mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(mira, monkeypatch) as game:
        table = game.play.table
        await game.pilot.click(offset=(30, 9))
        await until(game.pilot, lambda: table.round.phase == "answered")
        form: Any = game.play.stage.form
        assert table.last.given == (form.options[1],)
        game.wait(1)
        await game.pilot.click(offset=(3, 23))  # enter Next
        await until(game.pilot, lambda: table.round.phase == "asking")
        await game.pilot.click(offset=(game.line(24).index("No idea"), 23))
        await game.until("NO IDEA")


async def test_hint_source_and_flag(mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(mira, monkeypatch) as game:
        await game.press("i")
        await game.until("Hint: ")
        await until(game.pilot, lambda: "50 of 50 left" in game.line(3))
        await game.press("n")
        await game.until("NO IDEA", "No points lost.")
        await game.press("g")
        await until(game.pilot, lambda: len(game.play.table.records) == 4)
        moves = [r.what for r in game.play.table.records if isinstance(r, Move)]
        assert moves == ["asked", "hint", "flag"]
        await game.press("v")
        await until(game.pilot, lambda: isinstance(game.app.screen, SourceScreen))
        await game.until("WRITTEN IN", "paragraph")


async def test_all_six_keys_of_a_typed_answer_fit_60_columns(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, "all-kinds", length=0, size=(60, 18)) as game:
        await game.go_to("short")
        assert game.line(18) == "enter Answer tab Buttons f2 Hint f3 No idea f4 Pause f1 Help"


async def test_a_hint_that_was_the_last_takes_its_button_away(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, "all-kinds", length=0) as game:
        await game.go_to("short")
        await game.until("[ f2 Hint, half the points ]")
        await game.press("f2")
        await game.until("Hint: A Finn.")
        assert "f2 Hint" not in game.shown


async def test_a_full_disk_stays_in_row_23(mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async with playing(mira, monkeypatch) as game:
        journal: Any = game.app.seat._journal
        real = journal.append

        def full(_: object) -> None:
            raise Unsaved("Not saved", "disk full")

        monkeypatch.setattr(journal, "append", full)
        await game.give()
        await game.until("RIGHT")
        assert game.line(23).startswith("    Not saved since question 1: disk full.")
        await game.next()
        assert game.line(23).startswith("    Not saved since question 1: disk full.")
        monkeypatch.setattr(journal, "append", real)
        await game.give()
        await until(game.pilot, lambda: "next: level" in game.line(23))


async def test_storm_goes_on_at_once_until_the_time_is_up(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, "on-set", "storm") as game:
        table = game.play.table
        await game.give()
        await until(game.pilot, lambda: table.round.number == 2)
        await game.until("✓ ", "+100", "left", "1 in a row: 3 win 3 s")
        await game.give(good=False)
        await game.until("it was", "−10 s")
        game.wait(500)
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        await game.until("The three minutes are over")


async def test_bet_asks_how_sure_before_it_judges(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, mode="bet") as game:
        table = game.play.table
        expected = table.dealt.question.expected()
        form: Any = game.play.stage.form
        await game.press(form.labels[form.options.index(expected)].lower())
        await game.until("How sure are you?", "[ 2 fairly sure ]", "1-3 How sure")
        await game.until("A guess wins 100 or costs nothing.", "Sure wins 300 or costs 600")
        assert any("▸" in line and expected in line for line in game.shown.split("\n"))
        assert table.round.phase == "asking"
        await game.press("right", "right", "enter")
        await game.until("RIGHT", "+300", ", worth 300")
        await game.next()
        await game.press("n")
        await game.until("NO IDEA")  # that needs no bet


async def test_the_climb_has_lifelines_and_a_bank(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing(mira, monkeypatch, "on-set", "climb") as game:
        table = game.play.table
        await game.until("[ x Fifty-fifty ]", "[ v Open the document ]")
        await game.until("0 safe, the next safe step is 4")
        names = [command.id for command in game.play.commands()]
        assert {"fifty", "room", "swap", "document"} <= set(names)  # for help and palette
        before = table.state.index
        await game.press("x")
        await until(game.pilot, lambda: "Fifty-fifty ]" not in game.shown)
        assert len(table.round.aid.hidden) == 2
        await game.press("v")
        await game.until("paragraph")
        await game.pilot.click(offset=(game.line(13).index("Swap"), 12))
        await until(game.pilot, lambda: table.state.index != before)
        assert not table.round.aid.hidden
        await game.give()
        await game.until("[ u Take 100 and stop ]")
        await game.press("u")
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))


async def test_settings_of_the_form_and_of_the_next_question(
    mira: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from quiz.tui.screens import play

    monkeypatch.setattr(play, "ADVANCE", 0.05)
    settings = {"confirm": True, "advance": True}
    async with playing(mira, monkeypatch, settings=settings) as game:
        table = game.play.table
        await game.until("A-D Choose   enter Answer")
        await game.press("c")
        await game.until("▸   C")
        assert table.round.phase == "asking"
        await game.press("enter")
        await until(game.pilot, lambda: table.round.number == 2 and table.round.phase == "asking")
