"""Broken: what is wrong with a pack, where it stands, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.core.problem import Problem
from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.tui.plain import oneline, show, toast, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rule import Rule

if TYPE_CHECKING:
    from quiz.store.library import Header


class BrokenScreen(QuizScreen[None]):
    """The problems of a pack that cannot be played, and how they are mended."""

    heading = "A pack with problems"
    notes = (
        "What can be read is mended in the studio, anything else as a text.",
        "Any other text editor will do as well; the other packs play meanwhile.",
    )
    AUTO_FOCUS = "#problems"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e", "mend", "Mend it", id="mend", key_display="enter",
                tooltip="In the studio, or as a text"),
        Binding("y", "copy", "Copy the path", id="copy-path", tooltip="To the clipboard"),
        Binding("l", "look", "Look again", id="look-again",
                tooltip="After a change in another program"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q"),
    ]  # fmt: skip

    def __init__(self, header: Header) -> None:
        """Show what is wrong with this pack."""
        super().__init__()
        self._header = header

    def compose(self) -> ComposeResult:
        """Lay out the problems, one below the other."""
        with Vertical(classes="stage"):
            yield Static(classes="head", id="head")
            yield Rule()
            yield VerticalScroll(id="problems")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """It may have been mended meanwhile."""
        self.action_look()

    def action_look(self) -> None:
        """Read the file again, and say what is wrong now."""
        self.run_worker(self._show(), group="show", exclusive=True)

    async def _show(self) -> None:
        library, file = self.game.library, self._header.file
        header = next((h for h in library.headers() if h.file == file), self._header)
        problems = library.problems_of(header)
        title = Content.assemble("   ", oneline(header.title, "bold $primary"))
        if problems or header.problem:
            title += Content(": it cannot be played as it stands")
        self.query_one("#head", Static).update(title)
        told = [show(clean(str(header.file)), "$dim"), *map(_told, problems)]
        if not problems:
            self.game.broken.discard(header.file)
            told.append(Content("It can be played now: go back and open it."))
        area = self.query_one("#problems", VerticalScroll)
        async with self.batch():
            await area.remove_children()
            await area.mount(*(Static(each, classes="note") for each in told))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A shipped pack is not the player's to mend."""
        del parameters
        return not (action == "mend" and self._header.shipped)

    def action_mend(self) -> None:
        """Open it in the studio; or as a text, where the studio cannot read it."""
        from quiz.store.editing.manuscript import Manuscript
        from quiz.store.editing.rawtext import RawText
        from quiz.tui.screens.mend import MendScreen
        from quiz.tui.screens.studio import StudioScreen

        file = self._header.file
        try:
            self.app.push_screen(StudioScreen(Manuscript(file)))
        except QuizError:
            try:
                self.app.push_screen(MendScreen(RawText(file)))
            except QuizError as wrong:
                toast_error(self.app, wrong)

    def action_copy(self) -> None:
        """Send the path to the clipboard; it stands here anyway."""
        self.app.copy_to_clipboard(str(self._header.file))
        toast(self.app, Clean("The path was sent to the clipboard; some terminals refuse that."))


def _told(problem: Problem) -> Content:
    """Where, what, and the way out."""
    where = clean(f"line {problem.line}, column {problem.column}" if problem.line else "")
    way = Content("\n") + show(problem.help, "$dim") if problem.help else Content("")
    return Content.assemble(
        show(where, "bold $close"), "\n" if where else "", show(problem.message), way
    )
