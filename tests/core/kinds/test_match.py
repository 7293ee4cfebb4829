"""match: each pair counts."""

from __future__ import annotations

from tests.core.asking import ask, judged


def test_each_pair_counts() -> None:
    verdict = judged(ask("match"), "Sean Baker", "", "Jane Campion")
    assert (verdict.credit, verdict.found) == (2 / 3, ("Anora", "The Piano"))
    assert verdict.why == "2 of 3 pairs"
    assert judged(ask("match"), "Sean Baker").credit == 1 / 3
