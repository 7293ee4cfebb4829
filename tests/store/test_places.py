"""Flag, environment, checkout, platform: in this order, and nothing outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quiz.store.places import find_places


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    (root / "questions").mkdir(parents=True)
    (root / "pyproject.toml").touch()
    return root


def test_a_checkout_keeps_saves_beside_its_packs(checkout: Path) -> None:
    places = find_places(environ={"HOME": "/home/x"}, root=checkout)
    assert places.checkout
    assert places.saves == checkout / "saves"
    assert places.packs[0] == places.shipped == checkout / "questions"
    assert checkout not in (*places.config.parents, *places.cache.parents)


def test_installed_saves_are_the_platforms(tmp_path: Path) -> None:
    places = find_places(environ={"HOME": "/home/x"}, root=tmp_path)
    assert not places.checkout
    assert places.shipped == tmp_path / "quiz" / "questions"
    assert places.saves.name == "saves"
    assert "palmares" in places.saves.parts
    assert places.packs[-1] == places.own


def test_the_flag_goes_before_the_environment(tmp_path: Path, checkout: Path) -> None:
    environ = {"QUIZ_SAVES": str(tmp_path / "env"), "QUIZ_PACKS": f"/a{os.pathsep}/b"}
    asked = find_places(["/c"], tmp_path / "flag", environ, checkout)
    assert asked.saves == tmp_path / "flag"
    assert asked.packs == (checkout / "questions", Path("/c"), asked.own)
    told = find_places(None, None, environ, checkout)
    assert told.saves == tmp_path / "env"
    assert told.packs == (checkout / "questions", Path("/a"), Path("/b"), told.own)


@pytest.mark.parametrize("environ", [{}, {"HOME": ""}, {"HOME": "relative"}])
def test_named_saves_keep_everything_beside_them(
    tmp_path: Path, checkout: Path, environ: dict[str, str]
) -> None:
    places = find_places(saves=tmp_path / "s", environ=environ, root=checkout)
    for folder in (places.config, places.cache, places.own):
        assert tmp_path in folder.parents
        assert places.saves not in (folder, *folder.parents)


def test_without_a_home_nothing_is_written_to_the_root(checkout: Path) -> None:
    places = find_places(environ={"HOME": ""}, root=checkout)
    assert checkout in places.config.parents


def test_a_folder_named_twice_is_searched_once(checkout: Path) -> None:
    named = [checkout / "questions", checkout / ".." / "checkout" / "questions"]
    places = find_places(named, environ={}, root=checkout)
    assert places.packs == (checkout / "questions", places.own)
