"""Mend: the text of a pack that cannot be read, and what is wrong with it while it is written."""

from __future__ import annotations

from asyncio import to_thread
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Static, TextArea

from quiz.core.problem import Problem, problem
from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.store.editing.rawtext import RawText
from quiz.store.packs import reading_of
from quiz.store.toml import Malformed
from quiz.tui.plain import apart, oneline, show, toast, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rule import Rule

PAUSE = 0.25
"""Seconds without a key after which the text is read."""


class MendScreen(QuizScreen[None]):
    """A plain text editor that knows where the first problem is."""

    heading = "Mend a file"
    notes = (
        "F6 goes to the line that is wrong. What comes after it may be wrong, too.",
        "Ctrl+S saves what can be read; pressed once more, it saves what cannot.",
    )
    AUTO_FOCUS = "#text"
    MORE = "f9"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="save", key_display="ctrl+s", priority=True,
                tooltip="Write the file"),
        Binding("f6", "find", "Go to the line", id="find", key_display="f6", priority=True,
                tooltip="Where the first problem is"),
        Binding("f9", "more", "More", id="more", show=False, priority=True,
                tooltip="What does not fit of what is wrong"),
        Binding("f1", "help", "Help", id="help", key_display="f1",
                tooltip="What can be done here, and with which keys"),
        Binding("escape", "back", "Back", id="back", key_display="esc", priority=True,
                tooltip="Leave; what is not saved is asked about once"),
    ]  # fmt: skip

    def __init__(self, raw: RawText) -> None:
        """Take the text of a file."""
        super().__init__()
        self._raw = raw
        self._saved: str = raw.text
        self._wrong: Problem | None = None
        self._warned: dict[str, str] = {}
        """For which text it was said already what saving it, and leaving it, would mean."""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The file's name, its text, and what is wrong."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield TextArea(
                self._raw.text, id="text", soft_wrap=False, show_line_numbers=True, compact=True,
                tab_behavior="indent",
            )  # fmt: skip
            yield Rule()
            yield Drawn(id="told")
        yield KeyLine()

    @property
    def _area(self) -> TextArea:
        return self.query_one("#text", TextArea)

    async def on_mount(self) -> None:
        """Go to the first problem."""
        if self._raw.note:
            toast(self.app, Clean(self._raw.note), timeout=8)
        await self._read()
        self.action_find()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        """Say which file this is, and what is wrong with it."""
        state = "" if self._area.text == self._saved else f" {self.game.signs.dot} not saved"
        name = oneline(clean(self._raw.path.name), "$dim") + Content.styled(state + "  ", "$close")
        title = Content.styled("   MEND THE FILE", "bold $primary")
        self.query_one("#head", Static).update(apart(title, name, self.columns))
        wrong, signs = self._wrong, self.game.signs
        if wrong is None:
            well = Content.assemble("   ", (signs.right, "bold $right"), " It can be read.")
            self.query_one("#told", Drawn).put(well)
            return
        where = f"line {wrong.line}: " if wrong.line else ""
        rows = wrap(clean(where + wrong.message), self.columns - 8)
        rows += wrap(wrong.help, self.columns - 8) if wrong.help else []
        sign = Content.assemble("   ", (signs.wrong, self.game.tone("wrong")), " ")
        lines = (
            Content("     ") + show(row) if i else sign + show(row) for i, row in enumerate(rows)
        )
        self.query_one("#told", Drawn).put(*lines)

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._check)

    def _check(self) -> None:
        self.run_worker(self._read(), group="read", exclusive=True)

    async def _read(self) -> None:
        """Read the text as a pack would be read."""
        self._wrong = await to_thread(self._first, self._area.text)
        self._draw()

    def _first(self, text: str) -> Problem | None:
        """The first thing that keeps the pack from being played."""
        path = self._raw.path
        try:
            return next(iter(reading_of(path, text).problems), None)
        except Malformed as wrong:
            way = "What comes after it could not be read."
            told = problem("toml-syntax", wrong.reason, help=way)
            return told.placed(str(path), wrong.line, wrong.column, "", 1)

    def action_find(self) -> None:
        """Put the cursor where the first problem is."""
        area, wrong = self._area, self._wrong
        if wrong is not None and wrong.line:
            row = min(wrong.line, area.document.line_count) - 1
            column = min(max(wrong.column, 1) - 1, len(area.document.get_line(row)))
            area.move_cursor((row, column), center=True)
        self.set_focus(area)

    def action_more(self) -> None:
        """Show what does not fit."""
        self.query_one("#told", Drawn).turn()

    async def action_save(self) -> None:
        """Write the file; one that still cannot be played only on purpose."""
        text = self._area.text
        await self._read()
        told = "It cannot be played yet. Ctrl+S once more saves it as it is."
        if self._wrong is not None and self._warn("save", told):
            return
        try:
            self._raw.write(text)
        except QuizError as wrong:
            toast_error(self.app, wrong)
            return
        self._saved = text
        self._draw()
        toast(self.app, clean(f"Saved in {self._raw.path}"))
        if self._wrong is None:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Leave; what is not saved is asked about once."""
        told = "This is not saved: ctrl+s saves it, esc once more leaves it."
        if self._area.text == self._saved or not self._warn("leave", told):
            self.app.pop_screen()

    def _warn(self, act: str, told: str) -> bool:
        """Say once for a text what an act would mean; whether it was said now."""
        text = self._area.text
        if self._warned.get(act) == text:
            return False
        self._warned[act] = text
        toast(self.app, Clean(told), severity="warning")
        return True
