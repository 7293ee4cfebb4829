"""A hostile pack, and a hostile player, visit every screen: nothing crashes, runs or leaks."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from quiz.tui.screens.look import LookScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.screens.results import ResultsScreen
from tests.tui.house import Stage, until
from tests.tui.playing import Game, playing

EVIL = (
    "[/] [@click=app.leave]x[/] [red]$x \x1b[2J\x1b]0;t\x07 \u202eabc\u2066 \x9b5n \\[b] 日本 [bold"
)
SEEN = "[/] [@click=app.leave]x[/]"


def evil(n: int | str) -> str:
    return f"{n} {EVIL}"


def pack() -> dict[str, Any]:
    """A question of every kind, with such text wherever text can stand."""
    more: dict[str, Any] = {
        "prompt": EVIL,
        "explanation": evil("because"),
        "hints": [evil("hint")],
        "cite": [{"document": "doc", "paragraph": 1, "says": [evil("says")]}],
    }
    options = {"answer": evil("a"), "distractors": [evil(n) for n in "bcd"]}
    kinds: list[dict[str, Any]] = [
        {"kind": "choice", **options, "notes": {evil("b"): evil("note")}},
        {"kind": "multi-choice", "answers": [evil("a")], "distractors": [evil("b"), evil("c")]},
        {"kind": "true-false", "answer": True},
        {"kind": "short-answer", "answer": evil("word")},
        {"kind": "number", "answer": 7, "unit": EVIL},
        {"kind": "order", "items": [evil(n) for n in range(3)], "by": EVIL},
        {"kind": "match", "pairs": [[evil(n), evil(n + 10)] for n in range(3)]},
        {"kind": "list", "entries": [evil(n) for n in "xyz"]},
        {"kind": "clues", "clues": [evil("c"), evil("d")], "answer": evil("it")},
    ]
    return {
        "format": 1,
        "id": "hostile",
        "title": EVIL,
        "description": EVIL,
        "version": "1",
        "authors": [EVIL],
        "document": [{"id": "doc", "title": EVIL, "author": EVIL, "url": EVIL, "file": EVIL}],
        "question": [
            {"id": f"q{n}", "difficulty": 1, **more, **kind} for n, kind in enumerate(kinds)
        ],
    }


@pytest.fixture
def house(tmp_path: Path) -> Stage:
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / "hostile.toml").write_text(tomli_w.dumps(pack()), "utf-8")
    (folder / "broken [red].toml").write_text(
        f'format = 1\nid = "x"\ntitle = "{SEEN}"\n[[', "utf-8"
    )
    stage = Stage(tmp_path, folder)
    stage.player(f"M {SEEN}"[:20])
    return stage


def harmless(game: Game) -> None:
    """Nothing that moves a cursor is on the screen, and no click of it does anything."""
    for c in game.shown.replace("\n", ""):
        assert unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"), repr(c)
    for strip in game.app.screen._compositor.render_strips():
        for segment in strip:
            assert "@click" not in (segment.style.meta if segment.style else {}), segment
    assert game.app._exit is False


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_every_kind_in_play(
    house: Stage, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    async with playing(house, monkeypatch, "hostile", length=0, size=size) as game:
        table = game.play.table
        seen = set()
        while isinstance(game.app.screen, PlayScreen):
            seen.add(table.dealt.question.kind)
            harmless(game)
            assert SEEN[:12] in game.shown
            if "q0" in table.dealt.key:
                await game.press("i", "v")
                await game.until("Hint: ")
            await game.give(good=table.round.number % 2 == 0)
            await game.pilot.pause()
            harmless(game)
            if "q0" in table.dealt.key:
                await game.press("v")
                await game.until("WRITTEN IN", SEEN[:12])
                harmless(game)
                await game.press("q", "p")
                await game.until("INTERMISSION")
                harmless(game)
                await game.press("p")
                await until(game.pilot, lambda: isinstance(game.app.screen, PlayScreen))
            await game.next()
        assert len(seen) == 9
        await until(game.pilot, lambda: isinstance(game.app.screen, ResultsScreen))
        await game.until(SEEN[:12])
        harmless(game)
        await game.press("v")
        await until(game.pilot, lambda: isinstance(game.app.screen, LookScreen))
        for _ in range(9):
            await game.press("right")
            harmless(game)
        await game.press("q", "y")
        await game.until("Some terminals refuse that")
        harmless(game)


async def test_every_other_screen(house: Stage) -> None:
    app = house.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app._painted)
        game = Game(app, pilot, [0.0])
        for where in ("", "packs", "boards", "settings", "who", "pack:hostile"):
            if where:
                app.go(where)
                await pilot.pause()
            await pilot.pause()
            harmless(game)
            for key in ("down", "down", "question_mark", "escape"):
                await pilot.press(key)
                harmless(game)
            app.go_home()
            await pilot.pause()
        await game.until(SEEN[:12])
