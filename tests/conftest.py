"""What many tests share: a place of their own on the disk, a clock that stands, fixed chance."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, settings

from quiz.store.places import Places, find_places

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=SLOW)
settings.register_profile("fuzz", deadline=None, max_examples=3000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=timezone(timedelta(hours=1)))
"""When it is, in tests that do not say otherwise: a Saturday."""


class Clock:
    """A clock that stands until it is moved; calling it tells the time."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        """The same as a monotonic clock."""
        return self.now.timestamp()

    def advance(self, seconds: float = 0, days: float = 0) -> None:
        """Let time pass."""
        self.now += timedelta(days=days, seconds=seconds)


@pytest.fixture(scope="session", autouse=True)
def _nobody_is_at_home() -> Iterator[None]:
    """Keep every test away from the real player's saves, packs and settings."""
    home = Path(tempfile.mkdtemp(prefix="palmares-home-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("QUIZ_SAVES", str(home / "saves"))
        for name in ("QUIZ_PACKS", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.delenv(name, raising=False)
        yield
    shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The shipped packs, and an empty save folder of the test's own."""
    return find_places(saves=tmp_path / "saves", environ={})


@pytest.fixture
def clock() -> Clock:
    """Saturday noon, 21 November 2026, one hour east of Greenwich."""
    return Clock()


@pytest.fixture
def rng() -> Random:
    """Chance that is the same each time."""
    return Random(1)
