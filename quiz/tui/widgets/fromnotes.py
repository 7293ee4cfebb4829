"""FromNotes: documents for the review desk: named, dropped or pasted; and reviews to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static
from textual.worker import Worker, get_current_worker

from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.store.desk.review import Review
from quiz.store.desk.reviews import begin, waiting
from quiz.store.desk.taught import Taught
from quiz.store.places import Places
from quiz.tui.plain import apart, fit, oneline, show, toast
from quiz.tui.signs import signs_of
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.pathfield import PathField
from quiz.tui.widgets.reading import sentences, stumbled
from quiz.tui.widgets.rows import Row, Rows

_BAR, _SHORT = 30, 18
"""Cells of the bar that says how far the reading is, where there is room and where there is not."""
_MUTED = "\0muted"
"""The row that leads to the rules; no file has this name."""


class Stopped(Exception):
    """The player does not want to wait any longer."""


class FromNotes(Vertical):
    """The field, how far the reading is, and the reviews that wait."""

    def __init__(self, places: Places) -> None:
        super().__init__(id="notes")
        self._folder = places.config / "desk"
        self._places = places
        self._worker: Worker[None] | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        signs = signs_of(self.app)
        wide = self.app.size.width >= 80
        yield Static(
            Content("   Drop documents or a folder here, paste their paths or the text itself:")
            if wide
            else Content("   Drop documents or a folder, paste paths or the text:")
        )
        with Horizontal(classes="field"):
            yield Static(signs.open, classes="edge")
            yield PathField(id="documents", compact=True, select_on_focus=False)
            yield Static(signs.shut, classes="edge")
        yield Drawn(id="drawing")
        yield Rows(id="waiting")

    @property
    def field(self) -> PathField:
        """Where documents are named."""
        return self.query_one(PathField)

    @property
    def rows(self) -> Rows:
        """The reviews that wait."""
        return self.query_one("#waiting", Rows)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._worker is not None

    def begin(self) -> None:
        """Take the focus."""
        self.field.focus()

    def draw(self) -> None:
        """List the reviews that wait."""
        width = min(80, self.app.size.width)
        rows = []
        for each in waiting(self._folder):
            start = Content.assemble("   ", ("Go on with ", "$dim"), oneline(each.title))
            many = "1 step" if each.steps == 1 else f"{each.steps} steps"
            end = Content.styled(f"on the desk, {many if each.steps else 'not begun'}  ", "$dim")
            rows.append(Row(str(each.path), (apart(start, end, width),)))
        if muted := Taught.at(self._places).muted:
            names = clean(f"Rules that are muted: {', '.join(muted)}")
            rows.append(Row(_MUTED, (Content("   ") + fit(oneline(names), width - 6),)))
        self.rows.put(rows)

    # ---- reading

    @on(PathField.Dropped)
    def _dropped(self, message: PathField.Dropped) -> None:
        """Read what was dropped at once."""
        message.stop()
        if self.field.value.strip():
            self.start(self.field.value)

    @on(PathField.Pasted)
    def _pasted(self, message: PathField.Pasted) -> None:
        """Take the text, or the files it names."""
        message.stop()
        self.start(message.text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.start(event.value)

    def start(self, text: str) -> None:
        """Read what was named, unless something is being read already."""
        if self.busy:
            return
        from quiz.tui.notes import sources

        try:
            what = sources(text)
        except QuizError as wrong:
            self._say(wrong)
            return
        self._worker = self._draw(what)
        self._progress("reading", 0, 1)

    @work(thread=True, exclusive=True, group="drawing")
    def _draw(self, what: Sequence[Path] | str) -> None:
        """Read and draw beside the screen."""
        from quiz.tui.notes import drawn_from

        worker, shown = get_current_worker(), [-1]

        def step(doing: str, done: int, total: int) -> None:
            if worker.is_cancelled:
                raise Stopped
            part = done * _BAR // max(1, total)
            if part != shown[0] or done == 0:
                shown[0] = part
                self.app.call_from_thread(self._progress, doing, done, total)

        try:
            title, told, notes = drawn_from(what, self._places, step)
            taught = Taught.at(self._places)
            review = begin(self._folder, title, told, taught) if told.cards else None
        except Stopped:
            return
        except Exception as wrong:  # a mistake in a reader or a rule must not end the game
            known = wrong if isinstance(wrong, QuizError) else stumbled(wrong)
            if not worker.is_cancelled:
                self.app.call_from_thread(self._failed, known)
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._came, review, notes)
        elif review is not None:
            review.close()

    def stop(self) -> bool:
        """Stop reading; False if nothing is read."""
        if self._worker is None:
            return False
        self._worker.cancel()
        self._worker = None
        self._put(Content("   Stopped. Nothing was made."))
        return True

    def on_unmount(self) -> None:
        """Read on for nobody."""
        if self._worker is not None:
            self._worker.cancel()

    def _failed(self, wrong: QuizError) -> None:
        self._worker = None
        self._say(wrong)

    def _came(self, review: Review | None, notes: Sequence[Clean]) -> None:
        """Hand the desk on, or say why there is nothing on it."""
        if not self.busy:
            if review is not None:
                review.close()
            return
        self._worker = None
        if review is None:
            why = "Nothing could be drawn from it: no sentence says a fact plainly enough to ask"
            if Taught.at(self._places).muted:
                why += " by a rule that is not muted"
            self._say(QuizError(" ".join([f"{why}.", *notes])))
            self.draw()
            return
        self._put()
        self.field.value = ""
        for note in notes:
            toast(self.app, note)
        self._open(review)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Open a review that waits."""
        event.stop()
        if event.row == _MUTED:
            from quiz.tui.screens.teaching import TeachingScreen

            self.app.push_screen(TeachingScreen(Taught.at(self._places)))
            return
        try:
            self._open(Review(Path(event.row), Taught.at(self._places)))
        except QuizError as wrong:
            self._say(wrong)

    def _open(self, review: Review) -> None:
        """Show the desk."""
        from quiz.tui.screens.desk import DeskScreen

        self.app.push_screen(DeskScreen(review))

    # ---- telling

    def _progress(self, doing: str, done: int, total: int) -> None:
        if not self.busy:
            return  # it was stopped, and this was under way
        signs = signs_of(self.app)
        width = min(80, self.app.size.width)
        cells = _BAR if width >= 80 else _SHORT
        part = min(cells, done * cells // max(1, total))
        many = f"{done} of {total}   " if total > 1 else ""
        bar = Content.assemble(
            "   ", (signs.full * part, "$primary"), (signs.gone * (cells - part), "$line"),
            "   ", (many, "$dim"), ("esc", "bold $primary"), " stops it",
        )  # fmt: skip
        self._put(bar, Content("   ") + fit(oneline(clean(doing), "$dim"), width - 6))

    def _say(self, wrong: QuizError) -> None:
        text = clean(sentences(wrong))
        width = min(80, self.app.size.width)
        self._put(*(Content("   ") + show(row, "$close") for row in wrap(text, width - 6)))

    def _put(self, *lines: Content) -> None:
        drawn = self.query_one("#drawing", Drawn)
        drawn.styles.height = max(2, len(lines) + 1)
        drawn.put(Content(""), *lines)
