"""Question: the fields of one question, made from its kind, with a preview that can be answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.getters import query_one

from quiz.author.blanks import Blank
from quiz.core.kinds import kinds
from quiz.core.pack import Pack
from quiz.core.problem import Problem
from quiz.core.question import Part
from quiz.core.text import Clean, clean
from quiz.store.editing.manuscript import Manuscript
from quiz.store.rulings import ruled_right
from quiz.tui.forms.base import Manner
from quiz.tui.plain import oneline, toast
from quiz.tui.screens.writing import WritingScreen
from quiz.tui.studiobindings import FIELDS
from quiz.tui.widgets.blanklist import BlankList
from quiz.tui.widgets.blankrow import BlankRow, about
from quiz.tui.widgets.citeeditor import Documents
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.offer import Offer
from quiz.tui.widgets.picker import Picker
from quiz.tui.widgets.preview import Preview
from quiz.tui.widgets.rule import Rule
from quiz.tui.widgets.turner import Turner

_ASKED = frozenset({"try", "answer", "turn", "page", "document"})
"""What is done with questions only."""


class QuestionScreen(WritingScreen):
    """The blanks above, the preview below; number None is for the pack itself."""

    heading = "Studio: a question"
    notes: ClassVar[tuple[str, ...]] = (
        "Tab goes from field to field. Fields with * are needed.",
        "Lists have one text on each line; where it has several parts, with a bar | between them.",
        "Below is the question as the player will see it: F6 goes there, and it can be answered.",
        "Undo takes back what was typed in a field as one step.",
    )
    AUTO_FOCUS = "BlankRow Input, BlankRow TextArea"
    BINDINGS: ClassVar[list[BindingType]] = [*FIELDS]

    head = query_one(Turner)
    blanks = query_one(BlankList)

    def __init__(self, script: Manuscript, number: int | None, *, new: bool = False) -> None:
        """Write a question of a pack, or what the pack says of itself; `new` has just begun."""
        super().__init__(script)
        self.number = number
        self.new = new
        self._kind = self._kind_now()
        self._blank: Blank | None = None
        self.preview: Preview | None = None
        self._ruled: Mapping[str, tuple[Clean, ...]] = {}

    @property
    def fields(self) -> Mapping[str, Any]:
        """What stands in the file now, or would."""
        return self.script.head if self.number is None else self.script.fields(self.number)

    @property
    def _documents(self) -> Documents:
        """What can be cited."""
        listed = ((str(each.get("id", "")), each) for each in self.script.documents)
        return tuple((id, clean(str(each.get("title", id)))) for id, each in listed if id)

    def _kind_now(self) -> str:
        return "" if self.number is None else str(self.fields.get("kind", ""))

    @property
    def _model(self) -> type[Part]:
        return Pack if self.number is None else kinds().get(self._kind, kinds()["choice"])

    def compose(self) -> ComposeResult:
        """Head, blanks, what the blank is for, and the preview."""
        game = self.game
        with Vertical(classes="stage"):
            yield Turner("turn")
            yield Rule()
            fields, docs = self.fields, self._documents
            yield BlankList(self._model, self._kind, fields, docs, new=self.new, bare=game.no_color)
            yield Drawn(id="about")
            if self.number is not None:
                yield Rule("AS THE PLAYER SEES IT")
                manner = Manner(bare=game.no_color, signs=game.signs)
                self.preview = Preview(manner)
                yield self.preview
        yield KeyLine()

    def on_mount(self) -> None:
        """Check it at once."""
        self._draw_head()
        self.prove()
        if self.number is not None:
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
        if self.number is not None:
            many = len(self.script.questions)
            name = clean(str(self.fields.get("id", "")))
            title = Content.styled(f"QUESTION {self.number + 1} OF {many}", "bold $primary")
            title = self.head.between(title, alone=many < 2) + "   " + oneline(name, "$dim")
        self.head.put(self.heading_line(title))

    def _offered(self) -> list[Clean]:
        """What players were ruled right with, and the question still refuses."""
        if self.number is None or self.number >= len(self.script.questions):
            return []  # nothing to answer here, or not any more
        texts = self._ruled.get(str(self.fields.get("id", "")), ())
        return self.proof.refused(self.number, texts)

    def _draw_offer(self) -> None:
        """Show what can be taken, under the list that it would go to."""
        self.blanks.offer(self._offered(), dot=self.game.signs.dot, width=self.columns)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A pack is not tried from here, and has no preview; not always is there a text to take."""
        del parameters
        if action == "take":
            return bool(self._offered())
        return self.number is not None or action not in _ASKED

    # ---- writing

    @on(BlankRow.Filled)
    def _filled(self, message: BlankRow.Filled) -> None:
        """Put into the pack what was typed."""
        value = message.value
        if value is None and message.blank.required:
            value = ""
        self.script.set(self.number, message.blank.name, value)
        self.new = False
        self._draw_head()
        self.changed()

    @on(BlankRow.Entered)
    def _entered(self, message: BlankRow.Entered) -> None:
        """Say what belongs into a blank; what is typed there next is a step of its own."""
        if message.blank != self._blank:
            self._blank = message.blank
            self.script.rest()
            self._tell(about(message.blank))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Other kinds are made from the question as it is now, and are one step."""
        if event.widget is self.blanks.picker:
            self._blank = None
            self.script.rest()
            self._tell_kind()

    def _tell_kind(self) -> None:
        self._tell(Clean(self._model.model_fields["kind"].description or ""))

    def _tell(self, told: Clean) -> None:
        """Say in a line what belongs where the focus is."""
        rows = wrap(told, self.columns - 6)[:2]
        self.query_one("#about", Drawn).styles.height = max(1, len(rows))
        self.query_one("#about", Drawn).put(*(Content("   ") + oneline(r, "$dim") for r in rows))

    @on(Offer.Taken)
    def _taken(self, message: Offer.Taken) -> None:
        """Accept what a player was ruled right with."""
        there = self.fields.get("accept", [])
        self.script.rest()
        self.script.set(self.number, "accept", [*there, message.text])
        self.script.rest()
        self.changed()
        self.drawn()
        self.prove()

    @on(Picker.Picked)
    async def _recast(self, event: Picker.Picked) -> None:
        """Make it a question of another kind."""
        assert self.number is not None  # noqa: S101 - only questions have a kind
        self.script.recast(self.number, event.value)
        self.changed()
        await self._rebuilt()
        self._tell_kind()

    async def _rebuilt(self) -> None:
        """Show the blanks of the kind that it is now."""
        self._kind = self._kind_now()
        fields, docs = self.fields, self._documents
        await self.blanks.recast(self._model, self._kind, fields, docs, new=self.new)
        self._draw_head()
        self._draw_offer()

    def drawn(self) -> None:
        """Show what the fields say after undo, redo, or a look at the disk."""
        if self.number is not None and self.number >= len(self.script.questions):
            self.app.pop_screen()  # the step that made this question was taken back
            return
        if self._kind_now() != self._kind:
            self.run_worker(self._rebuilt(), group="rebuild", exclusive=True)
            return
        self.blanks.put(self.fields, self._documents)
        self._draw_head()

    # ---- the check, and the preview

    def proved(self) -> None:
        """Put each objection beside its field, and show the question."""
        found = self.proof.of(self.number)
        told = [] if self.new else found
        rest = self.blanks.tell(told, 0 if self.number is None else 2)
        if rest and rest[0].severity == "error":
            ink = self.game.tone("wrong")
            self.query_one("#about", Drawn).put(Content("   ") + oneline(rest[0].message, ink))
        self._draw_offer()
        self.run_worker(self._show(found), group="preview", exclusive=True)

    async def _show(self, found: list[Problem]) -> None:
        if self.preview is None or self.number is None:
            return
        question, pack = self.proof.questions.get(self.number), self.proof.pack
        siblings = pack.siblings() if pack else frozenset[Clean]()
        why = Clean("It can be shown as soon as the fields with * are filled in.")
        if found and not self.new:
            why = found[0].message
        await self.preview.show(question, siblings, why)

    def action_answer(self) -> None:
        """Go to the preview, with nothing given; or say why there is none."""
        if self.preview is not None and not self.preview.again():
            toast(self.app, self.preview.why)

    def action_take(self) -> None:
        """Accept the first of the texts that are offered."""
        for row in self.query(Offer):
            row.take()

    def action_try(self) -> None:
        """Play this question alone, and record nothing."""
        if self.number is not None:
            self.attempt(self.script.only(self.number))

    def action_save(self) -> None:
        """Save it under the id that it will keep."""
        if self.number is not None and not self.new:
            self.script.settle(self.number)
        super().action_save()

    async def about(self, number: int) -> None:
        """Be about another question of the pack."""
        self.number, self.new, self._blank = number, False, None
        if self._kind_now() != self._kind:
            await self._rebuilt()
        else:
            self.drawn()
        self.proved()
