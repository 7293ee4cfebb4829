"""Stage: the zones of the play screen, which stay where they are when the answer is revealed."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from quiz.core.text import Clean, clean
from quiz.errors import OutOfTurn
from quiz.tui import plain, playkeys, stakes
from quiz.tui.forms import FORMS
from quiz.tui.forms.base import Form, Manner, Outcome
from quiz.tui.forms.fill import FillForm
from quiz.tui.forms.rows import RowForm
from quiz.tui.forms.write import WriteForm
from quiz.tui.screen import Key
from quiz.tui.table import Table
from quiz.tui.widgets import why
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.countdown import Countdown
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.filmstrip import Filmstrip
from quiz.tui.widgets.head import Head
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rule import rule
from quiz.tui.widgets.verdict import edges, flashed, headline, reasons, spread
from quiz.tui.zones import CROWD, zones


class Stage(Vertical):
    """Draws a table: the open question, or the verdict on it."""

    def __init__(self, table: Table, manner: Manner) -> None:
        super().__init__(classes="stage")
        self.table = table
        self.manner = manner
        self.head = Head(table)
        self.strip = Filmstrip(table)
        self.countdown = Countdown(table)
        self.above = Drawn(id="above")
        self.prompt = Drawn(id="prompt")
        self.answer = Vertical(id="answer")
        self.offers = Buttons(id="offers")
        self.rule = Drawn(id="rule")
        self.lower = Drawn(id="lower")
        self.buttons = Buttons(id="buttons")
        self.stakes = Drawn(id="stakes")
        self.forms = {shape: FORMS[shape](manner) for shape in table.shapes()}
        self.form: Form | None = None
        self.noted = ""
        self.offered: list[playkeys.Offer] = []
        self._asked = 0

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self.strip
        yield self.countdown
        yield self.above
        yield self.prompt
        # All forms that the round needs are there from the start: mounting one costs 30 ms.
        with self.answer:
            for form in self.forms.values():
                form.display = False
                yield form
        yield self.offers
        yield self.rule
        yield self.lower
        yield self.buttons
        yield self.stakes

    @property
    def cells(self) -> int:
        """The width there is."""
        return min(80, self.app.size.width)

    # ---- the open question

    def ask(self) -> None:
        """Show the open question, with nothing given."""
        shape = self.table.round.form
        form = self.forms[type(shape)]
        if form is not self.form:
            if self.form is not None:
                self.form.display = False
            form.display = True
            self.form = form
        self.noted = ""
        self.form.load(shape)
        self.press(playkeys.buttons(self.table) if self.form.typed else [])
        self.form.restore(self.table.state.clues, self.table.state.found)
        self.aid()
        self.lay()
        self.fill()
        self.form.begin()

    def redraw(self) -> None:
        """Lay out and fill the zones for another window."""
        if self.form is not None:
            self.lay()
            if self.table.round.phase == "asking":
                self.fill()
            else:
                self.explain()

    def lay(self) -> None:
        """Lay the zones out for the window and the question."""
        height, width, form = self.app.size.height, self.cells, self.form
        assert form is not None  # noqa: S101 - there is a question
        indent, room = why.margin(width)
        told = wrap(self.table.dealt.question.prompt, room)
        self.prompt.put(*(Content(" " * indent) + plain.show(line, "bold") for line in told))
        for manner in self._manners(height, judged=form.outcome is not None):
            form.manner = manner
            wants = max(form.wants(width), min(self._asked, CROWD))
            parts = zones(
                height,
                len(told),
                wants,
                offers=form.typed or bool(self.offers.shown),
                brisk=self.table.mode.brisk,
                judged=form.outcome is not None,
            )
            if wants <= parts.answer:
                break
        self._asked = 0 if form.outcome is not None or height < 24 else wants
        self._zone(self.above, parts.above)
        self._zone(self.prompt, parts.prompt)
        self._zone(self.answer, parts.answer, parts.gap)
        self._zone(self.offers, parts.below)

    def _manners(self, height: int, *, judged: bool) -> list[Manner]:
        """The ways to draw the answer, from the roomiest to the one that needs the least."""
        low = height < 24
        airy = replace(self.manner, airy=height >= 30, tight=low)
        if not judged or low:
            return [airy]
        folded = replace(self.manner, folded=True)
        return [airy, replace(airy, airy=False), folded, replace(folded, tight=True)]

    @staticmethod
    def _zone(widget: Drawn | Buttons | Vertical, height: int, gap: int = 0) -> None:
        """Set a zone's height; only a change costs a layout."""
        if widget.styles.height is None or widget.styles.height.value != height:
            widget.styles.height = height
        if widget.styles.margin.top != gap:
            widget.styles.margin = (gap, 0, 0, 0)
        if widget.display != (height > 0):
            widget.display = height > 0

    def fill(self) -> None:
        """Write what stands below the rule while the question is open."""
        table, width, signs = self.table, self.cells, self.manner.signs
        self.rule.put(rule(width, signs))
        lines = [spread(*stakes.standing(table, signs), width)]
        more = why.hints(table, width)
        for told in table.round.aid.lines:
            more += why.paragraphs(told, width, "$secondary")
        if self.noted:
            more += why.paragraphs(Clean(self.noted), width, "$close")
        if more:
            lines += ([Content("")] if self.app.size.height >= 24 else []) + more
        self.lower.put(*lines)
        self.tell()

    def note(self, text: str) -> None:
        """Say a sentence below the rule."""
        if text != self.noted:
            self.noted = text
            self.fill()

    def press(self, keys: list[Key]) -> None:
        """Show the buttons of a typed answer."""
        self.buttons.put(keys)
        if self.buttons.display != bool(keys):
            self.buttons.display = bool(keys)

    def next_clue(self) -> bool:
        """Open a further clue, if the form has one."""
        form = self.form
        if not isinstance(form, WriteForm) or not form.keys:
            return False
        self.table.clue()
        form.open(self.table.state.clues)
        self.redraw()
        return True

    def once_more(self, what: str) -> None:
        """Nothing is decided yet: the next clue is open, or there is one more try."""
        from quiz.core.judge import NEARLY

        form, state = self.form, self.table.state
        if isinstance(form, WriteForm):
            if what == "clue":
                form.again(state.clues)
                self.noted = "Not that. The next clue is open."
            else:
                self.noted = ""
                form.close(NEARLY)
            self.redraw()

    def probe(self, text: Clean) -> bool:
        """Look at a text while it is typed; whether nothing more is needed."""
        form = self.form
        if not isinstance(form, FillForm):
            return False
        return form.probed(self.table.probe(text), self.table.state.found)

    def use(self, move: str) -> None:
        """Use a lifeline."""
        try:
            self.table.move(move)
        except OutOfTurn as wrong:
            self.note(wrong.message or wrong.title)
        else:
            self.aid()
            self.fill()

    def aid(self) -> None:
        """Show what the lifelines that were used on this question show."""
        form, round = self.form, self.table.round
        if form is not None and round.phase == "asking":
            self.offered = playkeys.offers(self.table, form)
            self.offers.put([offer.key for offer in self.offered])
            if isinstance(form, RowForm):
                aid = round.aid
                form.strike(aid.hidden)
                form.remark({option: Clean(f"{share} %") for option, share in aid.shares})

    def wager(self) -> None:
        """Ask how sure the answer is, before it is judged."""
        self.press(playkeys.certainties(self.table))
        self.note(stakes.bets(self.table))
        self.buttons.focus(scroll_visible=False)

    def flash(self) -> None:
        """Show the verdict as one line, above the question that comes next."""
        verdict = self.table.state.verdict
        if verdict is not None:
            self.above.put(flashed(self.table, verdict, self.manner, self.cells))

    # ---- the verdict

    def reveal(self, reason: str = "") -> None:
        """Show the verdict in the zones that were dark; `reason` is said instead of the judge's."""
        table, form = self.table, self.form
        verdict = table.state.verdict
        assert form is not None  # noqa: S101 - a question was open
        assert verdict is not None  # noqa: S101 - and was answered
        assert table.given is not None  # noqa: S101 - in this sitting
        answers = table.dealt.question.answers() or (verdict.expected,)
        if reason:
            verdict = replace(verdict, why=Clean(reason))
        form.judged(Outcome(table.given, verdict, answers))
        self.offers.put(playkeys.banking(table))
        self.press([])
        self.lay()
        self.explain()

    def explain(self) -> None:
        """Write rule, reasons, source and stakes of the verdict."""
        table, width, form = self.table, self.cells, self.form
        verdict = table.state.verdict
        if verdict is None or form is None:
            return
        self.rule.put(headline(table, verdict, form.manner, width))
        reason = Clean("") if form.reasoned else verdict.why
        room = self.app.size.height - 6 - self._taken
        self.lower.put(*reasons(table, reason, self.manner, width, room))
        self.stakes.put(spread(*stakes.coming(table, self.manner.signs), width))
        self.tell()

    @property
    def _taken(self) -> int:
        """Lines between countdown and rule."""
        zones = (self.above, self.prompt, self.answer, self.offers)
        heights = (zone.styles.height for zone in zones if zone.display)
        taken = sum(int(height.value) for height in heights if height is not None)
        return taken + self.answer.styles.margin.top

    def tell(self) -> None:
        """Show how the round stands; and in row 23, until it is over, that it is not saved."""
        wrong = self.table.seat.trouble
        if wrong:
            told = plain.oneline(clean(wrong), f"bold {self.manner.tone('wrong')}")
            self.stakes.put(Content(" " * edges(self.cells)[0]) + told)
        elif self.table.round.phase == "asking":
            self.stakes.put()
        for widget in (self.head, self.strip, self.countdown):
            widget.refresh()
