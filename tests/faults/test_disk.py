"""Whatever the disk refuses, and whenever: what was acknowledged is on it, the rest comes later."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.records import Move, Record
from quiz.errors import Unsaved
from quiz.store.journal import Journal
from quiz.store.segments.segment import read_segment
from tests.faults.disks import FailingDisk
from tests.store.strategies import attempt, move

DEVICE = "ab12cd34"
RECORDS: Sequence[Record] = [
    record for n in range(1, 5) for record in (move(n), attempt(n), move(n, what="flag"))
]


def written(folder: Path, disk: FailingDisk, largest: int = 4_000_000) -> set[int]:
    """Append all records, and check after each that what was acknowledged survives a power cut.

    Gives the places of those that were not acknowledged at once.
    """
    journal = Journal(folder, DEVICE, disk, largest)
    refused: set[int] = set()
    acknowledged: list[Record] = []
    for place, record in enumerate(RECORDS):
        try:
            journal.append(record)
        except Unsaved:
            refused.add(place)
            assert record in journal.pending
        else:
            assert not journal.pending
            if not isinstance(record, Move):
                acknowledged.append(record)
                assert record in durable(disk)
    kept = durable(disk)
    assert all(record in kept for record in acknowledged)
    disk.failing = set()
    journal.retry()
    journal.close()
    return refused


def durable(disk: FailingDisk) -> list[Record]:
    """What a power cut would leave."""
    parts = [read_segment(path.name, content) for path, content in disk.flushed.items()]
    return [saved.record for part in parts for saved in part.records]


def all_there(folder: Path) -> None:
    """Every record is there, once and in order, and a new start goes on after them."""
    found = Journal(folder, "0").read()
    assert [saved.record for saved in found.records] == RECORDS
    assert all(damage.kind == "tail" for damage in found.damage)
    journal = Journal(folder, DEVICE)
    journal.append(attempt(99))
    journal.close()
    assert Journal(folder, "0").read().records[-1].record == attempt(99)


def operations(folder: Path) -> int:
    """How often the disk is asked when all goes well."""
    disk = FailingDisk()
    written(folder, disk)
    return disk.count


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("partial", [0, 50])
def test_every_operation_fails_once(tmp_path: Path, number: int, partial: int) -> None:
    for place in range(operations(tmp_path / "well")):
        folder = tmp_path / str(place)
        disk = FailingDisk({place}, number, partial)
        assert len(written(folder, disk)) <= 1
        all_there(folder)


def test_every_operation_fails_and_goes_on_failing_for_a_while(tmp_path: Path) -> None:
    count = operations(tmp_path / "well")
    for place in range(count):
        for long in (2, 3, 7):
            folder = tmp_path / f"{place}-{long}"
            written(folder, FailingDisk(set(range(place, place + long)), errno.ENOSPC, 17))
            all_there(folder)


@given(
    failing=st.sets(st.integers(0, 80), max_size=40),
    number=st.sampled_from([errno.ENOSPC, errno.EIO]),
    partial=st.integers(0, 600),
    largest=st.sampled_from([300, 1000, 4_000_000]),
)
def test_any_failures(
    tmp_path_factory: pytest.TempPathFactory,
    failing: set[int],
    number: int,
    partial: int,
    largest: int,
) -> None:
    folder = tmp_path_factory.mktemp("faults")
    written(folder, FailingDisk(failing, number, partial), largest)
    all_there(folder)


def test_a_disk_that_never_comes_back_keeps_what_it_took(tmp_path: Path) -> None:
    disk = FailingDisk(set(range(8, 9999)))
    journal = Journal(tmp_path, DEVICE, disk)
    for record in RECORDS:
        with suppress(Unsaved):
            journal.append(record)
    with pytest.raises(Unsaved, match="disk full"):
        journal.retry()
    assert journal.pending
    names = [path.name for path in tmp_path.glob("*.toml")]
    assert names == ["ab12cd34-0001.toml"]
    assert durable(disk) == list(RECORDS[: len(durable(disk))])
