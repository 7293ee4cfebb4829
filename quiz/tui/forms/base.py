"""Form: the widget in which an answer is given; it knows the options, not the answer.

There is one form for each shape of answer in `quiz.core.form`. A form is loaded with a shape,
posts `Form.Given` once the player has answered, and is then told the verdict to draw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message
from textual.widget import Widget

from quiz.core import form as core
from quiz.core.text import Clean
from quiz.core.verdict import Verdict
from quiz.tui.signs import UNICODE, Signs


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict as a form draws it: what was given, what was said of it, and what was right.

    `answers` are the right options, items in order, entries, or partners of the left side.
    """

    given: core.Given
    verdict: Verdict
    answers: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a player likes forms to behave and look.

    `confirm` asks for Enter after the key that picks an option; `airy` puts a blank line between
    options. After the verdict `folded` cuts options to one line each, and `tight` leaves only
    those that matter. `bare` says that there is no colour, so that something else must tell.
    """

    confirm: bool = False
    airy: bool = False
    folded: bool = False
    tight: bool = False
    bare: bool = False
    signs: Signs = UNICODE

    def tone(self, name: str) -> str:
        """The style of right, wrong, close or passed."""
        if name == "wrong":
            return "underline $wrong" if self.bare else "$wrong"
        return "$dim" if name == "passed" else f"bold ${name}"


class Form(Widget, can_focus=True):
    """Base of the forms: what the play screen may ask of any of them."""

    class Given(Message):
        """The player has answered."""

        def __init__(self, given: core.Given) -> None:
            super().__init__()
            self.given = given

    class Noted(Message):
        """There is a sentence to say about what was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Emptied(Message):
        """Enter was pressed with nothing to give."""

    class Typed(Message):
        """A text stands in the field of a form that is probed while it is typed."""

        def __init__(self, text: Clean) -> None:
            super().__init__()
            self.text = text

    typed: ClassVar[bool] = False
    """Whether the answer is typed, so that letters belong to the field and commands to F keys."""
    reasoned: ClassVar[bool] = False
    """Whether it shows the judge's reason itself."""
    verb: ClassVar[str] = "Answer"
    """What the answer keys do, for the footer."""

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.manner = manner
        self.outcome: Outcome | None = None

    def tone(self, name: str) -> str:
        """The style of right, wrong, close or passed."""
        return self.manner.tone(name)

    @property
    def signs(self) -> Signs:
        """The drawn characters."""
        return self.manner.signs

    @property
    def keys(self) -> str:
        """The answer keys as the footer names them, such as A-D; "" where there are none."""
        return ""

    @property
    def more(self) -> bool:
        """Whether there is more than fits."""
        return False

    def scroll_by(self, step: int) -> None:
        """Show what is further down, or up."""

    def load(self, shape: core.Form) -> None:
        """Take a new question's shape, with nothing given yet."""
        raise NotImplementedError

    def restore(self, clues: int, found: tuple[Clean, ...]) -> None:
        """Bring it to where an interrupted question stood."""

    def wants(self, width: int) -> int:
        """How many lines it needs at a width."""
        raise NotImplementedError

    def judged(self, outcome: Outcome) -> None:
        """Show the verdict on what was given; nothing can be given any more."""
        self.outcome = outcome
        self.refresh()

    def begin(self) -> None:
        """Take the keys."""
        self.focus(scroll_visible=False)

    def give(self, *values: Clean) -> None:
        """Post an answer."""
        if self.outcome is None:
            self.post_message(self.Given(core.Given(values)))

    def note(self, text: str) -> None:
        """Say a sentence about what was pressed."""
        self.post_message(self.Noted(text))
