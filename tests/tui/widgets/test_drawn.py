"""Drawn lines and buttons: what does not fit can be reached, and every button pressed."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.content import Content

from quiz.tui.screen import Key
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.drawn import Drawn


class Both(App[None]):
    """Lines of which two fit, and two buttons."""

    CSS = "Drawn { height: 2; } Buttons { height: 1; }"
    BINDINGS = [Binding("x", "press('x')"), Binding("f3", "press('f3')")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.drawn, self.buttons, self.none = Drawn(), Buttons(), Buttons()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.drawn
        yield self.none
        yield self.buttons

    def action_press(self, what: str) -> None:
        self.pressed.append(what)


async def test_lines_scroll_and_buttons_press() -> None:
    app = Both()
    async with app.run_test(size=(80, 24)) as pilot:
        app.drawn.put(*(Content(f"line {n}") for n in range(4)))
        app.buttons.put([Key("x", "Swap", "x"), Key("f3", "No idea", "f3")])
        await pilot.pause()
        assert app.drawn.more
        assert app.drawn.render().plain.split("\n")[1].split() == ["line", "1", "more"]
        app.drawn.scroll_by(9)
        assert app.drawn.render().plain == "line 2\nline 3"
        app.drawn.scroll_by(-1)
        assert app.drawn.render().plain.startswith("line 1")
        assert app.buttons.render().plain == "    [ x Swap ]   [ f3 No idea ]"
        await pilot.press("tab", "enter", "right", "right", "space")
        assert app.pressed == ["x", "f3"]
        await pilot.click(app.buttons, offset=(6, 0))
        await pilot.click(app.buttons, offset=(2, 0))
        await pilot.click(app.buttons, offset=(20, 0))
        assert app.pressed == ["x", "f3", "x", "f3"]
        assert not app.none.focusable
