"""DeskWays: from the review desk to other screens, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quiz.core.text import Clean
from quiz.errors import QuizError, Unsaved
from quiz.store.desk.review import Review
from quiz.tui.plain import toast, toast_error
from quiz.tui.screen import QuizScreen


class DeskWays(QuizScreen[None]):
    """A review, the card that is looked at, and the screens that show more of it."""

    def __init__(self, review: Review) -> None:
        """Take a review."""
        super().__init__()
        self.review = review
        self.number = 0

    @property
    def bare(self) -> bool:
        """Whether no card lies there that could be looked at."""
        return not self.review.order

    def draw(self) -> None:
        """Draw what lies there now."""
        raise NotImplementedError

    def action_edit(self) -> None:
        """Open the question editor."""
        from quiz.tui.screens.redraft import redraft

        number = self.number

        def keep(fields: Mapping[str, Any], went_on: bool) -> None:
            try:
                self.review.edit(number, fields, onto=went_on)
            except Unsaved as wrong:
                toast_error(self.app, wrong)

        opened = redraft(self.review, number, keep)
        if isinstance(opened, QuizError):
            toast_error(self.app, opened)
        else:
            self.app.push_screen(opened)

    def action_source(self) -> None:
        """Open the document where it is written."""
        from quiz.tui.screens.paper import PaperScreen

        passages = self.review.cards[self.number].card.passages
        if passages:
            paper = self.review.drawn.paper(passages[0].document)
            self.app.push_screen(PaperScreen(paper, passages))

    def action_conflicts(self) -> None:
        """Show where the documents disagree."""
        from quiz.tui.screens.setaside import ConflictsScreen

        if self.review.drawn.disputes:
            self.app.push_screen(ConflictsScreen(self.review.drawn), self._settle)
        else:
            toast(self.app, Clean("No contradiction was found in the documents."))

    def _settle(self, row: str | None) -> None:
        """Write the question about which the documents disagree, as the author knows it."""
        if not row:
            return
        from quiz.tui.settling import fields

        dispute, _, value = row.partition(":")
        told = self.review.drawn.disputes[int(dispute)]
        taken = {str(each.question["id"]) for each in self.review.cards}
        question = fields(
            self.review.drawn, told, told.values[int(value)], taken, self.game.clock().date()
        )
        try:
            self.number = self.review.settle(int(dispute), question)
        except Unsaved as wrong:
            toast_error(self.app, wrong)
            return
        self.action_edit()

    def action_aside(self) -> None:
        """Show what nothing was drawn from."""
        from quiz.tui.screens.setaside import SetAsideScreen

        if self.review.drawn.asides:
            self.app.push_screen(SetAsideScreen(self.review.drawn))
        else:
            toast(self.app, Clean("Nothing was set aside."))

    def action_rules(self) -> None:
        """Show what each rule is worth, and which are muted."""
        from quiz.tui.screens.teaching import TeachingScreen

        self.app.push_screen(TeachingScreen(self.review.taught, self.review))

    def action_pack(self) -> None:
        """Make the pack of what was accepted."""
        from quiz.tui.screens.bound import BoundScreen

        self.app.push_screen(BoundScreen(self.review))
