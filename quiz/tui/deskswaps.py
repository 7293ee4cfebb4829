"""DeskSwaps: another wrong option in the place of one: a known one, or the author's own."""

from __future__ import annotations

from quiz.core.text import Clean, line
from quiz.errors import Unsaved
from quiz.tui.deskways import DeskWays
from quiz.tui.plain import toast, toast_error
from quiz.tui.swapping import spare, there

_OWN = "\0own"
"""Stands for an option that is not written yet: no text of a document has this letter."""
_LAST = 8
"""The place of that row: a number still leads to it."""


class DeskSwaps(DeskWays):
    """A desk on which options can be swapped."""

    def action_swap(self) -> None:
        """Ask which wrong option shall go."""
        from quiz.tui.screens.pick import PickScreen

        lying = self.review.cards[self.number]
        wrong = there(lying)
        if not wrong:
            many = any(form.get("distractors") for form in lying.card.forms)
            other = "f asks it with some" if many else "e edits it"
            toast(self.app, Clean(f"It has no wrong options; {other}."))
            return
        origins = lying.origins
        things = [
            (str(place), line(text), line(str(origins.get(text, ""))))
            for place, text in enumerate(wrong)
        ]
        self.app.push_screen(PickScreen("WHICH ONE SHALL GO?", things), self._swap_for)

    def _swap_for(self, place: str | None) -> None:
        """Ask what shall come instead; a person knows what is surely wrong."""
        from quiz.tui.screens.pick import PickScreen

        if place is None:
            return
        things = [
            (text, line(text), line(origin))
            for text, origin in spare(self.review.cards[self.number])
        ]
        things.insert(_LAST, (_OWN, Clean("Another one, of your own"), Clean("you write it")))

        def chosen(text: str | None) -> None:
            if text == _OWN:
                self._ask_for_own(int(place))
            elif text:
                self._swap(int(place), text)

        self.app.push_screen(PickScreen("WHAT COMES INSTEAD?", things), chosen)

    def _ask_for_own(self, place: int) -> None:
        """Have the author write it."""
        from quiz.tui.screens.ownoption import OwnOptionScreen

        def written(text: Clean | None) -> None:
            if text:
                self._swap(place, text)

        lying = self.review.cards[self.number]
        self.app.push_screen(OwnOptionScreen(lying, place), written)

    def _swap(self, place: int, text: str) -> None:
        try:
            self.review.swap(self.number, place, text)
        except Unsaved as wrong:
            toast_error(self.app, wrong)
        self.draw()
