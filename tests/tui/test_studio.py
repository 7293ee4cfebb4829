"""The studio: what an author does by key and mouse lands in the pack's file, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.events import Paste
from textual.widgets import Input, TextArea

from quiz.core.deal import Want
from quiz.core.form import Given
from quiz.core.kinds import kinds
from quiz.core.modes import modes
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.store.fieldtext import fresh
from quiz.store.manuscript import Manuscript
from quiz.store.packs import load
from quiz.tui.app import QuizApp
from quiz.tui.screens.changed import ChangedScreen
from quiz.tui.screens.make import MakeScreen
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.studio import StudioScreen
from quiz.tui.screens.title import TitleScreen
from quiz.tui.screens.trying import TryScreen
from quiz.tui.widgets.blankrow import BlankRow
from quiz.tui.widgets.picker import Picker
from tests.tui.house import ROOT, Stage, dump, until

HEAD = """\
format = 1
id = "rivers"
title = "Rivers"   # mine
allow = [{ rule = "too-few", why = "a test" }, { rule = "no-citation", why = "a test" }]
"""
RIVERS = "\n".join(
    [
        HEAD,
        *(
            fresh(
                {
                    "id": name.lower(),
                    "kind": "choice",
                    "prompt": f"Which river is in {name}?",
                    "answer": river,
                    "distractors": ["Volga", "Douro"],
                    "explanation": "It flows.",
                    "difficulty": level,
                }
            )
            for level, (name, river) in enumerate(
                (("Cairo", "Nile"), ("Basel", "Rhine"), ("Rome", "Tiber")), 1
            )
        ),
    ]
)


@pytest.fixture
def rivers(tmp_path: Path) -> Stage:
    """A house with one pack of the player's own."""
    own = tmp_path / "own"
    own.mkdir()
    (own / "rivers.toml").write_text(RIVERS, "utf-8")
    stage = Stage(tmp_path, own)
    stage.player()
    return stage


def pack(stage: Stage) -> Path:
    return stage.places.own / "rivers.toml"


def ids(path: Path) -> list[str]:
    return [question["id"] for question in tomli.loads(path.read_text("utf-8"))["question"]]


async def studio(app: QuizApp, pilot: Any, path: Path) -> StudioScreen:
    screen = StudioScreen(Manuscript(path))
    app.push_screen(screen)
    await until(pilot, lambda: app.screen is screen and "STUDIO" in dump(app))
    await until(pilot, lambda: screen.proof.pack is not None or screen.proof.problems)
    return screen


def blank(app: QuizApp, name: str) -> Any:
    row = next(row for row in app.screen.query(BlankRow) if row.blank.name == name)
    return row.editor


