"""A save of every format there ever was stays loadable: the frozen samples of `freeze.py`."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from quiz.core.form import NO_IDEA
from quiz.core.records import Attempt, Finish, Move, Opening, Ruling
from quiz.core.tally import Count
from quiz.store.checkpoint import read_checkpoint
from quiz.store.journal import Journal, flagged
from quiz.store.library import Library
from quiz.store.places import Places, find_places
from quiz.store.players import Players
from quiz.store.recall import Recall
from quiz.store.scores import Scores
from quiz.store.seat import Seat
from tests.conftest import NOON, Clock
from tests.store.freeze import SAMPLE


@pytest.fixture
def sample(tmp_path: Path) -> Places:
    """A copy of the sample of format 1."""
    shutil.copytree(SAMPLE, tmp_path / "sample")
    folder = tmp_path / "sample"
    return find_places([folder / "packs"], folder / "saves", environ={})


@pytest.fixture
def seat(sample: Places) -> Seat:
    """Its player at the table, two days later."""
    clock = Clock(NOON + timedelta(days=2))
    (player,) = Players(sample, clock).all()
    return Seat(player, Library(sample), sample, clock, Random(1))


def test_its_player(sample: Places) -> None:
    players = Players(sample, Clock())
    (player,) = players.all()
    assert player.name == "Míra “M” Ödön"
    assert player.created == NOON
    assert (player.settings.theme, player.settings.length) == ("neon", 5)
    assert player.settings.packs == ("films",)
    assert players.problems() == []


def test_its_journal(seat: Seat) -> None:
    found = Journal(seat.player.folder / "journal", "0").read()
    assert not found.damage
    kinds = [type(saved.record) for saved in found.records]
    assert [kinds.count(kind) for kind in (Opening, Move, Attempt, Ruling, Finish)] == [
        2,
        9,
        6,
        1,
        1,
    ]
    assert [saved.n for saved in found.records] == list(range(1, 20))
    (flag,) = flagged(seat.player.folder.parent)
    assert flag.text == '"two" are\nright\t😀'


@pytest.mark.parametrize("without", ["nothing", "progress.toml", "cache"])
def test_its_numbers(seat: Seat, sample: Places, without: str) -> None:
    if without == "progress.toml":
        (seat.player.folder / without).unlink()
    if without != "cache":
        cards = sample.cache / seat.player.slug / "memory.toml"
        cards.parent.mkdir(parents=True)
        shutil.copy(sample.saves / "memory.toml", cards)
    glance = seat.glance()
    assert glance.unfinished is not None
    assert (glance.unfinished.number, glance.unfinished.total, glance.unfinished.points) == (
        2,
        5,
        100,
    )
    assert (glance.packs["films"].seen, glance.packs["films"].stars) == (7, 3)
    assert glance.days == (date(2026, 11, 21), date(2026, 11, 22))
    assert (glance.answered, glance.missed, glance.problems) == (6, 1, ())
    assert seat.tally().all == Count(6, 5)
    assert seat.missed()[0] == "films/q8"


def test_its_checkpoint_and_its_cache_are_read_and_not_made_again(
    sample: Places, seat: Seat
) -> None:
    known = read_checkpoint(seat.player.folder)
    assert known is not None
    known.whole()
    assert known.tally == seat.tally()
    recall = Recall(sample.saves / "memory.toml", Journal(seat.player.folder / "journal", "0"))
    memory, marks = recall._read()
    assert marks == known.marks
    assert memory.coming() == known.due
    assert memory.cards == Recall(sample.cache / "none", recall._journal).memory().cards


@pytest.mark.parametrize("without", ["nothing", "highscores.toml"])
def test_its_board(sample: Places, without: str) -> None:
    if without != "nothing":
        (sample.saves / without).unlink()
    scores = Scores(sample.saves)
    ((board, (line,)),) = scores.boards()
    assert (board.mode, board.packs, board.length, board.clock) == ("classic", ("films",), 5, True)
    assert (line.player, line.right, line.asked, line.ranked) == ("Míra “M” Ödön", 4, 5, True)
    assert (line.ruled, line.rules, line.fresh, line.took) == (True, "reading x2", 5, 36.25)
    assert not scores.problem


def test_its_round_goes_on_to_the_end(seat: Seat) -> None:
    round = seat.resume()
    assert round is not None
    assert not round.state.changed
    assert (round.number, round.state.points) == (2, 100)
    assert round.phase == "asking"
    while not round.over:
        round, move = round.ask(NOON)
        seat.record(move)
        round, record = round.answer(NO_IDEA, NOON, 1.0)
        seat.record(record)
    assert seat.close(round).finish.why == "end"
    assert seat.glance().unfinished is None
