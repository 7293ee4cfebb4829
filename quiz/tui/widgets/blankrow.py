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
from quiz.tui.plain import show
from quiz.tui.widgets.picker import Picker

_AREAS = ("text", "lines", "rows", "notes")


class Area(TextArea):
    """Several lines to write in."""

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

        def __init__(self, blank: Blank, text: str) -> None:
            super().__init__()
            self.blank = blank
            self.text = text

    class Entered(Message):
        """The blank has the focus."""

        def __init__(self, blank: Blank) -> None:
            super().__init__()
            self.blank = blank

    def __init__(self, blank: Blank, value: Any, example: Any, *, bare: bool = False) -> None:
        """Show `value` in it; `example` is shown as a hint while it is empty."""
        super().__init__()
        self.blank = blank
        self._text = str(blank.shown(value))
        self._bare = bare
        self.editor = self._made(self._hint(example))
        self._told = Static(classes="told")

    def _hint(self, example: Any) -> Clean:
        """Give an example, in one line and in words that nobody takes for a value."""
        if example is None:
            return Clean("")
        first, *more = self.blank.shown(example).split("\n")
        return Clean(f"e.g. {first}" + (" (and one on each further line)" if more else ""))

    def _made(self, hint: Clean) -> Input | TextArea | Picker:
        """The widget for the blank's shape."""
        blank, text = self.blank, self._text
        if blank.shape == "one-of":
            return Picker(tuple(word for _, word in blank.values), text)
        if blank.shape in _AREAS:
            return Area(
                text, soft_wrap=True, tab_behavior="focus", compact=True,
                placeholder=show(hint, "$dim"), highlight_cursor_line=False,
            )  # fmt: skip
        return Input(text, placeholder=hint, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """The name, the place to write, and below them what is wrong."""
        with Horizontal(classes="blank"):
            needed = "" if not self.blank.required else " *"
            label = Content.styled(self.blank.label + needed, "$dim")
            yield Static(label, classes="label")
            yield self.editor
        yield self._told

    def put(self, value: Any) -> None:
        """Show another value, which nobody typed here."""
        text = str(self.blank.shown(value))
        if text == self._text:
            return
        self._show(text)

    def _show(self, text: str) -> None:
        """Let the editor say a text."""
        self._text = text
        if isinstance(self.editor, TextArea):
            self.editor.text = text
        else:
            self.editor.value = text

    def tell(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with it, errors before warnings."""
        lines = []
        for told in problems[:2]:
            error = told.severity == "error"
            ink = ("underline $wrong" if self._bare else "$wrong") if error else "$close"
            word = "" if error else "perhaps: "
            lines.append(Content.styled(word, ink) + show(told.message, ink))
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

    def _say(self, text: str) -> None:
        """Tell what was typed, made safe to show, but not what was put here."""
        safe = clean(text)
        if safe != text:
            self._show(safe)
            text = safe
            self.post_message(self.Filled(self.blank, text))
        elif text != self._text:
            self._text = text
            self.post_message(self.Filled(self.blank, text))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Tell that somebody is here."""
        self.post_message(self.Entered(self.blank))
