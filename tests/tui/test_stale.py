"""The studio marks a question whose document says otherwise now, until it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.editing.manuscript import Manuscript
from quiz.store.whereabouts import remember
from quiz.tui.app import QuizApp
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.screens.studio import StudioScreen
from quiz.tui.widgets.blankrow import BlankRow
from tests.tui.house import Stage, dump, until

PACK = """\
format = 1
id = "bridges"
title = "Bridges"

[[document]]
id = "bridge"
title = "Bridges of the coast"
file = "bridge.txt"

[[question]]
id = "spans"
kind = "short-answer"
prompt = "How many spans has the Roe Bridge?"
answer = "nine"
cite = [{ document = "bridge", paragraph = 1 }]

[[question]]
id = "made"
kind = "short-answer"
prompt = "Of what is the Roe Bridge made?"
answer = "granite"
cite = [{ document = "bridge", paragraph = 2, says = ["granite"] }]
"""


def _cite(app: QuizApp) -> list[BlankRow]:
    """The field of the citations."""
    return [row for row in app.screen.query(BlankRow) if row.blank.name == "cite"]


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_stale_question_is_marked_until_it_is_mended(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    text = "The Roe Bridge has [eight] spans.\nIt is made of granite.\n"
    (texts / "bridge.txt").write_text(text, "utf-8")
    stage = Stage(tmp_path, tmp_path / "own")
    stage.player()
    remember(stage.places, [texts])
    path = stage.places.own / "bridges.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PACK, "utf-8")
    before = path.read_bytes()
    script = Manuscript(path)
    app = stage.app()
    async with app.run_test(size=size, notifications=True) as pilot:
        app.push_screen(StudioScreen(script))
        await until(pilot, lambda: "stale" in dump(app))
        (marked,) = [row for row in dump(app).splitlines() if "How many" in row and "stale" in row]
        assert app.signs.close in marked
        assert not any("Of what" in row and "stale" in row for row in dump(app).splitlines())
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        await until(pilot, lambda: any(_cite(app)))
        _cite(app)[0].scroll_visible(animate=False)
        await until(pilot, lambda: '"nine" is' in dump(app))
        script.set(0, "answer", "eight")
        app.screen.prove()  # type: ignore[attr-defined]
        await until(pilot, lambda: '"nine" is' not in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, StudioScreen))
        await until(pilot, lambda: "stale" not in dump(app))
        script.undo()
        app.screen.prove()  # type: ignore[attr-defined]
        await until(pilot, lambda: "stale" in dump(app))
        script.set(0, "answer", "spans")  # the sentence is another one, and proves the answer
        script.set(0, "cite", [{"document": "bridge", "paragraph": 1, "says": ["nine"]}])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        app.screen.blanks.go("cite")  # type: ignore[attr-defined]
        await until(pilot, lambda: "f3 cites what stands there now" in dump(app))
        await pilot.press("f3")
        cite = {"document": "bridge", "paragraph": 1, "says": ["spans"]}
        await until(pilot, lambda: script.fields(0)["cite"] == [cite])
        await until(pilot, lambda: "f3" not in dump(app))
        assert script.fields(0)["answer"] == "spans"
    assert path.read_bytes() == before


async def test_without_its_documents_nothing_is_said(tmp_path: Path) -> None:
    stage = Stage(tmp_path, tmp_path / "own")
    stage.player()
    path = stage.places.own / "bridges.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PACK, "utf-8")
    app = stage.app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(StudioScreen(Manuscript(path)))
        await until(pilot, lambda: "spans" in dump(app))
        await app.workers.wait_for_complete()
        assert "stale" not in dump(app)
