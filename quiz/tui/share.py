"""The text to share: a score and a row of marks, no link, and no answer given away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.core.text import Clean
from quiz.tui.signs import Signs
from quiz.tui.table import Table
from quiz.tui.widgets.lines import thousands
from quiz.tui.widgets.marks import sign

if TYPE_CHECKING:
    from quiz.store.seat import Result


def shared(table: Table, result: Result, signs: Signs) -> Clean:
    """One line that can be pasted anywhere."""
    round, finish = result.round, result.finish
    if round.mode.id == "daily":
        from datetime import date

        from quiz.core.modes.daily import day_number, share

        number = day_number(date.fromisoformat(round.opening.day))
        run = table.seat.glance().run
        drawn = signs.right + signs.part + signs.passed + signs.wrong + signs.coming
        return Clean(share(number, round.state.attempts, run, drawn))
    marks = " ".join(sign(attempt.mark, signs) for attempt in round.state.attempts)
    score = f"{finish.right}/{finish.asked}"
    mode = "" if round.mode.wide else round.mode.title  # which is the title there
    parts = [f"Palmarès {table.title}", mode, score, marks, f"{thousands(finish.points)} points"]
    return Clean("   ".join(part for part in parts if part))
