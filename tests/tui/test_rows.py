"""Rows: the cursor, the ends, clicks, and lists that stand one above the other."""

from __future__ import annotations

from typing import Any

from textual.app import App, ComposeResult
from textual.content import Content

from quiz.tui.widgets.rows import Row, Rows
from tests.tui.house import dump, until


def row(id: str, *more: str, spots: Any = ()) -> Row:
    return Row(id, (Content(f"   {id or 'head'}"), *map(Content, more)), spots)


class Two(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str, bool]] = []

    def compose(self) -> ComposeResult:
        yield Rows(id="one")
        yield Rows(id="two")

    def on_mount(self) -> None:
        one, two = self.query_one("#one", Rows), self.query_one("#two", Rows)
        one.styles.height = two.styles.height = "auto"
        one.below, two.above = two, one
        one.put([row("a"), row("b")])
        two.put([row(""), row("c", "   below"), row("d", spots=((3, 4, "spot"),))])

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        self.told.append((event.row, event.spot, event.clicked))


async def test_the_cursor_goes_from_list_to_list_over_heads(tmp_path: Any) -> None:
    app = Two()
    async with app.run_test(size=(40, 10)) as pilot:
        one, two = app.query_one("#one", Rows), app.query_one("#two", Rows)
        one.enter(1)
        await pilot.press("up", "down", "down")
        assert two.has_focus
        assert two.chosen == "c"
        await pilot.press("end")
        assert two.chosen == "d"
        await pilot.press("down", "home", "up")
        assert one.has_focus
        assert one.chosen == "b"
        await until(pilot, lambda: " ▸ b" in dump(app))  # type: ignore[arg-type]


async def test_a_click_says_what_was_clicked() -> None:
    app = Two()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.click("#two", offset=(5, 2))
        await pilot.click("#two", offset=(3, 3))
        await pilot.click("#two", offset=(9, 3))
        await pilot.click("#two", offset=(5, 0))
        await until(pilot, lambda: len(app.told) >= 3)
        assert app.told == [("c", "", True), ("d", "spot", True), ("d", "", True)]


async def test_the_cursor_stays_on_its_row_when_others_come() -> None:
    app = Two()
    async with app.run_test(size=(40, 10)):
        one = app.query_one("#one", Rows)
        one.put([row("a"), row("b")], at="b")
        one.put([row("x"), row("a"), row("b")])
        assert one.chosen == "b"
        one.put([row("x"), row("y")])
        assert one.chosen == "x"
        one.put([])
        assert one.chosen == ""


async def test_ten_thousand_rows_are_drawn_by_the_line() -> None:
    app = Two()
    async with app.run_test(size=(40, 10)) as pilot:
        one = app.query_one("#one", Rows)
        one.styles.max_height = 8
        one.put(row(f"r{n}") for n in range(10_000))
        one.enter(-1)
        await until(pilot, lambda: "▸ r9999" in dump(app))  # type: ignore[arg-type]
        await pilot.press("pageup")
        assert one.chosen == "r9992"
        assert len(list(one.children)) <= 2
