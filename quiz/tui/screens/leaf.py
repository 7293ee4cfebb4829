"""Leaf: a question among the others of its pack, with what is said of it and what to do about it.

The cover is what the pack says of itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import TextArea

from quiz.core.problem import Problem
from quiz.core.text import Clean
from quiz.tui.allowing import allow, allowable
from quiz.tui.mending import mended
from quiz.tui.plain import oneline
from quiz.tui.proof import STALE
from quiz.tui.screen import Key
from quiz.tui.screens.question import QuestionScreen
from quiz.tui.studiobindings import ALLOW, CITE, FIELDS, PAGES
from quiz.tui.widgets.citeeditor import CiteEditor
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.lines import wrap


class LeafScreen(QuestionScreen):
    """The fields of a question, with its neighbours a key away."""

    notes = (
        *QuestionScreen.notes,
        "Page up and down, or Ctrl with the arrows, stay in the field and change the question.",
        "A citation names a document, a paragraph, and terms that stand there, with | between.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [FIELDS[0], *PAGES, *FIELDS[1:]]
    flags: Mapping[str, Sequence[Clean]] = {}
    """What players flagged, by the question's id."""
    _about = Clean("")
    _mended = False
    """Whether a citation does not stand any more, and can be mended."""

    # ---- what is said of it

    def proved(self) -> None:
        """Show what players say, and the way out of what is objected to where the author is."""
        id = "" if self.number is None else str(self.fields.get("id", ""))
        self.blanks.remarks = tuple(self.flags.get(id, ()))
        super().proved()
        self._mended = bool(self._mend())
        self._tell(self._about)
        self.refresh_bindings()

    def _tell(self, told: Clean) -> None:
        """Say the way out of what is objected to here; else what belongs here."""
        self._about = told
        words, keys = self._way_out()
        if not words and not keys:
            super()._tell(told)
            return
        end = Content("")
        for key, what in keys:
            end += Content.assemble("  ", (key, "bold $primary"), (f" {what}", "$dim"))
        room = self.columns - 6
        rows = [oneline(row, "$dim") for row in wrap(words, room)[:2]] if words else []
        if rows and rows[-1].cell_length + end.cell_length <= room:
            rows[-1] += end
        elif keys:
            rows = [*rows[:1], end[2:]]
        about = self.query_one("#about", Drawn)
        about.styles.height = len(rows)
        about.put(*(Content("   ") + row for row in rows))

    def _way_out(self) -> tuple[Clean, list[tuple[str, str]]]:
        """The way out of what is objected to where the focus is, and the keys for it."""
        here = self.blanks.here
        found = [] if self.new or not here else list(self.blanks.found(here))
        keys = (
            [("f3", "cites what stands there now, if it proves the answer still")]
            if here == "cite" and self._mended
            else []
        )
        told = next((each for each in found if each.code != STALE or not keys), None)
        if told is not None and told is allowable(found):
            keys.append(("f4", "allows it"))
        return told.help if told else Clean(""), keys

    def keys(self) -> Sequence[Key]:
        """The footer: the first key is what can be done about an objection, if anything can."""
        first, *keys = super().keys()
        if self._mended and self.blanks.here == "cite":
            first = CITE
        elif self.is_mounted and self._allowable is not None:
            first = ALLOW
        return (first, *keys)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is allowed or mended where nothing is wrong."""
        if action == "allow":
            return self.is_mounted and self._allowable is not None
        if action == "cite":
            return self._mended
        return super().check_action(action, parameters)

    @property
    def _allowable(self) -> Problem | None:
        """What is objected to where the focus is, or above all fields, and could be allowed."""
        if self.new:
            return None
        found = self.blanks.found(self.blanks.here)
        return allowable([*found, *self.blanks.found("")])

    def action_allow(self) -> None:
        """Let the pack, or the question, have what is objected to, and say why."""
        if self._allowable is not None:
            allow(self, self._allowable, self.number)

    def _mend(self) -> Sequence[Mapping[str, Any]]:
        """The citations with those mended that do not stand; none if none can be."""
        question = self.proof.questions.get(-1 if self.number is None else self.number)
        if self._papers is None or question is None:
            return ()
        cites, changed = [dict(each) for each in self.fields.get("cite", ())], False
        for each in self._papers.cited([question]):
            if each.lost and (made := mended(self._papers, each, cites[each.place])):
                cites[each.place], changed = dict(made), True
        return cites if changed else ()

    def action_cite(self) -> None:
        """Cite what stands in the documents now."""
        if cites := self._mend():  # as it is now: it may have been typed into since
            self.script.rest()
            self.script.set(self.number, "cite", cites)
            self.script.rest()
            self.changed()
            self.drawn()
            self.prove()

    # ---- from one to another

    async def action_page(self, step: int) -> None:
        """Turn pages: of a field that is longer than what is seen of it, else of the pack."""
        field = self.focused
        if isinstance(field, TextArea) and field.virtual_size.height > field.size.height:
            turn = field.action_cursor_page_down if step > 0 else field.action_cursor_page_up
            turn()
        else:
            await self.action_turn(step)

    async def action_turn(self, step: int) -> None:
        """Go to the next question, or the one before, and stay in the same field."""
        to = -1 if self.number is None else self.number + step
        if self.new and step > 0:
            to -= 1  # nothing was written into this one: it goes
        if 0 <= to < self.script.many - self.new:
            here = self.blanks.here
            self.leave()
            self.script.rest()
            await self.about(to)
            self.blanks.go(here)
            self.changed()
        else:
            self.app.bell()

    def action_undo(self) -> None:
        """Take the last change back; a question into which nothing was written goes."""
        if self.new:
            self.action_back()
        else:
            super().action_undo()

    def action_back(self) -> None:
        """Back to the list."""
        self.leave()
        self.app.pop_screen()

    def leave(self) -> None:
        """A new question into which nothing was written goes again; else it gets its id."""
        if self.new:
            self.script.withdraw()
        elif self.number is not None:
            self.script.settle(self.number)

    def _stepped(self, *, done: bool, none: str) -> None:
        """Show the question in which something was undone or done again."""
        touched = self.script.touched
        if done and self.number is not None and touched not in (None, self.number):
            self.number = touched
            self.proved()
        super()._stepped(done=done, none=none)

    def action_document(self) -> None:
        """List a document in the pack, and cite it."""
        from quiz.tui.screens.document import DocumentScreen

        self.app.push_screen(DocumentScreen(), self._listed)

    def _listed(self, told: dict[str, str] | None) -> None:
        if told:
            id = self.script.add_document(told)
            self.changed()
            self.drawn()
            self.query_one(CiteEditor).choose(id)


class CoverScreen(LeafScreen):
    """The fields of the pack itself."""

    heading = "Studio: about the pack"
    notes = (
        "Tab goes from field to field. Fields with * are needed.",
        "Above the fields stands what is true of all questions together.",
        "Undo takes back what was typed in a field as one step.",
    )
