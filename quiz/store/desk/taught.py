"""Taught: what an author did with the proposals of each rule, kept for the next draw."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from quiz.errors import Unreadable, Unsaved
from quiz.store.places import Places
from quiz.store.segments.disk import reason
from quiz.store.toml import read, replace

Tally = Mapping[tuple[str, str], int]
"""How often each rule met each choice."""


class Taught:
    """One table for each rule: accepted, edited, rejected, muted, wanted."""

    def __init__(self, path: Path) -> None:
        """Read the file; one that is not there, or cannot be read, says nothing."""
        self.path = path
        try:
            told = read(path).get("rule")
        except Unreadable:
            told = None
        rules = told if isinstance(told, dict) else {}
        self._rules: dict[str, dict[str, Any]] = {
            name: dict(entry) for name, entry in rules.items() if isinstance(entry, dict)
        }

    @classmethod
    def at(cls, places: Places) -> Taught:
        """What the author of this machine taught."""
        return cls(places.config / "taught.toml")

    def table(self) -> dict[str, Any]:
        """Everything, as the ranking of drafts reads it."""
        return {"format": 1, "rule": {n: self._rules[n] for n in sorted(self._rules)}}

    @property
    def muted(self) -> tuple[str, ...]:
        """The rules that propose nothing."""
        return tuple(sorted(n for n, entry in self._rules.items() if entry.get("muted") is True))

    def shift(
        self, before: Mapping[tuple[str, str], int], after: Mapping[tuple[str, str], int]
    ) -> None:
        """Count what a step changed: choices by rule and name, before and after it."""
        changed = False
        for rule, name in {*before, *after}:
            by = after.get((rule, name), 0) - before.get((rule, name), 0)
            entry = self._rules.setdefault(rule, {})
            old = entry.get(name, 0)
            count = max(0, (old if isinstance(old, int) else 0) + by)
            changed = changed or bool(by)
            if count:
                entry[name] = count
            else:
                entry.pop(name, None)
        self._keep(changed=changed)

    def mute(self, rule: str, *, on: bool) -> None:
        """Let a rule propose nothing from now on, or let it propose again."""
        self._switch(rule, "muted", on=on)

    def want(self, rule: str, *, on: bool) -> None:
        """Let a rule propose that is silent by itself, or let it be silent again."""
        self._switch(rule, "wanted", on=on)

    def _switch(self, rule: str, name: str, *, on: bool) -> None:
        entry = self._rules.setdefault(rule, {})
        changed = on != (entry.pop(name, False) is True)
        if on:
            entry[name] = True
        self._keep(changed=changed)

    def _keep(self, changed: bool) -> None:
        """Write the file in one step; raises Unsaved."""
        self._rules = {name: entry for name, entry in self._rules.items() if entry}
        if not changed:
            return
        import tomli_w

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace(self.path, tomli_w.dumps(self.table()).encode())
        except OSError as wrong:
            raise Unsaved("What you taught was not saved", reason(wrong)) from wrong
