"""FromFile: a file or a pasted text, how it will be read, and what shall become of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from quiz.author.cards import As
from quiz.author.columns import Columns
from quiz.core.text import Clean, clean
from quiz.errors import NotFound, QuizError
from quiz.tui.dropped import where
from quiz.tui.intake import HOW, Intake, read_file, read_text
from quiz.tui.signs import signs_of
from quiz.tui.widgets import reading
from quiz.tui.widgets.columnfields import column_fields, with_choice
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.link import Link
from quiz.tui.widgets.pathfield import PathField
from quiz.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from quiz.store.library import Header

LEFT_OUT = "left"
"""The id of the row that lists what was not imported."""
_PAUSE = 0.2
_LABEL = 13
_HIGH, _FEW = 24, 6
"""Lines of a window, and rows of choices in it, that leave room for blank ones."""


class FromFile(Vertical):
    """The field, the reading, and the choices; the screen takes `intake` in."""

    class Read(Message):
        """Something was read that was asked for, and not only passed by while typing."""

    def __init__(self) -> None:
        super().__init__(id="file")
        self.intake: Intake | None = None
        self._source: Path | str | None = None
        self._how: As | None = None
        self._columns: Columns | None = None
        self._into = ""
        self._packs: tuple[tuple[str, Clean], ...] = ()
        self._timer: Timer | None = None
        self._wrong: QuizError | None = None
        self._asked = False
        self.busy = False

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
        self.intake = self._source = self._how = self._columns = self._wrong = None
        self._into, self.busy = "", False
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
        path = where(text, folders=asked)  # on its way to a file, each folder is passed by
        self._asked = asked or self._asked
        if path is not None and path != self._source:
            self._begin(path)
        elif asked and path is not None and self.intake is not None and not self.busy:
            self.post_message(self.Read())
        elif asked and path is None and text.strip():
            wrong = NotFound(f"There is no file {clean(text)}")
            self._came(self._source or "", wrong, (self._how, self._columns))

    @on(PathField.Dropped)
    def _dropped(self, message: PathField.Dropped) -> None:
        message.stop()
        self.look(asked=True)

    @on(PathField.Pasted)
    def _pasted(self, message: PathField.Pasted) -> None:
        message.stop()
        self._asked = True
        self._begin(message.text)

    def _begin(self, what: Path | str) -> None:
        """Read something else, as it is read by itself."""
        self._source, self._how, self._columns = what, None, None
        self._start(what)

    def _start(self, what: Path | str) -> None:
        """Read it as was chosen; `busy` until that is done."""
        self.busy = True
        self._read(what, self._how, self._columns)

    @work(thread=True, exclusive=True, group="intake")
    def _read(self, what: Path | str, how: As | None, table: Columns | None) -> None:
        """Read it beside the screen: a large file takes its time."""
        told: Intake | QuizError
        try:
            if isinstance(what, Path):
                told = read_file(what, how, table)
            else:
                told = read_text(what, how, table)
        except QuizError as wrong:
            told = wrong
        except Exception as wrong:  # a mistake in a format must not end the game
            name = what.name if isinstance(what, Path) else "The text"
            told = reading.stumbled(wrong, name)
        self.app.call_from_thread(self._came, what, told, (how, table))

    def _came(
        self, what: Path | str, told: Intake | QuizError, chosen: tuple[As | None, Columns | None]
    ) -> None:
        if what != (self._source or "") or chosen != (self._how, self._columns):
            return  # something else was typed or chosen meanwhile
        self.busy = False
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
            return
        if self._table is not None:
            self._columns = with_choice(self._table, row, value) or self._columns
        self._how = next((name for name, _ in HOW if name == value), self._how)
        self.draw()
        if self._source is not None:
            self._start(self._source)

    @property
    def _table(self) -> Columns | None:
        """How it is read as a table: what was chosen, else as it is read by itself."""
        return self._columns or (self.intake.columns if self.intake is not None else None)

    def _fields(self) -> list[Field]:
        """The choices there are."""
        intake = self.intake
        if intake is None:
            return []
        width, table = self._width, self._table
        fields = column_fields(table, width, _LABEL) if table else []
        if intake.how is not None or (table and table.lacks):
            words = tuple((name, Clean(word)) for name, word in HOW)
            how = self._how or intake.how or "choice"
            note = "options from other rows" if width >= 80 and how == "choice" else ""
            fields.append(Field("how", "Ask as", words, how, note=note))
        new = clean(f"new pack: {intake.title}")
        return [*fields, Field("into", "Into", (("", new), *self._packs), self._into, spin=True)]

    # ---- drawing

    @property
    def _width(self) -> int:
        return min(80, self.app.size.width)

    def draw(self) -> None:
        """Draw the reading and the choices."""
        width, intake = self._width, self.intake
        rows = self._rows(intake, width) if intake else []
        low = self.app.size.height < _HIGH or len(rows) > _FEW
        told = (
            reading.told(intake, signs_of(self.app), width, low=low)
            if intake
            else reading.refused(self._wrong, width)
        )
        drawn = self.query_one("#reading", Drawn)
        drawn.styles.height = len(told)
        drawn.put(*told)
        self.rows.put(rows)
        self.rows.styles.max_height = len(rows)  # the button follows them, and is always seen
        self.query_one("#button").display = bool(intake and intake.found.questions)

    def _rows(self, intake: Intake, width: int) -> list[Row]:
        """The choices, and what was left out."""
        signs = signs_of(self.app)
        rows = [field.row(width, signs, _LABEL) for field in self._fields()]
        left = reading.left_out(intake, signs, width, _LABEL)
        return [*rows, Row(LEFT_OUT, (left,))] if left else rows
