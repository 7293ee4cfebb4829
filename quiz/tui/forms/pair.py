"""Pair: the left row is marked; a letter gives it its partner and moves on."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from quiz.core import form as core
from quiz.core.text import Clean, fold
from quiz.tui import plain
from quiz.tui.forms.base import Manner, Outcome
from quiz.tui.forms.rows import RowForm
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.option import CURSOR, Columns

NOBODY = Clean("")


class PairForm(RowForm):
    """Left sides on the left, each with the letter of its partner; the partners on the right."""

    reasoned: ClassVar[bool] = True
    verb: ClassVar[str] = "Partner"

    def __init__(self, manner: Manner, *, id: str | None = None) -> None:
        super().__init__(manner, id=id)
        self.left: tuple[Clean, ...] = ()
        self.partners: list[Clean] = []
        self._warned = False

    def load(self, shape: core.Form) -> None:
        """Take both sides; the first left one is marked."""
        assert isinstance(shape, core.Pair)  # noqa: S101 - forms are made by shape
        self.left, self.partners = shape.left, [NOBODY] * len(shape.left)
        self._warned = False
        self.start(shape.right)
        self.cursor = 0

    @property
    def count(self) -> int:
        """The cursor walks the left side."""
        return len(self.left)

    def barred(self, place: int) -> bool:
        """Every row can be marked and clicked."""
        del place
        return False

    def rows(self, width: int) -> list[list[Content]]:
        """Draw left and right side by side, each wrapped in its own column."""
        at = Columns.of(width)
        half = (at.end - at.label) // 2 - 3
        if self.outcome is not None:
            outcome = self.outcome
            return [self._judged_row(place, at, half, outcome) for place in range(self.count)]
        drawn = []
        for place in range(max(len(self.left), len(self.options))):
            left, right = self._left(place, half), self._right(place, half)
            lines = []
            for i in range(max(len(left), len(right))):
                one = left[i] if i < len(left) else Content("")
                other = right[i] if i < len(right) else Content("")
                lines.append(Content(" " * at.sign) + plain.fit(one, half + 8) + other)
            drawn.append(lines)
        return drawn

    def _left(self, place: int, half: int) -> list[Content]:
        if place >= len(self.left):
            return []
        lit = place == self.cursor
        partner = self.partners[place]
        label = self.labels[self.options.index(partner)] if partner else self.signs.coming
        sign = self.signs.here if lit else " "
        drawn = []
        for i, text in enumerate(wrap(self.left[place], half)):
            line = plain.fit(Content(f"{sign if i == 0 else ' '} ") + plain.show(text), half + 2)
            line += Content(f" [{label}]" if i == 0 else "    ")
            drawn.append(line.stylize(CURSOR) if lit else line)
        return drawn

    def _right(self, place: int, half: int) -> list[Content]:
        if place >= len(self.options):
            return []
        text = self.options[place]
        ink = "$dim" if text in self.partners else ""
        label = Content.styled(f"{self.labels[place]}  ", ink or "bold $primary")
        lines = [plain.show(line, ink) for line in wrap(text, half)]
        return [(label if i == 0 else Content("   ")) + line for i, line in enumerate(lines)]

    def _judged_row(self, place: int, at: Columns, half: int, outcome: Outcome) -> list[Content]:
        given = outcome.given.values[place] if place < len(outcome.given.values) else NOBODY
        wanted = outcome.answers[place] if place < len(outcome.answers) else NOBODY
        right = bool(given) and fold(given) == fold(wanted)
        sign, ink = self.signs.wrong, self.tone("wrong")
        if right:
            sign, ink = self.signs.right, self.tone("right")
        elif not given:
            sign, ink = self.signs.passed, "$dim"
        end = plain.oneline(wanted, self.tone("right"))
        if given and not right:
            end = plain.oneline(given, ink) + Content(f" {self.signs.arrow} ") + end
        start = Content.styled(f"{sign} ", ink)
        start += plain.fit(plain.oneline(self.left[place], ink), half)
        room = at.end - at.sign - half - 8
        line = plain.fit(start, half + 8) + plain.fit(end, room)
        return [Content(" " * at.sign) + line]

    def take(self, place: int) -> None:
        """Give the marked left side its partner, and mark the next that has none."""
        if self.cursor < 0:
            self.cursor = 0
        self.partners[self.cursor] = self.options[place]
        after = [*range(self.cursor + 1, self.count), *range(self.cursor)]
        self.cursor = next((row for row in after if not self.partners[row]), self.cursor)
        self._warned = False
        self.refresh()

    def back(self) -> None:
        """Clear the marked row; or, if it is empty, the one above."""
        if not self.partners[self.cursor] and self.cursor > 0:
            self.cursor -= 1
        self.partners[self.cursor] = NOBODY
        self.refresh()

    def enter(self) -> None:
        """Give the pairs; rows without a partner are asked about once."""
        missing = self.partners.count(NOBODY)
        if missing == self.count:
            self.note("No pair yet. n if you have no idea.")
        elif missing and not self._warned:
            self._warned = True
            rows = "One row has" if missing == 1 else f"{missing} rows have"
            self.note(f"{rows} no partner. enter again gives it as it is.")
        else:
            self.give(*self.partners)

    def clicked(self, place: int, x: int) -> None:
        """A click on the left marks the row, one on the right gives that partner."""
        at = Columns.of(self.size.width)
        if x < at.sign + (at.end - at.label) // 2 + 5:
            if place < self.count:
                self.cursor = place
        elif place < len(self.options):
            self.take(place)
        self.refresh()
