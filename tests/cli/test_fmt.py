"""`quiz fmt`: which files it does, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

MESSY = """id="p"
format=1
title="P" # mine
[[question]]
kind="true-false"
prompt="So?"
answer=true
"""


def test_a_folder_of_packs_is_done_and_other_files_are_left(quiz: Run, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "p.toml").write_text(MESSY)
    (packs / "other.toml").write_text("x=1")
    ran = quiz("fmt", str(packs), "--check")
    assert (ran.code, ran.out) == (1, f"{packs / 'p.toml'}\n")
    assert (packs / "p.toml").read_text() == MESSY
    ran = quiz("fmt", str(packs))
    assert (ran.code, ran.out) == (0, f"{packs / 'p.toml'}\n")
    assert 'title = "P"  # mine\n' in (packs / "p.toml").read_text()
    assert (packs / "other.toml").read_text() == "x=1"
    ran = quiz("fmt", str(packs))
    assert (ran.code, ran.out) == (0, "")


def test_without_a_path_ones_own_packs_are_done(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(MESSY)
    ran = quiz("fmt", "--packs", str(tmp_path))
    assert ran.out == f"{tmp_path / 'p.toml'}\n"


def test_what_cannot_be_done_is_said_and_the_rest_done(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("= question")
    (tmp_path / "p.toml").write_text(MESSY)
    ran = quiz("fmt", str(tmp_path))
    assert ran.code == 1
    assert "bad.toml:1:1" in ran.err
    assert ran.out == f"{tmp_path / 'p.toml'}\n"
    assert (tmp_path / "bad.toml").read_text() == "= question"


def test_a_missing_path_is_said(quiz: Run) -> None:
    ran = quiz("fmt", "nowhere.toml")
    assert ran.code == 1
    assert "nowhere.toml" in ran.err


@pytest.mark.parametrize("name", ["p.toml"])
def test_a_disk_that_refuses_leaves_the_file(
    quiz: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    file.write_text(MESSY)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.cli.fmt.replace", refuse)
    ran = quiz("fmt", str(file))
    assert ran.code == 1
    assert "No space left" in ran.err
    assert file.read_text() == MESSY
