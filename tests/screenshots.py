"""Pictures of the main screens, from a scripted save: ``python -m tests.screenshots docs``.

Every picture is drawn twice, at 80 x 24 and 120 x 40, as SVG and as PNG. Clock, stopwatch and
chance stand still, so that the same program draws the same pictures.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from contextlib import chdir
from functools import partial
from pathlib import Path
from typing import Any

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read once, when Textual is imported
os.environ.pop("NO_COLOR", None)

from textual.events import Paste

from quiz.core.form import Arrange, Write
from quiz.core.text import clean
from quiz.tui import table
from quiz.tui.app import Start
from quiz.tui.screens.desk import DeskScreen
from quiz.tui.screens.play import PlayScreen
from quiz.tui.table import Table
from quiz.tui.themes import PALETTES
from quiz.tui.watch import Watch
from tests.tui.house import EVENING, Clock, House, Stage, dump, filled, right, until, wrong

SIZES = ((80, 24), (120, 40))
FONT = "DejaVu Sans Mono"
_FACES = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
_WATCH = [0.0]
OWN = Path(__file__).parent / "documents"
CAPITALS = (
    "France,Paris,Europe",
    "Peru,Lima,South America",
    "Ghana,Accra,Africa",
    "Japan,Tokyo,Asia",
    "Kenya,Nairobi,Africa",
    "Norway,Oslo,Europe",
    "Vietnam,Hanoi,Asia",
)


class Camera:
    """Writes what an app shows, under a name."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self.folder = folder
        self.size = size
        self.taken: list[Path] = []

    def take(self, app: House, name: str) -> None:
        """Write one picture as SVG and PNG."""
        svg = app.export_screenshot(title="Palmarès")
        svg = _FACES.sub("", svg).replace("Fira Code", FONT)
        file = self.folder / f"{name}-{self.size[0]}x{self.size[1]}.svg"
        file.write_text(svg, "utf-8")
        file.with_suffix(".png").write_bytes(_png(svg))
        self.taken.append(file)


