"""The command palette: every command of the screen, and all that has no key."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from quiz.tui.screen import QuizScreen

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


def commands(app: QuizApp, screen: Screen[Any]) -> Iterable[SystemCommand]:
    """List them as `area: Do thing`: those of the screen first, then the themes and leaving."""
    area = (screen.heading if isinstance(screen, QuizScreen) else "") or "game"
    area = area.casefold()
    seen: set[str] = set()
    if isinstance(screen, QuizScreen):
        for binding in screen.commands():
            what, act = binding.description, partial(app.run_action, binding.action, screen)
            if not {binding.id, what} & seen:  # two keys of one sense are one command
                seen |= {binding.id or what, what}
                yield SystemCommand(f"{area}: {what}", binding.tooltip or what, act)
    yield SystemCommand("game: Leave", "Leave the program, saved", app.action_leave)
    for name in app.themes():
        yield SystemCommand(
            f"theme: Use {name}", "Other colours, kept with the player", partial(app.wear, name)
        )
