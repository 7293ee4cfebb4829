"""Make: the way in for authors; each way shows below what it needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste, Resize
from textual.getters import query_one
from textual.widgets import Input, Static

from quiz.core.text import clean
from quiz.errors import QuizError
from quiz.tui.doors import write
from quiz.tui.intake import Intake, take_in, trial_text
from quiz.tui.makebindings import MAKE, TYPING
from quiz.tui.plain import apart, fit, oneline, toast, toast_error
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.screens.studio import StudioScreen
from quiz.tui.screens.trying import try_file, try_it
from quiz.tui.widgets.fromfile import LEFT_OUT, FromFile
from quiz.tui.widgets.fromnotes import FromNotes
from quiz.tui.widgets.frompacks import FromPacks
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.pathfield import PathField
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

_WAYS = {
    "file": ("From a file", "Moodle (GIFT, XML), CSV, Quizlet, Anki text and more"),
    "notes": ("From my notes", "text, Markdown, PDF, web page: drafts for you to judge"),
    "hand": ("By hand", "one question at a time, with a live preview"),
    "copy": ("Copy a pack", "make a shipped pack your own"),
}

_READ = ("file", "notes")
"""Those that read what is dropped on the window, or pasted."""


class MakeScreen(QuizScreen[None]):
    """Ways to a pack above, what the highlighted one needs below."""

    heading = "Make a pack"
    notes = (
        "Packs of your own stand in one folder; the game shows them below those that came with it.",
        "A file is read before anything is made; what cannot be read is listed with its line.",
        "Shipped packs cannot be changed, but copied: the copy is yours.",
    )
    AUTO_FOCUS = "#ways"
    BINDINGS: ClassVar[list[BindingType]] = [*MAKE]

    ways = query_one("#ways", Rows)
    packs = query_one(FromPacks)
    file = query_one(FromFile)
    documents = query_one(FromNotes)

    def __init__(self) -> None:
        """Nothing is read yet."""
        super().__init__()
        self._taking = False

    def compose(self) -> ComposeResult:
        """Lay out the ways, and what each of them needs."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield Rows(id="ways", steady=True)
            yield Rule(id="way")
            yield FromFile()
            yield FromNotes(self.game.places)
            yield FromPacks(self.game.places.own)
        yield KeyLine()

    def on_mount(self) -> None:
        """Start with the first way."""
        self.ways.below, self.packs.above = self.packs, self.ways
        self._draw()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def on_screen_resume(self) -> None:
        """There may be a pack more."""
        if self.is_mounted:
            self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters belong to the title while one is typed."""
        typing = self.is_mounted and isinstance(self.focused, Input)
        if action == "change":
            return self.is_mounted and self.focused is self.file.rows
        return not (typing and action in ("try", "row"))

    def keys(self) -> Sequence[Key]:
        """The footer; while something is typed, only keys that work there."""
        if isinstance(self.focused, Input):
            return TYPING
        return super().keys()

    # ---- what stands there

    def _draw(self) -> None:
        width = self.columns
        name = oneline(self.game.seat.player.name, "$dim") + Content("  ")
        title = Content.styled("   MAKE A PACK", "bold $primary")
        self.query_one("#head", Static).update(apart(title, name, width))
        self.ways.put(
            Row(id, (fit(Content.assemble(f"   {word:<19}", (more, "$dim")), width - 1),))
            for id, (word, more) in _WAYS.items()
        )
        self._show_way()

    def _show_way(self) -> None:
        """Show what the highlighted way needs."""
        way = self.ways.chosen
        self.query_one("#way", Rule).name_it(_WAYS[way][0].upper())
        self.file.display = way == "file"
        self.documents.display = way == "notes"
        self.packs.display = way in ("hand", "copy")
        headers = self.game.library.headers()
        if way == "file":
            self.ways.below = None
            self.file.offer([header for header in headers if not header.shipped])
        elif way == "notes":
            self.documents.draw()
            self.ways.below, self.documents.rows.above = self.documents.rows, self.ways
        else:
            self.ways.below = self.packs
            self.packs.offer("hand" if way == "hand" else "copy", headers)

    @on(Rows.Moved)
    def _moved(self, event: Rows.Moved) -> None:
        if event.rows is self.ways:
            self._show_way()

    @on(PathField.Left)
    def _left(self, message: PathField.Left) -> None:
        """Go from the field to the ways, or to what stands below it, if anything does."""
        rows = self.documents.rows if self.ways.chosen == "notes" else self.file.rows
        if message.step < 0:
            self.ways.focus()
        elif rows.chosen:
            rows.enter(1)

    def on_paste(self, event: Paste) -> None:
        """What is dropped or pasted beside a field is read all the same, as the way says."""
        if self.ways.chosen not in _READ:
            self.ways.cursor = list(_WAYS).index(_READ[0])
            self._show_way()
        way = self.documents if self.ways.chosen == "notes" else self.file
        way.query_one(PathField).take(event.text)

    # ---- what is done

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Go down into what the way needs; there begin, go on with a pack, or copy one."""
        if event.rows is self.ways:
            self._go_down()
        elif event.rows is self.file.rows:
            self._file_chosen(event)
        elif event.rows is self.packs:
            self.packs.choose(event.row)

    def _go_down(self) -> None:
        """Go to what the way needs."""
        if self.ways.chosen == "file":
            self.query_one("#path", Input).focus()
        elif self.ways.chosen == "notes":
            self.documents.begin()
        else:
            self.packs.enter(1)

    def _file_chosen(self, event: Rows.Chosen) -> None:
        """Change what was clicked, list what was left out, or make the pack."""
        if event.spot:
            self.file.pick(event.row, event.spot)
        elif event.row == LEFT_OUT and self.file.intake is not None:
            from quiz.tui.screens.leftout import LeftOutScreen

            self.app.push_screen(LeftOutScreen(self.file.intake.found))
        elif not event.clicked:
            self.action_take_in()

    @on(FromFile.Read)
    def _read(self) -> None:
        """What was read can be looked over before Enter makes it."""
        if self.file.intake is None:
            return
        if self._taking:
            self._taking = False
            self.action_take_in()
        else:
            self.file.rows.enter(1)
            self.refresh_bindings()

    @on(Input.Submitted, "#path")
    def _path(self) -> None:
        """Read the file at once; it is taken in with one Enter more."""
        self.file.look(asked=True)

    def action_take_in(self) -> None:
        """Make a pack of what was read, and look it over."""
        intake = self.file.intake
        if self.file.busy:
            self.file.look(asked=True)
            self._taking = True
        elif intake is None or not intake.found.questions:
            self.app.bell()
        else:
            self._take_in(intake)

    def _take_in(self, intake: Intake) -> None:
        own, taken = self.game.places.own, {each.id for each in self.game.library.headers()}
        try:
            script, told = take_in(intake, self.file.into, own, taken)
        except QuizError as wrong:
            toast_error(self.app, wrong)
            return
        toast(self.app, clean(f"{told}."))
        self.file.clear()
        self.ways.focus()
        self.app.push_screen(StudioScreen(script))

    def action_change(self, step: int) -> None:
        """Change the highlighted choice."""
        self.file.change(step)

    @on(FromPacks.Opened)
    def _open(self, event: FromPacks.Opened) -> None:
        """Open a pack in the studio."""
        write(self.game, event.path)

    def action_go_on(self) -> None:
        """Do what is highlighted."""
        rows = self.focused if isinstance(self.focused, Rows) else self.ways
        rows.action_choose()

    def action_row(self) -> None:
        """Come back to the ways."""
        self.ways.focus()

    def action_back(self) -> None:
        """Stop what is being read; else leave."""
        if not self.documents.stop():
            self.app.pop_screen()

    def action_try(self) -> None:
        """Play what was read, which is no pack yet, or the highlighted pack; record nothing."""
        way, file, intake = self.ways.chosen, self.packs.file, self.file.intake
        if way == "file" and intake is not None and intake.found.questions:
            try_it(self.game, *trial_text(intake))
        elif way in ("hand", "copy") and file is not None:
            try_file(self.game, file)
        else:
            self.app.bell()
