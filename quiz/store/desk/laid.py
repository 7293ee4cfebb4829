"""Laid: the cards of a review as they lie on the desk, after every step that was taken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from quiz.store.desk.drawn import Card, Drawn

Mark = Literal["open", "accepted", "rejected", "later"]
Step = dict[str, Any]
OWN = "your own"
"""Where an option comes from that the author wrote."""


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


class Laid:
    """The cards as they were drawn, with steps done to them one after another."""

    def __init__(self, drawn: Drawn, steps: Iterable[Step]) -> None:
        """Do every step; one that makes no sense is left out of `steps`."""
        self._drawn = drawn
        self.cards = [Lying(card, card.forms[0], origins=card.origins) for card in drawn.cards]
        self._order = list(range(len(self.cards)))
        self.steps = [step for step in steps if self._do(step)]

    @property
    def order(self) -> Sequence[int]:
        """The numbers of the cards that can be looked at, in the order they come."""
        return [n for n in self._order if not self.cards[n].hidden]

    def after(self, number: int) -> int:
        """The next card to decide about behind this one, going round; -1 if all are decided.

        Those that were left for later come when nothing else is open.
        """
        order = list(self.order)
        at = order.index(number) + 1 if number in order else 0
        round_trip = [*order[at:], *order[:at]]
        for mark in ("open", "later"):
            found = next((n for n in round_trip if self.cards[n].mark == mark), -1)
            if found >= 0:
                return found
        return -1

    def _do(self, step: Step) -> bool:
        """Do a step, if it can be done."""
        number, act = step.get("card"), str(step.get("act"))
        if act == "settle" and number == len(self.cards):
            return self._settle(step)
        if not isinstance(number, int) or not 0 <= number < len(self.cards) or act not in _ACTS:
            return False
        try:
            _ACTS[act](self, self.cards[number], step)
        except (TypeError, ValueError):  # somebody wrote into the file
            return False
        return True

    def _settle(self, step: Step) -> bool:
        fields, dispute = step.get("fields"), step.get("dispute")
        known = isinstance(dispute, int) and 0 <= dispute < len(self._drawn.disputes)
        if not known or not isinstance(fields, dict) or not {"id", "kind"} <= fields.keys():
            return False
        told = self._drawn.disputes[int(step["dispute"])]
        card = Card((fields,), told.relation, told.passages, {}, {})
        self._order.append(len(self.cards))
        self.cards.append(Lying(card, fields))
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
            origin = {**lying.card.spare, **lying.card.origins}.get(text, OWN)
            lying.origins = {**lying.origins, text: origin}
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
            and self.cards[n].mark == "open"
            and self.cards[n].card.rule == lying.card.rule
        ]
        rest = [n for n in self._order if n not in same]
        at = rest.index(step["card"]) + 1
        self._order = [*rest[:at], *same, *rest[at:]]

    def _mute(self, lying: Lying, _: Step) -> None:
        for each in self.cards:
            if each.card.rule == lying.card.rule and each.mark in ("open", "later"):
                each.hidden = True

    def _unmute(self, lying: Lying, _: Step) -> None:
        for each in self.cards:
            if each.card.rule == lying.card.rule:
                each.hidden = False


_ACTS: Mapping[str, Callable[[Laid, Lying, Step], None]] = {
    "accept": Laid._accept,
    "reject": Laid._reject,
    "later": Laid._later,
    "form": Laid._form,
    "swap": Laid._swap,
    "edit": Laid._edit,
    "more": Laid._more,
    "mute": Laid._mute,
    "unmute": Laid._unmute,
}
