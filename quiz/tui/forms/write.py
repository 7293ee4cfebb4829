"""Write: a text or a number, typed; with its unit, with clues, and with one more try."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from quiz.core import form as core
from quiz.core.amount import numbers_in
from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.field import FieldLine
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.lines import cut, wrap
from quiz.tui.widgets.numberline import numberline
from quiz.tui.widgets.rule import rule

_LARGEST = 1e15
"""Beyond this a number line says nothing."""


class WriteForm(Form, can_focus=False):
    """Open clues, the field with its unit, and below it what is to be said of a close try."""

    typed: ClassVar[bool] = True
    reasoned: ClassVar[bool] = True

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.shape = core.Write()
        self.opened = 1
        self._nearly = Clean("")
        self._clues, self._line, self._below = Drawn(), FieldLine(), Drawn()

    def compose(self) -> ComposeResult:
        """Clues above the field, the rest below it."""
        yield self._clues
        yield self._line
        yield self._below

    @property
    def keys(self) -> str:
        """What Enter does besides answering."""
        return "clue" if self.opened < len(self.shape.clues) else ""

    @property
    def wide(self) -> int:
        """The cells there are, known or expected."""
        return self.size.width or min(80, self.app.size.width)

    def load(self, shape: core.Form) -> None:
        """Take the unit and the clues; the field is empty."""
        assert isinstance(shape, core.Write)  # noqa: S101 - forms are made by shape
        self.shape, self.outcome, self._nearly = shape, None, Clean("")
        self._line.display = True
        self._line.empty(shape.unit)
        self.open(1)

    def restore(self, clues: int, found: tuple[Clean, ...]) -> None:
        """Open the clues that were open."""
        del found
        self.open(clues)

    def begin(self) -> None:
        """Type at once."""
        self._line.field.focus(scroll_visible=False)

    def open(self, clues: int) -> None:
        """Show the first so many clues."""
        self.opened = clues
        self._redraw()

    def again(self, clues: int) -> None:
        """That was not it: the field is free, and a further clue is open."""
        self._line.empty(self.shape.unit)
        self.open(clues)

    def close(self, sentence: Clean) -> None:
        """Say that the answer was close, and that there is one more try."""
        self._nearly = sentence
        self._redraw()

    def judged(self, outcome: Outcome) -> None:
        """Show what was typed, and the answer, in the place of the field."""
        super().judged(outcome)
        self._line.display = False
        self._redraw()

    def wants(self, width: int) -> int:
        """Clues and field, and what is said of a close try."""
        field = 0 if self.outcome is not None else 1
        return len(self._clue_lines(width)) + field + len(self._below_lines(width))

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._redraw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was said of the last entry is over once another one is typed."""
        event.stop()
        if event.value:
            self.note("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter gives what stands in the field."""
        event.stop()
        text = self._line.text
        if self.outcome is not None:
            return
        if text and self.shape.number and not numbers_in(text, self.shape.unit):
            self.note("A number is asked for. F3 if you have no idea.")
        elif text:
            self.give(text)
        else:
            self.post_message(self.Emptied())

    def _redraw(self) -> None:
        width = self.wide
        clues, below = self._clue_lines(width), self._below_lines(width)
        # What is typed, and the answer, stay in sight: the first clues give way.
        room = max(1, self.size.height - (self.outcome is None) - len(below))
        self._clues.styles.height = min(len(clues), room) if self.size.height else len(clues)
        self._clues.put_end(*clues)
        self._below.put(*below)

    @property
    def more(self) -> bool:
        """Whether there are more clues than fit."""
        return self._clues.more

    def scroll_by(self, step: int) -> None:
        """Show earlier clues, or later ones."""
        self._clues.scroll_by(step)

    def _clue_lines(self, width: int) -> list[Content]:
        indent, room = (6, 67) if width >= 80 else (4, width - 6)
        lines = []
        for number, clue in enumerate(self.shape.clues[: self.opened], 1):
            for i, text in enumerate(wrap(clue, room)):
                start = f"{number if i == 0 else '':>{indent - 2}}  "
                lines.append(Content.styled(start, "bold $primary") + plain.show(text))
        closed = len(self.shape.clues) - self.opened
        if closed > 0 and self.outcome is None:
            more = "one more clue" if closed == 1 else f"{closed} more clues"
            told = f"{self.signs.coming}  {more}: enter on the empty field opens the next"
            lines.append(Content(" " * (indent - 3)) + Content.styled(told, "$dim"))
        return lines

    def _below_lines(self, width: int) -> list[Content]:
        if self.outcome is not None:
            return self._told(self.outcome, width)
        if not self._nearly:
            return []
        title = Content.styled(f"{self.signs.close} CLOSE", self.tone("close"))
        end = "one more try, for 0.8 of the points" if width >= 80 else "one more try, at 0.8"
        indent = " " * (4 if width >= 80 else 1)
        return [
            Content(""),
            rule(width, self.signs, title, Content(end)),
            Content(""),
            Content(indent) + plain.oneline(self._nearly),
        ]

    def _told(self, outcome: Outcome, width: int) -> list[Content]:
        drawn = self._number(outcome, width) if self.shape.number else []
        if drawn:
            return drawn
        mark, why = outcome.verdict.mark, outcome.verdict.why
        answer = self._row(self.signs.right, outcome.verdict.expected, "the answer", "right", width)
        if mark == "passed":
            return [answer]
        sign, name = {
            "right": (self.signs.right, "right"),
            "part": (self.signs.part, "close"),
        }.get(mark, (self.signs.wrong, "wrong"))
        remark = why or ("your answer, and right" if mark == "right" else "yours")
        mine = self._row(sign, outcome.given.text, remark, name, width)
        return [mine] if mark == "right" else [mine, answer]

    def _row(self, sign: str, text: Clean, remark: str, name: str, width: int) -> Content:
        """One line: sign and text at the left, the remark at the right."""
        ink = self.tone(name)
        indent, end = (3, width - 2) if width >= 80 else (1, width - 2)
        told = plain.oneline(Clean(remark), ink)
        room = end - indent - 3 - min(told.cell_length, (end - indent) * 2 // 3) - 2
        told = told.truncate((end - indent) * 2 // 3, ellipsis=True)
        mine = Content.styled(f"{sign}  ", ink) + plain.show(cut(text, max(8, room)), ink)
        return Content(" " * indent) + plain.apart(mine, told, end - indent)

    def _number(self, outcome: Outcome, width: int) -> list[Content]:
        """The number line; nothing where there is no number, or the true one."""
        figures = outcome.verdict.figures
        if figures is None or figures[0] == figures[1] or max(map(abs, figures)) > _LARGEST:
            return []
        truth, yours = figures
        mark = outcome.verdict.mark
        ink = self.tone({"right": "right", "part": "close"}.get(mark, "wrong"))
        return numberline(yours, truth, width, self.signs, ink)
