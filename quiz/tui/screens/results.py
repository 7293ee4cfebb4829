"""Results: the score, where it stands, and every question of the round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one

from quiz.core.deal import Want
from quiz.tui import plain
from quiz.tui.forms.base import Manner
from quiz.tui.screen import QuizScreen
from quiz.tui.table import Table
from quiz.tui.watch import DEAD
from quiz.tui.widgets import outcome
from quiz.tui.widgets.bulbs import Bulbs
from quiz.tui.widgets.drawn import Drawn
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.lines import thousands
from quiz.tui.widgets.rows import Row, Rows

if TYPE_CHECKING:
    from quiz.store.seat import Result

BROAD = 110
"""Columns from which the round stands beside the score."""
SIDE, LIST = 46, 64
"""Columns of the score and of the round, there."""


class ResultsScreen(QuizScreen[None]):
    """The end of a round; Enter plays another one of the same sort."""

    heading = "The end"
    notes = (
        "The stars say what was known, whatever the clock: they compare between packs.",
        "Enter on a question of the list opens it again, with its explanation and source.",
    )
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", "Again", id="again", key_display="enter",
                tooltip="Another round like this one"),
        Binding("r", "rematch", "Rematch", id="rematch", tooltip="Only what you missed"),
        Binding("v", "look", "Look", id="look", tooltip="The highlighted question again"),
        Binding("y", "share", "Share", id="share", tooltip="A line of text to paste"),
        Binding("b", "board", "Board", id="board", tooltip="Where this round stands"),
        Binding("down", "list(1)", "Down", id="down", show=False, tooltip="Into the list"),
        Binding("up", "list(-1)", "Up", id="up", show=False, tooltip="Into the list"),
        Binding("question_mark,f1", "help", "Help", id="help", show=False,
                tooltip="What can be done here"),
        Binding("q,escape", "home", "Home", id="home", key_display="q", tooltip="Home"),
    ]  # fmt: skip

    rows = query_one("#list", Rows)

    def __init__(self, table: Table, result: Result) -> None:
        """Take the round and where it stands."""
        super().__init__()
        self._table = table
        self._result = result
        self._dead = table.watch.ticks() + DEAD

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A Daily is played once."""
        del parameters
        return action != "again" or self._table.mode.id != "daily"

    def compose(self) -> ComposeResult:
        """Lay out head, score between the bulbs, the list, and what comes next."""
        with Vertical(classes="stage"):
            yield Drawn(id="head")
            with Vertical(id="body"):
                with Vertical(id="sum"):
                    yield Bulbs()
                    yield Drawn(id="score")
                    yield Bulbs(odd=True)
                with Vertical(id="round"):
                    yield Drawn(id="heads")
                    yield Rows(id="list")
            yield Drawn(id="advice")
        yield KeyLine()

    def on_mount(self) -> None:
        """Light the bulbs for a record."""
        result = self._result
        leads = not result.first or result.place == 1
        if result.best and leads and result.finish.points > 0:
            for bulbs in self.query(Bulbs):
                bulbs.light(moving=self.app.animation_level != "none")

    def on_resize(self, _: Resize) -> None:
        """Write everything for the window: in a broad one the round stands beside the score."""
        size, signs, result = self.app.size, self.game.signs, self._result
        broad = size.width >= BROAD and size.height >= 24
        self.set_class(broad, "-broad")
        width, small = self.columns, size.width < 80 or size.height < 24
        margin = " " if width < 80 else "   "
        head = Content.styled(f"{margin}THE END   ", "bold $primary")
        end = (SIDE + LIST - 2) if broad else width - (1 if width < 80 else 2)
        title, room = outcome.title(self._table, signs), end - head.cell_length - 1
        if title.cell_length > room:
            title = plain.fit(title, room)
        self.query_one("#head", Drawn).put(plain.apart(head, title, end))
        made, score = self._score(small=small, broad=broad), self.query_one("#score", Drawn)
        score.put(*made)
        score.styles.height = len(made)
        listed = LIST if broad else width
        self.query_one("#heads", Drawn).put(outcome.heads(listed, signs))
        tone = Manner(bare=self.game.no_color, signs=signs).tone
        there = {item.key: item for item in result.round.dealt if item is not None}
        self.rows.put(
            Row(str(n), (outcome.entry(n, a, there.get(a.question), listed, signs, tone),))
            for n, a in enumerate(result.round.state.attempts, 1)
        )
        lines = [
            Content.styled(f"{margin}{word if i == 0 else '':<9}", "$dim") + line
            for word, text in outcome.advice(result, signs, self._table.seat.trouble)
            for i, line in enumerate(text.wrap(width - 13))
        ]
        told = self.query_one("#advice", Drawn)
        told.put(*lines)
        told.styles.height = len(lines)
        above = 2 if broad else 6 if small else 7
        room = size.height - above - len(lines) - (2 if size.height < 24 else 3)
        self.rows.styles.height = max(1, min(len(result.round.state.attempts), max(3, room)))

    def _score(self, *, small: bool, broad: bool) -> list[Content]:
        """The points and what was made of them: in one line, side by side, or below each other."""
        signs, result = self.game.signs, self._result
        remarks = outcome.remarks(result, signs)
        if small:
            points = thousands(result.finish.points)
            first = Content.styled(f" {points}  ", "bold $primary") + remarks[0]
            return [first, *(Content(" ") + remark for remark in remarks[1:])]
        figures = [Content("    ") + row for row in outcome.score(result, signs)]
        if broad:
            told = [line for remark in remarks for line in remark.wrap(SIDE - 5)]
            return [*figures, Content(""), *(Content("    ") + line for line in told)]
        return [plain.fit(row, 34) + remark for row, remark in zip(figures, remarks, strict=True)]

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._look(int(event.row) - 1)

    def _look(self, at: int) -> None:
        from quiz.tui.screens.look import LookScreen

        self.app.push_screen(LookScreen(self._result.round, at))

    def action_list(self, step: int) -> None:
        """Go into the list of questions."""
        self.rows.enter(step)

    def action_look(self) -> None:
        """Look at the highlighted question again; where none was answered, there is none."""
        if self._result.round.state.attempts:
            self._look(max(0, self.rows.cursor))

    def action_again(self) -> None:
        """Play another round of the same sort; on a row of the list, open that question."""
        if self.rows.has_focus:
            self.action_look()
            return
        if self._table.watch.ticks() < self._dead:
            return
        opening = self._result.round.opening
        want = Want(opening.length, opening.level, opening.plot, opening.mature)
        self.game.play(opening.mode, tuple(opening.packs), want, opening.rules)

    def action_rematch(self) -> None:
        """Win back what was missed."""
        self.game.go("rematch")

    def action_share(self) -> None:
        """Copy the result as text, and show it."""
        from quiz.tui.screens.shared import SharedScreen
        from quiz.tui.share import shared

        self.app.push_screen(SharedScreen(shared(self._table, self._result, self.game.signs)))

    def action_board(self) -> None:
        """Show the board of this round."""
        from quiz.tui.screens.scores import ScoresScreen

        self.app.push_screen(ScoresScreen(self._result.line.board))

    def action_home(self) -> None:
        """Go home."""
        self.game.go_home()
