"""One option as it is drawn: sign, label, text, and a remark at the right end."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from quiz.core.text import Clean
from quiz.tui import plain
from quiz.tui.signs import Signs
from quiz.tui.widgets.lines import cut, wrap

CURSOR = "$block-cursor-foreground on $block-cursor-background bold"
"""How the highlighted row is drawn."""
LONGEST = 66
"""Cells of an option's line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of an option stand in a form of some width."""

    sign: int
    label: int
    text: int
    end: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """The columns for a width: those of the 80-column screen, or close together."""
        return cls(3, 7, 11, width - 2) if width >= 80 else cls(1, 3, 5, width - 2)

    @property
    def room(self) -> int:
        """Cells for the text."""
        return max(8, min(LONGEST, self.end - self.text))


@dataclass(frozen=True, slots=True)
class Option:
    """What there is to draw of one option.

    `sign` stands before the label; `ink` is the style of sign, label, text and remark; `lit`
    says that the row is highlighted; an option that is `out` cannot be chosen and shows nothing.
    """

    label: str
    text: Clean
    sign: str = ""
    ink: str = ""
    remark: Clean = Clean("")
    lit: bool = False
    out: bool = False

    def lines(self, width: int, signs: Signs) -> list[Content]:
        """Draw it, over as many lines as its text needs; with a remark always on one."""
        at = Columns.of(width)
        if self.out:
            return [Content(" " * at.label + signs.coming)]
        sign = self.sign or (signs.here if self.lit else "")
        before = f"{sign:<{at.label - at.sign}}{self.label:<{at.text - at.label}}"
        label_ink = self.ink or ("" if self.lit else "bold $primary")
        remark = plain.show(self.remark, self.ink or "$dim")
        if self.remark:
            room = at.end - at.text - remark.cell_length - 2
            texts = [cut(self.text, max(8, room))]
        else:
            texts = wrap(self.text, at.room)
        drawn = []
        for i, text in enumerate(texts):
            start = Content.styled(before if i == 0 else " " * len(before), label_ink)
            row = plain.apart(start + plain.show(text, self.ink), remark, at.end - at.sign)
            edge = signs.here if self.lit and self.sign and i == 0 else " "
            row = Content(edge.rjust(at.sign)) + (row.stylize(CURSOR) if self.lit else row)
            drawn.append(row)
        return drawn
