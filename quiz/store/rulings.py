"""Rulings: the texts that players were ruled right with, for the author of a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from quiz.core.records import Attempt, Ruling
from quiz.core.text import Clean, fold, line
from quiz.store.journal import Journal
from quiz.store.segments.recovery import matching

_NEEDLES = (b"\nright = true", b"\nright = false")
"""Lines that rulings have; a finish counts its right answers instead."""

_BRACKETS = re.compile(r"[()]")


def ruled_right(saves: Path, pack: str) -> Mapping[str, tuple[Clean, ...]]:
    """List the texts that still count as right by a player's ruling, by the question's id.

    They come from the journals of all players, as they were typed first but without brackets,
    which mean something in a pack; what a player ruled wrong again later does not count for that
    player.
    """
    found: dict[str, dict[str, Clean]] = {}
    for folder in sorted(saves.glob("*/journal")):
        for question, texts in _of_player(folder, f"{pack}/").items():
            known = found.setdefault(question, {})
            for folded, text in texts.items():
                known.setdefault(folded, text)
    return {question: tuple(texts.values()) for question, texts in found.items() if texts}


def _of_player(folder: Path, pack: str) -> dict[str, dict[str, Clean]]:
    """What one player's rulings come to: by question, each text by what it folds to."""
    counts: dict[str, dict[str, Clean]] = {}
    for ruling, text in _told(folder, pack):
        known = counts.setdefault(ruling.question.removeprefix(pack), {})
        if ruling.right:
            known.setdefault(fold(text), text)
        else:
            known.pop(fold(text), None)
    return counts


def _told(folder: Path, pack: str) -> Iterator[tuple[Ruling, Clean]]:
    """Each ruling about a pack, in the order of time, with the text that it is about."""
    records = (saved.record for needle in _NEEDLES for saved in matching(folder, needle))
    rounds = {
        record.round: record.at
        for record in records
        if isinstance(record, Ruling) and record.question.startswith(pack)
    }
    journal = Journal(folder, "")  # only read from
    for round in sorted(rounds, key=rounds.__getitem__):
        given: dict[str, tuple[Clean, ...]] = {}
        for saved in journal.of(round):
            record = saved.record
            if isinstance(record, Attempt):
                given[record.question] = record.given
            elif isinstance(record, Ruling) and record.question.startswith(pack):
                texts = [line(_BRACKETS.sub(" ", t)) for t in given.get(record.question, ())]
                if len(texts) == 1 and texts[0]:
                    yield record, texts[0]
