"""Review: what an author decides about drafts, step by step; each step is saved when it is made.

Two files hold it: what was drawn, written once, and the steps. What stands is always the drawn
cards with all steps done anew, so that undo is to leave the last one out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from quiz.core.text import Clean, line
from quiz.errors import Unsaved
from quiz.store.disk import reason
from quiz.store.drawn import Card, Drawn, drawn
from quiz.store.taught import Taught
from quiz.store.toml import read, replace

Mark = Literal["open", "accepted", "rejected", "later"]
Step = dict[str, Any]
DRAWN = ".drawn"
"""The ending of the file that holds what was drawn."""
TWICE = "asked already"
"""The one reason that says nothing against a rule."""


@dataclass
class Lying:
    """A card as it lies on the desk now."""

    card: Card
    question: Mapping[str, Any]
    form: int = 0
    mark: Mark = "open"
    edited: bool = False
    reason: str = ""
    hidden: bool = False
    """Whether its rule was muted before it was decided."""
    origins: Mapping[str, str] = field(default_factory=dict)


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
        self._steps: list[Step] = [dict(s) for s in steps if isinstance(s, dict)]
        self._do_all()

    # ---- what lies there

    @property
    def cards(self) -> Sequence[Lying]:
        """Every card, by its number."""
        return self._cards

    @property
    def order(self) -> Sequence[int]:
        """The numbers of the cards that can be looked at, in the order they come."""
        return [n for n in self._order if not self._cards[n].hidden]

    @property
    def steps(self) -> int:
        """How many steps there are to undo."""
        return len(self._steps)

    def count(self, *marks: Mark) -> int:
        """How many cards are in one of these states; muted ones are in none."""
        return sum(self._cards[n].mark in marks for n in self.order)

    def accepted(self) -> list[Mapping[str, Any]]:
        """The questions of the accepted cards, in the order they were drawn."""
        return [each.question for each in self._cards if each.mark == "accepted"]

    def after(self, number: int) -> int:
        """The next card to decide about behind this one, going round; -1 if all are decided.

        Those that were left for later come when nothing else is open.
        """
        order = list(self.order)
        at = order.index(number) + 1 if number in order else 0
        round_trip = [*order[at:], *order[:at]]
        for mark in ("open", "later"):
            found = next((n for n in round_trip if self._cards[n].mark == mark), -1)
            if found >= 0:
                return found
        return -1

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
        last = self._steps[-1] if self._steps else {}
        if onto and last.get("act") == "edit" and last.get("card") == number:
            self._steps.pop()
        self._step({"card": number, "act": "edit", "fields": dict(fields)})

    def settle(self, dispute: int, fields: Mapping[str, Any]) -> int:
        """Add a card about what the documents dispute, as the author would have it; its number."""
        number = len(self._cards)
        self._step({"card": number, "act": "settle", "dispute": dispute, "fields": dict(fields)})
        return number

    def more(self, number: int) -> int:
        """Let cards of the same rule come next; say how many there are."""
        rule = self._cards[number].card.rule
        others = (n for n in self.order if n != number and self._cards[n].mark == "open")
        many = sum(self._cards[n].card.rule == rule for n in others)
        if many:
            self._step({"card": number, "act": "more"})
        return many

    def mute(self, number: int) -> None:
        """Take the undecided cards of this card's rule away, now and in the next draws."""
        self._step({"card": number, "act": "mute"})

    def undo(self) -> int:
        """Take the last step back; give the card that it was about, or -1."""
        if not self._steps:
            return -1
        return int(self._change(self._steps[:-1], self._steps[-1])["card"])

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
        self._change([*self._steps, step], step)

    def _change(self, steps: list[Step], step: Step) -> Step:
        """Do other steps, save them, and count what that says of the rules."""
        before, silent = self._tally(), self._muted()
        self._steps = steps
        self._do_all()
        self._keep()
        self.taught.shift(before, self._tally())
        for rule in silent ^ self._muted():
            self.taught.mute(rule, on=rule in self._muted())
        return step

    def _tally(self) -> Counter[tuple[str, str]]:
        """How many cards of each rule were accepted, edited and then accepted, rejected."""
        told: Counter[tuple[str, str]] = Counter()
        for each in self._cards[: len(self.drawn.cards)]:
            if each.mark == "accepted":
                told[each.card.rule, "edited" if each.edited else "accepted"] += 1
            elif each.mark == "rejected" and each.reason != TWICE:
                told[each.card.rule, "rejected"] += 1
        return told

    def _muted(self) -> set[str]:
        return {
            self._cards[int(step["card"])].card.rule
            for step in self._steps
            if step["act"] == "mute"
        }

    def _do_all(self) -> None:
        """Lay the cards as they were drawn, and do every step; one that makes no sense goes."""
        cards = self.drawn.cards
        self._cards = [Lying(card, card.forms[0], origins=card.origins) for card in cards]
        self._order = list(range(len(cards)))
        self._steps = [step for step in self._steps if self._do(step)]

    def _do(self, step: Step) -> bool:
        """Do a step, if it can be done."""
        number, act = step.get("card"), step.get("act")
        if act == "settle" and number == len(self._cards):
            return self._settle(step)
        if not isinstance(number, int) or not 0 <= number < len(self._cards) or act not in _ACTS:
            return False
        _ACTS[act](self, self._cards[number], step)
        return True

    def _settle(self, step: Step) -> bool:
        fields, dispute = step.get("fields"), step.get("dispute")
        known = isinstance(dispute, int) and 0 <= dispute < len(self.drawn.disputes)
        if not known or not isinstance(fields, dict) or not {"id", "kind"} <= fields.keys():
            return False
        told = self.drawn.disputes[int(step["dispute"])]
        card = Card((fields,), told.relation, told.passages, {}, {})
        self._order.append(len(self._cards))
        self._cards.append(Lying(card, fields))
        return True

    def _accept(self, lying: Lying, _: Step) -> None:
        lying.mark, lying.reason = "accepted", ""

    def _reject(self, lying: Lying, step: Step) -> None:
        lying.mark, lying.reason = "rejected", str(step.get("why", ""))

    def _later(self, lying: Lying, step: Step) -> None:
        lying.mark = "later"
        self._order.remove(step["card"])
        self._order.append(step["card"])

    def _form(self, lying: Lying, step: Step) -> None:
        number = int(step.get("form", 0)) % len(lying.card.forms)
        lying.form, lying.question, lying.edited = number, lying.card.forms[number], False
        lying.mark = "open"

    def _swap(self, lying: Lying, step: Step) -> None:
        wrong = list(lying.question.get("distractors", ()))
        place, text = int(step.get("place", 0)), str(step.get("text", ""))
        if 0 <= place < len(wrong) and text:
            wrong[place] = text
            lying.question = {**lying.question, "distractors": wrong}
            lying.mark = "open"

    def _edit(self, lying: Lying, step: Step) -> None:
        fields = step.get("fields")
        if isinstance(fields, dict) and fields.get("kind"):
            lying.question, lying.edited, lying.mark = fields, True, "open"

    def _more(self, lying: Lying, step: Step) -> None:
        same = [
            n
            for n in self._order
            if n != step["card"]
            and self._cards[n].mark == "open"
            and self._cards[n].card.rule == lying.card.rule
        ]
        rest = [n for n in self._order if n not in same]
        at = rest.index(step["card"]) + 1
        self._order = [*rest[:at], *same, *rest[at:]]

    def _mute(self, lying: Lying, _: Step) -> None:
        for each in self._cards:
            if each.card.rule == lying.card.rule and each.mark in ("open", "later"):
                each.hidden = True

    def _keep(self) -> None:
        """Write the steps in one go."""
        told = {"format": 1, "title": self.title, "pack": self.pack, "step": self._steps}
        write(self.path, told)


_ACTS = {
    "accept": Review._accept,
    "reject": Review._reject,
    "later": Review._later,
    "form": Review._form,
    "swap": Review._swap,
    "edit": Review._edit,
    "more": Review._more,
    "mute": Review._mute,
}


def write(path: Path, table: Mapping[str, Any]) -> None:
    """Write a table in one step; raises Unsaved."""
    import tomli_w

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, tomli_w.dumps(table).encode())
    except OSError as wrong:
        raise Unsaved("The review was not saved", f"{path.name}: {reason(wrong)}") from wrong
