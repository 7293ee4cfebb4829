"""Documents on disk: listed and read in one way, with one sentence for each problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import NotFound, Unreadable
from quiz.store.documents import LARGEST, content, within


def test_a_folder_stands_for_its_documents_and_a_file_for_itself(tmp_path: Path) -> None:
    for name in ("b.TXT", "a.md", "README.md", "c.png", "notes.toml"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "d.txt").mkdir()
    assert [file.name for file in within(tmp_path)] == ["a.md", "b.TXT"]
    assert within(tmp_path / "README.md") == [tmp_path / "README.md"]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no document in"):
        within(tmp_path)
    with pytest.raises(NotFound, match=r"There is no file .*none\.txt"):
        within(tmp_path / "none.txt")


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(3 * LARGEST)
    with pytest.raises(Unreadable, match=r"is too large"):
        content(large)
    for path in (tmp_path, tmp_path / "gone.txt"):
        with pytest.raises(Unreadable, match="cannot be read"):
            content(path)
