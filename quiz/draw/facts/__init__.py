"""Kinds of fact: one file each, found by looking into this folder.

A kind is a file with ``find(reading)``, which gives the facts of its kind in one document, and
``MARKS``, which is True where it trusts explicit marks (a table, ``Q:``) and not sentences.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from quiz.draw.fact import Fact, Reading

Finder = Callable[[Reading], Iterator[Fact]]


@cache
def finders() -> Mapping[str, tuple[Finder, bool]]:
    """Every kind of fact by its file's name, with whether it trusts marks alone."""
    found: dict[str, tuple[Finder, bool]] = {}
    for entry in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{entry.name}")
        found[entry.name] = (module.find, getattr(module, "MARKS", False))
    return MappingProxyType(found)
