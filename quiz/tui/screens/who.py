"""Who plays: choose a player, add one, or put one away into the archive."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from quiz.core.text import Clean, clean, fold
from quiz.errors import QuizError
from quiz.store.players import Player
from quiz.tui.plain import apart, oneline, show, toast, toast_error
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule

NEW = "new"


class WhoScreen(QuizScreen[None]):
    """The players of this folder; the text field is for a new name, or for one to be archived."""

    heading = "Who plays"
    notes = (
        "Everybody has a record of their own; boards list all players.",
        "Putting a player away moves the whole record to saves/archive; nothing is deleted.",
    )
    AUTO_FOCUS = "#list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "Play", id="play", key_display="enter",
                tooltip="Let the highlighted player play"),
        Binding("n", "new", "New player", id="new", tooltip="Somebody who has not played here"),
        Binding("x", "archive", "Put away", id="archive",
                tooltip="Move the highlighted player's record to saves/archive"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "back", "Back", id="back", key_display="q", tooltip="Change nothing"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)
    field = query_one("#name", Input)

    def __init__(self) -> None:
        """Nobody is being put away yet."""
        super().__init__()
        self._leaving: Player | None = None

    def compose(self) -> ComposeResult:
        """Lay out the players, and the field that appears when a name is wanted."""
        signs = self.game.signs
        with Vertical(classes="stage"):
            yield Static(Content.styled("   WHO PLAYS", "bold $primary"), classes="head")
            yield Rule()
            yield Rows(id="list")
            with Vertical(id="asked"):
                yield Rule()
                yield Static(id="what")
                with Horizontal(classes="field"):
                    yield Static(signs.open, classes="edge")
                    yield Input(id="name", max_length=40, compact=True)
                    yield Static(signs.shut, classes="edge")
            yield Static(id="problems")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the players, the current one highlighted."""
        self._list()

    def _list(self) -> None:
        players, width = self.game.players.all(), self.columns
        current = self.game.seat.player.slug
        rows = []
        for player in players:
            here = "plays now" if player.slug == current else ""
            end = Content.styled(f"{here}   since {player.created:%d %B %Y}  ", "$dim")
            rows.append(
                Row(player.slug, (apart(Content("   ") + oneline(player.name), end, width),))
            )
        rows.append(Row(NEW, (Content("   New player"),)))
        self.rows.put(rows, at=current)
        told = [show(clean(str(wrong)), "$close") for wrong in self.game.players.problems()]
        self.query_one("#problems", Static).update(Content("\n").join(told))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Letters belong to the name while one is typed."""
        typing = self.is_mounted and self.field.has_focus
        return not (typing and action in ("new", "archive", "help"))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Let the chosen player play."""
        if event.row == NEW:
            self.action_new()
            return
        player = next(p for p in self.game.players.all() if p.slug == event.row)
        self._sit(player)

    def action_choose(self) -> None:
        """Take the highlighted player, or what was typed."""
        self.rows.action_choose()

    def action_new(self) -> None:
        """Ask for a new name."""
        self._leaving = None
        self._ask(Content("   Whose seat is it?"))

    def action_archive(self) -> None:
        """Ask for the name of who is to be put away."""
        player = next((p for p in self.game.players.all() if p.slug == self.rows.chosen), None)
        if player is None:
            return
        if player.slug == self.game.seat.player.slug:
            toast(self.app, Clean("Somebody else must play first."), severity="warning")
            return
        self._leaving = player
        name = oneline(player.name, "italic")
        self._ask(Content.assemble("   Type ", name, " to move this record to saves/archive."))

    def _ask(self, what: Content) -> None:
        self.query_one("#what", Static).update(what)
        self.add_class("-asking")
        self.field.value = ""
        self.field.focus()
        self.refresh_bindings()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        """Take the name."""
        app, name = self.game, clean(event.value)
        try:
            if self._leaving is None:
                self._sit(app.players.create(name))
                return
            if fold(name) != fold(self._leaving.name):
                toast(self.app, Clean("That is not the name; nothing was moved."))
            else:
                target = app.players.archive(self._leaving)
                toast(self.app, clean(f"The record stands in {target}."))
        except QuizError as wrong:
            toast_error(self.app, wrong)
        self.action_back(close=False)
        self._list()

    def _sit(self, player: Player) -> None:
        """Let a player play, now and at the next start."""
        try:
            self.game.players.remember(player)
        except QuizError as wrong:
            toast_error(self.app, wrong)
        self.game.sit(player)
        self.app.pop_screen()

    def action_back(self, *, close: bool = True) -> None:
        """Leave the field, or the screen."""
        if self.has_class("-asking"):
            self.remove_class("-asking")
            self.rows.focus()
            self.refresh_bindings()
        elif close:
            self.app.pop_screen()
