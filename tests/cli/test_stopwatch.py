"""The stopwatch leaves pauses out."""

from __future__ import annotations

from quiz.cli.linewise.stopwatch import Stopwatch
from tests.conftest import Clock


def test_pauses_do_not_count(clock: Clock) -> None:
    watch = Stopwatch(clock.seconds)
    assert watch.seconds == 0
    watch.start()
    clock.advance(5)
    assert watch.stop()
    clock.advance(60)
    assert watch.seconds == 5
    assert not watch.stop()
    watch.go_on()
    clock.advance(2)
    assert watch.seconds == 7
    watch.start()
    assert watch.seconds == 0
