"""First start: the name is filled in, one Enter plays, and nothing else is asked."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Input, Static

from quiz.core.text import clean
from quiz.errors import QuizError, Unsaved
from quiz.tui.plain import toast, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.marquee import Marquee
from quiz.tui.widgets.rows import Row, Rows

_MANY = ("no packs are", "one is", "two are", "three are", "four are", "five are", "six are",
         "seven are", "eight are", "nine are")  # fmt: skip


_CLOCK = "The clock only melts a bonus. It never ends a question, and you can switch it off."
_SAVED = "Every answer is saved the moment you give it."


class FirstScreen(QuizScreen[None]):
    """The welcome."""

    heading = "Welcome"
    notes = (
        "Type your name, or keep the one that is there, and press Enter: the first round starts.",
        _CLOCK,
    )
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "play", "Play", id="play", key_display="enter",
                tooltip="Play the first round"),
        Binding("tab", "app.focus_next", "Next", id="next", tooltip="Name, then choices"),
        Binding("f1", "help", "Help", id="help", key_display="f1", tooltip="How this works"),
        Binding("question_mark", "help", "Help", id="help", show=False),
        Binding("ctrl+q", "app.leave", "Quit", id="leave", key_display="ctrl+q",
                tooltip="Leave; nothing was saved yet"),
        Binding("escape", "app.leave", "Quit", id="quit", show=False),
        Binding("up", "choice(-1)", "Choose", id="up", show=False),
        Binding("down", "choice(1)", "Choose", id="down", show=False),
    ]  # fmt: skip

    rows = query_one("#choices", Rows)
    field = query_one("#name", Input)

    def compose(self) -> ComposeResult:
        """Lay out the welcome, the name, and the choices."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Marquee()
            yield Static(Content("Welcome. Take your seat."), id="welcome")
            with Horizontal(classes="field"):
                yield Static(Content.styled("Your name", "$dim"), id="label")
                yield Static(signs.open, classes="edge")
                yield Input(self.game.players.suggested_name(), id="name", max_length=40,
                            compact=True, select_on_focus=False)  # fmt: skip
                yield Static(signs.shut, classes="edge")
            yield Rows(mark=16, steady=True, id="choices")
            yield Static(Content.styled(f"{_CLOCK} {_SAVED}", "$dim"), id="note")
        yield KeyLine()

    def on_mount(self) -> None:
        """Go on loading as soon as this is painted."""
        self.call_after_refresh(self.game.painted)

    def on_resize(self, _: Resize) -> None:
        """Offer what there is to play."""
        many = len(self.game.playable())
        here = f"{_MANY[many] if many < len(_MANY) else f'{many} are'} here"
        if many > 1 and all(header.shipped for header in self.game.playable()):
            here += ", all about one film"
        rows = {
            "first": ("Play the first round", "ten questions, easy ones first"),
            "packs": ("Choose a pack", here),
            "make": ("Make a pack", "from your notes or your own files"),
        }
        self.rows.mark = 16 if self.columns >= 80 else 1
        indent = " " * (self.rows.mark + 2)
        self.rows.put(
            Row(id, (Content.assemble(indent, f"{what:<25}", (more, "$dim")),))
            for id, (what, more) in rows.items()
        )

    def action_choice(self, step: int) -> None:
        """Go through the choices from the name."""
        self.set_focus(self.rows)
        self.rows.action_step(step)

    def action_play(self) -> None:
        """Take the highlighted choice."""
        self._go(self.rows.chosen)

    @on(Input.Submitted)
    def _named(self) -> None:
        self._go(self.rows.chosen)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._go(event.row)

    def _go(self, choice: str) -> None:
        """Make the player, and open what was chosen."""
        from quiz.tui.doors import play_first
        from quiz.tui.screens.home import HomeScreen

        app, name = self.game, clean(self.field.value)
        try:
            player = app.players.create(name)
            app.players.remember(player)
        except Unsaved as wrong:
            toast(self.app, clean(wrong.message), severity="warning", timeout=10)
            player = app.players.guest(name)
        except QuizError as wrong:
            toast_error(self.app, wrong)
            self.field.focus()
            return
        app.sit(player)
        app.push_screen(HomeScreen())
        if choice in ("packs", "make"):
            app.go(choice)
        else:
            play_first(app)
