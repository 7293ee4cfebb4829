"""Forms whose answer is made of rows: one cursor, arrows, letters, digits and the mouse."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import replace

from textual import events
from textual.content import Content

from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.labels import all_digits, labels, meant, span
from quiz.tui.widgets.lines import cut, stacked
from quiz.tui.widgets.option import Columns, Option


class RowForm(Form):
    """Base of the forms that draw their options as rows; none is highlighted at first."""

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.options: tuple[Clean, ...] = ()
        self.out: frozenset[Clean] = frozenset()
        self.asides: dict[Clean, Clean] = {}
        self.cursor = -1
        self.top = 0
        self._places: list[int] = []

    def start(self, options: tuple[Clean, ...]) -> None:
        """Take new options, with nothing chosen."""
        self.options, self.out, self.asides, self.outcome = options, frozenset(), {}, None
        self.cursor, self.top = -1, 0
        self.refresh()

    @property
    def heads(self) -> int:
        """How many rows stand above the first that can be chosen."""
        return 0

    @property
    def keys(self) -> str:
        """The labels from first to last."""
        return span(self.options)

    @property
    def labels(self) -> tuple[str, ...]:
        """A label for each option."""
        return labels(self.options)

    @abstractmethod
    def rows(self, width: int) -> Sequence[list[Content]]:
        """Draw each row, over one or more lines."""

    @abstractmethod
    def take(self, place: int) -> None:
        """The player named the option at `place`, by key or mouse."""

    @abstractmethod
    def enter(self) -> None:
        """The player pressed Enter."""

    def space(self) -> None:
        """The player pressed Space."""

    def back(self) -> None:
        """The player pressed Backspace."""

    def drawn(self, option: Option, width: int) -> list[Content]:
        """Draw an option; after the verdict in as many lines as before, unless it is folded."""
        lines = option.lines(width, self.signs)
        if self.outcome is None:
            return lines
        if self.manner.folded or self.manner.tight:
            return replace(option, text=cut(option.text, Columns.of(width).room)).lines(
                width, self.signs
            )
        before = len(replace(option, remark=Clean("")).lines(width, self.signs))
        return lines + [Content("")] * (before - len(lines))

    def strike(self, options: Iterable[Clean]) -> None:
        """Take options away, as a lifeline does."""
        self.out = frozenset(options)
        if self.cursor >= 0 and self.options[self.cursor] in self.out:
            self.cursor = -1
        self.refresh()

    def remark(self, asides: dict[Clean, Clean]) -> None:
        """Put a short text behind options, as a poll does."""
        self.asides = dict(asides)
        self.refresh()

    def wants(self, width: int) -> int:
        """One line or more for each row, and blank ones between them where there is room."""
        rows = self.rows(width)
        return sum(map(len, rows)) + (len(rows) - 1 if self.manner.airy else 0)

    def render(self) -> Content:
        """Draw the rows; those that do not fit are reached with the arrows."""
        width, height = self.size
        lines: list[Content] = []
        self._places = []
        first: list[int] = []
        rows = self.rows(width)
        airy = self.manner.airy and sum(map(len, rows)) + len(rows) - 1 <= height
        for place, row in enumerate(rows):
            first.append(len(lines))
            lines += row
            self._places += [place] * len(row)
            if airy and place < len(rows) - 1:
                lines.append(Content(""))
                self._places.append(-1)
        self.top = max(0, min(self.top, len(lines) - height))
        hidden = len(lines) > height
        if 0 <= self.cursor < len(rows) - self.heads:
            place = self.cursor + self.heads
            start, end = first[place] if self.cursor else 0, first[place] + len(rows[place])
            self.top = max(min(self.top, start), end - height)
        shown = lines[self.top : self.top + height]
        if hidden and shown and self.top + height < len(lines):
            shown[-1] = plain.apart(shown[-1].rstrip(), Content.styled("more ", "$dim"), width)
        return stacked(shown)

    def judged(self, outcome: Outcome) -> None:
        """Show the verdict; the highlight goes."""
        self.cursor, self.top = -1, 0
        super().judged(outcome)

    def step(self, by: int) -> None:
        """Move the highlight by one row, past those that are out."""
        count = self.count
        if self.cursor < 0:
            self.cursor = count if by < 0 else -1
        place = self.cursor + by
        while 0 <= place < count and self.barred(place):
            place += by
        if 0 <= place < count:
            self.cursor = place
        elif self.cursor in (-1, count):
            self.cursor = -1
        self.refresh()

    @property
    def count(self) -> int:
        """How many rows the cursor can stand on."""
        return len(self.options)

    def barred(self, place: int) -> bool:
        """Whether the row cannot be chosen."""
        return self.options[place] in self.out

    def on_key(self, event: events.Key) -> None:
        """Arrows, Enter, Space and Backspace, and the labels of the options."""
        if self.outcome is not None:
            return
        self.note("")  # what was said of an earlier key is over
        acts = {"enter": self.enter, "space": self.space, "backspace": self.back}
        if event.key in acts:
            acts[event.key]()
        elif event.key in ("up", "down"):
            self.step(-1 if event.key == "up" else 1)
        elif not self._named(event.character or ""):
            return
        event.stop()
        event.prevent_default()

    def _named(self, key: str) -> bool:
        place = meant(key, self.options)
        if place is not None:
            if self.options[place] not in self.out:
                self.take(place)
            return True
        if key.isdigit() and all_digits(self.options):
            names = span(self.options).replace("-", " to ")
            self.note(f"These options are numbers: press {names}.")
        return key.isdigit()

    def on_click(self, event: events.Click) -> None:
        """A click on a row names its option."""
        place = self.place_at(event.y)
        if self.outcome is None and place >= 0 and not self.barred(place):
            event.stop()
            self.clicked(place, event.x)

    def clicked(self, place: int, x: int) -> None:  # noqa: ARG002 - some forms have columns
        """The row at `place` was clicked, `x` cells from the left."""
        self.take(place)

    def place_at(self, y: int) -> int:
        """Which row is drawn on line `y`; -1 for none."""
        line = y + self.top
        return self._places[line] if 0 <= line < len(self._places) else -1

    @property
    def more(self) -> bool:
        """Whether there are more lines than fit."""
        return len(self._places) > self.size.height

    def scroll_by(self, step: int) -> None:
        """Show further rows, or earlier ones."""
        self.top += step
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Show further rows."""
        self.scroll_by(1)

    def on_mouse_scroll_up(self) -> None:
        """Show earlier rows."""
        self.scroll_by(-1)
