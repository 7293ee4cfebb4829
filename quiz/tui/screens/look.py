"""Look: the questions of a finished round again, one at a time, with all there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.board import Line
from quiz.core.records import Attempt
from quiz.core.round import Round
from quiz.core.state import Dealt
from quiz.core.text import Clean
from quiz.errors import QuizError
from quiz.tui import plain
from quiz.tui.forms.base import Manner
from quiz.tui.screen import QuizScreen
from quiz.tui.stakes import signed
from quiz.tui.widgets import outcome, why
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.marks import TONES, sign
from quiz.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from quiz.core.pack import Pack


class LookScreen(QuizScreen[None]):
    """One answered question; left and right go to the others of its round."""

    heading = "Look"
    notes = ("What was given, what was right and why, and where it is written.",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other(-1)", "Question", id="before", key_display="←→",
                tooltip="The question before"),
        Binding("right", "other(1)", "Question", id="after", show=False,
                tooltip="The question after"),
        Binding("down", "read(1)", "Read on", id="down", key_display="↑↓",
                tooltip="What does not fit"),
        Binding("up", "read(-1)", "Back up", id="up", show=False, tooltip="What was before"),
        *QuizScreen.BINDINGS,
        Binding("q,escape,enter,v", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to where you were"),
    ]  # fmt: skip

    text = query_one("#text", Drawn)
    head = query_one("#head", Static)

    def __init__(self, what: Round | Line, at: int = 0) -> None:
        """Take a round, or the line of one on a board; `at` is the answer to begin with."""
        super().__init__()
        self._what = what
        self._round: Round | None = what if isinstance(what, Round) else None
        self._at = at

    def compose(self) -> ComposeResult:
        """Lay out the head and the text."""
        with Vertical(classes="stage"):
            yield Static(id="head")
            yield Rule()
            yield Drawn(id="text")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fetch the round of a board's line."""
        if isinstance(self._what, Line):
            self._round = self.game.seat.look(self._what)

    def on_resize(self, _: Resize) -> None:
        """Write it for the width there is."""
        self._write()

    def action_other(self, step: int) -> None:
        """Go to the next question of the round, or back."""
        count = len(self._round.state.attempts) if self._round else 0
        self._at = max(0, min(count - 1, self._at + step))
        self._write()

    def action_read(self, step: int) -> None:
        """Show what does not fit."""
        self.text.scroll_by(step)

    def _write(self) -> None:
        round, width = self._round, self.columns
        if round is None or not round.state.attempts:
            told = Clean("The questions of this round are not here any more.")
            self.text.put(Content(""), *why.paragraphs(told, width, "$dim"))
            return
        attempts = round.state.attempts
        self._at = min(self._at, len(attempts) - 1)
        attempt = attempts[self._at]
        title = Content.styled(f"   QUESTION {self._at + 1} OF {len(attempts)}", "bold $primary")
        points = Content.styled(f"{signed(attempt.points)} points  ", "bold $primary")
        self.head.update(plain.apart(title, points, width))
        dealt = next((d for d in round.dealt if d is not None and d.key == attempt.question), None)
        self.text.put(*self._told(attempt, dealt, width))

    def _told(self, attempt: Attempt, dealt: Dealt | None, width: int) -> list[Content]:
        blank = Content("")
        lines = [blank]
        if dealt:
            lines += why.paragraphs(dealt.question.prompt, width, "bold")
        else:
            lines += why.paragraphs(Clean("This question is not in its pack any more."), width)
        lines += [blank, *self._answers(attempt, width)]
        if attempt.reason:
            lines += [blank, *why.paragraphs(attempt.reason, width)]
        if dealt:
            if dealt.question.explanation:
                lines += [blank, *why.explained(dealt.question, width)]
            pack = self._pack(dealt.pack)
            lines += [blank, *why.sources(pack, dealt.question, width, self.game.signs)]
        return lines

    def _pack(self, id: str) -> Pack | None:
        try:
            return self.game.library.load(id)
        except QuizError:
            return None

    def _answers(self, attempt: Attempt, width: int) -> list[Content]:
        """What was given with its sign, and what was right where that is something else."""
        game = self.game
        signs, manner = game.signs, Manner(bare=game.no_color, signs=game.signs)
        mark = attempt.mark
        given = outcome.told(attempt, signs)
        told = [(sign(mark, signs), given, Clean("your answer"), manner.tone(TONES[mark]))]
        if mark != "right":
            told.append((signs.right, attempt.expected, Clean("the answer"), manner.tone("right")))
        indent, room = (3, 52) if width >= 80 else (1, width - 17)
        lines = []
        for drawn, text, word, ink in told:
            for i, line in enumerate(wrap(text, room)):
                start = Content.styled(f"{drawn}  " if i == 0 else "   ", ink)
                left = start + plain.show(line, ink)
                right = Content.styled(word, "$dim") if i == 0 else Content("")
                row = plain.apart(left, right, width - 2 - indent)
                lines.append(Content(" " * indent) + row)
        return lines