def _png(svg: str) -> bytes:
    """Draw an SVG."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg))


async def lobby(camera: Camera, folder: Path) -> None:
    """Draw the screens around a round."""
    stage = filled(folder)
    app = stage.app()
    async with app.run_test(size=camera.size) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.pause()
        camera.take(app, "home")
        for where, name, text in (
            ("pack:palme-dor-history", "setup", "To beat"),
            ("boards", "boards", "PLAYER"),
            ("settings", "settings", "Shipped packs"),
        ):
            app.go(where)
            await until(pilot, lambda text=text: text in dump(app))  # type: ignore[misc]
            if name == "boards":
                await pilot.press("right")
            await pilot.pause()
            camera.take(app, name)
            await pilot.press("q")
            await until(pilot, lambda: "Continue" in dump(app))
        for palette in PALETTES if camera.size == SIZES[0] else ():
            app.theme = palette.name
            await pilot.pause()
            await pilot.pause(0.05)
            camera.take(app, f"theme-{palette.name}")


async def welcome(camera: Camera, folder: Path) -> None:
    """Draw the first start."""
    stage = Stage(folder, clock=Clock(EVENING))
    stage.players.suggested_name = lambda: clean("Mira")  # type: ignore[method-assign]
    app = stage.app()
    async with app.run_test(size=camera.size) as pilot:
        await until(pilot, lambda: "Choose a pack" in dump(app))
        await pilot.pause()
        camera.take(app, "first")


async def game(camera: Camera, folder: Path) -> None:
    """Draw a round: the question, the verdict, the pause, and how it ends."""
    app = filled(folder).app()
    async with app.run_test(size=camera.size) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("c")
        await until(pilot, lambda: "question 6 of 10" in dump(app))
        _WATCH[0] += 8.0
        await _tick(app, pilot)
        camera.take(app, "play")
        await pilot.press("p")
        await until(pilot, lambda: "INTERMISSION" in dump(app))
        await pilot.pause()
        camera.take(app, "pause")
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        await _answer(app, pilot, good=True)
        camera.take(app, "verdict")
        await pilot.press("question_mark")
        await until(pilot, lambda: "EVERYWHERE" in dump(app))
        await pilot.pause()
        camera.take(app, "help")
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        await _next(app, pilot)
        good = True
        while isinstance(app.screen, PlayScreen):
            _WATCH[0] += 6.5
            await _answer(app, pilot, good=good)
            await _next(app, pilot)
            good = not good
        await until(pilot, lambda: "THE END" in dump(app))
        await pilot.pause()
        camera.take(app, "results")


async def kinds(camera: Camera, folder: Path) -> None:
    """Draw a year that is wrong, a typed answer, and things to be put in order."""
    await _kind(camera, folder / "1", "palme-dor-history", "number", _is_year)
    await _kind(camera, folder / "2", "casting-anecdotes", "typed", _is_typed)
    await _kind(camera, folder / "3", "palme-dor-history", "order", _is_order)


def _is_year(table: Table) -> bool:
    """Whether a year is asked for."""
    question = table.dealt.question
    return question.difficulty > 3 and question.kind == "number"


def _is_typed(table: Table) -> bool:
    """Whether words are to be typed."""
    form = table.round.form
    return isinstance(form, Write) and not form.number and not form.clues


def _is_order(table: Table) -> bool:
    """Whether things are to be put in order."""
    return isinstance(table.round.form, Arrange)


async def _kind(
    camera: Camera, folder: Path, pack: str, name: str, fits: Callable[[Table], bool]
) -> None:
    """Answer a whole pack until a question fits, and draw that; a year with its verdict."""
    from quiz.core.deal import Want
    from quiz.core.rules import Rules

    stage = Stage(folder, clock=Clock(EVENING))
    app = stage.app(player=stage.player(), start=Start("classic", (pack,), Want(0), Rules(), 7))
    async with app.run_test(size=camera.size) as pilot:
        await until(pilot, lambda: isinstance(app.screen, PlayScreen))
        await until(pilot, lambda: "question 1 of" in dump(app))
        while isinstance(app.screen, PlayScreen) and not fits(app.screen.table):
            _WATCH[0] += 6.0
            await _answer(app, pilot, good=True)
            await _next(app, pilot)
        if not isinstance(app.screen, PlayScreen):
            return
        await pilot.pause()
        if name == "number":
            form, answer = app.screen.stage.form, app.screen.table.dealt.question.expected()
            assert form is not None
            form.give(clean(str(int(answer) - 3)))
            await until(pilot, lambda: "WRONG" in dump(app))
            await pilot.pause()
        camera.take(app, name)


async def authors(camera: Camera, folder: Path) -> None:
    """Draw a table being read, the studio, a question in it, and the review desk."""
    notes = folder / "skerrow-light.md"
    notes.write_bytes((OWN / notes.name).read_bytes())
    table = folder / "capitals.csv"
    table.write_text("Country,Capital,Continent\n" + "\n".join(CAPITALS), "utf-8")
    app = filled(folder / "saves").app()
    with chdir(folder):  # a path that is the same each time
        await _authors(camera, app, table, notes)


async def _authors(camera: Camera, app: House, table: Path, notes: Path) -> None:
    async with app.run_test(size=camera.size) as pilot:
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("m")
        await until(pilot, lambda: "FROM A FILE" in dump(app))
        app.screen.post_message(Paste(table.name))
        await until(pilot, lambda: "this is how it will be read" in dump(app))
        await pilot.pause()
        camera.take(app, "make")
        await pilot.press("enter")
        await until(pilot, lambda: "STUDIO" in dump(app) and "about the pack" in dump(app))
        await pilot.press("enter")
        await until(pilot, lambda: "AS THE PLAYER SEES IT" in dump(app))
        await until(pilot, lambda: "Paris" in dump(app).split("AS THE PLAYER SEES IT")[-1])
        await pilot.pause()
        camera.take(app, "studio")
        await pilot.press("escape")
        await until(pilot, lambda: "about the pack" in dump(app))
        await pilot.press("q")
        await until(pilot, lambda: "FROM A FILE" in dump(app))
        await pilot.press("escape")
        await until(pilot, lambda: "Continue" in dump(app))
        await pilot.press("m")
        await until(pilot, lambda: "FROM A FILE" in dump(app))
        await pilot.press("down")
        await until(pilot, lambda: "FROM MY NOTES" in dump(app))
        app.screen.post_message(Paste(notes.name))
        await until(pilot, lambda: isinstance(app.screen, DeskScreen))
        app.clear_notifications()
        await pilot.pause()
        camera.take(app, "desk")


async def _tick(app: House, pilot: Any) -> None:
    """Let the screen see what the stopwatch says."""
    await pilot.pause(0.3)


async def _answer(app: House, pilot: Any, *, good: bool) -> None:
    """Answer by way of the form."""
    screen = app.screen
    assert isinstance(screen, PlayScreen)
    seen = screen.table
    given = (right if good else wrong)(seen.dealt.question, seen.round.form)
    before = len(seen.state.attempts)
    if given.passed:
        await pilot.press("f3" if isinstance(seen.round.form, Write) else "n")
    else:
        assert screen.stage.form is not None
        screen.stage.form.give(*given.values)
    await until(pilot, lambda: len(seen.state.attempts) > before)
    await pilot.pause()


async def _next(app: House, pilot: Any) -> None:
    """Go on to the next question, or to the results."""
    screen = app.screen
    assert isinstance(screen, PlayScreen)
    play, count = screen.table, len(screen.table.records)
    _WATCH[0] += 0.5
    await pilot.press("enter")
    await until(pilot, lambda: app.screen is not screen or len(play.records) > count)
    await pilot.pause()


async def everything(folder: Path) -> list[Path]:
    """Draw all pictures into a folder."""
    taken: list[Path] = []
    for size in SIZES:
        camera = Camera(folder, size)
        for scene in (welcome, lobby, game, kinds, authors):
            with tempfile.TemporaryDirectory(prefix="palmares-") as saves:
                await scene(camera, Path(saves))
        taken += camera.taken
    return taken


def main() -> int:
    """Draw all pictures into the folder that is named."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs").absolute()
    folder.mkdir(parents=True, exist_ok=True)
    setattr(table, "Watch", partial(Watch, lambda: _WATCH[0]))  # noqa: B010 - a stand-in
    taken = asyncio.run(everything(folder))
    sys.stderr.write(f"{len(taken)} pictures in {folder}, each as SVG and PNG.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
