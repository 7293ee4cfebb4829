"""Bound: the accepted cards become a pack, and the next line offers to play it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.store.desk.bind import bind
from quiz.store.desk.review import Review
from quiz.tui.plain import oneline, show, toast_error
from quiz.tui.proof import proof
from quiz.tui.screen import Key, QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import wrap
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

_TYPING = (Key("enter", "Make it", "enter"), Key("f1", "Help", "f1"), Key("esc", "Back", "escape"))


class BoundScreen(QuizScreen[None]):
    """The title, then what can be done with the pack."""

    heading = "Make the pack"
    notes = (
        "The pack holds the questions, key terms and a hash of each sentence: it can be shared.",
        "What is left to decide stays on the desk, and goes into the same pack later.",
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Choose", id="choose", key_display="enter",
                tooltip="What is highlighted"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another row"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to the desk"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)

    def __init__(self, review: Review) -> None:
        """Take the review."""
        super().__init__()
        self._review = review
        self._made: Path | None = None

    def compose(self) -> ComposeResult:
        """What there is, the field for the title, and the rows."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Static(Content.styled("   MAKE THE PACK", "bold $primary"), classes="head")
            yield Rule()
            yield Static(id="told", markup=False)
            with Vertical(id="asked"):
                yield Static(Content("   What is the pack called?"))
                with Horizontal(classes="field"):
                    yield Static(signs.open, classes="edge")
                    yield Input(self._review.title, id="title", max_length=240, compact=True)
                    yield Static(signs.shut, classes="edge")
            yield Rows(id="list")
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what was decided; ask for the title where there is something to make."""
        review = self._review
        self._tell(Clean(_summary(review)))
        if review.pack and Path(review.pack).is_file():
            self._bind(review.title)
        elif review.count("accepted"):
            self.add_class("-asking")
            self.query_one("#title", Input).focus()
        else:
            self._offer()

    def keys(self) -> Sequence[Key]:
        """The footer; while the title is typed, only keys that work there."""
        return _TYPING if isinstance(self.focused, Input) else super().keys()

    def _tell(self, *texts: Clean) -> None:
        rows = [row for text in texts for row in wrap(text, self.columns - 6)]
        self.query_one("#told", Static).update(
            Content("\n").join(Content("   ") + show(row) for row in rows)
        )

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        title = clean(event.value).strip()
        if title:
            self._bind(Clean(title))

    def _bind(self, title: Clean) -> None:
        """Write the pack, check it, and offer to play it."""
        review = self._review
        taken = {header.id for header in self.game.library.headers()}
        try:
            path = bind(review, title, self.game.places.own, taken)
            found = proof(path.read_text("utf-8"), path)
            review.made(path)
        except QuizError as wrong:
            toast_error(self.app, wrong)
            return
        self._made = path
        errors = sum(told.severity == "error" for told in found.problems)
        warnings = len(found.problems) - errors
        passed = (
            "It passes the check" if not errors else f"The check finds {_many(errors, 'error')}"
        )
        minor = f", with {_many(warnings, 'thing')} to look at in the studio" if warnings else ""
        many = len(found.questions)
        self._tell(
            Clean(_summary(review)),
            clean(f"{_many(many, 'question')} in {path}."),
            Clean(f"{passed}{minor}."),
        )
        self.remove_class("-asking")
        self._offer(found.pack.id if found.pack and many else "")

    def _offer(self, pack: str = "") -> None:
        """What can be done next, the best thing first."""
        words = {}
        if pack:
            words[f"play:{pack}"] = "Play it"
            words["studio"] = "Look it over in the studio"
        left = self._review.count("open", "later")
        if left:
            words["desk"] = f"Back to the desk, {left} to go"
        elif not pack:
            words["desk"] = "Back to the desk"
        words["home"] = "Home"
        self.rows.put(Row(id, (Content("   ") + oneline(clean(w)),)) for id, w in words.items())
        self.rows.focus()
        self.refresh_bindings()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        kind, _, name = event.row.partition(":")
        if kind == "desk":
            self.app.pop_screen()
            return
        game, made = self.game, self._made
        if made is not None and not self._review.count("open", "later"):
            self._review.close()
        game.go_home()
        if kind == "play":
            game.go(f"pack:{name}")
        elif kind == "studio" and made is not None:
            from quiz.store.editing.manuscript import Manuscript
            from quiz.tui.screens.studio import StudioScreen

            try:
                game.push_screen(StudioScreen(Manuscript(made)))
            except QuizError as wrong:
                toast_error(game, wrong)

    def action_choose(self) -> None:
        """Do what is highlighted."""
        self.rows.action_choose()

    def action_row(self) -> None:
        """Come back to the list."""
        self.rows.focus()


def _summary(review: Review) -> str:
    """What was decided, in a sentence."""
    accepted = review.count("accepted")
    if not accepted:
        return "Nothing was accepted yet, so that there is no pack to make."
    left = review.count("open", "later")
    rest = f", {left} to go" if left else ""
    return f"{_many(accepted, 'question')} accepted, {review.count('rejected')} rejected{rest}."


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
