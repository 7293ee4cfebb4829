"""The studio: what an author does by key and mouse lands in the pack's file, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tomli
from syrupy.assertion import SnapshotAssertion
from textual.events import Key, Paste
from textual.widgets import Input, TextArea

from quiz.core.deal import Want
from quiz.core.form import Given
from quiz.core.kinds import kinds
from quiz.core.modes import modes
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.store.editing.fieldtext import fresh
from quiz.store.editing.manuscript import Manuscript
from quiz.store.packs import load
from quiz.tui.app import QuizApp
from quiz.tui.screens.changed import ChangedScreen
from quiz.tui.screens.document import DocumentScreen
from quiz.tui.screens.leaf import LeafScreen
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


async def test_the_next_question_is_a_key_away_and_stays_in_the_field(rivers: Stage) -> None:
    long = "\n".join(f"Other {n}" for n in range(9))
    script = Manuscript(pack(rivers))
    script.set(1, "distractors", long.split("\n"))
    script.save()
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("enter")
        await until(pilot, lambda: "QUESTION 1 OF 3 ›" in dump(app))
        blank(app, "distractors").focus()
        await pilot.press("x", "pagedown")
        await until(pilot, lambda: blank(app, "distractors").text == long)
        assert blank(app, "distractors").has_focus
        await pilot.press("pagedown", "pagedown")  # this list is longer than what is seen of it
        assert "QUESTION 2 OF 3" in dump(app)
        await pilot.press("ctrl+down")
        await until(pilot, lambda: "QUESTION 3 OF 3" in dump(app))
        assert blank(app, "prompt").text == "Which river is in Rome?"
        await pilot.press("pagedown", "ctrl+z")  # there is no fourth; where it was written is shown
        await until(pilot, lambda: "QUESTION 1 OF 3" in dump(app))
        assert blank(app, "distractors").text == "Volga\nDouro"
        await pilot.click(offset=(dump(app).index("›"), 0))
        await until(pilot, lambda: "QUESTION 2 OF 3" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert screen.number == 1


async def test_citing_a_document_that_is_listed_by_hand(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        script = (await studio(app, pilot, pack(rivers))).script
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, DocumentScreen))
        app.screen.query_one("#title", Input).value = "River [/] Atlas"
        published = app.screen.query_one("#published", Input)
        published.value = "2025-13"
        await pilot.press("enter")
        await until(pilot, lambda: "a year, a month or a day" in dump(app))
        published.value = "2025-12"
        await pilot.press("enter")
        await until(pilot, lambda: "paragraph` is missing" in dump(app))
        assert "River [/] Atlas" in dump(app)
        await pilot.press("7", "tab", *"Nile|Cairo")
        cite = {"document": "river-atlas", "paragraph": 7, "says": ["Nile", "Cairo"]}
        await until(pilot, lambda: script.questions[0].get("cite") == [cite])
        await until(pilot, lambda: "is missing" not in dump(app))
        await pilot.press("shift+tab", "shift+tab", "left")  # none: it is cited no more
        await until(pilot, lambda: "cite" not in script.questions[0])
        await pilot.press("right", "escape", "ctrl+s")
        await until(pilot, lambda: script.saved)
    made = load(pack(rivers))
    assert made.questions[0].cite[0].says == ("Nile", "Cairo")
    assert made.documents[0].dated() == "River [/] Atlas, December 2025"
    document = fresh(dict(script.documents[0]), name="document")
    cited = 'cite = [{ document = "river-atlas", paragraph = 7, says = ["Nile", "Cairo"] }]\n'
    assert script.text.replace(f"\n{document}", "").replace(cited, "") == RIVERS


async def test_every_kind_can_be_written_and_made_another(rivers: Stage) -> None:
    examples = (fresh(kind.EXAMPLE) for kind in kinds().values())
    pack(rivers).write_text("\n".join([HEAD, *examples]), "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 30)) as pilot:
        script = Manuscript(pack(rivers))
        for number, name in enumerate(kinds()):
            screen = LeafScreen(script, number)
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
        await until(pilot, lambda: isinstance(app.screen, ChangedScreen))
        assert pack(rivers).read_text("utf-8") == theirs, "what was taken is not saved over unasked"
        await pilot.press("end", "enter")
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
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        screen.script.set(0, "answer", "White Nile")  # what is tried need not be saved
        before = traces()
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, TryScreen) and "White Nile" in dump(app))
        await pilot.press("a")
        await until(pilot, lambda: "1 of 3" in dump(app) and "Next" in dump(app))
        assert "TRY" in dump(app).splitlines()[0]
        await pilot.press("g")
        await until(pilot, lambda: "Nothing is kept" in dump(app))
        await pilot.press("p")
        await until(pilot, lambda: "INTERMISSION" in dump(app))
        assert "saved" not in dump(app)
        assert "come back" not in dump(app)
        await pilot.press("q")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: "Nothing was recorded." in dump(app))
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
        await pilot.press("right", "down", "right", "down", "left")  # the other way round
        await until(pilot, lambda: "5 of 6" in dump(app) and "a question]" in dump(app))
        shown = dump(app).splitlines()
        line = next(i for i, row in enumerate(shown) if "a heading" in row)
        await pilot.click(offset=(shown[line].index("a heading"), line))
        await until(pilot, lambda: "4 of 5" in dump(app))
        assert "holds the genome  →  Nucleus" in dump(app)
        line = next(i for i, row in enumerate(shown) if "matching" in row)
        await pilot.click(offset=(shown[line].index("typed"), line))
        await until(pilot, lambda: "[typed]" in dump(app))
        shown = dump(app).splitlines()
        assert [row for row in shown if tmp_path.name not in row] == snapshot
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        made = rivers.places.own / "cells-old.toml"
        await until(pilot, made.exists)
        assert {q.kind for q in load(made).questions} == {"short-answer"}
        assert load(made).questions[0].prompt == "holds the genome"
        first = ids(made)
        await pilot.press("q")
        field = app.screen.query_one("#path", Input)
        field.focus()
        field.value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: "4 of 5" in dump(app) and "Into" in dump(app))
        await pilot.press("end", "up", "right", "enter")
        await until(pilot, lambda: "STUDIO   8 questions" in dump(app))
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        assert ids(made) == first, "what is read the other way is asked besides"


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_what_is_dropped_on_the_window_is_read(
    rivers: Stage, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "wide.csv"
    heads = "Question,Answer,Wrong 1,Wrong 2,Explanation,Tags,Difficulty,Author,More"
    rows = (f"Which is {n}?,a{n},b{n},c{n},d,x,2,Me,no" for n in range(9))
    file.write_text("\n".join([heads, *rows, "No answer?,,,,,,,,"]), "utf-8")
    app = rivers.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, MakeScreen))
        app.post_message(Paste(str(file)))
        await until(pilot, lambda: "9 of 10" in dump(app) and "Make it, then look" in dump(app))
        await pilot.press("end")
        await until(pilot, lambda: "there is no answer" in dump(app))
        await pilot.press("escape", "m", "down", "down")
        app.post_message(Paste("Question,Answer\rWho?,Me\rWhat?,It\rWhere?,Here\rWhen?,Now\r"))
        await until(pilot, lambda: "4 of 4" in dump(app))
        assert "Pasted questions" in dump(app)
        app.post_message(Paste("The Roe Bridge was opened in 1904.\n\nIt is made of granite."))
        await until(pilot, lambda: "From my notes draws" in " ".join(dump(app).split()))
        assert app.screen.query_one("#path", Input).value == ""


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
        if name == "Sam":
            game, flag = game.move("flag", rivers.clock(), 2.0, Clean("the [/] river"))
            seat.record(flag)
        seat.close(game)
    before = pack(rivers).read_text("utf-8")
    rivers.player("Mira")
    app = rivers.app()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        flagged = "Sam flagged it on 21 November 2026: the [/] river"
        await until(pilot, lambda: flagged in dump(app) and "right with: Iteru, Abay" in dump(app))
        assert any("in Cairo" in row and "flag" in row for row in dump(app).splitlines())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LeafScreen) and flagged in dump(app))
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
    text = f'{HEAD.replace("Rivers", f"R {bad}")}[[document]]\nid = "d"\ntitle = "{bad}"\n'
    cite = f'cite = [{{ document = "d", paragraph = 1, says = ["{bad}", "  a  b"] }}]'
    text += "".join(
        f'\n[[question]]\nid = "q{i}"\nkind = "{kind}"\nprompt = "{bad}"\n{rest}\n{cite}\n'
        f'origin = {{ file = "{bad}" }}\n'
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


def place(app: QuizApp, text: str) -> tuple[int, int]:
    """Where a text stands on the screen."""
    rows = dump(app).splitlines()
    y = next(y for y, row in enumerate(rows) if text in row)
    return rows[y].index(text), y


async def test_the_buttons_do_what_their_keys_do(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.click(offset=place(app, "space Move"))
        await until(pilot, lambda: "The arrows carry it" in dump(app))
        await pilot.press("down", "space")
        assert [each["id"] for each in screen.script.questions] == ["basel", "cairo", "rome"]
        await pilot.press("tab", "right", "right", "enter")
        await until(pilot, lambda: "The arrows carry it" in dump(app))
        await pilot.press("down", "space")
        assert [each["id"] for each in screen.script.questions] == ["basel", "rome", "cairo"]


async def test_a_click_marks_a_row_and_another_opens_it(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.click(offset=place(app, "in Rome"))
        await pilot.click(offset=place(app, "y Duplicate"))
        await until(pilot, lambda: screen.script.many == 4)
        assert [q["prompt"][-5:] for q in screen.script.questions[2:]] == ["Rome?", "Rome?"]
        (marked,) = [row for row in dump(app).splitlines() if row.startswith(f" {app.signs.here}")]
        assert "in Rome" in marked
        assert "  4  " in marked
        await pilot.click(offset=place(app, "in Basel"))
        await pilot.click(offset=place(app, "in Basel"))
        await until(pilot, lambda: isinstance(app.screen, LeafScreen))
        assert blank(app, "answer").value == "Rhine"


async def test_a_warning_is_allowed_with_a_reason(rivers: Stage) -> None:
    long = "The Nile, as far as anybody can tell from a map"
    pack(rivers).write_text(RIVERS.replace('"Nile"', f'"{long}"'), "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await until(pilot, lambda: "Shorten it, or word" in dump(app))
        await pilot.press("enter", "tab")
        await until(pilot, lambda: "f4 allows it" in dump(app))
        assert "Shorten it, or word the distractors as fully." in dump(app)
        await pilot.press("f4", "enter")
        await until(pilot, lambda: "Say why" in dump(app))
        app.screen.query_one("#why", Input).value = "Its [/] name"
        await pilot.press("enter")
        await until(pilot, lambda: "f4 Allow" not in dump(app) and "QUESTION" in dump(app))
        told = {"rule": "longest-option", "why": "Its [/] name", "question": "cairo"}
        assert told in tomli.loads(screen.script.text)["allow"]
        await pilot.press("escape", "home")
        await until(pilot, lambda: app.screen is screen)
        screen.script.set(None, "description", "d" * 200)
        screen.prove()
        await until(pilot, lambda: "f4 Allow" in dump(app))
        await pilot.press("f4")
        await until(pilot, lambda: "[the whole pack]" in dump(app))
        await pilot.press("x", "enter", "q")
        await until(pilot, lambda: "Write       Rivers, not saved yet" in dump(app))
        await pilot.press("m", "down", "down")
        await until(pilot, lambda: "changes that are not saved" in dump(app))
        await pilot.resize_terminal(60, 18)
        await until(pilot, lambda: "Go on with Rivers" in dump(app) and "not saved" in dump(app))


async def test_what_is_typed_behind_tab_lands_behind_it(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        screen.script.set(0, "prompt", "")
        screen.script.set(0, "answer", "")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        for key in ("N", "a", "m", "e", "tab", "H", "e", "shift+tab", "s", "tab", "l"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: screen.script.fields(0)["answer"] == "Hel")
        assert screen.script.fields(0)["prompt"] in ("Names", "sName")


async def test_a_new_question_is_saved_under_the_id_it_keeps(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        before = screen.script.text
        for leave in ("escape", "ctrl+z"):
            await pilot.press("n", "enter")
            await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
            await pilot.press(leave)
            await until(pilot, lambda: app.screen is screen)
            await pilot.press("ctrl+y")
            assert screen.script.text == before, "nothing was written, and nothing comes back"
        await pilot.press("n", "enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        blank(app, "prompt").text = "Which river is in Vienna?"
        await until(pilot, lambda: "Vienna" in screen.script.text)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "river-vienna" in ids(pack(rivers)))


async def test_a_message_is_shown_once_and_goes_with_its_screen(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "nothing to undo" in dump(app))
        assert dump(app).count("nothing to undo") == 1
        for told in app._notifications:
            told.raised_at -= 1.0  # it has been there for a while
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is not screen and "QUESTION" in dump(app))
        await until(pilot, lambda: "nothing to undo" not in dump(app))


async def test_several_lines_are_pasted_whole(rivers: Stage) -> None:
    app = rivers.app()
    async with app.run_test(size=(80, 30)) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        for name in ("answer", "tags", "distractors"):
            blank(app, name).post_message(Paste("White\r\n\r\n  Blue\n"))
            await until(pilot, lambda n=name: "White" in str(screen.script.fields(0).get(n)))  # type: ignore[misc]
        told = screen.script.fields(0)
        assert told["answer"] == "NileWhite Blue"
        assert told["tags"] == ["White", "Blue"]
        assert told["distractors"][:2] == ["White", "Blue"]


async def test_the_preview_says_what_keeps_it_empty(rivers: Stage) -> None:
    fields = {"id": "m", "kind": "match", "prompt": "Which? " * 60, "pairs": [["Gold", "Au"]]}
    pack(rivers).write_text(f"{HEAD}\n{fresh(fields)}", "utf-8")
    app = rivers.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        screen = await studio(app, pilot, pack(rivers))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen) and app.focused)
        await until(pilot, lambda: "needs at least 2" in dump(app).split("AS THE PLAYER")[1])
        await pilot.press("f6")
        await until(pilot, lambda: app._notifications)
        blank(app, "pairs").text = "Gold | Au\nSilver | Ag | extra"
        told = "Pairs, line 2 has more than 2 parts"
        await until(pilot, lambda: told in dump(app).split("AS THE PLAYER")[1])
        blank(app, "pairs").text = "Gold | Au\nSilver | Ag"
        await until(pilot, lambda: "f9 more" in dump(app))
        seen = dump(app).split("AS THE PLAYER")[1]
        assert sum("Which?" in row for row in seen.splitlines()) >= 3
        await pilot.press("f9")
        await until(pilot, lambda: "f9 more" not in dump(app))
        assert screen.script.fields(0)["pairs"] == [["Gold", "Au"], ["Silver", "Ag"]]
