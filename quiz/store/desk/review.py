"""Review: what an author decides about drafts, step by step; each step is saved when it is made.

Two files hold it: what was drawn, written once, and the steps. What stands is always the drawn
cards with all steps done anew, so that undo is to leave the last one out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from quiz.core.text import Clean, line
from quiz.errors import Unsaved
from quiz.store.desk.drawn import Drawn, drawn
from quiz.store.desk.laid import Laid, Lying, Mark, Step
from quiz.store.desk.taught import Taught
from quiz.store.segments.disk import reason
from quiz.store.toml import read, replace

DRAWN = ".drawn"
"""The ending of the file that holds what was drawn."""
TWICE = "asked already"
"""The one reason that says nothing against a rule."""


class Review:
    """A desk with cards on it; every verb is one step that can be undone, and raises Unsaved."""

    def __init__(self, path: Path, taught: Taught) -> None:
        """Go on with a review; raises Unreadable."""
        self.path = path
        self.taught = taught
        told = read(path)
        beside = path.with_name(f"{path.stem}{DRAWN}")
        self.drawn: Drawn = drawn(read(beside), beside)
        self.title: Clean = line(str(told.get("title", path.stem)))
        self.pack: str = str(told.get("pack", ""))
        """The file of the pack that was made of it, if there is one."""
        steps = told.get("step", [])
        steps = steps if isinstance(steps, list) else []
        self._laid = Laid(self.drawn, (dict(step) for step in steps if isinstance(step, dict)))

    # ---- what lies there

    @property
    def cards(self) -> Sequence[Lying]:
        """Every card, by its number."""
        return self._laid.cards

    @property
    def order(self) -> Sequence[int]:
        """The numbers of the cards that can be looked at, in the order they come."""
        return self._laid.order

    @property
    def steps(self) -> int:
        """How many steps there are to undo."""
        return len(self._laid.steps)

    def count(self, *marks: Mark) -> int:
        """How many cards are in one of these states; muted ones are in none."""
        return sum(self._laid.cards[n].mark in marks for n in self.order)

    def accepted(self) -> list[Mapping[str, Any]]:
        """The questions of the accepted cards, in the order they were drawn."""
        return [each.question for each in self._laid.cards if each.mark == "accepted"]

    def after(self, number: int) -> int:
        """The next card to decide about behind this one, going round; -1 if all are decided."""
        return self._laid.after(number)

    # ---- verbs

    def accept(self, number: int) -> None:
        """Take the card into the pack as it lies."""
        self._step({"card": number, "act": "accept"})

    def reject(self, number: int, why: str) -> None:
        """Leave the card out, for a reason."""
        self._step({"card": number, "act": "reject", "why": why})

    def leave(self, number: int) -> None:
        """Put the card below the others."""
        self._step({"card": number, "act": "later"})

    def flip(self, number: int, form: int) -> None:
        """Ask it in another form; what was edited is left behind with the old one."""
        self._step({"card": number, "act": "form", "form": form})

    def swap(self, number: int, place: int, text: str) -> None:
        """Put another distractor in the place of one."""
        self._step({"card": number, "act": "swap", "place": place, "text": text})

    def edit(self, number: int, fields: Mapping[str, Any], *, onto: bool = False) -> None:
        """Give the card another wording; `onto` the last step, if that was one, too."""
        last = self._laid.steps[-1] if self._laid.steps else {}
        if onto and last.get("act") == "edit" and last.get("card") == number:
            self._laid.steps.pop()
        self._step({"card": number, "act": "edit", "fields": dict(fields)})

    def settle(self, dispute: int, fields: Mapping[str, Any]) -> int:
        """Add a card about what the documents dispute, as the author would have it; its number."""
        number = len(self._laid.cards)
        self._step({"card": number, "act": "settle", "dispute": dispute, "fields": dict(fields)})
        return number

    def more(self, number: int) -> int:
        """Let cards of the same rule come next; say how many there are."""
        rule = self._laid.cards[number].card.rule
        others = (n for n in self.order if n != number and self._laid.cards[n].mark == "open")
        many = sum(self._laid.cards[n].card.rule == rule for n in others)
        if many:
            self._step({"card": number, "act": "more"})
        return many

    def mute(self, number: int) -> None:
        """Take the undecided cards of this card's rule away, now and in the next draws."""
        self._step({"card": number, "act": "mute"})

    def silence(self, rule: str, *, on: bool) -> None:
        """Mute a rule by its name, or let it ask again: a step if there are cards of it here."""
        card = next((n for n, each in enumerate(self.cards) if each.card.rule == rule), None)
        if card is not None and on != (rule in self._muted()):
            self._step({"card": card, "act": "mute" if on else "unmute"})
        self.taught.mute(rule, on=on)

    def undo(self) -> int:
        """Take the last step back; give the card that it was about, or -1."""
        if not self._laid.steps:
            return -1
        return int(self._change(self._laid.steps[:-1], self._laid.steps[-1])["card"])

    def made(self, pack: Path) -> None:
        """Remember the pack that was made of it."""
        self.pack = str(pack)
        self._keep()

    def close(self) -> None:
        """Clear the desk: the review is over."""
        for path in (self.path, self.path.with_name(f"{self.path.stem}{DRAWN}")):
            with suppress(OSError):  # what stays is offered again, and does no harm
                path.unlink(missing_ok=True)

    # ---- doing

    def _step(self, step: Step) -> None:
        self._change([*self._laid.steps, step], step)

    def _change(self, steps: list[Step], step: Step) -> Step:
        """Do other steps, save them, and count what that says of the rules."""
        before, silent = self._tally(), self._muted()
        self._laid = Laid(self.drawn, steps)
        self._keep()
        self.taught.shift(before, self._tally())
        for rule in silent ^ self._muted():
            self.taught.mute(rule, on=rule in self._muted())
        return step

    def _tally(self) -> Counter[tuple[str, str]]:
        """How many cards of each rule were accepted, edited and then accepted, rejected."""
        told: Counter[tuple[str, str]] = Counter()
        for each in self._laid.cards[: len(self.drawn.cards)]:
            if each.mark == "accepted":
                told[each.card.rule, "edited" if each.edited else "accepted"] += 1
            elif each.mark == "rejected" and each.reason != TWICE:
                told[each.card.rule, "rejected"] += 1
        return told

    def _muted(self) -> set[str]:
        muted: set[str] = set()
        for step in self._laid.steps:
            if step["act"] in ("mute", "unmute"):
                rule = self._laid.cards[int(step["card"])].card.rule
                (muted.add if step["act"] == "mute" else muted.discard)(rule)
        return muted

    def _keep(self) -> None:
        """Write the steps in one go."""
        told = {"format": 1, "title": self.title, "pack": self.pack, "step": self._laid.steps}
        write(self.path, told)


def write(path: Path, table: Mapping[str, Any]) -> None:
    """Write a table in one step; raises Unsaved."""
    import tomli_w

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, tomli_w.dumps(table).encode())
    except OSError as wrong:
        raise Unsaved("The review was not saved", f"{path.name}: {reason(wrong)}") from wrong
