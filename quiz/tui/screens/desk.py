"""Desk: drafts on one side, the passages that prove them on the other, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean, clean, line
from quiz.errors import Unsaved
from quiz.store.desk.review import Review
from quiz.tui.deskbindings import DESK, NARROW, ON_A_CARD, WHY, WIDE, ways
from quiz.tui.deskswaps import DeskSwaps
from quiz.tui.plain import apart, show, toast, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets import draftcard, evidence
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rule import Rule


class DeskScreen(DeskSwaps):
    """One card at a time; every decision is saved when it is made."""

    heading = "Review desk"
    notes = (
        "What is bold in the passage proves the answer; read it before you accept.",
        "Left and right go from card to card. Every step is saved, and can be undone.",
        "What you accept and reject decides which rules come first in the next draw.",
        "p makes the pack of what was accepted so far; you can come back for the rest.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *DESK,
        *QuizScreen.BINDINGS,
        Binding("q,escape", "back", "Back", id="back", show=False,
                tooltip="Leave the desk; it stays as it is"),
    ]  # fmt: skip

    card = query_one("#card", Drawn)
    proof = query_one("#proof", Drawn)

    def __init__(self, review: Review) -> None:
        """Take a review, and begin with the first card that is open."""
        super().__init__(review)
        self.number = max(review.after(-1), 0)

    def compose(self) -> ComposeResult:
        """Card and passages, side by side or one above the other."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            with Container(id="both"):
                yield Drawn(id="card")
                yield Drawn(id="proof")
            yield Rule(id="found")
            yield Buttons(id="acts")
            yield Buttons(id="ways")
        yield KeyLine()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new size."""
        self.query_one("#ways", Buttons).put(ways(self.review.drawn, wide=self.columns >= 80))
        self.draw()

    def on_screen_resume(self) -> None:
        """The card may have been edited."""
        if self.is_mounted:
            self.draw()

    # ---- what lies there

    def draw(self) -> None:
        """Draw the card and its passages."""
        review, width, signs = self.review, self.columns, self.game.signs
        if self.number not in review.order:  # its rule was muted, or the step that made it undone
            following = review.after(-1)
            self.number = following if following >= 0 else next(iter(review.order), 0)
        self._draw_head()
        wide = width >= 80
        room = width // 2 - 4 if wide else width - 4
        acts = WIDE if wide else NARROW
        self.query_one("#acts", Buttons).put(() if self.bare else acts)
        self.refresh_bindings()
        if self.bare:
            self._draw_bare(room)
            return
        indent = Content("   " if wide else "  ")
        lying = review.cards[self.number]
        low, airy = self.has_class("-low"), self.has_class("-airy")
        told = draftcard.lines(lying, room, signs, low=low, airy=airy)
        self.card.put(*(indent + row for row in told))
        passages, papers = lying.card.passages, review.drawn.papers
        proof, first = evidence.shown(passages, papers, room, signs, airy=airy)
        self.proof.put(*(Content("" if wide else " ") + row for row in proof))
        self.call_after_refresh(lambda: self._show_from(first, len(proof)))
        many = len(lying.card.forms)
        form = f" {signs.dot} form {lying.form + 1} of {many}" if many > 1 else ""
        self.query_one("#found", Rule).name_it(f"rule {line(lying.card.rule)}{form}")

    def _draw_bare(self, room: int) -> None:
        """Say why no card lies there, and what brings them back."""
        told = (
            "No card lies here: every rule that drew one is muted.",
            "u takes the last step back; r shows the rules and lets them ask again.",
        )
        rows = [row for text in told for row in (Clean(""), *wrap(Clean(text), room))]
        self.card.put(*(Content("   ") + show(row) for row in rows))
        self.proof.put()
        self.query_one("#found", Rule).name_it("")

    def _show_from(self, line: int, many: int) -> None:
        """Bring the evidence into view, where the passage is longer than its place."""
        if self.app.screen is not self:
            return  # it was left meanwhile
        if many > self.proof.size.height and line > self.proof.size.height // 2:
            self.proof.scroll_by(line - 2)

    def _draw_head(self) -> None:
        """Which card of how many, and what was decided."""
        review, signs = self.review, self.game.signs
        order = list(review.order)
        place = order.index(self.number) + 1 if self.number in order else 0
        title = Content.styled("   REVIEW DESK", "bold $primary")
        at = Content(f"   card {place} of {len(order)}" if order else "   no card")
        left = review.count("open", "later")
        counts = [f"{left} to go"]
        if self.columns >= 80:
            counts[:0] = [f"{review.count(m)} {m}" for m in ("accepted", "rejected")]
        end = Content.styled(f" {signs.dot} ".join(counts) + "  ", "$dim")
        self.query_one("#head", Static).update(apart(title + at, end, self.columns))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no card lies, nothing can be done with one."""
        if self.is_mounted and self.bare and action in ON_A_CARD:
            return False
        return super().check_action(action, parameters)

    # ---- decisions

    def _do(self, verb: Callable[[], Any], go_on: bool = False) -> Any:
        """Take a step, say if it was not saved, and go to the next card."""
        told = None
        try:
            told = verb()
        except Unsaved as wrong:
            toast_error(self.app, wrong)
        if go_on:
            self._go_on()
        self.draw()
        return told

    def _go_on(self) -> None:
        """Go to the next card to decide; after the last one, make the pack."""
        if self.bare:
            return
        following = self.review.after(self.number)
        if following >= 0:
            self.number = following
            return
        order = list(self.review.order)
        if self.number not in order and order:
            self.number = order[0]
        self.action_pack()

    def action_accept(self) -> None:
        """Take it into the pack, unless it could not be played."""
        told = self._objection()
        if told:
            toast(self.app, told, title=Clean("Not yet: e edits it"), severity="warning")
        else:
            self._do(lambda: self.review.accept(self.number), go_on=True)

    def _objection(self) -> Clean:
        """What keeps this question from being played or passing the check."""
        from quiz.store.desk.bind import head, published
        from quiz.store.editing.fieldtext import fresh
        from quiz.tui.proof import proof
        from quiz.tui.settling import unasked

        review = self.review
        question = review.cards[self.number].question
        if self.number >= len(review.drawn.cards) and (lacks := unasked(question)):
            return lacks
        text = head(review, "draft", review.title) + "\n" + fresh(published(question))
        found = proof(text, review.path)
        return next((p.message for p in found.problems if p.severity == "error"), Clean(""))

    def action_reject(self) -> None:
        """Ask why, then leave it out."""
        from quiz.tui.screens.pick import PickScreen

        things = [(why, Clean(why), Clean("")) for why in WHY]
        self.app.push_screen(PickScreen("REJECT IT: WHY?", things), self._rejected)

    def _rejected(self, why: str | None) -> None:
        if why:
            told = "" if why == WHY[-1] else why
            self._do(lambda: self.review.reject(self.number, told), go_on=True)

    def action_flip(self) -> None:
        """Ask it in its next form."""
        lying = self.review.cards[self.number]
        if len(lying.card.forms) < 2:
            toast(self.app, Clean("It has only this form; e can make it another kind."))
            return
        self._do(lambda: self.review.flip(self.number, (lying.form + 1) % len(lying.card.forms)))

    def action_later(self) -> None:
        """Put it below the others."""
        self._do(lambda: self.review.leave(self.number), go_on=True)

    def action_more(self) -> None:
        """Let cards of the same rule come next."""
        many = self._do(lambda: self.review.more(self.number))
        word = "more card of this rule comes" if many == 1 else "more cards of this rule come"
        told = f"{many} {word} next." if many else "There is no other open card of this rule."
        toast(self.app, Clean(told))

    def action_mute(self) -> None:
        """Draw no more by this rule."""
        rule = self.review.cards[self.number].card.rule
        self._do(lambda: self.review.mute(self.number), go_on=True)
        told = f"{rule} is muted, here and in the next draws. u takes it back, r shows the rules."
        toast(self.app, clean(told))

    def action_undo(self) -> None:
        """Take the last step back, and show what it was about."""
        number = self._do(self.review.undo)
        if number is None or number < 0:
            toast(self.app, Clean("There is nothing to undo."))
            return
        self.number = number
        self.draw()

    # ---- looking

    def action_card(self, step: int) -> None:
        """Look at another card."""
        order = list(self.review.order)
        if order:
            at = order.index(self.number) if self.number in order else 0
            self.number = order[(at + step) % len(order)]
            self.draw()

    def action_read(self, step: int) -> None:
        """Show what does not fit."""
        self.proof.scroll_by(step)
        if not self.proof.more:
            self.card.scroll_by(step)

    def parting(self) -> Clean:
        """Everything is saved already."""
        left = self.review.count("open", "later")
        return clean(f"{self.review.title} is on the review desk, {left} to go.")

    def action_back(self) -> None:
        """Leave the desk as it is."""
        self.app.pop_screen()
