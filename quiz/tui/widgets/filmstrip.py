"""The film strip: one frame for each question, and what became of it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quiz.tui.forms.base import Manner
from quiz.tui.signs import signs_of
from quiz.tui.table import Table
from quiz.tui.widgets.bar import bar
from quiz.tui.widgets.marks import TONES, sign

MOST = 18
"""Frames that a line holds; above that there is a bar."""


class Filmstrip(Widget):
    """One line of frames; without brackets on a narrow screen."""

    ALLOW_SELECT = False

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def render(self) -> Content:
        """Draw the frames, or a bar where there are too many."""
        table, signs = self._table, signs_of(self.app)
        tone = Manner(bare=self.app.no_color).tone
        narrow = self.size.width < 80
        margin = " " if narrow else "   "
        attempts = table.state.attempts
        total = table.round.total
        if table.state.timed or total > MOST:
            if not table.state.timed:
                share = len(attempts) / max(1, total)
                told = f"  {table.round.number} of {total}"
                cells = self.size.width - 24 if narrow else 48
                return margin + bar(share, cells, signs) + Content.styled(told, "$dim")
            attempts = attempts[-(MOST - 1) :]
            total = len(attempts) + 1
        frames = []
        for attempt in attempts:
            mark = attempt.mark
            frames.append((sign(mark, signs), tone(TONES[mark])))
        if table.round.phase == "asking":
            number = str(table.round.number)
            frames.append((signs.here if narrow and len(number) > 1 else number, "bold $primary"))
        while len(frames) < total:
            frames.append((signs.coming, "$line"))
        if narrow:
            return margin + Content.assemble(*frames)
        edge = "$line"
        drawn = (Content.assemble(("[", edge), frame, ("]", edge)) for frame in frames)
        return margin + Content(" ").join(drawn)
