"""Trial: a seat at which a pack is played and nothing is kept."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from quiz.core.deal import Pool, Want
from quiz.core.modes.classic import Classic
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.errors import QuizError
from quiz.store.library import Library
from quiz.store.places import Places
from quiz.store.players import Player
from quiz.store.seat import Seat

if TYPE_CHECKING:
    from quiz.core.round import Round


class _AsWritten(Classic):
    """Everything in its order, also what gives the answer to another question away."""

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """All that there is."""
        del want
        return tuple(pool.questions)


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
        """Deal all its questions as they stand there, without a clock; raises a QuizError."""
        return self.seat.open(_AsWritten(), (self._id,), Want(length=0), Rules(clock=False))

    def close(self) -> None:
        """Forget everything."""
        shutil.rmtree(self._folder, ignore_errors=True)


class Sound(NamedTuple):
    """What of a pack can be played: its text, its id, and a sentence for each other question."""

    text: str
    id: str
    left_out: tuple[str, ...]


def sound_part(text: str, path: Path) -> Sound:
    """Take broken questions out of the text of a pack, and drafts for questions.

    Raises a QuizError if nothing is left; what it says goes on "it cannot be tried yet".
    """
    from quiz.store.editing.asked import accepted
    from quiz.store.editing.pieces import cut
    from quiz.store.packs import reading_of
    from quiz.store.toml import Malformed
    from quiz.tui.formwords import in_form

    try:
        reading = reading_of(path, text)
    except Malformed as wrong:
        raise QuizError("Nothing to try", f"line {wrong.line}: {wrong.reason}") from wrong
    broken: dict[int, str] = {}
    for told in map(in_form, reading.problems):
        number = told.where[1] if told.where[:1] == ("question",) and told.where[1:] else None
        if not isinstance(number, int):
            raise QuizError("Nothing to try", told.message)
        broken.setdefault(number, told.message)
    asked = reading.data.get("question", ())
    if len(broken) == len(asked) or reading.pack is None:
        raise QuizError("Nothing to try", next(iter(broken.values()), "there is no question in it"))
    drafts = [
        at for at, each in enumerate(asked) if at not in broken and each.get("status") == "proposed"
    ]
    if broken or drafts:
        pieces = cut(text)
        for at in drafts:
            pieces = pieces.put(at, accepted(pieces.questions[at]))
        for at in sorted(broken, reverse=True):
            pieces = pieces.remove(at)
        text = pieces.text
    left_out = (f"Question {at + 1} is left out: {why}" for at, why in sorted(broken.items()))
    return Sound(text, reading.pack.id, tuple(left_out))
