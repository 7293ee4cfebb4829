"""What is told a single time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from quiz.store.once import first
from quiz.store.places import Places


def test_each_thing_is_told_once(places: Places) -> None:
    assert [first(places, "parser"), first(places, "parser"), first(places, "news")] == [
        True,
        False,
        True,
    ]


def test_what_cannot_be_noted_is_told_again(places: Places, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    nowhere = replace(places, config=file / "config")
    assert first(nowhere, "parser")
    assert first(nowhere, "parser")
