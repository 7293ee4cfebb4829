"""Allow: why a pack may break a rule of the check, or one of its questions may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from quiz.core.problem import Problem
from quiz.core.text import Clean, line
from quiz.tui.plain import oneline, show
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rows import Rows
from quiz.tui.widgets.rule import Rule

_KEYS = (
    Key("enter", "Allow it", "enter"),
    Key("tab", "Next", "tab"),
    Key("f1", "Help", "f1"),
    Key("esc", "Back", "escape"),
)
_WHOM = (("one", Clean("this question")), ("all", Clean("the whole pack")))


class Reason(NamedTuple):
    """Why it is allowed, and whether to the whole pack."""

    why: Clean
    whole: bool


class AllowScreen(QuizScreen[Reason]):
    """Gives a reason, or nothing."""

    heading = "Allow it"
    notes = (
        "What is allowed is not objected to any more, here and in quiz check.",
        "It is written into the pack, with the reason for whoever reads it; undo takes it out.",
    )
    AUTO_FOCUS = "#why"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "allow", "Allow it", id="allow-it", key_display="enter",
                tooltip="Write it into the pack"),
        Binding("left", "whom(-1)", "For the question", id="less", show=False),
        Binding("right", "whom(1)", "For the pack", id="more", show=False),
        *QuizScreen.BINDINGS,
        Binding("escape", "dismiss", "Back", id="back", tooltip="Nothing is allowed"),
    ]  # fmt: skip

    def __init__(self, problem: Problem, *, whole: bool) -> None:
        """Ask about a warning; `whole` says that it can only be allowed to the whole pack."""
        super().__init__()
        self._problem = problem
        self._only = whole
        self._whom = "all" if whole else "one"

    def compose(self) -> ComposeResult:
        """What is objected to, the reason, and to whom it is allowed."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Static(Content.styled("   ALLOW IT", "bold $primary"), classes="head")
            yield Rule()
            for row in wrap(self._problem.message, self.columns - 6)[:4]:
                yield Static(Content("   ") + show(row))
            code = Clean(f"the rule {self._problem.code}")
            yield Static(Content("   ") + oneline(code, "$dim"))
            yield Static(Content("   It may be so, because:"), id="what")
            with Horizontal(classes="field"):
                yield Static(signs.open, classes="edge")
                yield Input(id="why", max_length=600, compact=True)
                yield Static(signs.shut, classes="edge")
            yield Rows(id="whom")
            yield Static(id="wrong")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the choice."""
        self._draw()

    def _draw(self) -> None:
        values = _WHOM[1:] if self._only else _WHOM
        field = Field("whom", "For", values, self._whom)
        self.query_one("#whom", Rows).put([field.row(self.columns, self.game.signs)])

    def keys(self) -> Sequence[Key]:
        """The footer: keys that work in a field."""
        return _KEYS

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The arrows belong to the reason while it is typed."""
        del parameters
        return action != "whom" or not isinstance(self.focused, Input)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Take whom was clicked."""
        if event.spot:
            self._whom = event.spot
            self._draw()

    def action_whom(self, step: int) -> None:
        """Allow it to the question, or to the pack."""
        if not self._only:
            self._whom = _WHOM[step > 0][0]
            self._draw()

    @on(Input.Submitted)
    def action_allow(self) -> None:
        """Give the reason, if there is one."""
        why = line(self.query_one("#why", Input).value)
        if why:
            self.dismiss(Reason(why, self._whom == "all"))
            return
        told = Clean("Say why, for whoever reads the pack.")
        self.query_one("#wrong", Static).update(Content("   ") + oneline(told, "$close"))
        self.query_one("#why", Input).focus()
