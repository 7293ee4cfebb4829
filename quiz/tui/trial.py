"""Trial: a seat at which a pack is played and nothing is kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from quiz.core.deal import Want
from quiz.core.modes import modes
from quiz.core.rules import Rules
from quiz.store.library import Library
from quiz.store.places import Places
from quiz.store.players import Player
from quiz.store.seat import Seat

if TYPE_CHECKING:
    from quiz.core.round import Round


class Trial:
    """A folder of its own, in which a round of one pack is dealt; it goes with `close`."""

    def __init__(
        self, text: str, id: str, player: Player, clock: Callable[[], datetime], rng: Random
    ) -> None:
        """Put the text of a pack there; `player` plays it with their own settings."""
        self._folder = Path(tempfile.mkdtemp(prefix="palmares-try-"))
        packs, saves = self._folder / "packs", self._folder / "saves"
        packs.mkdir()
        (packs / "pack.toml").write_text(text, "utf-8", newline="")
        places = Places(
            packs=(packs,),
            saves=saves,
            config=self._folder / "config",
            cache=self._folder / "cache",
            checkout=False,
            own=packs,
        )
        self.library = Library(places)
        here = Player(player.slug, player.name, player.created, player.settings, saves / "nobody")
        self.seat = Seat(here, self.library, places, clock, rng)
        self._id = id

    def deal(self) -> Round:
        """Deal all its questions, easy ones first, without a clock; raises a QuizError."""
        mode, rules = modes()["classic"], Rules(clock=False)
        return self.seat.open(mode, (self._id,), Want(length=0, plot=False), rules)

    def close(self) -> None:
        """Forget everything."""
        shutil.rmtree(self._folder, ignore_errors=True)
