"""What somebody ordered with `quiz play`: which packs, which mode, how many, with what clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.core.deal import Want
from quiz.core.modes import modes
from quiz.core.rules import Rules
from quiz.core.text import Clean
from quiz.errors import QuizError, Undealable

if TYPE_CHECKING:
    from quiz.core.mode import Mode
    from quiz.core.round import Round
    from quiz.store.library import Library
    from quiz.store.settings import Settings

MIX = "mix"
"""What stands for all packs, unless a pack is called so."""
MIXED = Clean("Mixed bill")
LENGTH = 10
"""How many questions, where nobody said."""


@dataclass(frozen=True, slots=True)
class Order:
    """The command line of `quiz play`; None and "" where nothing was said."""

    pack: str = ""
    mode: str = "classic"
    questions: int | None = None
    seed: int | None = None
    clock: str | None = None
    player: str | None = None
    plain: bool = False
    as_json: bool = False
    new: bool = False

    @property
    def way(self) -> Mode:
        """The mode itself."""
        return modes()[self.mode]

    def want(self, settings: Settings) -> Want:
        """What to deal: as ordered, else as the player likes it."""
        return Want(
            length=LENGTH if self.questions is None else self.questions,
            plot=settings.plot,
            mature=settings.mature,
            blind=self.seed is not None,
        )

    def rules(self, settings: Settings, *, clock: bool) -> Rules:
        """The rules that were ordered; `clock` where nothing was said of it."""
        timed = clock if self.clock is None else self.clock == "on"
        return Rules(clock=timed, reading=settings.reading)

    def fits(self, round: Round, today: str) -> bool:
        """Whether a round of the right packs and mode is as long and as timed as was ordered.

        `today` is an ISO date: the Daily of another day is another one.
        """
        opening = round.opening
        return (
            self.questions in (None, opening.length)
            and (self.clock is None or opening.rules.clock == (self.clock == "on"))
            and opening.day in ("", today)
        )


def packs_of(named: str, library: Library) -> tuple[str, ...]:
    """The ids that a PACK argument means; raises NotFound with the nearest ids."""
    ids = tuple(dict.fromkeys(part.strip() for part in named.split(",") if part.strip()))
    if ids == (MIX,) and all(header.id != MIX for header in library.headers()):
        everything = tuple(name for name in playable(library) if _loads(name, library))
        if not everything:
            raise Undealable("No packs", "There is none that can be played.", "See `quiz packs`.")
        return everything
    return tuple(library.header(name).id for name in ids)


def _loads(name: str, library: Library) -> bool:
    """Whether a pack can be read: a broken one is left out of a mix, and listed elsewhere."""
    try:
        library.load(name)
    except QuizError:
        return False
    return True


def playable(library: Library) -> tuple[str, ...]:
    """The ids of all packs that can be played, as far as their heads can tell."""
    return tuple(header.id for header in library.headers() if header.count and not header.problem)


def title_of(packs: Sequence[str], mode: str, library: Library) -> Clean:
    """What to call a choice of packs; a mode that deals from all goes by its own name."""
    way = modes().get(mode)
    if way and way.wide:
        return Clean(way.title)
    if len(packs) != 1:
        return MIXED
    return next((h.title for h in library.headers() if h.id == packs[0]), Clean(packs[0]))
