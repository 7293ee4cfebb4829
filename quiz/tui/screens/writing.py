"""Writing: what the screens of the studio have in common: a pack that is being written."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer

from quiz.core.problem import Problem
from quiz.core.text import Clean, clean
from quiz.errors import QuizError, Unsaved
from quiz.store.manuscript import Changed, Manuscript
from quiz.tui.plain import apart, oneline, toast, toast_error
from quiz.tui.proof import Proof, proof
from quiz.tui.screen import QuizScreen

PAUSE = 0.25
"""Seconds without a change after which the pack is checked."""
KEEP = 1.0
"""Seconds after a change until the draft is on disk."""


class WritingScreen(QuizScreen[None]):
    """A screen over one manuscript: save, undo, redo, drafts and checks."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="save", key_display="ctrl+s", priority=True,
                tooltip="Write the pack's file"),
        Binding("ctrl+z", "undo", "Undo", id="undo", show=False, priority=True,
                tooltip="Take the last change back"),
        Binding("ctrl+y", "redo", "Redo", id="redo", show=False, priority=True,
                tooltip="Do what was undone once more"),
    ]  # fmt: skip

    def __init__(self, script: Manuscript) -> None:
        """Take the pack that is being written."""
        super().__init__()
        self.script = script
        self.proof = Proof()
        self._pause: Timer | None = None
        self._keep: Timer | None = None

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
        """Check the pack as it stands now."""
        try:
            self.proof = proof(self.script.text, self.script.path)
        except QuizError as wrong:
            told = Problem("toml-syntax", clean(wrong.message or wrong.title))
            self.proof = Proof(problems=(told,), broken=1)
        self.proved()

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
        self.prove()
        many = self.proof.broken
        if many:
            self.game.broken.add(self.script.path)
            things = "one thing is" if many == 1 else f"{many} things are"
            told = Clean(f"Saved. It cannot be played before {things} mended.")
            toast(self.app, told, severity="warning")
        else:
            self.game.broken.discard(self.script.path)
            toast(self.app, clean(f"Saved in {self.script.path}"))
        self.drawn()

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
