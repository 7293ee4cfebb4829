"""Table and stakes: every act is done and recorded in one step, and said in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quiz.core.deal import Want
from quiz.core.form import NO_IDEA, Given
from quiz.core.modes import modes
from quiz.core.records import Attempt
from quiz.core.rules import Rules
from quiz.tui import stakes
from quiz.tui.signs import UNICODE
from quiz.tui.table import Table
from tests.tui.house import Stage, right, wrong

Lay = Callable[..., Table]


@pytest.fixture
def lay(mira: Stage) -> Lay:
    """Deals a round, without a screen."""

    def deal(mode: str = "classic", pack: str = "ten-films", **rules: bool) -> Table:
        seat = mira.seat("Zoë")
        want = Want(length=10, plot=False)
        round = seat.open(modes()[mode], (pack,), want, Rules(**rules), 7)
        return Table(seat, round, mira.library, mira.clock)

    return deal


def play(table: Table, plan: str) -> None:
    for act in plan:
        table.ask()
        question, form = table.dealt.question, table.round.form
        given = NO_IDEA
        if act != "n":
            given = (right if act == "r" else wrong)(question, form)
        assert isinstance(table.answer(given), Attempt)


def run(table: Table) -> str:
    return stakes.standing(table, UNICODE)[1].plain


def told(table: Table) -> tuple[str, str]:
    left, end = stakes.coming(table, UNICODE)
    return left.plain, end.plain


def test_the_sum_of_the_points(lay: Lay) -> None:
    table = lay(clock=False)
    play(table, "r")
    assert stakes.earned(table) == "100 for the answer"
    play(table, "rr")
    assert stakes.earned(table) == "150 for the answer, 30 for 3 in a row"
    assert stakes.earned_briefly(table) == "150 + 30 for 3 in a row"
    play(table, "w")
    assert stakes.earned(table) == "the run of 3 ends"
    assert stakes.afterword(table) == "This one will come back in your next Rematch."
    play(table, "n")
    assert stakes.earned(table) == ""
    assert stakes.afterword(table).startswith("No points lost.")


def test_the_stakes_of_the_next_question(lay: Lay) -> None:
    table = lay()
    play(table, "w")
    assert told(table) == ("next: level ●○○○○, worth 100", "a new run starts")
    play(table, "rr")
    assert told(table)[1] == "a third in a row adds 20 %"
    table.ask()
    assert run(table) == "2 in a row: a third adds 20 %"


def test_a_full_bonus_and_the_end(lay: Lay) -> None:
    table = lay(clock=False)
    play(table, "rrrrrr")
    assert stakes.afterword(table) == "6 in a row: the bonus is full."
    assert told(table)[1] == "the bonus is full"
    play(table, "rrrr")
    assert stakes.afterword(table) == "10 in a row. The house is on its feet."
    assert told(table) == ("That was the last question.", "")


def test_modes_without_streaks_say_nothing_of_them(lay: Lay) -> None:
    table = lay("relaxed")
    play(table, "rr")
    assert told(table)[1] == ""
    assert not table.clocked


def test_lives_are_told(lay: Lay) -> None:
    table = lay("streak")
    table.ask()
    assert run(table) == "1 life left"


def test_a_round_that_could_not_be_saved_is_not_called_saved(lay: Lay) -> None:
    table = lay()
    table.ask()
    table.seat.trouble = "Not saved since question 1: disk full."
    assert table.leave() == "Not saved since question 1: disk full."


def test_everything_is_recorded_as_it_is_done(lay: Lay) -> None:
    table = lay()
    table.ask()
    table.hint()
    table.move("pause")
    table.answer(Given((table.dealt.question.expected(),)))
    folder = table.seat.player.folder / "journal"
    text = "".join(file.read_text("utf-8") for file in folder.glob("*.toml"))
    for what in ("asked", "hint", "pause"):
        assert f'what = "{what}"' in text
    assert text.count("[[attempt]]") == 1
    assert "saved at question 2 of 10" in table.leave()
    assert table.leave() == ""


def test_the_pack_may_be_gone(lay: Lay, mira: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    table = lay()
    assert table.title == "Palme d'Or Test"
    assert table.pack("nowhere") is None
