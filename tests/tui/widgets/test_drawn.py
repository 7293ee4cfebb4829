"""Drawn lines and buttons: what does not fit can be reached, and every button pressed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from quiz.tui.screen import Key, QuizScreen
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.drawn import Drawn

MOVE = Key("space", "Move", "space")


class Line(Widget, can_focus=True):
    """Something that has the focus."""


class Both(QuizScreen[None]):
    """Lines of which two fit, something to focus, and three buttons."""

    AUTO_FOCUS = "Line"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"note('{key}')", id=key) for key in ("x", "f3", "space")
    ]

    def __init__(self) -> None:
        super().__init__()
        self.drawn, self.buttons, self.none = Drawn(), Buttons(), Buttons()
        self.pressed: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.drawn
        yield self.none
        yield Line()
        yield self.buttons

    def action_note(self, what: str) -> None:
        self.pressed.append(what)


class Stub(App[None]):
    CSS = "Drawn { height: 2; } Buttons, Line { height: 1; }"

    def get_default_screen(self) -> Both:
        return Both()


async def test_lines_scroll_and_buttons_press() -> None:
    stub = Stub()
    async with stub.run_test(size=(80, 24)) as pilot:
        app = stub.screen
        assert isinstance(app, Both)
        app.drawn.put(*(Content(f"line {n}") for n in range(4)))
        app.buttons.put([Key("x", "Swap", "x"), Key("f3", "No idea", "f3"), MOVE])
        await pilot.pause()
        assert app.drawn.more
        assert app.drawn.render().plain.split("\n")[1].split() == ["line", "1", "more"]
        app.drawn.scroll_by(9)
        assert app.drawn.render().plain == "line 2\nline 3"
        app.drawn.scroll_by(-1)
        assert app.drawn.render().plain.startswith("line 1")
        assert app.buttons.render().plain == "    [ x Swap ]   [ f3 No idea ]   [ space Move ]"
        await pilot.press("tab", "enter", "tab", "right", "right", "enter")
        assert app.pressed == ["x", "space"], "no key comes back to the buttons"
        assert isinstance(app.focused, Line), "they give the focus back"
        for x in (6, 2, 20, 38):
            await pilot.click(app.buttons, offset=(x, 0))
        assert app.pressed == ["x", "space", "x", "f3", "space"]
        assert isinstance(app.focused, Line), "and do not take it by a click"
        assert not app.none.focusable
