"""daily: five questions, the same for everyone on that calendar day.

The shipped packs' questions make a cycle: sorted by level into five bands, each band shuffled by
the packs' ids and versions, and each day takes the next question of every band. So every day goes
from easy to hard, and nothing comes again until the cycle is through. What plot and mature themes
would leave out is never in it, so that it is the same for everyone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from itertools import permutations

from quiz.core.deal import Pool, Want, too_few, wanted
from quiz.core.leaks import leaks
from quiz.core.mode import Mode
from quiz.core.records import Attempt
from quiz.core.state import Dealt, State
from quiz.errors import Undealable

FIRST = date(2026, 11, 10)
"""The day of Daily No. 1."""
FIVE = 5
"""Questions a day."""
SIGNS = "✓◐○✗·"
"""Right, part right, no idea, wrong, not answered."""
_BLOCK = 6
"""Days within which questions of a band change places, so that none gives another away."""


class Daily(Mode):
    """Five questions a day, the same for everyone; one try."""

    id = "daily"
    title = "Daily"
    summary = (
        "Five questions a day from the packs that came with the game, the same for everyone, one "
        "try. Points as in Classic. Come back daily: a run survives one missed day for every "
        "seven played. The result can be shared, and gives no answer away."
    )
    place = 70
    length = FIVE
    least = FIVE
    wide = True
    shipped = True

    def want(self, wanted: Want) -> Want:
        """The same for everyone: only the day is the player's."""
        return Want(length=FIVE, mature=False, blind=True, day=wanted.day)

    def deal(self, pool: Pool, want: Want) -> tuple[Dealt, ...]:
        """Deal the five of the day, easy to hard."""
        want = self.want(want)
        if not want.day:
            raise Undealable("No day", "A Daily belongs to a calendar day.", "Play it today.")
        rows = wanted(pool, want)
        cycle = [item for level in sorted(rows) for item in sorted(rows[level], key=_pack)]
        if len(cycle) < FIVE:
            raise too_few(self.title, FIVE, len(cycle))
        seed = "/".join(f"{pack}@{version}" for pack, version in sorted(pool.versions.items()))
        return _five(cycle, day_number(date.fromisoformat(want.day)) - 1, seed)

    def ending(self, why: str, state: State) -> str:
        """Why the round ended, in one sentence."""
        if why == "end":
            return f"Today's Daily is played: {state.right} of {len(state.attempts)}."
        return super().ending(why, state)


def day_number(day: date) -> int:
    """What number the Daily of a day has."""
    return (day - FIRST).days + 1


def share(number: int, attempts: Sequence[Attempt], run: int, signs: str = SIGNS) -> str:
    """The result as a line of text that gives no answer away; `run` is the run of days."""
    right, part, passed, wrong, open_ = tuple(signs)
    drawn = {"right": right, "part": part, "passed": passed, "wrong": wrong}
    marks = [drawn[attempt.mark] for attempt in attempts]
    marks += [open_] * (FIVE - len(marks))
    parts = [f"Palmarès Daily {number}", f"{marks.count(right)}/{len(marks)}", " ".join(marks)]
    if run:
        parts.append(f"run of {run} {'day' if run == 1 else 'days'}")
    return "   ".join(parts)


def _five(cycle: Sequence[Dealt], turn: int, seed: str) -> tuple[Dealt, ...]:
    """The questions of a day of the cycle; `turn` counts days from the first one."""
    days = len(cycle) // FIVE
    turn %= days
    first = turn - turn % _BLOCK
    block = range(first, min(first + _BLOCK, days))
    bands = [
        [cycle[band * len(cycle) // FIVE + scattered(n, days, f"{seed}/{band}")] for n in block]
        for band in range(FIVE)
    ]
    return tuple(_apart(bands)[turn - first])


def _apart(bands: Sequence[Sequence[Dealt]]) -> list[list[Dealt]]:
    """Give each day a question of every band, none of which gives another of its day away."""
    items = [item for band in bands for item in band]
    pairs = {
        frozenset((items[i].key, items[j].key))
        for i, j, _ in leaks([item.question for item in items])
    }

    def clashes(item: Dealt, day: list[Dealt]) -> bool:
        return any(frozenset((item.key, other.key)) in pairs for other in day)

    days: list[list[Dealt]] = [[item] for item in bands[0]]
    for band in bands[1:]:
        # The order that has the fewest clashes: as a rule the first one, which has none.
        best: tuple[Dealt, ...] = ()
        fewest = len(band) + 1
        for order in permutations(band):
            count = sum(map(clashes, order, days))
            if count < fewest:
                best, fewest = order, count
            if not count:
                break
        for item, day in zip(best, days, strict=True):
            if not clashes(item, day):
                day.append(item)
    return days


def scattered(place: int, size: int, seed: str) -> int:
    """Where a seeded shuffle of `size` places puts this one, without shuffling the others.

    A Feistel network of four turns shuffles the next power of four; what falls beyond `size`
    is shuffled on until it falls within.
    """
    half = max(1, ((size - 1).bit_length() + 1) // 2)
    mask = (1 << half) - 1
    while True:
        left, right = place >> half, place & mask
        for turn in range(4):
            digest = sha256(f"{seed}/{turn}/{right}".encode()).digest()
            left, right = right, left ^ (int.from_bytes(digest[:4]) & mask)
        place = left << half | right
        if place < size:
            return place


def _pack(item: Dealt) -> str:
    return item.pack
