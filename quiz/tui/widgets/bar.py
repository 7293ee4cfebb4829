"""Bars, stars and squares: numbers as pictures."""

from __future__ import annotations

from textual.content import Content

from quiz.tui.signs import Signs


def bar(share: float, width: int, signs: Signs) -> Content:
    """Draw how much of a whole is done; only nothing is empty, only all is full."""
    full = round(share * width)
    if 0 < share < 1:
        full = min(width - 1, max(1, full))
    return Content.assemble((signs.full * full, "$primary"), (signs.rule * (width - full), "$line"))


def stars(earned: int, signs: Signs) -> Content:
    """Draw one to five stars."""
    return Content.assemble((signs.star * earned, "$bulb"), (signs.unstar * (5 - earned), "$line"))


def squares(done: tuple[bool, ...], signs: Signs) -> Content:
    """Draw days, played or not."""
    return Content.assemble(
        *((signs.day, "$primary") if day else (signs.unday, "$line") for day in done)
    )
