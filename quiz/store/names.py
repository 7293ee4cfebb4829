"""Names of players and of the saves, as sentences and folders need them."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from quiz.core.text import Clean, clean, fold, line

WIDEST = 20
"""Terminal cells of the longest name."""

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NOBODY = frozenset({"", "root", "user", "admin", "administrator", "ubuntu", "nobody"})


def cells(text: str) -> int:
    """Count the terminal cells that a text needs."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def slugged(name: str) -> str:
    """Make the readable part of a folder's name."""
    plain = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain).strip("-")[:WIDEST].strip("-") or "player"


def cannot_save(saves: Path, why: str) -> str:
    """Say before a round that nothing of it will be kept."""
    told = f"Scores cannot be saved in {clean(str(saves))}: {why}."
    return f"{told} You can play; nothing will be kept."


def not_saved(question: int, why: str) -> str:
    """Say in a round since when nothing is saved."""
    return f"Not saved since question {question}: {why}. Trying again with each answer."


def suggested_name() -> Clean:
    """Propose the system's name for whoever is logged in."""
    for told in (_full_name(), _login()):
        name = line(told)
        if name.islower():
            name = Clean(name[0].upper() + name[1:])
        while cells(name) > WIDEST:
            name = Clean(name.rpartition(" ")[0] if " " in name else name[:-1])
        if fold(name) not in _NOBODY:
            return name
    return Clean("Player")


def _full_name() -> str:
    """Ask the system for the person's full name, where it keeps one."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_gecos.partition(",")[0]
    except (ImportError, KeyError):
        return ""


def _login() -> str:
    """Ask the system who is logged in."""
    return next((os.environ[n] for n in ("USER", "LOGNAME", "USERNAME") if os.environ.get(n)), "")
