"""A house with a past, made once; each test gets a copy of its saves."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tui.house import EVENING, Clock, Stage, filled, write_packs


@pytest.fixture(scope="session")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a house in which three players have played."""
    folder = tmp_path_factory.mktemp("past")
    filled(folder, shipped=write_packs(folder / "packs"))
    return folder


@pytest.fixture
def stage(past: Path, tmp_path: Path) -> Stage:
    """That house, to be changed as the test likes."""
    shutil.copytree(past, tmp_path / "house")
    house = tmp_path / "house"
    return Stage(house, clock=Clock(EVENING), shipped=house / "packs")


@pytest.fixture
def empty(tmp_path: Path) -> Stage:
    """A house in which nobody has played."""
    return Stage(tmp_path, shipped=write_packs(tmp_path / "packs"))


@pytest.fixture
def mira(tmp_path: Path) -> Stage:
    """A house with one player, who has not played; with the packs that only tests have."""
    stage = Stage(tmp_path, Path(__file__).parent / "packs")
    stage.player()
    return stage
