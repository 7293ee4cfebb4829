"""BlankList: the fields of a question, or of a pack, one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.author.blanks import blanks
from quiz.core.kinds import kinds
from quiz.core.problem import Problem
from quiz.core.question import Part
from quiz.core.text import Clean
from quiz.tui.plain import show
from quiz.tui.widgets.blankrow import BlankRow, worded
from quiz.tui.widgets.citeeditor import Documents
from quiz.tui.widgets.lines import stacked
from quiz.tui.widgets.offer import Offer
from quiz.tui.widgets.picker import Picker

_KIND = "kind"


class BlankList(VerticalScroll, can_focus=False):
    """The kind, and a row for each blank of it; a pack has no kind."""

    def __init__(
        self,
        model: type[Part],
        kind: str,
        fields: Mapping[str, Any],
        docs: Documents,
        *,
        new: bool,
        bare: bool,
    ) -> None:
        """Show what `fields` say; a `new` question has its kind's example as hints."""
        self.kind = kind
        self._bare = bare
        self.remarks: tuple[Clean, ...] = ()
        """What players say of it."""
        self._found: dict[str, list[Problem]] = {}
        self._above = Static(classes="told")
        rows = self._rows(model, fields, docs, new=new)
        if kind:
            label = Static(Content.styled("Kind", "$dim"), classes="label")
            picker = Picker(tuple(kinds()), kind, spin=True)
            rows.insert(0, Horizontal(label, picker, classes="blank kind"))
        super().__init__(self._above, *rows, id="blanks")

    def _rows(
        self, model: type[Part], fields: Mapping[str, Any], docs: Documents, *, new: bool
    ) -> list[Widget]:
        rows: list[Widget] = []
        example = getattr(model, "EXAMPLE", {}) if new else {}
        for each in blanks(model):
            value, hint = fields.get(each.name), example.get(each.name)
            rows.append(BlankRow(each, value, hint, docs, bare=self._bare))
            if each.name == "accept":
                rows.append(Offer())
        return rows

    @property
    def picker(self) -> Picker | None:
        """Where the kind is chosen, if there is one."""
        return self.query_one(".kind Picker", Picker) if self.kind else None

    async def recast(
        self, model: type[Part], kind: str, fields: Mapping[str, Any], docs: Documents, *, new: bool
    ) -> None:
        """Show the blanks of another kind."""
        self.kind = kind
        self.query_one(".kind Picker", Picker).value = kind
        await self.query("BlankRow, Offer").remove()
        await self.mount(*self._rows(model, fields, docs, new=new))

    def put(self, fields: Mapping[str, Any], docs: Documents) -> None:
        """Show what the fields say now."""
        for row in self.query(BlankRow):
            row.put(fields.get(row.blank.name), docs)

    @property
    def here(self) -> str:
        """The field that has the focus, or ""."""
        row = next((row for row in self.query(BlankRow) if row.has_focus_within), None)
        if row is not None:
            return row.blank.name
        return _KIND if self.has_focus_within else ""

    def go(self, name: str) -> None:
        """Give the focus to a field, or to the first if there is no such one."""
        rows = list(self.query(BlankRow))
        if name == _KIND and self.kind:
            self.query_one(".kind Picker", Picker).focus()
        else:
            next((row for row in rows if row.blank.name == name), rows[0]).enter()

    def tell(self, found: Sequence[Problem], deep: int) -> list[Problem]:
        """Put each objection beside the field that it is about; give those about none of them.

        These stand above all fields. `deep` is how many steps it is from the pack to the fields.
        """
        rows = {row.blank.name: row for row in self.query(BlankRow)}
        about: dict[str, list[Problem]] = {}
        for told in found:
            name = _field(told, deep, list(rows))
            about.setdefault(name if name in rows else "", []).append(told)
        self._found = about
        for name, row in rows.items():
            row.tell(about.get(name, []))
        rest = about.get("", [])
        lines = [show(text, "$close") for text in self.remarks]
        lines += [worded(told, bare=self._bare) for told in rest]
        self._above.display = bool(lines)
        self._above.update(stacked(lines))
        return rest

    def found(self, name: str) -> Sequence[Problem]:
        """What is objected to in a field; "" for what is about none of them."""
        return self._found.get(name, [])

    def offer(self, texts: Sequence[Clean], *, dot: str, width: int) -> None:
        """Show what can be taken, under the list that it would go to."""
        for row in self.query(Offer):
            row.put(texts, dot=dot, width=width)


def _field(told: Problem, deep: int, names: Sequence[str]) -> str:
    """The field that a problem is about."""
    if told.where[deep:]:
        return str(told.where[deep])
    if told.code == "no-citation":
        return "cite"
    return next((name for name in names if told.code.endswith(name)), "")
