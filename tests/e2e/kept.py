"""What a journal holds, read by a parser that knows no journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli


@dataclass(frozen=True)
class Kept:
    """The newest round of the only player: its answers in order, and whether it is finished."""

    round: str = ""
    attempts: tuple[dict[str, Any], ...] = ()
    finished: bool = False

    @classmethod
    def of(cls, saves: Path) -> Kept:
        """Read all segments."""
        tables: dict[str, list[dict[str, Any]]] = {"round": [], "attempt": [], "finish": []}
        for segment in saves.glob("*/journal/*.toml"):
            for name, rows in whole(segment.read_text("utf-8")).items():
                tables.setdefault(name, []).extend(rows if isinstance(rows, list) else [])
        for rows in tables.values():
            rows.sort(key=lambda row: int(row["n"]))
        if not tables["round"]:
            return cls()
        newest = tables["round"][-1]["round"]
        attempts = tuple(row for row in tables["attempt"] if row["round"] == newest)
        return cls(newest, attempts, any(row["round"] == newest for row in tables["finish"]))

    def points(self, answers: int) -> int:
        """The points after so many answers."""
        return sum(int(row["points"]) for row in self.attempts[:answers])

    def since(self, before: Kept) -> tuple[dict[str, Any], ...]:
        """The answers that are new; an unfinished round must have gone on as it was."""
        if self.round != before.round:
            assert before.finished or not before.round, "an unfinished round was dropped"
            return self.attempts
        old = len(before.attempts)
        assert self.attempts[:old] == before.attempts, "what was judged has changed"
        return self.attempts[old:]


def whole(text: str) -> dict[str, Any]:
    """Parse a segment without its last record, where that was cut off."""
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return tomli.loads(text[: text.rindex("\n[[")])
