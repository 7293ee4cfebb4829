"""Matching: which items of a list are still there after an edit, and what took whose place."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def matched(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Say for each new text which of the old ones it is, or stands for; None for an addition.

    What is still there is always recognised, also where it was moved to.
    """
    found: list[int | None] = [None] * len(new)
    gaps: list[tuple[range, range]] = []
    for tag, i, j, k, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found[k:n] = range(i, j)
        else:
            gaps.append((range(i, j), range(k, n)))
    free = {number: old[number] for olds, _ in gaps for number in olds}
    for _, news in gaps:
        for number in news:
            same = next((i for i, text in free.items() if text == new[number]), None)
            if same is not None:
                found[number] = same
                del free[same]
    for olds, news in gaps:
        left = [number for number in news if found[number] is None]
        for number, instead in zip(left, [i for i in olds if i in free], strict=False):
            found[number] = instead
    return found
