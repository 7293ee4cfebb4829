"""The review desk: documents in, a checked pack out, and nothing lost between the two."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from quiz.author.check import check
from quiz.core.text import Clean
from quiz.store.desk import reviews
from quiz.store.desk.drawn import Dispute, Drawn, Paper, Passage, SetAside
from quiz.store.desk.review import Review
from quiz.store.desk.taught import Taught
from quiz.store.packs import load
from quiz.tui import notes
from quiz.tui.app import QuizApp
from quiz.tui.screens.bound import BoundScreen
from quiz.tui.screens.desk import DeskScreen
from quiz.tui.screens.make import MakeScreen
from quiz.tui.screens.paper import PaperScreen
from quiz.tui.screens.redraft import RedraftScreen
from quiz.tui.screens.setaside import ConflictsScreen, SetAsideScreen
from quiz.tui.screens.setup import SetupScreen
from quiz.tui.widgets.blankrow import BlankRow
from tests.store.desk.test_review import DRAWN, card
from tests.tui.house import Stage, dump, until

BRIDGE = """\
# The Elsing Bridge

The Elsing Bridge was built in 1931 by the engineer Mara Lindqvist. It has nine spans.

**Cantilever**: a beam that is held at one end only.

**Caisson**: a watertight chamber used for work under water.

**Abutment**: the structure that carries the end of a bridge.

**Truss**: a frame of beams joined in triangles.

**Pier**: a support between two spans.

Share this article

Mara Lindqvist won the Holm Prize in 1936. Oskar Brandt designed the Port Tower in 1950.
"""


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A house with a document beside it."""
    (tmp_path / "bridge.md").write_text(BRIDGE, "utf-8")
    stage = Stage(tmp_path, tmp_path / "own")
    stage.player()
    return stage


def taught(stage: Stage) -> Taught:
    return Taught.at(stage.places)


def shows(app: QuizApp, text: str, page: type[object] = object) -> bool:
    return isinstance(app.screen, page) and text in dump(app)


async def to_notes(app: QuizApp, pilot: Any) -> Input:
    """Go to the field for documents."""
    await pilot.press("m")
    await until(pilot, lambda: isinstance(app.screen, MakeScreen))
    await pilot.press("down")
    await until(pilot, lambda: "FROM MY NOTES" in dump(app))
    await pilot.press("enter")
    field = app.screen.query_one("#documents", Input)
    await until(pilot, lambda: field.has_focus)
    return field


async def test_from_a_document_to_a_pack_that_can_be_played(
    stage: Stage, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        field = await to_notes(app, pilot)
        field.value = str(tmp_path / "nothing.md")
        await pilot.press("enter")
        await until(pilot, lambda: "There is no file" in dump(app))
        field.value = str(tmp_path / "bridge.md")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen) and "card 1" in dump(app))
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        app.clear_notifications()
        await until(pilot, lambda: "by rules alone" not in dump(app))
        assert dump(app) == snapshot(name="desk")
        await pilot.press("f")
        await until(pilot, lambda: "form 2 of" in dump(app))
        await pilot.press("u", "a")
        await until(pilot, lambda: "1 accepted" in dump(app))
        await pilot.press("x")
        await until(pilot, lambda: "REJECT IT" in dump(app))
        await pilot.press("3")
        await until(pilot, lambda: "1 rejected" in dump(app))
        for many in range(2, 6):
            await pilot.press("a")
            await until(pilot, partial(shows, app, f"{many} accepted"))
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, BoundScreen))
        app.screen.query_one("#title", Input).value = "Bridges"
        await pilot.press("enter")
        await until(pilot, lambda: "Play it" in dump(app))
        assert "It passes the check" in dump(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SetupScreen) and "Bridges" in dump(app))
    pack = load(stage.places.own / "bridges.toml")
    assert len(pack.playable()) == 5
    assert not [told for told in check(pack) if told.severity == "error"]
    learned = taught(stage).table()["rule"]
    assert sum(rule.get("accepted", 0) for rule in learned.values()) == 5


