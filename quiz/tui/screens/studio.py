"""Studio: the questions of a pack that is being written."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.text import Clean, clean
from quiz.store.manuscript import Manuscript
from quiz.tui.plain import apart, fit, oneline, show, toast
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.screens.writing import WritingScreen
from quiz.tui.widgets.buttons import Buttons
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

HEAD = "pack"
"""The id of the row for what the pack says about itself."""
_RESTING = frozenset({"new", "try", "save", "undo", "redo", "accept", "duplicate", "remove"})
_ACCEPT = Key("a", "Accept", "a")
_ACTS = (
    Key("y", "Duplicate", "y"),
    Key("x", "Delete", "x"),
    Key("space", "Move", "space"),
    Key("u", "Undo", "u"),
    Key("ctrl+y", "Redo", "ctrl+y"),
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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "edit", "Edit", id="edit", key_display="enter",
                tooltip="Write the highlighted question"),
        Binding("n", "new", "New", id="new", tooltip="A new question, below this one"),
        Binding("t", "try", "Try", id="try", tooltip="Play the pack; nothing is recorded"),
        *WritingScreen.BINDINGS,
        *QuizScreen.BINDINGS,
        Binding("a", "accept", "Accept", id="accept", show=False,
                tooltip="Make a draft a question that is asked"),
        Binding("y", "duplicate", "Duplicate", id="duplicate", show=False,
                tooltip="The same question once more"),
        Binding("x,delete", "remove", "Delete", id="remove", show=False,
                tooltip="Take the question out; u brings it back"),
        Binding("space", "carry", "Move", id="carry", show=False,
                tooltip="Pick up, carry with the arrows, drop"),
        Binding("u", "undo", "Undo", id="undo-list", show=False,
                tooltip="Take the last change back"),
        Binding("q,escape", "back", "Back", id="back", key_display="q",
                tooltip="What is not saved is kept as a draft"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)

    def __init__(self, script: Manuscript) -> None:
        """Open a pack that is being written."""
        super().__init__(script)
        self._carried: list[int] = []  # while one is: the numbers of all, in their new order
        self._held = -1

    def compose(self) -> ComposeResult:
        """Head, list, acts, and what the check says."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Rows(id="list")
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
        if self.script.recovered:
            told = "These are the changes that were not saved last time. u takes them back."
            toast(self.app, Clean(told), timeout=8)

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self.drawn()

    def on_screen_resume(self) -> None:
        """A question may have been written meanwhile."""
        self.drawn()
        self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question is carried it can only be put down, or back."""
        del parameters
        return not (self.is_mounted and self._carried and action in _RESTING)

    def drawn(self) -> None:
        """Draw every row."""
        many = len(self.script.questions)
        word = "question" if many == 1 else "questions"
        title = Content.styled("STUDIO", "bold $primary") + Content(f"   {many} {word}")
        self.query_one("#head", Static).update(self.heading_line(title))
        order = self._carried or range(many)
        asked = self.script.questions
        drafts = any(each.get("status") == "proposed" for each in asked)
        acts = (_ACCEPT, *_ACTS[:-1]) if drafts else _ACTS
        self.query_one(Buttons).put(acts if self.columns >= 80 else acts[:4])
        about = Content.styled("   about the pack: title, authors, licence", "$dim")
        sign = self._sign(None)
        rows = [Row(HEAD, (apart(about, sign, self.columns),))]
        rows += [self._row(place, number, asked[number]) for place, number in enumerate(order)]
        self.rows.put(rows)
        self._tell()

    def _row(self, place: int, number: int, fields: Any) -> Row:
        """One question: number, prompt, kind, level, and whether something is wrong."""
        width, signs = self.columns, self.game.signs
        kind = fit(oneline(clean(str(fields.get("kind", ""))), "$dim"), 14)
        level = fields.get("difficulty", 3)
        dots = signs.level * level if isinstance(level, int) and 0 < level < 6 else ""
        if fields.get("status") == "proposed":
            dots = "draft"
        held = self._carried and number == self._held
        end = Content.assemble(
            kind if width >= 80 else "", (f"{dots:<6}", "$dim"), self._sign(number)
        )
        mark = Content.styled(signs.up_down, "bold $primary") if held else Content("  ")
        prompt = clean(str(fields.get("prompt", ""))) or Clean("(no prompt yet)")
        start = Content.assemble("   ", mark, (f"{place + 1:>4}  ", "$dim"), oneline(prompt))
        return Row(str(place), (apart(start, end, width),))

    def _sign(self, number: int | None) -> Content:
        """A sign where a check objects, and room for it elsewhere."""
        found, signs, app = self.proof.of(number), self.game.signs, self.game
        if not found:
            return Content("   ")
        if found[0].severity == "error":
            return Content.assemble((signs.wrong, app.tone("wrong")), "  ")
        return Content.assemble((signs.close, "$close"), "  ")

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
        lines: list[Content] = []
        if self._draft:
            told = "A draft: a accepts it, x deletes it. Until then it is never asked."
            lines.append(Content.assemble("   ", (self.game.signs.passed, "$close"), " ", told))
        for problem in self.proof.of(self.number):
            error = problem.severity == "error"
            sign = self.game.signs.wrong if error else self.game.signs.close
            ink = self.game.tone("wrong") if error else "$close"
            room = self.columns - 8
            for i, row in enumerate(wrap(problem.message, room)):
                head = Content.styled(f"   {sign} ", ink) if not i else Content("     ")
                lines.append(head + show(row))
        if not self.script.questions:
            lines = [Content("   No question yet: n writes the first one.")]
        elif not lines:
            well = "Nothing to object to here."
            lines = [Content.assemble("   ", (self.game.signs.right, "bold $right"), " ", well)]
        self.query_one("#told", Drawn).put(*lines)

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
        from quiz.tui.screens.question import QuestionScreen

        self.app.push_screen(QuestionScreen(self.script, number, new=new))

    def action_new(self) -> None:
        """Ask for the kind, then write the question."""
        from quiz.tui.screens.kind import KindScreen

        self.app.push_screen(KindScreen(), self._begin)

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
        self.app.pop_screen()
        if not self.script.saved:
            told = "Not saved yet: a draft is kept, and opens with the pack."
            toast(self.app, Clean(told))
