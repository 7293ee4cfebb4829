"""Allowing: what the studio does about a warning that is all right as it is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from quiz.author.rules import RULES
from quiz.core.problem import Problem

if TYPE_CHECKING:
    from quiz.tui.screens.allow import Reason
    from quiz.tui.screens.writing import WritingScreen


@cache
def _codes() -> frozenset[str]:
    return frozenset(rule.code for rule in RULES)


def allowable(found: Iterable[Problem]) -> Problem | None:
    """The first of these problems that a pack may have, if it says why."""
    told = (each for each in found if each.severity == "warning" and each.code in _codes())
    return next(told, None)


def allow(screen: WritingScreen, problem: Problem, number: int | None) -> None:
    """Ask for the reason, and write it into the pack."""
    from quiz.tui.screens.allow import AllowScreen

    def told(reason: Reason | None) -> None:
        if reason is not None:
            screen.script.allow(problem.code, reason.why, None if reason.whole else number)
            screen.changed()
            screen.drawn()
            screen.prove()

    screen.app.push_screen(AllowScreen(problem, whole=number is None), told)