async def test_a_pack_by_hand_from_title_to_file(
    rivers: Stage, snapshot: SnapshotAssertion
) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MakeScreen))
        await pilot.press("down", "down")
        await until(pilot, lambda: "Go on with Rivers" in dump(app))
        assert dump(app) == snapshot(name="by hand")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, TitleScreen))
        app.screen.query_one("#title", Input).value = "Lakes [/]"
        await pilot.press("enter")
        await until(pilot, lambda: "No question yet" in dump(app))
        await pilot.press("n", "enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        await pilot.press("ctrl+s")  # saved before it says anything: the game says what is missing
        blank(app, "prompt").text = "Which lake is deepest?"
        blank(app, "answer").value = "Baikal"
        blank(app, "distractors").text = "Baikal\nTanganyika"
        await until(pilot, lambda: '"Baikal" is the right answer, too' in dump(app))
        await until(pilot, lambda: "C   " in dump(app))
        assert dump(app) == snapshot(name="fields")
        blank(app, "distractors").text = "Vostok\nTanganyika"
        await until(pilot, lambda: "the right answer, too" not in dump(app))
        await until(pilot, lambda: "A   " in dump(app))
        await pilot.press("f6", "a")
        await until(pilot, lambda: "enter asks it again" in dump(app))
        await pilot.press("escape", "ctrl+s")
        await until(pilot, lambda: "not saved" not in dump(app))
    made = load(rivers.places.own / "lakes.toml")
    assert made.title == "Lakes [/]"
    assert made.questions[0].id == "lake-deepest"
    assert made.questions[0].expected() == "Baikal"


async def test_questions_are_doubled_carried_deleted_and_brought_back(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("y")
        assert len(screen.script.questions) == 4
        await pilot.press("u", "home", "down")
        await pilot.press("space", "down", "down", "space", "ctrl+s")
        await until(pilot, lambda: screen.script.saved)
        assert ids(pack(rivers)) == ["basel", "rome", "cairo"]
        await pilot.press("home", "down", "space", "down", "q")  # put back where it was
        await pilot.press("x", "ctrl+s")
        await until(pilot, lambda: ids(pack(rivers)) == ["rome", "cairo"])
        await pilot.press("u", "u", "ctrl+s")
        await until(pilot, lambda: pack(rivers).read_text("utf-8") == RIVERS)
        await pilot.press("ctrl+y", "ctrl+y")
        assert [q["id"] for q in screen.script.questions] == ["rome", "cairo"]


async def test_undo_and_redo_in_the_fields(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        await pilot.press("tab", "end", "!", "?")
        await until(pilot, lambda: screen.script.questions[0]["answer"] == "Nile!?")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: blank(app, "answer").value == "Nile")
        assert screen.script.saved
        await pilot.press("ctrl+y", "ctrl+s")
        assert '"Nile!?"' in pack(rivers).read_text("utf-8")
        assert pack(rivers).read_text("utf-8") == RIVERS.replace('"Nile"', '"Nile!?"')


async def test_every_kind_can_be_written_and_made_another(rivers: Stage) -> None:
    examples = (fresh(kind.EXAMPLE) for kind in kinds().values())
    pack(rivers).write_text("\n".join([HEAD, *examples]), "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 30)) as pilot:
        script = Manuscript(pack(rivers))
        for number, name in enumerate(kinds()):
            screen = QuestionScreen(script, number)
            app.push_screen(screen)
            await until(pilot, lambda s=screen: s.preview and s.preview.form)  # type: ignore[misc]
            assert not [told for told in screen.proof.of(number) if told.severity == "error"], name
            assert script.saved, "showing a question must not change it"
            picker = screen.query_one(Picker)
            picker.focus()
            await pilot.press("right")
            await until(pilot, lambda n=number, k=name: script.questions[n]["kind"] != k)  # type: ignore[misc]
            assert script.questions[number]["prompt"] == kinds()[name].EXAMPLE["prompt"]
            await pilot.press("ctrl+z")
            await until(pilot, lambda s=screen: not s.query(Picker) or script.saved)  # type: ignore[misc]
            await until(pilot, lambda p=picker, k=name: p.value == k)  # type: ignore[misc]
            await pilot.press("escape")
            await until(pilot, lambda s=screen: app.screen is not s)  # type: ignore[misc]
        assert script.saved


async def test_a_file_that_changed_elsewhere_is_shown_beside_ours(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        screen.script.set(0, "answer", "Blue Nile")
        theirs = RIVERS.replace("Rivers", "Streams")
        pack(rivers).write_text(theirs, "utf-8")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, ChangedScreen) and "+a" in dump(app))
        shown = dump(app)
        assert '-title = "Streams"' in shown
        assert '+answer = "Blue Nile"' in shown
        assert pack(rivers).read_text("utf-8") == theirs
        await pilot.press("q", "ctrl+s", "down", "enter")
        await until(pilot, lambda: app.screen is screen and screen.script.text == theirs)
        await pilot.press("u", "ctrl+s")
        await until(pilot, lambda: "Blue Nile" in pack(rivers).read_text("utf-8"))


async def test_what_was_not_saved_is_there_again(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await studio(app, pilot, pack(rivers))
        await pilot.press("x", "q")
        await until(pilot, lambda: not isinstance(app.screen, StudioScreen))
        assert pack(rivers).read_text("utf-8") == RIVERS
        screen = await studio(app, pilot, pack(rivers))
        assert len(screen.script.questions) == 2
        await pilot.press("u")
        assert screen.script.text == RIVERS


async def test_trying_leaves_no_trace(rivers: Stage) -> None:
    def traces() -> dict[Path, bytes]:
        saves = rivers.places.saves
        return {path: path.read_bytes() for path in saves.rglob("*") if path.is_file()}

    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        screen.script.set(0, "answer", "White Nile")  # what is tried need not be saved
        before = traces()
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, TryScreen) and "White Nile" in dump(app))
        await pilot.press("a")
        await until(pilot, lambda: "1 of 3" in dump(app) and "Next" in dump(app))
        await pilot.press("p")
        await until(pilot, lambda: "INTERMISSION" in dump(app))
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen)
        assert traces() == before
        assert app.seat.glance().unfinished is None


