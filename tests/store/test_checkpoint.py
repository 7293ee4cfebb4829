"""The checkpoint and the cache say what the journal says, or they are made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.records import Record
from quiz.core.tally import Tally
from quiz.store.checkpoint import Checkpoint, read_checkpoint, write_checkpoint
from quiz.store.journal import Journal
from quiz.store.ledger import Ledger
from quiz.store.recall import Recall
from quiz.store.segments.segment import Mark, header, sealed
from tests.store.strategies import attempt, move, records


@given(there=st.lists(records, max_size=12))
def test_any_tally_comes_back(
    tmp_path_factory: pytest.TempPathFactory, there: list[Record]
) -> None:
    folder = tmp_path_factory.mktemp("mira")
    tally = Tally()
    for record in there:
        tally.add(record)
    marks = {"ab-0001.toml": Mark(17, "0123abcd", 3)}
    write_checkpoint(folder, Checkpoint(tally, marks, (1, 5, 5, 9), 2))
    found = read_checkpoint(folder)
    assert found is not None
    found.whole()
    assert found.tally == tally
    assert (found.marks, found.due, found.missed) == (marks, (1, 5, 5, 9), 2)
    assert [found.due_by(now) for now in (0, 1, 5, 99)] == [0, 1, 3, 4]


@pytest.mark.parametrize("damage", [b"", b"x", b"format = 1", b"\xff", None])
def test_a_damaged_checkpoint_is_none(tmp_path: Path, damage: bytes | None) -> None:
    write_checkpoint(tmp_path, Checkpoint())
    path = tmp_path / "progress.toml"
    path.write_bytes(
        path.read_bytes().replace(b"missed = 0", b"missed = 7") if damage is None else damage
    )
    assert read_checkpoint(tmp_path) is None


def ledger(folder: Path) -> Ledger:
    """The numbers of the player in a folder, as after a start."""
    return Ledger(
        folder / "mira", Journal(folder / "mira" / "journal", "ab12cd34"), folder / "cache"
    )


def test_only_what_came_after_it_is_counted(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "mira" / "journal", "ab12cd34")
    journal.append(attempt(1))
    first = ledger(tmp_path)
    first.catch_up()
    assert first.keep()
    journal.append(attempt(2))
    again = ledger(tmp_path)
    assert again.checkpoint.tally.all.answered == 1
    again.catch_up()
    assert again.tally.all.answered == 2
    again.catch_up()
    assert again.tally.all.answered == 2


def test_a_journal_that_an_editor_saved_is_counted_anew(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "mira" / "journal", "ab12cd34")
    for n in range(3):
        journal.append(attempt(n))
    first = ledger(tmp_path)
    first.catch_up()
    assert first.keep()
    path = journal.folder / "ab12cd34-0001.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    again = ledger(tmp_path)
    again.catch_up()
    assert again.tally.all.answered == 3
    assert again.problems() == []


def test_what_a_failed_flush_wrote_twice_counts_once(tmp_path: Path) -> None:
    folder = tmp_path / "mira" / "journal"
    folder.mkdir(parents=True)
    (folder / "ab12cd34-0001.toml").write_bytes(header("ab12cd34") + sealed(attempt(1), 1))
    first = ledger(tmp_path)
    first.catch_up()
    assert first.keep()
    twice = header("ab12cd34") + sealed(attempt(1), 1) + sealed(attempt(2), 2)
    (folder / "ab12cd34-0002.toml").write_bytes(twice)
    again = ledger(tmp_path)
    again.catch_up()
    assert again.tally.all.answered == 2


def test_many_records_are_worth_a_checkpoint_at_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "mira" / "journal", "ab12cd34")
    for n in range(600):
        journal.append(move(n))
    ledger(tmp_path).catch_up()
    known = read_checkpoint(tmp_path / "mira")
    assert known is not None
    assert known.tally.packs["pack"].seen == 600


def test_the_memory_is_the_same_with_and_without_its_cache(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal", "ab12cd34")
    file = tmp_path / "cache" / "memory.toml"
    journal.append(attempt(1))
    recall = Recall(file, journal)
    recall.memory()
    recall.keep()
    journal.append(replace(attempt(2), play=replace(attempt(2).play, credit=0.0)))
    cached = Recall(file, journal).memory().cards
    assert cached == Recall(tmp_path / "none", journal).memory().cards
    assert Recall(file, journal).memory().missed() == ["pack/q2"]
    for damage in (b"", b"\xff", file.read_bytes().replace(b"true", b"flse")[:-3]):
        file.write_bytes(damage)
        assert Recall(file, journal).memory().cards == cached


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    journal = Journal(tmp_path / "journal", "ab12cd34")
    journal.append(attempt(1))
    recall = Recall(tmp_path / "cache" / "mira" / "memory.toml", journal)
    recall.memory()
    recall.keep()
    assert (tmp_path / "cache").read_bytes() == b""
