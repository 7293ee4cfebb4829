"""Question: the fields of one question, made from its kind, with a preview that can be answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from quiz.author.blanks import Blank, blanks
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.problem import Problem
from quiz.core.question import Part
from quiz.core.text import Clean, clean
from quiz.store.manuscript import Manuscript
from quiz.store.rulings import ruled_right
from quiz.tui.forms.base import Manner
from quiz.tui.plain import oneline
from quiz.tui.screens.writing import WritingScreen
from quiz.tui.widgets.blankrow import BlankRow
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.offer import Offer
from quiz.tui.widgets.picker import Picker
from quiz.tui.widgets.preview import Preview
from quiz.tui.widgets.rule import Rule


class QuestionScreen(WritingScreen):
    """The blanks above, the preview below; number None is for the pack itself."""

    heading = "Studio: a question"
    notes = (
        "Tab goes from field to field. Fields with * are needed.",
        "Lists have one text on each line; where it has several parts, with a bar | between them.",
        "Below is the question as the player will see it: F6 goes there, and it can be answered.",
        "Undo takes back what was typed in a field as one step.",
    )
    AUTO_FOCUS = "BlankRow Input, BlankRow TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "Next", id="next", key_display="tab",
                tooltip="The next field"),
        *WritingScreen.BINDINGS,
        Binding("f5", "try", "Try", id="try", key_display="f5",
                tooltip="Play this question; nothing is recorded"),
        Binding("f6", "answer", "Answer", id="answer", show=False, priority=True,
                tooltip="Answer the preview, or ask it anew"),
        Binding("f7", "take", "Take", id="take", show=False, priority=True,
                tooltip="Accept what a player was ruled right with"),
        Binding("f1", "help", "Help", id="help", key_display="f1",
                tooltip="What can be done here, and with which keys"),
        Binding("question_mark", "help", "Help", id="help-out", show=False),
        Binding("escape", "back", "Back", id="back", key_display="esc",
                tooltip="Back to the list; nothing is lost"),
        Binding("q", "back", "Back", id="back-out", show=False),
    ]  # fmt: skip

    def __init__(self, script: Manuscript, number: int | None, *, new: bool = False) -> None:
        """Write a question of a pack, or what the pack says of itself; `new` has just begun."""
        super().__init__(script)
        self._number = number
        self._new = new
        self._kind = self._kind_now()
        self._blank: Blank | None = None
        self.preview: Preview | None = None
        self._ruled: Mapping[str, tuple[Clean, ...]] = {}

    @property
    def fields(self) -> Any:
        """What stands in the file now, or would."""
        questions = self.script.questions
        return self.script.head if self._number is None else questions[self._number]

    def _kind_now(self) -> str:
        return "" if self._number is None else str(self.fields.get("kind", ""))

    @property
    def _model(self) -> type[Part]:
        return Pack if self._number is None else kinds().get(self._kind, kinds()["choice"])

    def compose(self) -> ComposeResult:
        """Head, blanks, what the blank is for, and the preview."""
        game = self.game
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield VerticalScroll(*self._rows(), id="blanks", can_focus=False)
            yield Drawn(id="about")
            if self._number is not None:
                yield Rule("AS THE PLAYER SEES IT")
                manner = Manner(bare=game.no_color, signs=game.signs)
                self.preview = Preview(manner)
                yield self.preview
        yield KeyLine()

    def _rows(self) -> list[Any]:
        """The kind, and a row for each blank of it."""
        rows: list[Any] = []
        if self._number is not None:
            kind = Picker(tuple(kinds()), self._kind, spin=True)
            label = Static(Content.styled("Kind", "$dim"), classes="label")
            rows.append(Horizontal(label, kind, classes="blank"))
        example = getattr(self._model, "EXAMPLE", {}) if self._new else {}
        fields, bare = self.fields, self.game.no_color
        for each in blanks(self._model):
            value = fields.get(each.name)
            rows.append(BlankRow(each, value, example.get(each.name), bare=bare))
            if each.name == "accept":
                rows.append(Offer())
        return rows

    def on_mount(self) -> None:
        """Check it at once."""
        self._draw_head()
        self.prove()
        if self._number is not None:
            self._look_up(str(self.script.head.get("id", "")))

    @work(thread=True)
    def _look_up(self, pack: str) -> None:
        """Look into the journals beside the screen: they may be long."""
        ruled = ruled_right(self.game.places.saves, pack)
        self.app.call_from_thread(self._looked_up, ruled)

    def _looked_up(self, ruled: Mapping[str, tuple[Clean, ...]]) -> None:
        self._ruled = ruled
        self._draw_offer()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw_head()
        self._draw_offer()
        if self.preview is not None and self.preview.form is not None:
            self.preview.again(focus=False)

    def _draw_head(self) -> None:
        title = Content.styled("ABOUT THE PACK", "bold $primary")
        if self._number is not None:
            many = len(self.script.questions)
            name = clean(str(self.fields.get("id", "")))
            title = Content.assemble(
                (f"QUESTION {self._number + 1} OF {many}", "bold $primary"),
                "   ", oneline(name, "$dim"),
            )  # fmt: skip
        self.query_one("#head", Static).update(self.heading_line(title))

    def _offered(self) -> list[Clean]:
        """What players were ruled right with, and the question still refuses."""
        if self._number is None or self._number >= len(self.script.questions):
            return []  # nothing to answer here, or not any more
        texts = self._ruled.get(str(self.fields.get("id", "")), ())
        return self.proof.refused(self._number, texts)

    def _draw_offer(self) -> None:
        """Show what can be taken, under the list that it would go to."""
        for row in self.query(Offer):
            row.put(self._offered(), dot=self.game.signs.dot, width=self.columns)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A pack is not tried from here, and has no preview; not always is there a text to take."""
        del parameters
        if action == "take":
            return bool(self._offered())
        return not (self._number is None and action in ("try", "answer"))

    # ---- writing

    @on(BlankRow.Filled)
    def _filled(self, message: BlankRow.Filled) -> None:
        """Put into the pack what was typed."""
        value = message.blank.read(message.text)
        if value is None and message.blank.required:
            value = ""
        self.script.set(self._number, message.blank.name, value)
        self._new = False
        self._draw_head()
        self.changed()

    @on(BlankRow.Entered)
    def _entered(self, message: BlankRow.Entered) -> None:
        """Say what belongs into a blank; what is typed there next is a step of its own."""
        if message.blank != self._blank:
            self._blank = message.blank
            self.script.rest()
            told = Content("   ") + oneline(message.blank.about, "$dim")
            self.query_one("#about", Drawn).put(told)

    @on(Offer.Taken)
    def _taken(self, message: Offer.Taken) -> None:
        """Accept what a player was ruled right with."""
        there = self.fields.get("accept", [])
        self.script.rest()
        self.script.set(self._number, "accept", [*there, message.text])
        self.script.rest()
        self.changed()
        self.drawn()
        self.prove()

    @on(Picker.Picked)
    async def _recast(self, event: Picker.Picked) -> None:
        """Make it a question of another kind."""
        assert self._number is not None  # noqa: S101 - only questions have a kind
        self.script.recast(self._number, event.value)
        self.changed()
        await self._rebuilt()

    async def _rebuilt(self) -> None:
        """Show the blanks of the kind that it is now."""
        self._kind = self._kind_now()
        area = self.query_one("#blanks", VerticalScroll)
        picker = area.query_one(Picker)
        picker.value = self._kind
        await area.query("BlankRow, Offer").remove()
        await area.mount(*self._rows()[1:])
        self._draw_head()
        self._draw_offer()

    def drawn(self) -> None:
        """Show what the fields say after undo, redo, or a look at the disk."""
        if self._number is not None and self._number >= len(self.script.questions):
            self.app.pop_screen()  # the step that made this question was taken back
            return
        if self._kind_now() != self._kind:
            self.run_worker(self._rebuilt(), group="rebuild", exclusive=True)
            return
        for row in self.query(BlankRow):
            row.put(self.fields.get(row.blank.name))
        self._draw_head()

    # ---- the check, and the preview

    def proved(self) -> None:
        """Put each objection beside its field, and show the question."""
        found = self.proof.of(self._number)
        names = {row.blank.name for row in self.query(BlankRow)}
        for row in self.query(BlankRow):
            mine = [told for told in found if self._field(told) == row.blank.name]
            row.tell([] if self._new else mine)
        rest = [told for told in found if self._field(told) not in names]
        if rest and rest[0].severity == "error":
            ink = self.game.tone("wrong")
            self.query_one("#about", Drawn).put(Content("   ") + oneline(rest[0].message, ink))
        self._draw_offer()
        self.run_worker(self._show(found), group="preview", exclusive=True)

    def _field(self, told: Problem) -> str:
        """The field that a problem is about."""
        names = told.where[2:] if self._number is not None else told.where
        if names:
            return str(names[0])
        missing = (row.blank.name for row in self.query(BlankRow))
        return next((name for name in missing if told.code.endswith(name)), "")

    async def _show(self, found: list[Problem]) -> None:
        if self.preview is None or self._number is None:
            return
        question, pack = self.proof.questions.get(self._number), self.proof.pack
        siblings = pack.siblings() if pack else frozenset[Clean]()
        why = Clean("It can be shown as soon as the fields with * are filled in.")
        if found and not self._new:
            why = found[0].message
        await self.preview.show(question, siblings, why)

    def action_answer(self) -> None:
        """Go to the preview, with nothing given."""
        if self.preview is not None:
            self.preview.again()

    def action_take(self) -> None:
        """Accept the first of the texts that are offered."""
        for row in self.query(Offer):
            row.take()

    def action_try(self) -> None:
        """Play this question alone, and record nothing."""
        if self._number is not None:
            self.attempt(self.script.only(self._number))

    def action_back(self) -> None:
        """Back to the list; a new question into which nothing was written goes again."""
        if self._new:
            self.script.undo()
        elif self._number is not None:
            self.script.settle(self._number)
        self.app.pop_screen()
