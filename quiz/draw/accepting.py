"""What else a typed answer may be: a surname alone, a title without its tail, a plainer place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from quiz.core.text import clean, fold
from quiz.draw.fact import Fact

_ORDINAL = re.compile(r"(?=[IVXL])(?:X{0,3}|XL|LX{0,3})(?:IX|IV|V?I{0,3})")
"""The number of a ruler: Henry VIII is known by it, and has no surname."""
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|PhD|Ph\.D|MD|QC|KC|MP|OBE|MBE|CBE|Esq|FRS)\.?", re.I)
_PARTICLES = re.compile(r"d[eaiu]|dell?a?|de[rn]|van|von|zu|l[ae]|te[nr]|a[fv]|bin")
_LONG = 4
"""Words of an answer that somebody can be expected to type."""
_TAIL = re.compile(
    r"(?P<head>\S+(?: \S+){1,3}?)(?P<tail>: .+| (?:du|de la|de l'|des|del|della) .+)"
)
_QUARTER = re.compile(
    r"(?P<side>(?:north|south|east|west|central|northern|southern|eastern|western|upper|lower"
    r"|north-?eastern|north-?western|south-?eastern|south-?western)) (?P<place>[A-ZÀ-Þ].*)"
)


def accepted(fact: Fact, shared: Callable[[str], bool] = lambda _name: False) -> dict[str, Any]:
    """What an answer may be besides itself, as a question's `accept`; empty if nothing.

    `shared` says of a surname whether it is that of several people: then it tells nobody.
    """
    if fact.measure == "person":
        return _surname(fact, shared)
    if found := _QUARTER.fullmatch(fact.value):
        return {"accept": [clean(f"({found['side']}) {found['place']}")]}
    tail = _TAIL.fullmatch(fact.value) if len(fact.value.split()) > _LONG else None
    if tail and fact.measure != "list":
        return {"accept": [clean(tail["head"])]}
    return {}


def _surname(fact: Fact, shared: Callable[[str], bool]) -> dict[str, Any]:
    """A person's surname alone is right as well, if it is one person's and nobody has read it."""
    parts = fact.value.split()
    if len(parts) < 2 or _ORDINAL.fullmatch(parts[-1]):
        return {}  # of rulers with one name the number tells which: no part of it will do
    last = len(parts) - (1 if not _SUFFIX.fullmatch(parts[-1]) else 2)
    while last > 1 and _PARTICLES.fullmatch(parts[last - 1]):
        last -= 1
    if last < 1:
        return {}
    behind = f" ({' '.join(parts[last + 1 :])})" if _SUFFIX.fullmatch(parts[-1]) else ""
    name = " ".join(parts[last : -1 if behind else None])
    if f" {fold(name)} " in f" {fold(fact.ask)} " or shared(name):
        return {}
    return {"accept": [clean(f"({' '.join(parts[:last])}) {name}{behind}")]}
