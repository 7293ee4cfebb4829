"""Settings: what a player chose on the settings screen, and what they played last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from quiz.core.text import clean

_CHOICES: Mapping[str, tuple[Any, ...]] = {
    "reading": (1, 2, 3),
    "signs": ("", "ascii", "unicode"),
    "level": ("all", "gentle", "hard"),
}
_MOST_QUESTIONS = 100_000


@dataclass(frozen=True, slots=True)
class Settings:
    """One player's choices.

    `theme` is a theme's name, "" for golden night, or Riviera day where the terminal is light;
    `clock` melts a bonus after the free reading time, which `reading` multiplies; `confirm` wants
    Enter after a key; `advance` goes on by itself after five seconds; `plot` keeps the ending
    secret, `mature` asks about mature themes; `signs` is ascii, unicode, or "" to see for itself;
    `shipped` shows the shipped packs. The rest is the last choice on the setup screen, where
    `length` 0 is all.
    """

    theme: str = ""
    clock: bool = True
    reading: int = 1
    confirm: bool = False
    advance: bool = False
    motion: bool = True
    bell: bool = False
    plot: bool = True
    mature: bool = True
    signs: str = ""
    shipped: bool = True
    mode: str = "classic"
    packs: tuple[str, ...] = ()
    length: int = 10
    level: str = "all"
    typed: bool = False

    def table(self) -> dict[str, Any]:
        """Give the fields as they stand in player.toml."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def of(cls, table: Any) -> Settings:
        """Read what player.toml holds; what cannot be used is as if it were not there."""
        if not isinstance(table, Mapping):
            return cls()
        known = {field.name: field.default for field in fields(cls)}
        told = {name: _like(known[name], table[name]) for name in known if name in table}
        return cls(**{name: value for name, value in told.items() if _possible(name, value)})


def _like(default: Any, value: Any) -> Any:
    """Take a value if it is of the same type as the default; else None."""
    if isinstance(default, tuple):
        texts = isinstance(value, list) and all(isinstance(text, str) for text in value)
        return tuple(map(clean, value)) if texts else None
    if type(value) is not type(default):
        return None
    return clean(value) if isinstance(value, str) else value


def _possible(name: str, value: Any) -> bool:
    """Tell whether a setting may have this value."""
    if value is None:
        return False
    if name == "length":
        return 0 <= int(value) <= _MOST_QUESTIONS
    return name not in _CHOICES or value in _CHOICES[name]
