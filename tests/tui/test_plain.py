"""Text from outside is shown as it is, and cut to whole cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Static

from quiz.core.text import Clean, clean
from quiz.errors import NotFound
from quiz.tui import plain

HOSTILE = clean("[/] [@click=app.quit]x[/] [red]no[/red] \\[ [[ $primary {0} %s")
TEXT = st.text().map(clean)


@given(TEXT)
def test_nothing_in_it_is_markup(text: Clean) -> None:
    assert plain.show(text).plain == text.replace("\t", " ")
    assert plain.oneline(text).plain == " ".join(text.split())
    assert not plain.show(text).spans


@given(TEXT, st.integers(0, 100), st.booleans())
def test_fit_gives_exactly_the_cells(text: Clean, cells: int, right: bool) -> None:
    assert plain.fit(plain.oneline(text), cells, right=right).cell_length == cells


@given(TEXT, TEXT, st.integers(4, 100))
def test_apart_fills_the_line(left: Clean, right: Clean, cells: int) -> None:
    line = plain.apart(plain.oneline(left), plain.oneline(right), cells)
    assert line.cell_length == cells


def test_fit_says_that_something_was_cut() -> None:
    assert plain.fit(Content("Palme d'Or History"), 8).plain == "Palme d…"


def test_rich_text_reads_no_markup() -> None:
    assert plain.rich_text(HOSTILE).plain == HOSTILE


class Stub(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(plain.show(HOSTILE))


async def test_a_toast_shows_hostile_text_as_it_is() -> None:
    app = Stub()
    async with app.run_test(notifications=True) as pilot:
        plain.toast(app, HOSTILE, title=HOSTILE)
        plain.toast_error(app, NotFound("There is no [b]", "nearest: [/]", "[@click=app.bell]go"))
        await pilot.pause()
        told = [(n.title, n.message, n.markup) for n in app._notifications]
        assert told[0] == (HOSTILE, HOSTILE, False)
        assert told[1] == ("There is no [b]", "nearest: [/]\n[@click=app.bell]go", False)
        assert app.query_one(Static).render().plain == HOSTILE  # type: ignore[union-attr]