async def test_a_review_goes_on_where_the_program_was_killed(stage: Stage) -> None:
    told = reviews.begin(stage.places.config / "desk", Clean("Bridge"), DRAWN, taught(stage))
    told.accept(0)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await to_notes(app, pilot)
        assert "Go on with Bridge" in dump(app)
        await pilot.press("up")
        await until(pilot, lambda: app.screen.query_one("#ways").has_focus)
        await pilot.press("enter", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await until(pilot, lambda: "card 2 of 4" in dump(app) and "1 accepted" in dump(app))
        await pilot.press("w")
        await until(pilot, lambda: "WHICH ONE SHALL GO?" in dump(app))
        await pilot.press("2")
        await until(pilot, lambda: "WHAT COMES INSTEAD?" in dump(app))
        await pilot.press("1")
        await until(pilot, lambda: "✗ Up" in dump(app) or "✗ Lo" in dump(app))
        await pilot.press("n")
        await until(pilot, lambda: "What is number 2?" in dump(app))
        await pilot.press("z")
        await until(pilot, lambda: "What is number 3?" in dump(app))
        await pilot.press("u", "u")
        await until(pilot, lambda: "What is number 1?" in dump(app))
    again = Review(told.path, taught(stage))
    assert "Up" in again.cards[1].question["distractors"]


async def test_an_edited_card_is_kept_while_it_is_written(stage: Stage) -> None:
    told = reviews.begin(stage.places.config / "desk", Clean("Bridge"), DRAWN, taught(stage))
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(DeskScreen(told))
        await until(pilot, lambda: "card 1 of 4" in dump(app))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, RedraftScreen))
        row = next(row for row in app.screen.query(BlankRow) if row.blank.name == "distractors")
        editor: Any = row.editor
        editor.text = f"Lo\n{told.cards[0].question['answer']}"
        await until(pilot, lambda: "is the right answer, too" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: "edited" in dump(app))
        await pilot.press("a")
        await until(pilot, lambda: "Not yet" in dump(app))
        assert told.count("accepted") == 0
        await pilot.press("u", "a")
        await until(pilot, lambda: told.count("accepted") == 1)
        await pilot.press("c", "w")
        await until(pilot, lambda: "WHICH ONE IS RIGHT?" in dump(app))
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, RedraftScreen))
        await until(pilot, lambda: "As of April 2025, It:" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: "card 5 of 5" in dump(app))
        await pilot.press("u")
        await until(pilot, lambda: "of 4" in dump(app))
    assert list((stage.places.config / "desk").glob(".*")) == []


async def test_a_long_reading_can_be_stopped(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(_what: object, _places: object, step: Any) -> Any:
        done = 0
        while True:
            done += 1
            step("a long text", done % 100, 100)

    monkeypatch.setattr(notes, "drawn_from", endless)
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        field = await to_notes(app, pilot)
        field.value = str(stage.places.saves.parent / "bridge.md")
        await pilot.press("enter")
        await until(pilot, lambda: "of 100" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Stopped. Nothing was made." in dump(app))
        assert isinstance(app.screen, MakeScreen)
    assert not (stage.places.config / "desk").exists()


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_no_document_is_markup_on_any_page(stage: Stage, size: tuple[int, int]) -> None:
    evil = Clean("[bold]x[/] [/nothing] [@click=app.quit]quit[/] " + "界" * 60 + " " + "w" * 200)
    paper = Paper("notes", evil, evil, "2025", "a" * 64, (evil, Clean("One."), evil))
    cards = tuple(card(n, "[/rule]") for n in range(3))
    forms = ({**cards[0].forms[0], "prompt": evil, "answer": evil, "distractors": [evil, "b"],
              "explanation": evil},)  # fmt: skip
    passage = Passage("notes", 1, evil, 3, 60)
    first = type(cards[0])(forms, "[/rule]", (passage,), {evil: evil}, {"[/spare]": evil})
    told = Drawn(
        (paper,),
        (first, *cards[1:]),
        (Dispute(evil, "[/]", (evil, Clean("2")), (passage, passage)),),
        (SetAside("notes", 3, evil, evil),),
    )
    review = reviews.begin(stage.places.config / "desk", evil, told, taught(stage))
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(DeskScreen(review))
        await until(pilot, lambda: "[bold]x" in dump(app))
        for key, page in (("v", PaperScreen), ("c", ConflictsScreen), ("s", SetAsideScreen)):
            await pilot.press(key)
            await until(pilot, partial(shows, app, "[bold]x", page))
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("w", "1")
        await until(pilot, lambda: "[/spare]" in dump(app))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        await pilot.press("z")
        await until(pilot, lambda: "[/rule] is muted" in dump(app))


@pytest.mark.parametrize(
    ("size", "airy"), [((60, 18), False), ((80, 24), False), ((120, 40), True)]
)
async def test_every_button_is_there_and_spare_room_shows_more(
    stage: Stage, size: tuple[int, int], airy: bool
) -> None:
    paper = Paper(
        *("notes", Clean("Notes"), Clean("notes.txt"), "2025", "a" * 64),
        (Clean("What went before."), Clean("One."), Clean("What came after.")),
    )
    first = card(0, "made-by")
    passage = Passage("notes", 2, Clean("One."), 0, 4)
    told = Drawn((paper,), (replace(first, passages=(passage,)),))
    review = reviews.begin(stage.places.config / "desk", Clean("Notes"), told, taught(stage))
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(DeskScreen(review))
        await until(pilot, lambda: "card 1 of 1" in dump(app))
        shown = dump(app)
        for key in "wmzvnpcsq":
            assert f"[ {key} " in shown
        for more in ("What went before.", "What came after.", "the notes"):
            assert (more in shown) is airy
