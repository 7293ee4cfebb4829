"""Pick: one of a few things, by arrow, click or its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from quiz.core.text import Clean, clean
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import cut
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule


class PickScreen(QuizScreen[str]):
    """Gives the id of what was picked, or nothing."""

    heading = "Pick one"
    notes = ("A number picks at once.",)
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Take it", id="choose", key_display="enter",
                tooltip="What is highlighted"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
        *(Binding(str(n), f"number({n})", "Pick", id=f"number-{n}", show=False)
          for n in range(1, 10)),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "dismiss", "Back", id="back", key_display="q",
                tooltip="Change nothing"),
    ]  # fmt: skip

    def __init__(
        self, title: str, things: Sequence[tuple[str, Clean, Clean]], aside: str = ""
    ) -> None:
        """Take a title of the game's own, and an id, a text and a note for each thing.

        `aside` stands at the end of the title's line.
        """
        super().__init__()
        self._title = title
        self._aside = aside
        self._things = tuple(things)

    def compose(self) -> ComposeResult:
        """The title above the list."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Rows(id="list")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Write it for the width there is."""
        title = Content.styled(f"   {self._title}", "bold $primary")
        aside = Content.styled(f"{self._aside}  ", "$dim")
        self.query_one("#head", Static).update(apart(title, aside, self.columns))
        self.query_one(Rows).put(self._listed())

    def _listed(self) -> Iterator[Row]:
        """A row for each thing: its notes below each other, or at the end where texts are long."""
        width, taken = self.columns, 10
        widest = max((cell_len(text) for _, text, _ in self._things), default=0)
        longest = max((cell_len(note) for _, _, note in self._things), default=0)
        fits = widest + longest + taken <= width
        for number, (id, text, note) in enumerate(self._things, 1):
            start = Content.assemble("   ", (f"{number}  ", "$primary"))
            if fits:
                gap = " " * (widest - cell_len(text) + 3)
                told = start + oneline(text) + Content(gap) + oneline(note, "$dim")
            else:
                room = max(width // 2 - 6, width - cell_len(text) - taken)
                end = oneline(cut(note, room), "$dim") + Content("  ") if note else Content("")
                told = apart(start + oneline(text), end, width)
            yield Row(id, (told,))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.dismiss(event.row)

    def action_choose(self) -> None:
        """Take the highlighted one."""
        self.query_one(Rows).action_choose()

    def action_number(self, number: int) -> None:
        """Take the one with this number."""
        if number <= len(self._things):
            self.dismiss(self._things[number - 1][0])

    def action_row(self) -> None:
        """Come back to the list."""
        self.query_one(Rows).focus()


def kinds_to_pick() -> PickScreen:
    """Ask which kind of question a new one shall be; gives the kind's name."""
    from quiz.core.kinds import kinds

    about = {name: kind.model_fields["kind"].description for name, kind in kinds().items()}
    things = [(name, Clean(name), clean(told or "")) for name, told in about.items()]
    return PickScreen("A NEW QUESTION: WHICH KIND?", things, "it can be changed later")
