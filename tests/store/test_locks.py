"""A lock is one program's at a time; where there are none, nobody is kept out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from quiz.store.locks import claim


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    first = claim(tmp_path / "lock")
    assert first is not None
    assert first.real
    assert claim(tmp_path / "lock") is None
    first.release()
    first.release()
    again = claim(tmp_path / "lock")
    assert again is not None
    again.release(forget=True)
    assert not (tmp_path / "lock").exists()


def test_another_process_is_kept_out_until_it_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quiz.store.locks import claim;"
        "held = claim(Path(sys.argv[1])); print(held.real, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert other.stdout is not None
    assert other.stdout.readline() == b"True\n"
    assert claim(tmp_path / "lock") is None
    other.kill()
    other.communicate()
    mine = claim(tmp_path / "lock")
    assert mine is not None
    mine.release()


def test_where_no_lock_can_be_nobody_is_kept_out(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lock = claim(tmp_path / "file" / "lock")
    assert lock is not None
    assert not lock.real
    lock.release(forget=True)
