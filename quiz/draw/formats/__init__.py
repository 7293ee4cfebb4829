"""Formats that need the extra `documents`: one file each, imported when such a file comes."""

from __future__ import annotations

from quiz.core.text import clean
from quiz.errors import Unreadable


def missing(name: str, library: str) -> Unreadable:
    """Say that an optional library is not there, and how to get it."""
    return Unreadable(
        f"{clean(name)} cannot be read yet",
        f"it needs {library}, which is not installed",
        'Install it with: pip install "palmares-quiz[documents]"',
    )


def broken(name: str, what: str) -> Unreadable:
    """Say that a file is not what its ending says."""
    return Unreadable(
        f"{clean(name)} cannot be read", what, "Save it again, or save it as plain text."
    )
