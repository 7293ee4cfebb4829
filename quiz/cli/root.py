"""The composition root: builds what the commands and the game work with, when they ask for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from quiz.store.library import Library
    from quiz.store.places import Places


class Root:
    """One run of the program: the folders it was given, and all that hangs on them."""

    def __init__(self, packs: Iterable[str] = (), saves: str | None = None) -> None:
        self._packs = list(packs)
        self._saves = saves
        self._places: Places | None = None
        self._library: Library | None = None

    def point(self, packs: Iterable[str] = (), saves: str | None = None) -> None:
        """Take folders that were named after the command, too."""
        self._packs += packs
        self._saves = saves or self._saves
        self._places = self._library = None

    @property
    def places(self) -> Places:
        """Where everything lives."""
        if self._places is None:
            from quiz.store.places import find_places

            self._places = find_places(self._packs, self._saves)
        return self._places

    @property
    def library(self) -> Library:
        """The packs."""
        if self._library is None:
            from quiz.store.library import Library

            self._library = Library(self.places)
        return self._library

    def rng(self, seed: int | str | None = None) -> Random:
        """Chance: its own for every run, or what a seed makes of it."""
        from random import Random

        return Random(seed)
