"""Runs of days: how long somebody has come back, with spare days for those who came often."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

SPARE = 7
"""Days played that earn a spare day, which a run survives without playing."""


def run_of_days(days: Iterable[str], today: date) -> int:
    """How many days in a row were played, up to today or yesterday; `days` are ISO dates.

    A run survives one missed day for every seven played in it. Today is not missed before it is
    over.
    """
    played = {day for day in map(date.fromisoformat, days) if day <= today}
    run = spare = 0
    day = min(played, default=today)
    while day <= today:
        if day in played:
            run += 1
            spare += run % SPARE == 0
        elif day < today:
            spare -= 1
            if spare < 0:
                run = spare = 0
        day += timedelta(days=1)
    return run
