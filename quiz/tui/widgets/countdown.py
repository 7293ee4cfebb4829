"""The countdown: what the question is still worth, or the seconds that the round has left."""

from __future__ import annotations

from dataclasses import replace

from textual.content import Content
from textual.widget import Widget

from quiz.core import rules as points
from quiz.core.rules import Rules
from quiz.tui import plain
from quiz.tui.signs import signs_of
from quiz.tui.table import Table
from quiz.tui.widgets.lines import duration

_CELLS = 48


class Countdown(Widget):
    """A bar that stays full while the question is read, and then melts; empty without a clock."""

    ALLOW_SELECT = False

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table
        self._drawn = ""

    def tick(self) -> None:
        """Draw again, if anything has changed."""
        if self._content().plain != self._drawn:
            self.refresh()

    def render(self) -> Content:
        """Draw the bar."""
        content = self._content()
        self._drawn = content.plain
        return content

    def _content(self) -> Content:
        table = self._table
        if table.round.phase != "asking" or not table.clocked:
            return Content("")
        took = table.watch.seconds
        if table.state.timed:
            left = table.round.left(took)
            return self._line(left / table.mode.limit, f"{duration(left)} left")
        play = replace(table.round.play(took, table.round.share), tries=0)
        fresh = replace(play, took=0.0, interrupted=False)
        whole, worth = self._worth(fresh), self._worth(play)
        least = self._worth(replace(play, interrupted=True))
        told = f"{worth} of {whole} left"
        if not table.watch.running and (took > 0 or table.state.tries):
            return self._line(None, told)
        if worth <= least:
            told = f"Still worth {worth}. Take your time."
        return self._line((worth - least) / max(1, whole - least), told)

    def _worth(self, play: points.Play) -> int:
        rules: Rules = self._table.round.rules
        return self._table.mode.worth(play, self._table.state, rules)

    def _line(self, share: float | None, told: str) -> Content:
        width = self.size.width
        indent, end = (3, 78) if width >= 80 else (1, width - 2)
        start = Content.styled("time  ", "$dim")
        right = Content.styled(told, "$dim")
        if share is None:
            start += Content.styled("stopped", "$dim")
        else:
            cells = min(_CELLS, end - indent - 6 - len(told) - 2)
            full = round(max(0.0, min(1.0, share)) * cells)
            signs = signs_of(self.app)
            start += Content.styled(signs.full * full, "$primary")
            start += Content.styled(signs.gone * (cells - full), "$line")
        return Content(" " * indent) + plain.apart(start, right, end - indent)
