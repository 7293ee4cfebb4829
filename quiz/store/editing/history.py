"""History: the states of a text that is being written, one step after another, back and forth."""

from __future__ import annotations

from quiz.store.editing.pieces import Pieces

_DEEPEST = 1000
"""Steps that can be undone."""
Typing = tuple[int | None, str]
"""A field that is typed into: the number of its question (None for the pack), and its name."""


class History:
    """What the text says now, what it said before, and what was undone.

    Changes of one field that follow one another are one step: a word is not undone letter by
    letter, and what was there before it was typed over is still known.
    """

    def __init__(self, now: Pieces) -> None:
        """Begin with a text."""
        self.now = now
        self._past: list[Pieces] = []
        self._future: list[Pieces] = []
        self._typing: Typing | None = None

    def before(self, typing: Typing) -> Pieces:
        """The text that a change of a field starts from: as it was when its typing began."""
        return self._past[-1] if self._past and typing == self._typing else self.now

    def step(
        self, pieces: Pieces, *, typing: Typing | None = None, onto: bool | None = None
    ) -> None:
        """Take a step, or go on with the last: `onto` it, or with what is typed into a field."""
        goes_on = onto if onto is not None else typing is not None and typing == self._typing
        self._future, self._typing = [], typing
        if not goes_on:
            self._past = [*self._past[-_DEEPEST:], self.now]
        elif self._past and pieces == self._past[-1]:  # it says what it said before
            self._past, self._typing = self._past[:-1], None
        self.now = pieces

    def through(self, pieces: Pieces) -> bool:
        """Whether the text was made from a state: it is the one now, or undo leads back to it."""
        return any(told is pieces for told in (self.now, *self._past))

    def rest(self) -> None:
        """Let the next change be a step of its own."""
        self._typing = None

    def undo(self) -> bool:
        """Take the last step back; False if there is none."""
        return self._go(self._past, self._future)

    def redo(self) -> bool:
        """Do what was undone once more; False if there is nothing."""
        return self._go(self._future, self._past)

    def withdraw(self) -> None:
        """Take the last step back for good, as if it had never been."""
        if self.undo():
            self._future = []

    def _go(self, source: list[Pieces], target: list[Pieces]) -> bool:
        self._typing = None
        if not source:
            return False
        target.append(self.now)
        self.now = source.pop()
        return True
