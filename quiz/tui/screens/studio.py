"""Studio: the questions of a pack that is being written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.problem import Problem
from quiz.core.text import Clean
from quiz.store.editing.manuscript import Manuscript
from quiz.store.heard import Heard, heard
from quiz.tui.allowing import allow, allowable
from quiz.tui.plain import apart, toast
from quiz.tui.screens.leaf import CoverScreen, LeafScreen
from quiz.tui.screens.writing import WritingScreen
from quiz.tui.studiobindings import LIST, acts
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.questionlist import QuestionList
from quiz.tui.widgets.questionrow import objections, question_row, remarks, sign_of
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

HEAD = "pack"
"""The id of the row for what the pack says about itself."""
_RESTING = frozenset(
    {"new", "try", "save", "undo", "redo", "accept", "duplicate", "remove", "allow"}
)


class StudioScreen(WritingScreen):
    """The list: one row a question, with what a check says of the highlighted one below."""

    heading = "Studio"
    notes = (
        "Space picks a question up, the arrows carry it, and Space puts it down again.",
        "What is not saved is kept as a draft, and opens with the pack the next time.",
        "Saving changes only what was edited; comments and all else in the file stay.",
    )
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [*LIST]

    rows = query_one("#list", Rows)

    def __init__(self, script: Manuscript) -> None:
        """Open a pack that is being written."""
        super().__init__(script)
        self._carried: list[int] = []  # while one is: the numbers of all, in their new order
        self._held = -1
        self._written: LeafScreen | None = None
        self._heard = Heard()

    def compose(self) -> ComposeResult:
        """Head, list, acts, and what the check says."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield QuestionList(id="list")
            yield Rule("CHECK", id="checked")
            yield Drawn(id="told")
            yield Buttons(id="acts")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the questions, the first one highlighted."""
        self.drawn()
        if self.rows.chosen == HEAD and self.script.questions:
            self.rows.cursor = 1
        self.prove()
        self._listen(str(self.script.head.get("id", "")))
        if self.script.recovered:
            told = "These are the changes that were not saved last time. u takes them back."
            toast(self.app, Clean(told), timeout=8)

    @work(thread=True)
    def _listen(self, pack: str) -> None:
        """Look into the journals beside the screen: they may be long."""
        told = heard(self.game.places.saves, pack)
        self.app.call_from_thread(self._heard_of, told)

    def _heard_of(self, told: Heard) -> None:
        self._heard = told
        self.proved()

    def _said(self, number: int) -> tuple[Sequence[Clean], Sequence[Clean]]:
        """What players say of a question: their flags, and what it should accept, too."""
        id = str(self.script.fields(number).get("id", ""))
        ruled = self._heard.ruled.get(id, ())
        return self._heard.flags.get(id, ()), self.proof.refused(number, ruled) if ruled else ()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self.drawn()

    def on_screen_resume(self) -> None:
        """A question may have been written meanwhile, or several."""
        self.drawn()
        if self._written is not None and self._written.number is not None:
            self.rows.cursor = min(self._written.number, len(self.script.questions) - 1) + 1
        self._written = None
        self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question is carried it can only be put down, or back."""
        del parameters
        if action == "allow" and self._allowable is None:
            return False
        return not (self.is_mounted and self._carried and action in _RESTING)

    def drawn(self) -> None:
        """Draw every row."""
        many = len(self.script.questions)
        word = "question" if many == 1 else "questions"
        title = Content.styled("STUDIO", "bold $primary") + Content(f"   {many} {word}")
        self.query_one("#head", Static).update(self.heading_line(title))
        order = self._carried or range(many)
        asked = self.script.questions
        about = Content.styled("   about the pack: title, authors, licence", "$dim")
        sign = sign_of(self.game, self.proof.of(None))
        rows = [Row(HEAD, (apart(about, sign, self.columns),))]
        for place, number in enumerate(order):
            held = bool(self._carried) and number == self._held
            found = self.proof.of(number)
            flags, ruled = self._said(number)
            said = "flag" if flags else "ruled" if ruled else ""
            rows.append(question_row(self.game, place, asked[number], found, said, held=held))
        self.rows.put(rows)
        self._tell()

    def proved(self) -> None:
        """Show the signs anew."""
        if not self._carried:
            self.drawn()

    @property
    def number(self) -> int | None:
        """The highlighted question; None on the row of the pack."""
        chosen = self.rows.chosen
        return int(chosen) if chosen.isdigit() else None

    @property
    def _draft(self) -> bool:
        """Whether the highlighted question is only proposed."""
        number = self.number
        return number is not None and self.script.questions[number].get("status") == "proposed"

    def _tell(self) -> None:
        """Say what is wrong with the highlighted question."""
        if self._carried:
            told = "The arrows carry it, space puts it down, q puts it back."
            self.query_one("#told", Drawn).put(Content("   " + told))
            return
        signs, number, lines = self.game.signs, self.number, list[Content]()
        if self._draft:
            told = "A draft: a accepts it, x deletes it. Until then it is never asked."
            lines.append(Content.assemble("   ", (signs.passed, "$close"), " ", told))
        if number is not None:
            lines += remarks(self.game, *self._said(number))
        if not self.script.many:
            lines.append(Content("   No question yet: n writes the first one."))
        lines += objections(self.game, self.proof.of(number))
        if not lines:
            well = " Nothing to object to here."
            lines = [Content.assemble("   ", (signs.right, "bold $right"), well)]
        self.query_one("#told", Drawn).put(*lines)
        self._offer()

    def _offer(self) -> None:
        """Show what can be done with the highlighted row."""
        drafts = any(each.get("status") == "proposed" for each in self.script.questions)
        wide = self.columns >= 80
        keys = acts(drafts=drafts, allow=self._allowable is not None, wide=wide)
        self.query_one(Buttons).put(keys)

    @property
    def _allowable(self) -> Problem | None:
        """What is objected to in the highlighted row, and could be allowed."""
        return allowable(self.proof.of(self.number))

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        """Carry what was picked up; or say what is wrong with the row."""
        if not self._carried:
            self._tell()
            return
        to = int(event.row) if event.row.isdigit() else 0
        self._carried.remove(self._held)
        self._carried.insert(to, self._held)
        self.drawn()
        if self.rows.chosen == HEAD:
            self.rows.cursor = 1

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        """Put down what is carried, or open the row."""
        if self._carried:
            self.action_carry()
        else:
            self._open(self.number)

    def action_edit(self) -> None:
        """Open the highlighted row."""
        self.rows.action_choose()

    def _open(self, number: int | None, *, new: bool = False) -> None:
        screen = CoverScreen(self.script, None) if number is None else None
        self._written = screen or LeafScreen(self.script, number, new=new)
        self._written.flags = self._heard.flags
        self.app.push_screen(self._written)

    def action_new(self) -> None:
        """Ask for the kind, then write the question."""
        from quiz.tui.screens.pick import kinds_to_pick

        self.app.push_screen(kinds_to_pick(), self._begin)

    def _begin(self, kind: str | None) -> None:
        if not kind:
            return
        after = self.number
        at = len(self.script.questions) if after is None else after + 1
        self.script.add({"kind": kind, "prompt": ""}, at)
        self.drawn()
        self.rows.cursor = at + 1
        self._open(at, new=True)

    def action_accept(self) -> None:
        """Make a draft a question, and go to the next."""
        if self._draft and self.number is not None:
            self.script.accept(self.number)
            self._after(min(self.number + 1, len(self.script.questions) - 1))

    def action_allow(self) -> None:
        """Let the pack, or the question, have what is objected to, and say why."""
        if self._allowable is not None:
            allow(self, self._allowable, self.number)

    def action_duplicate(self) -> None:
        """Put the same question below, under an id of its own."""
        if self.number is not None:
            at = self.script.duplicate(self.number)
            self._after(at)

    def action_remove(self) -> None:
        """Take the question out."""
        number = self.number
        if number is not None:
            self.script.remove(number)
            self._after(min(number, len(self.script.questions) - 1))
            toast(self.app, Clean("Deleted. u brings it back."))

    def _after(self, number: int) -> None:
        self.changed()
        self.drawn()
        self.rows.cursor = number + 1

    def action_carry(self) -> None:
        """Pick the question up, or put it down."""
        if self._carried:
            to = self._carried.index(self._held)
            self._carried = []
            self.script.move(self._held, to)
            self._after(to)
        elif self.number is not None:
            self._held = self.number
            self._carried = list(range(len(self.script.questions)))
            self.drawn()
        self.refresh_bindings()

    def action_try(self) -> None:
        """Play it, and record nothing."""
        self.attempt(self.script.text)

    def action_back(self) -> None:
        """Put back what is carried; else leave, the draft being kept."""
        if self._carried:
            self._carried = []
            self._after(self._held)
            self.refresh_bindings()
            return
        self._keep_draft()  # at once: what is below lists the drafts that there are
        self.app.pop_screen()
        if not self.script.saved:
            told = "Not saved yet: a draft is kept, and opens with the pack."
            toast(self.app, Clean(told))
