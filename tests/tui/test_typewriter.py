"""With ASCII signs nothing is drawn that is not on a typewriter, on any screen."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color

from quiz.tui.typewriter import PLAIN, Typewriter
from tests.tui.house import Stage, dump, until

BLACK = Color(0, 0, 0)


def test_every_mark_has_one_cell_and_letters_stay() -> None:
    assert all(len(typed) == 1 and typed.isascii() for typed in PLAIN.values())
    line = [Segment("“Anora”… −60 │ Cérémonie 東京")]
    assert Typewriter().apply(line, BLACK) == [Segment('"Anora"~ -60 | Cérémonie 東京')]


async def test_a_round_in_ascii(stage: Stage) -> None:
    app = stage.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app._painted)
        app.keep(signs="ascii")
        for key, shown in (("c", "of 10"), ("p", "INTERMISSION"), ("p", "worth"), ("n", "NO IDEA")):
            await pilot.press(key)
            await until(pilot, lambda shown=shown: shown in dump(app))  # type: ignore[misc]
            strange = {c for c in dump(app) if not c.isascii() and not c.isalpha()}
            assert not strange, dump(app)
