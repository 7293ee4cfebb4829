"""Fill: entries jump into place while they are typed, without Enter; F3 gives up."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from quiz.core import form as core
from quiz.core.text import Clean, fold
from quiz.core.verdict import Probe
from quiz.tui import plain
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.field import FieldLine
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.lines import cut

_GRID = 24
_ROWS = 4


class FillForm(Form, can_focus=False):
    """The field, and below it a place for each entry that is needed."""

    typed: ClassVar[bool] = True
    reasoned: ClassVar[bool] = True

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.shape = core.Fill(1, 1)
        self.found: tuple[Clean, ...] = ()
        self._line, self._grid = FieldLine(), Drawn()

    def compose(self) -> ComposeResult:
        """The field above, the entries below."""
        yield self._line
        yield self._grid

    @property
    def wide(self) -> int:
        """The cells there are, known or expected."""
        return self.size.width or min(80, self.app.size.width)

    def load(self, shape: core.Form) -> None:
        """Take the number of entries, none found."""
        assert isinstance(shape, core.Fill)  # noqa: S101 - forms are made by shape
        self.shape, self.outcome, self.found = shape, None, ()
        self._line.display = True
        self._line.empty(self._count())
        self._redraw()

    def restore(self, clues: int, found: tuple[Clean, ...]) -> None:
        """Put back the entries that were found."""
        del clues
        self.accept(found)

    def begin(self) -> None:
        """Type at once."""
        self._line.field.focus(scroll_visible=False)

    def wants(self, width: int) -> int:
        """The field, and four rows of entries at most."""
        entries = len(self._lines(width))
        return entries if self.outcome is not None else 1 + entries

    def accept(self, found: tuple[Clean, ...]) -> None:
        """An entry was found: it jumps into its place, and the field is free."""
        self.found = found
        self._line.empty(self._count())
        self._redraw()

    def probed(self, probe: Probe, found: tuple[Clean, ...]) -> bool:
        """Show what the typed text is; whether all that is needed is found."""
        if probe.state == "found":
            self.accept(found)
        elif probe.state == "already":
            self._line.say(Clean(f"{probe.entry} is there already"), "$close")
        elif probe.state == "near":
            self._line.say(Clean(f"{self.signs.close} nearly: check the spelling"), "$close")
        else:
            self._line.say(self._count())
        return len(self.found) >= self.shape.need

    def judged(self, outcome: Outcome) -> None:
        """Show all entries, found and missed."""
        super().judged(outcome)
        self._line.display = False
        self._redraw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._redraw()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Every change is looked at, unless a fast typist has already made the next."""
        event.stop()
        text = self._line.text
        if text and self.outcome is None and event.value == self._line.field.value:
            self.post_message(self.Typed(text))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter is not needed; it only says so."""
        event.stop()
        if self._line.text:
            self.note("Not one of them, as it stands. Entries need no enter.")
        else:
            self.post_message(self.Emptied())

    def _count(self) -> Clean:
        return Clean(f"{len(self.found)} of {self.shape.need}")

    def _redraw(self) -> None:
        self._grid.put(*self._lines(self.wide))

    def _entries(self) -> list[Content]:
        """Each entry with its sign: found, missed, or still to come."""
        if self.outcome is None:
            found = [(self.signs.right, text, self.tone("right")) for text in self.found]
            coming = max(0, self.shape.need - len(self.found))
            return [_cell(*entry) for entry in found] + [
                Content.styled(self.signs.coming, "$dim") for _ in range(coming)
            ]
        there = {fold(text) for text in self.found}
        return [
            _cell(self.signs.right, text, self.tone("right"))
            if fold(text) in there
            else _cell(self.signs.passed, text, self.tone("close"))
            for text in self.outcome.answers
        ]

    def _lines(self, width: int) -> list[Content]:
        """The entries in columns, read downwards; narrower ones where there are many."""
        entries = self._entries()
        indent, room = (4, 74) if width >= 80 else (1, width - 2)
        columns = max(1, min(room // 14, max(room // _GRID, -(-len(entries) // _ROWS))))
        rows = -(-len(entries) // columns)
        cell = room // columns
        return [
            Content(" " * indent)
            + Content("").join(
                plain.fit(entry, cell - 1) + Content(" ") for entry in entries[row::rows]
            )
            for row in range(rows)
        ]


def _cell(sign: str, text: Clean, ink: str) -> Content:
    return Content.styled(f"{sign} ", ink) + plain.show(cut(text, 70), ink)
