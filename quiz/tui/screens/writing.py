"""Writing: what the screens of the studio have in common: a pack that is being written."""

from __future__ import annotations

from asyncio import to_thread
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.css.query import NoMatches
from textual.timer import Timer

from quiz.core.problem import Problem
from quiz.core.text import Clean, clean
from quiz.errors import QuizError, Unsaved
from quiz.store.editing.manuscript import Manuscript
from quiz.store.editing.opened import Changed
from quiz.tui.plain import apart, oneline, toast, toast_error
from quiz.tui.proof import Proof, proof
from quiz.tui.screen import QuizScreen
from quiz.tui.studiobindings import WRITING
from quiz.tui.widgets.drawn import Drawn

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.tui.app import QuizApp
    from quiz.tui.cited import Papers

PAUSE = 0.25
"""Seconds without a change after which the pack is checked."""
KEEP = 1.0
"""Seconds after a change until the draft is on disk."""


class WritingScreen(QuizScreen[None]):
    """A screen over one manuscript: save, undo, redo, drafts and checks."""

    MORE = "f9"
    BINDINGS: ClassVar[list[BindingType]] = [*WRITING]

    def __init__(self, script: Manuscript) -> None:
        """Take the pack that is being written."""
        super().__init__()
        self.script = script
        self.proof = Proof()
        self._pause: Timer | None = None
        self._keep: Timer | None = None
        self._stale = self._proving = False
        self._papers: Papers | None = None
        self._looked = False

    def drawn(self) -> None:
        """Draw everything anew: the pack is another one after undo, redo or a look at the disk."""

    def proved(self) -> None:
        """Show what the check found."""

    def heading_line(self, what: Content) -> Content:
        """The first line: where we are, which pack, and whether it is saved."""
        script, signs = self.script, self.game.signs
        state = Content("") if script.saved else Content.styled(f" {signs.dot} not saved", "$close")
        pack = oneline(script.title, "$dim") + state + Content("  ")
        return apart(Content("   ") + what, pack, self.columns)

    def changed(self) -> None:
        """The pack says something else: check it soon, and keep a draft."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.prove)
        if self._keep is None:
            self._keep = self.set_timer(KEEP, self._keep_draft)

    def prove(self) -> None:
        """Check the pack as it stands now, beside the screen: keys do not wait for a large one."""
        self._stale = True
        if not self._proving:
            self._proving = True
            self.run_worker(self._prove(), group="proof")

    async def _prove(self) -> None:
        """Check until nothing was changed meanwhile, then show what was found."""
        while self._stale:
            self._stale = False
            self.proof = await to_thread(_checked, self.script.text, self.script.path)
        self._proving = False
        if self._papers is not None:
            self.proof = self.proof.adding(self._papers.problems(self.proof.questions))
        elif self.proof.pack is not None and not self._looked:
            self._looked = True
            self._find_papers(self.proof.pack)
        with suppress(NoMatches):  # the screen may be going, widget by widget
            self.proved()

    @work(thread=True)
    def _find_papers(self, pack: Pack) -> None:
        """Read the documents that the pack cites beside the screen: they may be long."""
        from quiz.tui.cited import nearby

        with suppress(Exception):  # a mistake in a reader must not end the game
            papers = nearby(pack, self.script.path, self.game.places)
            if papers.documents:
                self.app.call_from_thread(self._found_papers, papers)

    def _found_papers(self, papers: Papers) -> None:
        """From now on say which questions are stale."""
        self._papers = papers
        if self.is_running:
            self.prove()

    def _keep_draft(self) -> None:
        self._keep = None
        try:
            self.script.keep_draft()
        except Unsaved as wrong:
            toast_error(self.app, wrong)

    def on_unmount(self) -> None:
        """However the screen goes, what is not saved is kept."""
        self._keep_draft()

    def parting(self) -> Clean:
        """Keep the draft; the shell says so."""
        self._keep_draft()
        if self.script.saved:
            return Clean("")
        return clean(f"{self.script.title} is kept as a draft. It opens where it was left.")

    def action_save(self) -> None:
        """Save; if the file was changed elsewhere, show both."""
        try:
            self.script.save()
        except Changed as wrong:
            from quiz.tui.screens.changed import ChangedScreen

            self.app.push_screen(ChangedScreen(wrong), self._decided)
            return
        except QuizError as wrong:
            toast_error(self.app, wrong)
            return
        self._saved()

    def _saved(self) -> None:
        """Show that it is saved; what that means is said even if the screen is left at once."""
        self.drawn()
        self.prove()
        self.app.run_worker(_tell_saved(self.game, self.script.text, self.script.path))

    def _decided(self, choice: str | None) -> None:
        """Do what the author chose after a look at both."""
        try:
            if choice == "mine":
                self.script.save(over=True)
                self._saved()
            elif choice == "theirs":
                self.script.take()
                toast(self.app, Clean("This is the file on disk. Undo brings yours back."))
                self.changed()
                self.drawn()
        except QuizError as wrong:
            toast_error(self.app, wrong)

    def action_more(self) -> None:
        """Show what does not fit: of the objections, or of the prompt."""
        for drawn in self.query(Drawn):
            if drawn.more:
                drawn.turn()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._stepped(done=self.script.undo(), none="There is nothing to undo.")

    def action_redo(self) -> None:
        """Do what was undone once more."""
        self._stepped(done=self.script.redo(), none="There is nothing to do again.")

    def _stepped(self, *, done: bool, none: str) -> None:
        if done:
            self.changed()
            self.drawn()
        else:
            toast(self.app, Clean(none))

    def attempt(self, text: str) -> None:
        """Play a text of this pack, and record nothing."""
        from quiz.tui.screens.trying import try_it

        try_it(self.game, text, self.script.path)


def _checked(text: str, path: Path) -> Proof:
    """Read and check a text, whatever it says."""
    try:
        return proof(text, path)
    except QuizError as wrong:
        told = Problem("toml-syntax", clean(wrong.message or wrong.title))
        return Proof(problems=(told,), broken=1)


async def _tell_saved(app: QuizApp, text: str, path: Path) -> None:
    """Say that a pack is saved, and whether it can be played."""
    many = (await to_thread(_checked, text, path)).broken
    if many:
        app.broken.add(path)
        things = "one thing is" if many == 1 else f"{many} things are"
        told = Clean(f"Saved. It cannot be played before {things} mended.")
        toast(app, told, severity="warning")
    else:
        app.broken.discard(path)
        toast(app, clean(f"Saved in {path}"))
