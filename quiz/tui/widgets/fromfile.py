"""FromFile: a file or a pasted text, how it will be read, and what shall become of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from quiz.author.cards import As
from quiz.core.text import Clean, clean
from quiz.errors import NotFound, QuizError
from quiz.tui.dropped import where
from quiz.tui.intake import HOW, Intake, read_file, read_text
from quiz.tui.signs import signs_of
from quiz.tui.widgets import reading
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.link import Link
from quiz.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from quiz.store.library import Header

LEFT_OUT = "left"
"""The id of the row that lists what was not imported."""
_PAUSE = 0.2
_LABEL = 13
HIGH = 24
"""Lines of a window in which there is room for blank ones."""


class PathField(Input):
    """A field for a path; what is pasted with several lines is the text itself."""

    class Pasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Dropped(Message):
        """A path was pasted, or a file dropped on the window."""

    def _on_paste(self, event: events.Paste) -> None:
        """Take a text as such; a path replaces what stands there (Input puts it in after this)."""
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")  # most terminals send \r
        if "\n" in text.strip():
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(text))
        else:
            if where(event.text) is not None:
                self.value = ""
            self.post_message(self.Dropped())


class FromFile(Vertical):
    """The field, the reading, and the choices; the screen takes `intake` in."""

    class Read(Message):
        """Something was read that was asked for, and not only passed by while typing."""

    def __init__(self) -> None:
        super().__init__(id="file")
        self.intake: Intake | None = None
        self._source: Path | str | None = None
        self._into = ""
        self._packs: tuple[tuple[str, Clean], ...] = ()
        self._timer: Timer | None = None
        self._wrong: QuizError | None = None
        self._asked = False

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        signs = signs_of(self.app)
        yield Static(Content("   Drop the file on this window, paste its path or its text:"))
        with Horizontal(classes="field"):
            yield Static(signs.open, classes="edge")
            yield PathField(id="path", compact=True, select_on_focus=False)
            yield Static(signs.shut, classes="edge")
        yield Drawn(id="reading")
        yield Rows(id="choices")
        button = Content.assemble(
            "[  ", ("enter", "bold $primary"), "   Make it, then look it over  ]"
        )
        yield Link(button, "take_in", id="button")

    @property
    def rows(self) -> Rows:
        """The choices below the reading."""
        return self.query_one("#choices", Rows)

    @property
    def into(self) -> Path | None:
        """The pack that it goes to; None for a new one."""
        return Path(self._into) if self._into else None

    def offer(self, headers: list[Header]) -> None:
        """Offer packs to take it in."""
        self._packs = tuple((str(h.file), h.title) for h in headers)
        self.draw()

    def clear(self) -> None:
        """Forget what was read."""
        self.intake = self._source = self._wrong = None
        self._into = ""
        self.query_one(PathField).value = ""
        self.draw()

    # ---- reading

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Look for the file as soon as the path rests."""
        event.stop()
        if clean(event.value) != event.value:
            event.input.value = clean(event.value)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.look)

    def look(self, *, asked: bool = False) -> None:
        """Read the file whose path stands there, if there is one.

        `asked` says that the path is whole: what was read is told as `Read`.
        """
        text = self.query_one(PathField).value
        path = where(text)
        self._asked = asked or self._asked
        if path is not None and path != self._source:
            self._source = path
            self._read(path, None)
        elif asked and path is not None and self.intake is not None:
            self.post_message(self.Read())
        elif asked and path is None and text.strip():
            self._came(self._source or "", NotFound(f"There is no file {clean(text)}"))

    @on(PathField.Dropped)
    def _dropped(self, message: PathField.Dropped) -> None:
        message.stop()
        self.look(asked=True)

    @on(PathField.Pasted)
    def _pasted(self, message: PathField.Pasted) -> None:
        message.stop()
        self._source, self._asked = message.text, True
        self._read(message.text, None)

    @work(thread=True, exclusive=True, group="intake")
    def _read(self, what: Path | str, how: As | None) -> None:
        """Read it beside the screen: a large file takes its time."""
        told: Intake | QuizError
        try:
            told = read_file(what, how) if isinstance(what, Path) else read_text(what, how)
        except QuizError as wrong:
            told = wrong
        except Exception as wrong:  # a mistake in a format must not end the game
            name = what.name if isinstance(what, Path) else "The text"
            told = reading.stumbled(wrong, name)
        self.app.call_from_thread(self._came, what, told)

    def _came(self, what: Path | str, told: Intake | QuizError) -> None:
        if what != (self._source or ""):
            return  # something else was typed meanwhile
        self.intake = told if isinstance(told, Intake) else None
        self._wrong = told if isinstance(told, QuizError) else None
        self.draw()
        if self._asked:
            self._asked = False
            self.post_message(self.Read())

    # ---- choosing

    def change(self, step: int) -> None:
        """Change the highlighted choice."""
        field = next((f for f in self._fields() if f.id == self.rows.chosen), None)
        if field is not None:
            self._set(field.id, field.step(step))

    def pick(self, row: str, spot: str) -> None:
        """Take the value that was clicked."""
        field = next((f for f in self._fields() if f.id == row), None)
        if field is not None:
            self._set(row, field.picked(spot))

    def _set(self, row: str, value: str) -> None:
        if row == "into":
            self._into = value
            self.draw()
        elif self.intake is not None and self._source is not None:
            how: As = next(name for name, _ in HOW if name == value)
            self.intake = replace(self.intake, how=how)
            self.draw()
            self._read(self._source, how)

    def _fields(self) -> list[Field]:
        """The choices there are."""
        intake = self.intake
        if intake is None:
            return []
        fields = []
        if intake.how is not None:
            words = tuple((name, Clean(word)) for name, word in HOW)
            wide = self.app.size.width >= 80 and intake.how == "choice"
            note = "options from other rows" if wide else ""
            fields.append(Field("how", "Ask as", words, intake.how, note=note))
        new = clean(f"new pack: {intake.title}")
        return [*fields, Field("into", "Into", (("", new), *self._packs), self._into, spin=True)]

    # ---- drawing

    def draw(self) -> None:
        """Draw the reading and the choices."""
        width = min(80, self.app.size.width)
        intake, low = self.intake, self.app.size.height < HIGH
        told = (
            reading.told(intake, signs_of(self.app), width, low=low)
            if intake
            else reading.refused(self._wrong, width)
        )
        drawn = self.query_one("#reading", Drawn)
        drawn.styles.height = len(told)
        drawn.put(*told)
        self.rows.put(self._rows(intake, width) if intake else [])
        self.query_one("#button").display = bool(intake and intake.found.questions)

    def _rows(self, intake: Intake, width: int) -> list[Row]:
        """The choices, and what was left out."""
        signs = signs_of(self.app)
        rows = [field.row(width, signs, _LABEL) for field in self._fields()]
        left = reading.left_out(intake, signs, width, _LABEL)
        return [*rows, Row(LEFT_OUT, (left,))] if left else rows
