"""Broken: what is wrong with a pack, where it stands, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.core.problem import Problem
from quiz.core.text import clean
from quiz.tui.plain import oneline, show
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from quiz.store.library import Header


class BrokenScreen(QuizScreen[None]):
    """The problems of a pack that cannot be played."""

    heading = "A pack with problems"
    notes = ("Mend the file in any text editor; the other packs play meanwhile.",)
    AUTO_FOCUS = "#problems"
    BINDINGS: ClassVar[list[BindingType]] = [
        *QuizScreen.BINDINGS,
        Binding("q,escape,enter", "app.pop_screen", "Back", id="back", key_display="q"),
    ]

    def __init__(self, header: Header) -> None:
        """Show what is wrong with this pack."""
        super().__init__()
        self._header = header

    def compose(self) -> ComposeResult:
        """Lay out the problems, one below the other."""
        header = self._header
        problems = self.game.library.problems_of(header)
        with Vertical(classes="stage"):
            title = Content.assemble("   ", oneline(header.title, "bold $primary"))
            yield Static(title + Content(": it cannot be played as it stands"), classes="head")
            yield Rule()
            with VerticalScroll(id="problems"):
                yield Static(show(clean(str(header.file)), "$dim"), classes="note")
                for problem in problems:
                    yield Static(_told(problem), classes="note")
                if not problems:
                    told = header.problem or clean("It can be played now: go back and open it.")
                    yield Static(show(told), classes="note")
        yield KeyLine()


def _told(problem: Problem) -> Content:
    """Where, what, and the way out."""
    where = clean(f"line {problem.line}, column {problem.column}" if problem.line else "")
    way = Content("\n") + show(problem.help, "$dim") if problem.help else Content("")
    return Content.assemble(
        show(where, "bold $close"), "\n" if where else "", show(problem.message), way
    )
