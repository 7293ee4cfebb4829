"""The head of a round: what is played, which question this is, and the points."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quiz.tui import plain
from quiz.tui.signs import signs_of
from quiz.tui.table import Table
from quiz.tui.widgets.lines import thousands


class Head(Widget):
    """One line; its text keeps to the 80 columns in the middle of a wider screen."""

    ALLOW_SELECT = False

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def render(self) -> Content:
        """Draw it."""
        table, width = self._table, self.size.width
        round = table.round
        title = plain.oneline(table.title, "bold")
        if not table.kept:
            title = Content.styled("TRY  ", "bold $close") + title
        points = Content.styled(f"{thousands(table.state.points)} points", "bold $primary")
        total = "" if table.state.timed else f" of {round.total}"
        if width < 80:
            where = Content.styled(f"{round.number}{total}   ", "$dim")
            return Content(" ") + plain.apart(title, where + points, width - 2)
        margin = (width - 80) // 2
        named = table.kept and not table.mode.wide
        told = f" {signs_of(self.app).dot} {table.mode.title}" if named else ""
        mode = Content.styled(told, "$dim")
        where = Content.styled(f"question {round.number}{total}", "$dim")
        left = plain.apart(title + mode, where, 58)
        return Content(" " * (margin + 3)) + left + plain.fit(points, 17, right=True)
