"""Wrong options for a card: backs of other cards that look like its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import cycle

from quiz.core.text import Clean

OPTIONS = 3
"""How many wrong options a card borrows."""
_ENOUGH = 2 * OPTIONS
_STEP = 7919
_LENGTHS = (0, 1, 1, 2, 2, 2, 2, 2)
_FORMS = 8


class Backs:
    """All backs, by the form that they have; each card's wrong options are the same each time."""

    def __init__(self, backs: Sequence[Clean]) -> None:
        self.forms = [_form(back) for back in backs]
        found: list[dict[str, Clean]] = [{} for _ in range(_FORMS)]
        for back, form in zip(backs, self.forms, strict=True):
            found[form][back.casefold()] = back
        self.differ = len({*backs}) == sum(map(len, found))
        """Whether no two backs differ in capitals alone: then all but its own are wrong."""
        every: dict[str, Clean] = {}
        for pool in found:
            for word in ("true", "false"):
                pool.pop(word, None)
            every |= pool
        self._pools = [[*(pool if len(pool) >= _ENOUGH else every).values()] for pool in found]

    def lent(self) -> list[Iterator[Sequence[Clean]]]:
        """Wrong options for one card after another, without end, for each form.

        They come from far away in the file: what stands together there often belongs together,
        and might be right as well. Where a form has too few, there are none.
        """
        return [_turned(pool) for pool in self._pools]

    def borrowed(self, number: int, right: Collection[str]) -> list[Clean]:
        """Pick wrong options for a card one by one; `right` are folded texts to leave out."""
        pool = self._pools[self.forms[number]]
        size = len(pool)
        step = _STEP if size % _STEP else 1  # a prime meets every place once
        turns = range(1, min(size, OPTIONS + len(right)) + 1)
        texts = (pool[(number + turn * step) % size] for turn in turns)
        return [text for text in texts if text.casefold() not in right][:OPTIONS]


def _form(text: str) -> int:
    """What kind of text it looks like: how many words it has, and whether it is a figure."""
    gaps = text.count(" ")
    return (_LENGTHS[gaps] if gaps < 8 else 3) + 4 * (text[0] in "0123456789")


def _turned(pool: Sequence[Clean]) -> Iterator[Sequence[Clean]]:
    """Walk a pool at several places at once, over and over."""
    size = len(pool)
    if size <= OPTIONS:
        return iter(())
    # All distances between thirteenths 0, 1, 3 and 9 differ: no two texts are together twice.
    places = [size // 13 * turn for turn in (1, 3, 9)] if size >= 13 else [1, 2, 3]
    return cycle(zip(*([*pool[at:], *pool[:at]] for at in places), strict=True))
