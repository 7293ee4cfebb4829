"""The game on the screen: what `quiz` alone runs."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from quiz.cli import table

if TYPE_CHECKING:
    from quiz.cli.root import Root
    from quiz.store.players import Player
    from quiz.tui.app import Start


def start(root: Root, player: Player | None = None, begin: Start | None = None) -> int:
    """Play on the screen, from home or with the round that `begin` asks for; gives the exit code.

    Without a terminal it says so, and gives 2.
    """
    if not table.on_screen():
        sys.stderr.write(f"{table.NO_TERMINAL}\n")
        return 2
    gc.disable()  # what is loaded stays: to look through it costs a twelfth of the start
    try:
        from quiz.tui.app import QuizApp

        app = QuizApp(
            root.library,
            table.players(root),
            table.now,
            root.rng(),
            places=root.places,
            player=player,
            start=begin,
        )
        app.run()  # `doors.warm` turns it on again, when the first screen stands
    finally:
        gc.enable()
    if app.parting:
        sys.stdout.write(f"{app.parting}\n")
    return app.return_code or 0
