"""SetAside: what nothing was drawn from: contradictions, and passages that were set aside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean
from quiz.store.desk.drawn import Drawn, Passage
from quiz.tui.plain import show
from quiz.tui.screen import QuizScreen
from quiz.tui.screens.paper import PaperScreen
from quiz.tui.screens.pick import PickScreen
from quiz.tui.widgets.evidence import marked, spans
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import cut, wrap
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

_FEW = 4
"""Lines of each passage."""
_NARROW = 8
"""Cells of a document's title that there must be."""


class LeftAsideScreen(QuizScreen[str]):
    """A list of passages; Enter opens the document there."""

    title_of: ClassVar[str]
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,v", "open", "Open it", id="open", key_display="enter",
                tooltip="The document at this place"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another one"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "dismiss", "Back", id="back", key_display="q",
                tooltip="Back to the desk"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)

    def __init__(self, told: Drawn) -> None:
        """Take what was drawn."""
        super().__init__()
        self.told = told

    def compose(self) -> ComposeResult:
        """The title above the list."""
        with Vertical(classes="stage"):
            yield Static(Content.styled(f"   {self.title_of}", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write it for the width there is."""
        self.rows.put(self.listed())

    def listed(self) -> Iterator[Row]:
        """The rows of the list."""
        raise NotImplementedError

    def passage(self, row: str) -> Passage:
        """The passage that a row stands for."""
        raise NotImplementedError

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        passage = self.passage(event.row)
        self.app.push_screen(PaperScreen(self.told.paper(passage.document), [passage]))

    def action_open(self) -> None:
        """Open the document at the highlighted passage."""
        self.rows.action_choose()

    def action_row(self) -> None:
        """Come back to the list."""
        self.rows.focus()

    def where(self, passage: Passage, taken: int = 5) -> Clean:
        """Name document and paragraph, where so many cells of the line are taken."""
        tail = f", paragraph {passage.paragraph}"
        room = max(_NARROW, self.columns - taken - len(tail) - 2)
        return Clean(cut(self.told.paper(passage.document).title, min(40, room)) + tail)


class ConflictsScreen(LeftAsideScreen):
    """Where documents contradict each other or themselves; none of it is asked."""

    heading = "Conflicts"
    title_of = "THE DOCUMENTS DISAGREE"
    notes = (
        "Of a thing with two values nothing is asked, and neither value is a wrong option.",
        "If you know which is right, w begins the question; say in it as of when it holds.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w", "settle", "Settle it", id="settle",
                tooltip="Choose the right value, and write the question"),
        *LeftAsideScreen.BINDINGS,
    ]  # fmt: skip

    def listed(self) -> Iterator[Row]:
        """Each dispute with its values, then the passages that give them."""
        width = self.columns - 6
        for number, dispute in enumerate(self.told.disputes):
            values = Clean(" or ".join(dispute.values))
            head = Clean(f"{dispute.subject} ({dispute.relation}): {values}")
            yield Row("", tuple(Content("   ") + show(row, "bold") for row in wrap(head, width)))
            for place, passage in enumerate(dispute.passages):
                lines = [line for _, line in marked(passage.text, spans(passage), width - 2)]
                first = Content("     ") + show(self.where(passage), "$secondary")
                told = (Content("     ") + line for line in lines[:_FEW])
                yield Row(f"{number}:{place}", (first, *told))
            yield Row("", (Content(""),))

    def action_settle(self) -> None:
        """Ask which value is right; gives the numbers of the dispute and of the value."""
        number = self.rows.chosen.partition(":")[0]
        values = self.told.disputes[int(number)].values
        things = [(str(place), value, Clean("")) for place, value in enumerate(values)]

        def chosen(place: str | None) -> None:
            if place is not None:
                self.dismiss(f"{number}:{place}")

        self.app.push_screen(PickScreen("WHICH ONE IS RIGHT?", things), chosen)

    def passage(self, row: str) -> Passage:
        """Find it by the numbers of its dispute and of itself."""
        number, _, place = row.partition(":")
        return self.told.disputes[int(number)].passages[int(place)]


class SetAsideScreen(LeftAsideScreen):
    """Menus, footnotes, greetings and the like, each with the reason."""

    heading = "Set aside"
    title_of = "SET ASIDE: NOTHING WAS DRAWN FROM THESE"
    notes = ("What looks like furniture of a page is not asked about; each says why.",)

    def listed(self) -> Iterator[Row]:
        """The reason and the place, then the beginning of the passage."""
        for number, aside in enumerate(self.told.asides):
            passage = self.passage(str(number))
            where = self.where(passage, 6 + cell_len(aside.reason))
            head = Content.assemble(
                "   ", show(aside.reason, "bold"), "   ", show(where, "$secondary")
            )
            body = wrap(aside.text, self.columns - 8)[:2]
            yield Row(str(number), (head, *(Content("     ") + show(r, "$dim") for r in body)))

    def passage(self, row: str) -> Passage:
        """Make one of the passage that was set aside."""
        aside = self.told.asides[int(row)]
        return Passage(aside.document, aside.paragraph, aside.text, 0, len(aside.text))
