"""OwnOption: a wrong option that the author writes, looked at before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Input, Static

from quiz.core.text import Clean, clean, line
from quiz.store.desk.laid import Lying
from quiz.tui.plain import show
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.swapping import doubt, refusal, there
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rule import Rule

_KEYS = (
    Key("enter", "Take it", "enter"),
    Key("f1", "Help", "f1"),
    Key("esc", "Back", "escape"),
)


class OwnOptionScreen(QuizScreen[Clean]):
    """Gives the text of an option, or nothing."""

    heading = "An option of your own"
    notes = (
        "It must be wrong for sure, and of the kind of the answer: a person beside persons.",
        "The answer itself, other words for it, and what is on the card already are refused.",
    )
    AUTO_FOCUS = "#option"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take it", id="take", key_display="enter",
                tooltip="Put it on the card"),
        *QuizScreen.BINDINGS,
        Binding("escape", "dismiss", "Back", id="back", tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(self, lying: Lying, place: int) -> None:
        """Take the card, and the place of the option that shall go."""
        super().__init__()
        self._lying = lying
        self._place = place
        self._doubted = Clean("")

    def compose(self) -> ComposeResult:
        """The question, one field, and what speaks against it."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Static(
                Content.styled("   AN OPTION OF YOUR OWN", "bold $primary"), classes="head"
            )
            yield Rule()
            yield Static(id="what")
            with Horizontal(classes="field"):
                yield Static(signs.open, classes="edge")
                yield Input(id="option", max_length=600, compact=True)
                yield Static(signs.shut, classes="edge")
            yield Static(id="wrong")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write the question for the width there is."""
        question, width = self._lying.question, self.columns - 6
        prompt = wrap(clean(str(question.get("prompt", ""))), width)
        gone = line(there(self._lying)[self._place])
        rows = [show(row, "bold") for row in prompt]
        rows += [show(row, "$dim") for row in wrap(Clean(f"In the place of {gone}:"), width)]
        self.query_one("#what", Static).update(
            Content("\n").join(Content("   ") + row for row in rows)
        )

    def keys(self) -> Sequence[Key]:
        """The footer: keys that work in a field."""
        return _KEYS

    def action_take(self) -> None:
        """Take it, if nothing speaks against it; what is doubtful only when it is said again."""
        text = line(self.query_one("#option", Input).value)
        told = refusal(self._lying, self._place, text)
        if not told and text != self._doubted:
            told, self._doubted = doubt(self._lying, text), text
        if not told:
            self.dismiss(text)
            return
        rows = (Content("   ") + show(row, "$wrong") for row in wrap(told, self.columns - 6))
        self.query_one("#wrong", Static).update(Content("\n").join(rows))

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()
