"""Forms without a screen: keys go in, messages come out, lines can be read."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.message import Message

from quiz.core import form as core
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from quiz.tui.forms import FORMS
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.rows import RowForm

NAMES = {"enter": "\r", "space": " ", "backspace": "\x08"}


class Pressed:
    """A form of rows that was loaded, and what it has posted."""

    def __init__(self, shape: core.Form, **manner: Any) -> None:
        form = FORMS[type(shape)](Manner(**manner))
        assert isinstance(form, RowForm)
        self.form, self.posted = form, list[Message]()
        form.post_message = self._post  # type: ignore[method-assign]
        form.load(shape)

    def _post(self, message: Message) -> bool:
        if message.__class__.__module__.startswith("quiz."):
            self.posted.append(message)
        return True

    def press(self, *keys: str) -> None:
        for key in keys:
            character = NAMES.get(key, key if len(key) == 1 else None)
            self.form.on_key(events.Key(key, character))

    def click(self, line: int, x: int = 20) -> None:
        self.form.on_click(
            events.Click(
                self.form, x, line, 0, 0, 1, False, False, False, screen_x=x, screen_y=line
            )
        )

    @property
    def given(self) -> tuple[str, ...] | None:
        """The answer that was given; None if there is none."""
        found = [m.given.values for m in self.posted if isinstance(m, Form.Given)]
        assert len(found) < 2, "answered twice"
        return found[0] if found else None

    @property
    def noted(self) -> str:
        """The last sentence."""
        found = [m.text for m in self.posted if isinstance(m, Form.Noted)]
        return found[-1] if found else ""

    def lines(self, width: int = 80) -> list[str]:
        """The drawn lines."""
        return [line.plain.rstrip() for row in self.form.rows(width) for line in row]

    def judge(self, verdict: Verdict, *given: str, answers: tuple[str, ...] = ()) -> list[str]:
        """Show a verdict; the drawn lines."""
        right = cleans(*(answers or (verdict.expected,)))
        self.form.judged(Outcome(core.Given(cleans(*given)), verdict, right))
        return self.lines()


def cleans(*texts: str) -> tuple[Clean, ...]:
    return tuple(Clean(text) for text in texts)
