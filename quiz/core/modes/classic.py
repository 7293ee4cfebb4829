"""classic: from easy to hard, against a clock that only melts a bonus."""

from __future__ import annotations

from quiz.core.mode import Mode


class Classic(Mode):
    """The main way to play; its rules are the defaults of every mode."""

    id = "classic"
    title = "Classic"
    summary = (
        "From easy to hard. A right answer is worth 100 to 300 by its level. Reading time is "
        "free; after it up to half melts away, but the question stays open. Each further right "
        "answer in a row adds 10 %, at most 50 %. A wrong answer or “No idea” costs no points."
    )
    place = 10
