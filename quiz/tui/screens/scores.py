"""Scores: one board at a time, everybody's best rounds, today, this week, ever."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from quiz.core.board import Board, Line, View, rank, within
from quiz.core.text import Clean
from quiz.tui.plain import apart, oneline
from quiz.tui.screen import QuizScreen
from quiz.tui.widgets.field import Field
from quiz.tui.widgets.keyline import KeyLine
from quiz.tui.widgets.rows import Row, Rows
from quiz.tui.widgets.rule import Rule
from quiz.tui.widgets.standing import board_title, heads, remarks, standing

if TYPE_CHECKING:
    from collections.abc import Sequence

TOP = 10
"""Lines that count on one board; those that do not follow below."""
VIEWS: tuple[View, ...] = ("ever", "week", "today")


class ScoresScreen(QuizScreen[None]):
    """The high scores of all players."""

    heading = "Boards"
    notes = (
        "Only rounds of the same sort share a board: mode, packs, length, clock on or off.",
        (
            "Rounds with a seed of their own, or not of all levels, are listed and do not rank. "
            "“new 7/10” says how many questions the player had never seen; “self-ruled” that a "
            "verdict was overruled. Ties go to less time, then to the earlier date."
        ),
    )
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "board(-1)", "Board", id="board", key_display="←→",
                tooltip="Another board"),
        Binding("right", "board(1)", "Board", id="next-board", show=False,
                tooltip="The next board"),
        Binding("up,down", "row", "Row", id="row", key_display="↑↓", tooltip="Another round"),
        Binding("v,enter", "look", "Look", id="look", tooltip="Look at the round"),
        Binding("tab", "view", "Days", id="days", tooltip="Ever, this week, or today"),
        *QuizScreen.BINDINGS,
        Binding("q,escape", "app.pop_screen", "Back", id="back", key_display="q",
                tooltip="Back to where you were"),
    ]  # fmt: skip

    rows = query_one("#lines", Rows)
    choices = query_one("#choices", Rows)

    def __init__(self, board: Board | None = None) -> None:
        """Open with a board, or with the player's latest."""
        super().__init__()
        self._board = board
        self._boards: Sequence[tuple[Board, Sequence[Line]]] = ()
        self._view: View = get_args(View)[-1]

    def compose(self) -> ComposeResult:
        """Lay out the board's name, the days, and the lines."""
        with Vertical(classes="stage"):
            yield Static(id="head", classes="head")
            yield Rule()
            choices = Rows(id="choices")
            choices.can_focus = False
            yield choices
            yield Static(id="heads")
            yield Rows(id="lines")
            yield Rule()
            yield Static(id="told")
        yield KeyLine()

    def on_mount(self) -> None:
        """Fetch the boards."""
        self._boards = self.game.seat.boards()
        there = [board for board, _ in self._boards]
        if self._board not in there:
            self._board = self._latest() if there else None
        self._draw()

    def on_resize(self, _: Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def _latest(self) -> Board:
        """The board that was played last."""
        return max(self._boards, key=lambda entry: max(line.at for line in entry[1]))[0]

    def _lines(self) -> list[Line]:
        """The lines of the board, in order: ten that count, then those that do not."""
        lines = next((lines for board, lines in self._boards if board == self._board), ())
        shown = rank(within(lines, self._view, self.game.clock().date()))
        counted = [line for line in shown if line.ranked][:TOP]
        return counted + [line for line in shown if not line.ranked][:TOP]

    def _draw(self) -> None:
        width, app = self.columns, self.game
        name = oneline(app.seat.player.name, "$dim") + Content("  ")
        title = Content.styled("   BOARDS", "bold $primary")
        self.query_one("#head", Static).update(apart(title, name, width))
        self.choices.put(field.row(width, app.signs, 6) for field in self._fields())
        self.query_one("#heads", Static).update(heads(width))
        lines = self._lines()
        mine = app.seat.player.slug
        self.rows.put(
            Row(line.round, (standing(line, n, width, app.signs, mine=line.slug == mine),))
            for n, line in enumerate(lines, 1)
        )
        self._tell()

    def _tell(self) -> None:
        """Say more of the highlighted round, or why there is none."""
        line = next((line for line in self._lines() if line.round == self.rows.chosen), None)
        told = Clean("Nothing in these days; tab shows others.")
        if line:
            told = remarks(line)
        elif not self._boards:
            told = Clean("No board yet. Play a round to its end, and it stands here.")
        self.query_one("#told", Static).update(Content("   ") + oneline(told, "$dim"))

    @on(Rows.Moved)
    def _moved(self) -> None:
        """Say more of the row that is highlighted now."""
        self._tell()

    def _fields(self) -> list[Field]:
        titles = {header.id: header.title for header in self.game.headers()}
        boards = [(str(i), board_title(b, titles)) for i, (b, _) in enumerate(self._boards)]
        at = next((i for i, (b, _) in enumerate(self._boards) if b == self._board), 0)
        note = f"{at + 1} of {len(boards)}" if boards else ""
        views = tuple((view, Clean("this week" if view == "week" else view)) for view in VIEWS)
        return [
            Field("board", "", tuple(boards), str(at), spin=True, note=note),
            Field("view", "", views, self._view),
        ]

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        """Change board or days by a click, or look at a round."""
        if event.rows is self.rows:
            self.action_look()
            return
        field = next(f for f in self._fields() if f.id == event.row)
        if event.spot and field.id == "board":
            self.action_board(1 if field.picked(event.spot) == field.step(1) else -1)
        elif event.spot:
            self._view = next(view for view in VIEWS if view == event.spot)
            self._draw()

    def action_board(self, step: int) -> None:
        """Go to another board."""
        there = [board for board, _ in self._boards]
        if there and self._board is not None:
            self._board = there[(there.index(self._board) + step) % len(there)]
            self._draw()

    def action_view(self) -> None:
        """Go to other days."""
        self._view = VIEWS[(VIEWS.index(self._view) + 1) % len(VIEWS)]
        self._draw()

    def action_row(self) -> None:
        """Come back to the lines."""
        self.rows.focus()

    def action_look(self) -> None:
        """Look at the highlighted round."""
        line = next((line for line in self._lines() if line.round == self.rows.chosen), None)
        if line:
            from quiz.tui.screens.look import LookScreen

            self.app.push_screen(LookScreen(line))
