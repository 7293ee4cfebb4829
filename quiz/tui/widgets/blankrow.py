"""BlankRow: a field of a question with its name, the place to fill it in, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widgets import Input, Static, TextArea

from quiz.author.blanks import Blank
from quiz.core.problem import Problem
from quiz.core.text import Clean, clean
from quiz.tui.plain import oneline, show
from quiz.tui.proof import STALE
from quiz.tui.widgets.citeeditor import CiteEditor, Documents
from quiz.tui.widgets.picker import Picker

_AREAS = ("text", "lines", "rows", "notes")
_TYPED = {
    "words": "Commas between them.",
    "lines": "One on each line.",
    "rows": "One on each line, its parts as this | that.",
    "notes": "One on each line, as option | note.",
}
"""How what belongs into a blank is typed, by its shape."""


def about(blank: Blank) -> Clean:
    """Say what belongs into a blank, and how it is typed."""
    return Clean(f"{blank.about} {_TYPED.get(blank.shape, '')}".rstrip())


def worded(problem: Problem, *, bare: bool) -> Content:
    """Say what is wrong as it stands beside a field; `bare` is without colours."""
    error = problem.severity == "error"
    ink = ("underline $wrong" if bare else "$wrong") if error else "$close"
    word = "" if error or problem.code == STALE else "perhaps: "
    return Content.styled(word, ink) + show(problem.message, ink)


class Line(Input):
    """One line to write in, in which what is pasted stays whole."""

    def __init__(self, text: str, hint: Clean, *, between: str) -> None:
        """Show a text; `between` joins the lines of what is pasted."""
        super().__init__(text, placeholder=hint, compact=True, select_on_focus=False)
        self._between = between

    def on_paste(self, event: events.Paste) -> None:
        """Put all of it in: Input itself would keep the first line."""
        parts = (" ".join(row.split()) for row in clean(event.text).splitlines())
        found = self._between.join(part for part in parts if part)
        self.replace(found, *sorted(self.selection))
        event.prevent_default()
        event.stop()


class Area(TextArea):
    """Several lines to write in."""

    def on_paste(self, event: events.Paste) -> None:
        """Let nothing in that cannot be shown."""
        event.text = clean(event.text)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines; nothing if it was taken away since, and its styles with it."""
        try:
            return super().render_lines(crop)
        except KeyError:
            return [Strip.blank(crop.width)] * crop.height


class BlankRow(Vertical):
    """One blank; it tells what was typed, and shows what a check says of it."""

    class Filled(Message):
        """The blank says something else now."""

        def __init__(self, blank: Blank, value: Any) -> None:
            super().__init__()
            self.blank = blank
            self.value = value

    class Entered(Message):
        """The blank has the focus."""

        def __init__(self, blank: Blank) -> None:
            super().__init__()
            self.blank = blank

    def __init__(
        self,
        blank: Blank,
        value: Any,
        example: Any,
        documents: Documents,
        *,
        bare: bool = False,
    ) -> None:
        """Show `value` in it; `example` is shown as a hint while it is empty.

        `documents` are those that can be cited.
        """
        super().__init__()
        self.blank = blank
        self._text = str(blank.shown(value))
        self._bare = bare
        self.editor: Input | TextArea | Picker | CiteEditor | Static
        if blank.shape == "cites":
            self.editor = CiteEditor(value, documents)
        else:
            self.editor = self._made(self._hint(example))
        if blank.shape == "told":
            self.display = bool(self._text)
        self._told = Static(classes="told")

    def _hint(self, example: Any) -> Clean:
        """Give an example, in one line and in words that nobody takes for a value."""
        if example is None:
            return Clean("")
        first, *more = self.blank.shown(example).split("\n")
        return Clean(f"e.g. {first}" + (" (and one on each further line)" if more else ""))

    def _made(self, hint: Clean) -> Input | TextArea | Picker | Static:
        """The widget for the blank's shape."""
        blank, text = self.blank, self._text
        if blank.shape == "told":
            return Static(oneline(Clean(text)), classes="fixed")
        if blank.shape == "one-of":
            return Picker(tuple(word for _, word in blank.values), text)
        if blank.shape in _AREAS:
            return Area(
                text, soft_wrap=True, tab_behavior="focus", compact=True,
                placeholder=show(hint, "$dim"), highlight_cursor_line=False,
            )  # fmt: skip
        return Line(text, hint, between=", " if blank.shape == "words" else " ")

    def compose(self) -> ComposeResult:
        """The name, the place to write, and below them what is wrong."""
        with Horizontal(classes="blank"):
            needed = "" if not self.blank.required else " *"
            label = Content.styled(self.blank.label + needed, "$dim")
            yield Static(label, classes="label")
            yield self.editor
        yield self._told

    def put(self, value: Any, documents: Documents) -> None:
        """Show another value, which nobody typed here."""
        if isinstance(self.editor, CiteEditor):
            self.editor.put(value, documents)
            return
        text = str(self.blank.shown(value))
        if text == self._text:
            return
        self._show(text)
        if isinstance(self.editor, Input) and not self.editor.has_focus:
            self.editor.cursor_position = 0

    def _show(self, text: str) -> None:
        """Let the editor say a text."""
        self._text = text
        if isinstance(self.editor, TextArea):
            self.editor.text = text
        elif isinstance(self.editor, Static):
            self.editor.update(oneline(Clean(text)))
            self.display = bool(text)
        elif not isinstance(self.editor, CiteEditor):
            self.editor.value = text

    def enter(self) -> None:
        """Take the focus."""
        places = [self.editor, *self.editor.query("*")]
        next((place for place in places if place.can_focus), self.editor).focus()

    def tell(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it, errors before warnings."""
        lines = [worded(told, bare=self._bare) for told in problems[:2]]
        self._told.display = bool(lines)
        self._told.update(Content("\n").join(lines))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._say(event.value)

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        event.stop()
        self._say(event.text_area.text)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        event.stop()
        self._say(event.value)

    @on(CiteEditor.Cited)
    def _cited(self, event: CiteEditor.Cited) -> None:
        event.stop()
        self.post_message(self.Filled(self.blank, event.cites or None))

    def _say(self, text: str) -> None:
        """Tell what was typed, made safe to show, but not what was put here."""
        safe = clean(text)
        if safe != text:
            self._show(safe)
        elif text == self._text:
            return
        self._text = safe
        self.post_message(self.Filled(self.blank, self.blank.read(safe)))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Tell that somebody is here."""
        self.post_message(self.Entered(self.blank))
