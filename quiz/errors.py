"""Every error this program raises on purpose.

QuizError
├── NotFound      a pack, player, round or document that is not there, with the nearest names
├── Unreadable    a file that cannot be used as it stands: pack, save, import
├── Unsaved       the disk did not take a record or a file
├── OutOfTurn     a verb that the round does not allow now
└── Undealable    a mode cannot make a round of these questions
"""

from __future__ import annotations


class QuizError(Exception):
    """Something a person should read: a short title, what happened, and a way out."""

    def __init__(self, title: str, message: str = "", hint: str = "") -> None:
        super().__init__(": ".join(part for part in (title, message) if part))
        self.title = title
        self.message = message
        self.hint = hint


class NotFound(QuizError):
    """What was named is not there."""


class Unreadable(QuizError):
    """A file cannot be used as it stands."""


class Unsaved(QuizError):
    """The disk refused; what was to be saved is still in memory."""


class OutOfTurn(QuizError):
    """The round does not allow this now."""


class Undealable(QuizError):
    """These questions do not make a round of this mode."""
