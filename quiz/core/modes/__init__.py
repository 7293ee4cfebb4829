"""The ways to play: one file each, found by looking into this folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from quiz.core.mode import Mode


@cache
def modes() -> Mapping[str, Mode]:
    """Every mode by its id, in the order in which they are offered."""
    found: list[Mode] = []
    for entry in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{entry.name}")
        found += [
            thing()
            for thing in vars(module).values()
            if isinstance(thing, type)
            and issubclass(thing, Mode)
            and thing.__module__ == module.__name__
        ]
    found.sort(key=lambda mode: (mode.place, mode.id))
    return MappingProxyType({mode.id: mode for mode in found})
