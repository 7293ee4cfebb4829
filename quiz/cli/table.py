"""The table that a player sits down at: which player, and with what clock."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.core.text import Clean

if TYPE_CHECKING:
    from quiz.cli.root import Root
    from quiz.store.players import Player, Players
    from quiz.store.seat import Seat

NO_TERMINAL = "The screen needs a terminal; `quiz play PACK --plain` plays line by line."


def now() -> datetime:
    """The date and time here, with its offset."""
    return datetime.now().astimezone()


def players(root: Root) -> Players:
    """The players of this save folder."""
    from quiz.store.players import Players

    return Players(root.places, now)


def seat(root: Root, player: Player) -> Seat:
    """A player at the table, with chance of its own."""
    from quiz.store.seat import Seat

    return Seat(player, root.library, root.places, now, root.rng())


def who(there: Players, name: str | None, ask: Callable[[str], Clean | None] | None) -> Player:
    """Find who plays: the one that was named (made if new), the remembered one, or a new one.

    A first player is asked for a name through `ask`; without it, or without an answer, the name
    is the system's own. Where nothing can be saved, whoever is new plays as a guest. Raises
    Unreadable where the record of whoever is meant is damaged or gone: that is nobody new.
    """
    from quiz.errors import NotFound, Unsaved

    if lost := there.lost(name):
        raise lost
    known = there.remembered() if name is None else None
    if known is not None:
        return known
    if name is None:
        suggested = there.suggested_name()
        name = (ask(f"Your name [{suggested}]:") if ask else None) or suggested
    try:
        player = there.find(name)
    except NotFound:
        try:
            player = there.create(name)
        except Unsaved:
            return there.guest(name)
    there.remember(player)
    return player


def on_screen() -> bool:
    """Whether there is a terminal that a screen can be drawn on."""
    seen = sys.__stdin__ and sys.__stdin__.isatty() and sys.__stderr__ and sys.__stderr__.isatty()
    return bool(seen) and os.environ.get("TERM") != "dumb"
