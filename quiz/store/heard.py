"""Heard: what players said of a pack's questions, for its author: rulings, and flags."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quiz.core.text import Clean, clean
from quiz.store.journal import Flag, flagged
from quiz.store.rulings import ruled_right


@dataclass(frozen=True)
class Heard:
    """What players said, by the question's id.

    `ruled` are the texts that they were ruled right with, `flags` what they flagged, in a
    sentence for each.
    """

    ruled: Mapping[str, tuple[Clean, ...]] = field(default_factory=dict)
    flags: Mapping[str, tuple[Clean, ...]] = field(default_factory=dict)


def heard(saves: Path, pack: str) -> Heard:
    """Look through the journals of all players: this may take a while."""
    flags: dict[str, tuple[Clean, ...]] = {}
    for flag in flagged(saves):
        name, _, question = flag.key.partition("/")
        if name == pack:
            flags[question] = (*flags.get(question, ()), _sentence(flag))
    return Heard(ruled_right(saves, pack), flags)


def _sentence(flag: Flag) -> Clean:
    told = f"{flag.player} flagged it on {flag.at.day} {flag.at:%B %Y}"
    return clean(f"{told}: {flag.text}" if flag.text else told)
