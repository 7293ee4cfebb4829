"""Watch: what it shows is what was in sight."""

from __future__ import annotations

from quiz.tui.watch import Watch


def test_it_counts_only_while_it_runs() -> None:
    now = [100.0]
    watch = Watch(lambda: now[0])
    now[0] += 5
    assert watch.seconds == 0
    watch.go()
    now[0] += 3
    watch.go()
    now[0] += 1
    assert watch.seconds == 4
    watch.stop()
    now[0] += 60
    assert (watch.seconds, watch.running) == (4, False)
    watch.go()
    now[0] += 2
    watch.stop()
    watch.stop()
    assert watch.seconds == 6
    watch.clear()
    assert watch.seconds == 0
