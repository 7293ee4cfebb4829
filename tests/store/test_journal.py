"""What was appended is there: after another start, beside another program, and after failures."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import pytest
import tomli

from quiz.core.records import Move, Record
from quiz.core.text import Clean
from quiz.errors import Unsaved
from quiz.store.journal import Journal, flagged
from quiz.store.locks import Lock
from quiz.store.segments.recovery import ASIDE, segments
from quiz.store.segments.segment import header, sealed
from tests.faults.disks import FailingDisk
from tests.store.strategies import AT, attempt, move

DEVICE = "ab12cd34"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "mira-c0ffee" / "journal"


def there(folder: Path) -> list[Record]:
    """Every record of a journal, which nothing is wrong with."""
    found = Journal(folder, "0").read()
    assert not found.damage
    return [saved.record for saved in found.records]


def test_records_come_back_in_their_order(folder: Path) -> None:
    journal = Journal(folder, DEVICE)
    written: list[Record] = [attempt(1), move(2), attempt(2)]
    for record in written:
        journal.append(record)
    assert there(folder) == written
    assert segments(folder) == ["ab12cd34-0001.toml"]
    tomli.loads((folder / "ab12cd34-0001.toml").read_text("utf-8"))


def test_a_later_start_goes_on_in_the_same_segment(folder: Path) -> None:
    first = Journal(folder, DEVICE)
    first.append(attempt(1))
    first.close()
    Journal(folder, DEVICE).append(attempt(2))
    found = Journal(folder, "0").read()
    assert [(saved.n, saved.record) for saved in found.records] == [
        (1, attempt(1)),
        (2, attempt(2)),
    ]
    assert len(segments(folder)) == 1


def test_an_attempt_is_one_write_and_one_flush_and_a_move_is_one_write(folder: Path) -> None:
    disk = FailingDisk()
    journal = Journal(folder, DEVICE, disk)
    journal.append(attempt(1))
    disk.log.clear()
    journal.append(attempt(2))
    assert disk.log == ["write", "flush"]
    journal.append(move(3))
    assert disk.log == ["write", "flush", "write"]


def test_a_segment_ends_when_it_is_full(folder: Path) -> None:
    journal = Journal(folder, DEVICE, largest=1000)
    written = [attempt(n) for n in range(1, 12)]
    for record in written:
        journal.append(record)
    assert len(segments(folder)) == 3
    assert all((folder / name).stat().st_size < 1500 for name in segments(folder))
    assert there(folder) == written
    journal.close()
    Journal(folder, DEVICE, largest=1000).append(attempt(12))
    assert there(folder) == [*written, attempt(12)]


def test_a_torn_tail_is_cut_before_anything_is_appended(folder: Path) -> None:
    first = Journal(folder, DEVICE)
    first.append(attempt(1))
    first.close()
    path = folder / "ab12cd34-0001.toml"
    path.write_bytes(path.read_bytes() + sealed(attempt(2), 2)[:-20])
    assert [d.kind for d in Journal(folder, "0").read().damage] == ["tail"]
    Journal(folder, DEVICE).append(attempt(3))
    assert there(folder) == [attempt(1), attempt(3)]
    tomli.loads(path.read_text("utf-8"))
    (kept,) = (folder / ASIDE).iterdir()
    assert b"pack/q2" in kept.read_bytes()


@pytest.mark.parametrize("left", [b"", b"form", header(DEVICE)[:-3], header(DEVICE), b"\0" * 99])
def test_a_segment_that_never_got_a_record_is_used(folder: Path, left: bytes) -> None:
    folder.mkdir(parents=True)
    path = folder / "ab12cd34-0001.toml"
    path.write_bytes(left)
    Journal(folder, DEVICE).append(attempt(1))
    assert there(folder) == [attempt(1)]
    assert path.read_bytes().startswith(header(DEVICE))


def test_an_editor_that_saved_a_segment_does_no_harm(folder: Path) -> None:
    first = Journal(folder, DEVICE)
    first.append(attempt(1))
    first.close()
    path = folder / "ab12cd34-0001.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    Journal(folder, DEVICE).append(attempt(2))
    assert there(folder) == [attempt(1), attempt(2)]


def _gone(path: Path) -> None:
    path.unlink()


def _gone_with_its_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _saved_as_it_was_read_before(path: Path) -> None:
    """What most editors do: another file takes the name."""
    older = path.with_name("older")
    older.write_bytes(path.read_bytes().partition(b"\n[[attempt]]\nn = 2\n")[0])
    older.replace(path)


def _saved_in_place(path: Path) -> None:
    """What the others do: the same file is written anew."""
    path.write_bytes(path.read_bytes().partition(b"\n[[attempt]]\nn = 2\n")[0])


@pytest.mark.parametrize("last", [attempt(5), move(5), None])
@pytest.mark.parametrize(
    "change", [_gone, _gone_with_its_folder, _saved_as_it_was_read_before, _saved_in_place]
)
def test_a_segment_that_goes_while_it_is_written_loses_nothing(
    folder: Path, change: Callable[[Path], None], last: Record | None
) -> None:
    journal = Journal(folder, DEVICE)
    written: list[Record] = [attempt(1), attempt(2), move(3), attempt(4)]
    for record in written:
        journal.append(record)
    change(folder / "ab12cd34-0001.toml")
    if last is not None:
        journal.append(last)
        written.append(last)
    journal.close()
    assert there(folder) == written
    assert journal.pending == ()


def test_two_programs_write_side_by_side(folder: Path) -> None:
    one, two = Journal(folder, DEVICE), Journal(folder, DEVICE)
    for n in range(1, 6):
        one.append(attempt(n))
        two.append(attempt(n + 10))
    assert segments(folder) == ["ab12cd34-0001.toml", "ab12cd34x2-0001.toml"]
    assert {record.points for record in there(folder)} == {1, 2, 3, 4, 5, 11, 12, 13, 14, 15}  # type: ignore[union-attr]
    one.close()
    three = Journal(folder, DEVICE)
    three.append(attempt(6))
    assert len(segments(folder)) == 2


def test_two_processes_write_side_by_side(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quiz.store.journal import Journal;"
        "from tests.store.strategies import attempt;"
        "j = Journal(Path(sys.argv[1]), sys.argv[2]);"
        "[j.append(attempt(n)) for n in range(100, 140)]; sys.stdin.readline()"
    )
    root = Path(__file__).parents[2]
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(folder), DEVICE], stdin=subprocess.PIPE, cwd=root
    )
    mine = Journal(folder, DEVICE)
    for n in range(40):
        mine.append(attempt(n))
    other.communicate(b"\n")
    assert other.returncode == 0
    assert sorted(record.points for record in there(folder)) == [*range(40), *range(100, 140)]  # type: ignore[union-attr]


def test_what_stands_twice_counts_once(folder: Path) -> None:
    folder.mkdir(parents=True)
    one = header(DEVICE) + sealed(attempt(1), 1) + sealed(attempt(2), 2)
    two = header(DEVICE) + sealed(attempt(2), 2) + sealed(attempt(3), 3)
    (folder / "ab12cd34-0001.toml").write_bytes(one)
    (folder / "ab12cd34-0002.toml").write_bytes(two)
    assert there(folder) == [attempt(1), attempt(2), attempt(3)]


def test_different_records_with_one_number_are_both_kept(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "ab12cd34-0001.toml").write_bytes(header(DEVICE) + sealed(attempt(1), 1))
    (folder / "ab12cd34-0002.toml").write_bytes(header(DEVICE) + sealed(attempt(2), 1))
    assert there(folder) == [attempt(1), attempt(2)]


def test_another_devices_segments_are_read_and_never_written(folder: Path) -> None:
    folder.mkdir(parents=True)
    other = folder / "00000000-0001.toml"
    other.write_bytes(header("00000000") + sealed(attempt(9), 41) + b"\n[[torn")
    before = other.read_bytes()
    journal = Journal(folder, DEVICE)
    assert [saved.n for saved in journal.read().records] == [41]
    journal.append(attempt(1))
    assert other.read_bytes() == before
    assert [(s.device, s.n) for s in journal.read().records] == [("00000000", 41), (DEVICE, 42)]


def test_reading_goes_on_from_marks(folder: Path) -> None:
    journal = Journal(folder, DEVICE, largest=900)
    for n in range(1, 5):
        journal.append(attempt(n))
    first = journal.read()
    assert not journal.read(first.marks).records
    journal.append(attempt(5))
    journal.append(attempt(6))
    rest = journal.read(first.marks)
    assert [saved.record for saved in rest.records] == [attempt(5), attempt(6)]
    assert rest.marks == journal.read().marks


def test_marks_notice_what_is_gone_short_or_another(folder: Path) -> None:
    journal = Journal(folder, DEVICE)
    journal.append(attempt(1))
    journal.append(attempt(2))
    marks = journal.read().marks
    path = folder / "ab12cd34-0001.toml"
    content = path.read_bytes()
    path.write_bytes(content[:-40])
    short = journal.read(marks)
    assert [d.kind for d in short.damage] == ["short", "tail"]
    assert not short.records
    assert short.marks["ab12cd34-0001.toml"].n == 2
    path.write_bytes(content.replace(b"\n", b"\r\n"))
    assert journal.read(marks).rewritten
    path.unlink()
    assert [d.kind for d in journal.read(marks).damage] == ["gone"]
    assert journal.read(marks).marks == marks


def test_one_round_is_found_without_reading_the_others(folder: Path) -> None:
    journal = Journal(folder, DEVICE, largest=900)
    for n in range(1, 9):
        journal.append(attempt(n, round="r1" if n % 2 else "r11"))
    assert [saved.record.points for saved in journal.of("r1")] == [1, 3, 5, 7]  # type: ignore[union-attr]
    assert journal.of("r") == []


def test_a_round_whose_id_is_quoted_elsewhere_is_not_mistaken(folder: Path) -> None:
    journal = Journal(folder, DEVICE)
    journal.append(replace(attempt(1), given=(Clean('x\nround = "r9"'),)))
    assert journal.of("r9") == []
    assert len(journal.of("r1")) == 1


def test_a_full_disk_loses_nothing_that_comes_back_later(folder: Path) -> None:
    disk = FailingDisk()
    journal = Journal(folder, DEVICE, disk)
    journal.append(attempt(1))
    journal.append(move(2))
    disk.failing = set(range(disk.count, disk.count + 99))
    for n in (2, 3):
        with pytest.raises(Unsaved, match="disk full"):
            journal.append(attempt(n))
    assert journal.pending == (move(2), attempt(2), attempt(3))
    disk.failing = set()
    journal.append(attempt(4))
    assert not journal.pending
    assert there(folder) == [attempt(1), move(2), attempt(2), attempt(3), attempt(4)]


def test_a_failed_flush_goes_into_the_next_segment(folder: Path) -> None:
    disk = FailingDisk(number=5)
    journal = Journal(folder, DEVICE, disk)
    journal.append(attempt(1))
    disk.failing = {disk.count + 1}
    with pytest.raises(Unsaved, match="error"):
        journal.append(attempt(2))
    journal.append(attempt(3))
    assert segments(folder) == ["ab12cd34-0001.toml", "ab12cd34-0002.toml"]
    second = (folder / "ab12cd34-0002.toml").read_bytes()
    assert second == header(DEVICE) + sealed(attempt(2), 2) + sealed(attempt(3), 3)
    assert there(folder) == [attempt(1), attempt(2), attempt(3)]


def test_a_newer_segment_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    head = b'format = 2\ndevice = "ab12cd34"\n'
    newer = folder / "ab12cd34-0001.toml"
    newer.write_bytes(b"%b# crc32 %08x\n" % (head, crc32(head)))
    before = newer.read_bytes()
    journal = Journal(folder, DEVICE)
    journal.append(attempt(1))
    assert newer.read_bytes() == before
    assert [d.kind for d in journal.read().damage] == ["newer"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom modes bind")
def test_a_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    journal = Journal(folder, DEVICE)
    with pytest.raises(Unsaved, match="permission"):
        journal.append(attempt(1))
    folder.chmod(0o700)
    journal.append(attempt(2))
    assert there(folder) == [attempt(1), attempt(2)]


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "mira").touch()
    journal = Journal(tmp_path / "mira" / "journal", DEVICE)
    with pytest.raises(Unsaved, match="file stands"):
        journal.append(attempt(1))
    (tmp_path / "mira").unlink()
    journal.append(attempt(2))
    assert there(tmp_path / "mira" / "journal") == [attempt(1), attempt(2)]


def test_flags_are_listed_for_the_author(tmp_path: Path) -> None:
    for n, name in enumerate(("ada-1", "mira-2")):
        journal = Journal(tmp_path / name / "journal", DEVICE)
        flag = Move(
            "r1", AT - timedelta(days=n), "flag", f"pack/q{n}", Clean("flag: two are right")
        )
        journal.append(move(n))
        journal.append(flag)
    found = flagged(tmp_path)
    assert [(f.key, f.player) for f in found] == [("pack/q1", "mira"), ("pack/q0", "ada")]
    assert found[0].text == "flag: two are right"


def test_where_there_are_no_locks_every_program_has_a_name_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.store.journal.claim", lambda path: Lock(path, None))
    one, two = Journal(folder, DEVICE), Journal(folder, DEVICE)
    one.append(attempt(1))
    two.append(attempt(2))
    one.append(attempt(3))
    assert {record.points for record in there(folder)} == {1, 2, 3}  # type: ignore[union-attr]
    assert len(segments(folder)) == 2


def test_where_the_last_segment_cannot_be_read_another_name_is_used(folder: Path) -> None:
    (folder / "ab12cd34-0001.toml").mkdir(parents=True)
    journal = Journal(folder, DEVICE)
    journal.append(attempt(1))
    found = journal.read()
    assert [saved.record for saved in found.records] == [attempt(1)]
    assert [damage.kind for damage in found.damage] == ["unread"]


def test_too_many_programs_have_names_of_their_own(folder: Path) -> None:
    journals = [Journal(folder, DEVICE) for _ in range(12)]
    for n, journal in enumerate(journals):
        journal.append(attempt(n))
    assert {record.points for record in there(folder)} == {*range(12)}  # type: ignore[union-attr]
