"""Field: a row with a value that left and right, or a click, change."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from quiz.core.text import Clean
from quiz.tui.plain import apart, oneline
from quiz.tui.signs import Signs
from quiz.tui.widgets.rows import Row

LESS, MORE = "-", "+"
"""What a click on the two ends of a spinning value tells."""


@dataclass(frozen=True, slots=True)
class Field:
    """A choice among values, each with its word; `spin` shows one at a time.

    `note` stands at the right end of the row, `below` under it. A `fixed` field is only read. The
    word of a spinning one takes `least` cells, so that its arrows stay where they are.
    """

    id: str
    label: str
    values: tuple[tuple[str, Clean], ...]
    value: str
    spin: bool = False
    note: str = ""
    below: tuple[Content, ...] = ()
    fixed: bool = False
    least: int = 0

    def step(self, by: int) -> str:
        """The value after (1) or before (-1); a spinning one goes round."""
        names = [name for name, _ in self.values]
        if self.value not in names:  # there is none yet: the first, or from behind the last
            return names[0 if by > 0 else -1] if names else self.value
        at = names.index(self.value)
        at = (at + by) % len(names) if self.spin else min(len(names) - 1, max(0, at + by))
        return names[at]

    def picked(self, spot: str) -> str:
        """The value that a click on a spot means."""
        return self.step(1 if spot == MORE else -1) if spot in (LESS, MORE) else spot

    def row(self, width: int, signs: Signs, label: int = 13) -> Row:
        """Draw it, labels `label` cells wide."""
        name = oneline(Clean(self.label), "$dim")
        head = Content("   ") + name.pad_right(max(0, label - name.cell_length))
        start = 3 + label
        body, spots = self._spun(start, signs) if self.spin else self._listed(start)
        note = Content.styled(self.note, "$dim") + Content("  ") if self.note else Content("")
        line = apart(head + body, note, width)
        below = tuple(Content(" " * start) + text for text in self.below)
        return Row("" if self.fixed else self.id, (line, *below), () if self.fixed else spots)

    def _spun(self, at: int, signs: Signs) -> tuple[Content, tuple[tuple[int, int, str], ...]]:
        """One value between two arrows; without any, only that there is none."""
        if not self.values:
            return Content.styled("  none yet", "$dim"), ()
        word = oneline(dict(self.values).get(self.value, Clean("")), "bold")
        word = word.pad_right(max(0, self.least - word.cell_length))
        if self.fixed:
            return Content("  ") + word, ()
        body = Content.assemble(
            (signs.less + " ", "$primary"), word, (" " + signs.more, "$primary")
        )
        end = at + body.cell_length
        return body, ((at, at + 2, LESS), (at + 2, end, MORE))

    def _listed(self, at: int) -> tuple[Content, tuple[tuple[int, int, str], ...]]:
        """All values, the chosen one in brackets; nothing moves when another is chosen."""
        parts, spots = [Content(" ")], []
        at += 1
        for name, word in self.values:
            if name == self.value:
                left, right = Content.styled("[", "$primary"), Content.styled("]", "$primary")
                shown = left + oneline(word, "bold") + right
            else:
                shown = Content.assemble(" ", oneline(word, "$dim"), " ")
            parts += [shown, Content("  ")]
            spots.append((at, at + shown.cell_length, name))
            at += shown.cell_length + 2
        return Content("").join(parts), tuple(spots)
