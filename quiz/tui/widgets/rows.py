"""Rows: a list with a cursor, drawn line by line, so that ten thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from quiz.tui.signs import signs_of

_CURSOR = "$block-cursor-foreground on $block-cursor-background bold"


class Row(NamedTuple):
    """One row of one or more lines; without an id it cannot be chosen.

    Only the first line carries the cursor. `spots` are the parts of it that can be clicked:
    first column, column after the last, and the word that is told.
    """

    id: str
    lines: tuple[Content, ...]
    spots: tuple[tuple[int, int, str], ...] = ()


class Rows(ScrollView, can_focus=True):
    """A list of rows; arrows move the cursor, a click chooses, and so does the screen's Enter."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False),
        Binding("down", "step(1)", "Down", show=False),
        Binding("home", "far(-1)", "First", show=False),
        Binding("end", "far(1)", "Last", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
    ]
    cursor: var[int] = var(-1, init=False)
    """The place of the highlighted row; -1 for none."""

    class Chosen(Message):
        """A row was chosen; `spot` is what was clicked in it, "" for the row itself."""

        def __init__(self, rows: Rows, row: str, spot: str = "", *, clicked: bool = False) -> None:
            super().__init__()
            self.rows = rows
            self.row = row
            self.spot = spot
            self.clicked = clicked

    class Moved(Message):
        """The cursor moved to a row."""

        def __init__(self, rows: Rows, row: str) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

    def __init__(
        self, *, mark: int = 1, steady: bool = False, id: str | None = None, classes: str = ""
    ) -> None:
        """Make an empty list; `mark` is the column in which the cursor's sign stands.

        A `steady` list shows that sign also while the focus is elsewhere.
        """
        super().__init__(id=id, classes=classes)
        self._steady = steady
        self.above: Rows | None = None
        """The list that the cursor goes to over the first row."""
        self.below: Rows | None = None
        """The list that it goes to over the last."""
        self.mark = mark
        self._rows: tuple[Row, ...] = ()
        self._lines: list[tuple[int, int]] = []

    @property
    def chosen(self) -> str:
        """The id of the highlighted row, or ""."""
        return self._rows[self.cursor].id if 0 <= self.cursor < len(self._rows) else ""

    def put(self, rows: Iterable[Row], *, at: str | None = None) -> None:
        """Show rows; the cursor stays on its row, or goes to `at`, or to the first."""
        before = at if at is not None else self.chosen
        self._rows = tuple(rows)
        self._lines = [(i, j) for i, row in enumerate(self._rows) for j in range(len(row.lines))]
        self.virtual_size = Size(0, len(self._lines))
        found = next((i for i, row in enumerate(self._rows) if row.id and row.id == before), -1)
        if found < 0:
            found = next((i for i, row in enumerate(self._rows) if row.id), -1)
        self.set_reactive(Rows.cursor, found)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As tall as all rows are."""
        return len(self._lines)

    def enter(self, step: int) -> None:
        """Take the focus, with the cursor on the first row (1) or the last (-1)."""
        self.screen.set_focus(self)  # at once: the next key may be waiting already
        self.cursor = self._next(-1 if step > 0 else len(self._rows), step)

    def render_line(self, y: int) -> Strip:
        """Draw one line of a row."""
        y += round(self.scroll_y)
        width = self.size.width
        style = self.visual_style
        if y >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        place, part = self._lines[y]
        content = self._rows[place].lines[part]
        if place == self.cursor and part == 0 and (self.has_focus or self._steady):
            content = self._highlighted(content, width)
        strips = Visual.to_strips(self, content, width, 1, style, pad=True)
        return strips[0] if strips else Strip.blank(width, style.rich_style)

    def watch_cursor(self, _: int, place: int) -> None:
        """Show the row under the cursor, and tell of it."""
        self.refresh()
        if 0 <= place < len(self._rows):
            self._bring_into_view(place)
            self.post_message(self.Moved(self, self._rows[place].id))

    def action_step(self, step: int) -> None:
        """Move to the next row that can be chosen, or over the end."""
        place = self._next(self.cursor, step)
        if place < 0:
            if step < 0:
                self.scroll_home(animate=False)
            other = self.above if step < 0 else self.below
            if other is not None and other.chosen:
                other.enter(step)
        else:
            self.cursor = place

    def action_far(self, step: int) -> None:
        """Move to the first row or the last."""
        place = self._next(-1 if step < 0 else len(self._rows), -step)
        self.cursor = place if place >= 0 else self.cursor

    def action_page(self, step: int) -> None:
        """Move by what is visible."""
        place = self.cursor
        for _ in range(max(1, self.size.height - 1)):
            further = self._next(place, step)
            place = further if further >= 0 else place
        self.cursor = place

    def action_choose(self) -> None:
        """Choose the highlighted row."""
        if self.chosen:
            self.post_message(self.Chosen(self, self.chosen))

    def on_focus(self) -> None:
        """Draw the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Take the cursor away."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked, and say which part of it."""
        y = event.y + round(self.scroll_y)
        if not 0 <= y < len(self._lines):
            return
        place, part = self._lines[y]
        row = self._rows[place]
        if row.id:
            self.focus()
            self.cursor = place
            here = event.x if part == 0 else -1
            spot = next((name for a, b, name in row.spots if a <= here < b), "")
            self.post_message(self.Chosen(self, row.id, spot, clicked=True))

    def _highlighted(self, content: Content, width: int) -> Content:
        """The first line of the row under the cursor."""
        mark, here = self.mark, signs_of(self.app).here
        if not self.has_focus:
            sign = Content.styled(here, "bold $primary")
            return content[:mark] + sign + content[mark + 1 :]
        text = content.without_spans
        line = text[:mark] + Content(here) + text[mark + 1 :]
        room = max(mark, width - 1)
        line = line.truncate(room).pad_right(max(0, room - line.cell_length))
        return line.stylize(_CURSOR, mark, len(line))

    def _next(self, place: int, step: int) -> int:
        """The next place that can be chosen; -1 if there is none."""
        place += step
        while 0 <= place < len(self._rows):
            if self._rows[place].id:
                return place
            place += step
        return -1

    def _bring_into_view(self, place: int) -> None:
        top = sum(len(row.lines) for row in self._rows[:place])
        region = Region(0, top, 1, len(self._rows[place].lines))
        self.scroll_to_region(region, animate=False, force=True)