async def test_a_copy_is_ones_own(rivers: Stage) -> None:
    shipped = ROOT / "questions" / "on-set.toml"
    before = shipped.read_bytes()
    app = rivers.app()
    async with app.run_test(size=(60, 18)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MakeScreen))
        await pilot.press("down", "down", "down")
        await until(pilot, lambda: "On Set" in dump(app))
        line = next(i for i, row in enumerate(dump(app).splitlines()) if "On Set" in row)
        await pilot.click(offset=(8, line))
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        line = next(i for i, row in enumerate(dump(app).splitlines()) if "x Delete" in row)
        await pilot.click(offset=(dump(app).splitlines()[line].index("x Delete"), line))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "not saved" not in dump(app))
    mine = load(rivers.places.own / "on-set-2.toml")
    assert len(mine.questions) == len(load(shipped).questions) - 1
    assert shipped.read_bytes() == before


CARDS = "Term;Definition\n" + "".join(
    f"{term};{what}\n"
    for term, what in (
        ("Nucleus", "holds the genome"),
        ("Ribosome", "makes proteins"),
        ("Vacuole", "stores water"),
        ("Membrane", "lets things through"),
        ("Lone", ""),
    )
)


async def test_a_file_is_read_before_a_pack_is_made(
    rivers: Stage, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    file = tmp_path / "cells-old.csv"
    file.write_text(CARDS, "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MakeScreen))
        await pilot.press("enter")
        field = app.screen.query_one("#path", Input)
        field.value = "/nowhere"
        field.post_message(Paste(f"'{file}'"))  # as a terminal gives a file that is dropped
        await until(pilot, lambda: "4 of 5" in dump(app))
        assert field.value == f"'{file}'"
        assert not (rivers.places.own / "cells-old.toml").exists()
        await pilot.press("right")
        await until(pilot, lambda: "[typed]" in dump(app))
        shown = dump(app).splitlines()
        assert [row for row in shown if tmp_path.name not in row] == snapshot
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        made = rivers.places.own / "cells-old.toml"
        await until(pilot, made.exists)
        assert {q.kind for q in load(made).questions} == {"short-answer"}
        first = ids(made)
        await pilot.press("q")
        field = app.screen.query_one("#path", Input)
        field.focus()
        field.value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: "4 of 5" in dump(app) and "Into" in dump(app))
        await pilot.press("down", "right", "enter")
        await until(pilot, lambda: "STUDIO   4 questions" in dump(app))
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        assert ids(made) == first


async def test_a_mistake_in_a_format_does_not_end_the_game(
    rivers: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise LookupError("no such [/]\x1b row")

    monkeypatch.setattr("quiz.tui.widgets.fromfile.read_file", broken)
    file = tmp_path / "cells.csv"
    file.write_text(CARDS, "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MakeScreen))
        await pilot.press("enter")
        app.screen.query_one("#path", Input).value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: "cells.csv cannot be read" in dump(app))
        assert "LookupError: no such [/] row" in " ".join(dump(app).split())
        assert app.is_running


async def test_what_players_were_ruled_right_with_is_offered(rivers: Stage) -> None:
    asked = {
        "id": "cairo",
        "kind": "short-answer",
        "prompt": "Which river is in Cairo?",
        "answer": "Nile",
        "reject": ["Bahr Yussef"],
    }
    pack(rivers).write_text(f"{HEAD}\n{fresh(asked)}", "utf-8")
    for name, given in (("Ada", "Iteru"), ("Sam", "Abay"), ("Eve", "Bahr Yussef")):
        seat = rivers.seat(name)
        game = seat.open(modes()["classic"], ("rivers",), Want(), Rules(), None)
        game, told = game.ask(rivers.clock())
        seat.record(told)
        game, answered = game.answer(Given((Clean(given),)), rivers.clock(), 2.0)
        seat.record(answered)
        game, ruled = game.rule(True, rivers.clock())
        seat.record(ruled)
        seat.close(game)
    before = pack(rivers).read_text("utf-8")
    rivers.player("Mira")
    app = rivers.app()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("enter")
        both = "Players were ruled right with: Iteru, Abay · f7 takes the first"
        await until(pilot, lambda: both in dump(app))
        await pilot.press("f7")
        await until(pilot, lambda: "ruled right with: Abay · f7 takes it" in dump(app))
        assert screen.script.questions[0]["accept"] == ["Iteru"]
        assert blank(app, "accept").text == "Iteru"
        await pilot.press("ctrl+z")
        await until(pilot, lambda: both in dump(app))
        shown = dump(app).splitlines()
        line = next(i for i, row in enumerate(shown) if "ruled right" in row)
        await pilot.click(offset=(shown[line].index("Abay"), line))
        await until(pilot, lambda: "ruled right with: Iteru · f7 takes it" in dump(app))
        await pilot.press("f7", "f7")
        await until(pilot, lambda: "ruled right" not in dump(app))
        await pilot.press("ctrl+s")
        assert screen.script.questions[0]["accept"] == ["Abay", "Iteru"]
    after = tomli.loads(pack(rivers).read_text("utf-8"))["question"][0]
    assert after == {**tomli.loads(before)["question"][0], "accept": ["Abay", "Iteru"]}


async def test_nothing_hostile_gets_through(rivers: Stage) -> None:
    bad = "[/] [@click=app.bell]x[/]\\u001B[31m\\u202E\\u0007"
    text = HEAD.replace("Rivers", f"R {bad}") + "".join(
        f'\n[[question]]\nid = "q{i}"\nkind = "{kind}"\nprompt = "{bad}"\n{rest}\n'
        for i, (kind, rest) in enumerate(
            (
                ("choice", f'answer = "{bad}a"\ndistractors = ["{bad}b"]\nexplanation = "{bad}"'),
                ("match", f'pairs = [["{bad}a", "{bad}b"], ["{bad}c", "{bad}d"]]'),
                (f"{bad}", f'answer = "{bad}"\n"{bad}" = 1'),
            )
        )
    )
    pack(rivers).write_text(text, "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        for number in (None, 0, 1, 2):
            screen._open(number)
            await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
            await until(pilot, lambda: app.screen.query(BlankRow))
            await pilot.pause()
            assert not set(dump(app)) & set("\x1b\x07\u202e")
            for area in app.screen.query(TextArea):
                assert "\x1b" not in area.text
            await pilot.press("escape")
        assert screen.script.text == text
        screen._open(0)
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        for name in ("answer", "prompt"):
            blank(app, name).post_message(Paste("\x1b[31mred\u202e\x07"))
        await until(pilot, lambda: screen.script.questions[0]["prompt"].count("red"))
        assert "\x1b" not in blank(app, "answer").value + blank(app, "prompt").text
        assert not set(screen.script.text) & set("\x1b\x07\u202e")
