"""Dealing: which questions a round gets, and in which order.

Every round of a length has the same mix of levels, easy to hard. Within a level the questions
that were never seen come first, then those seen longest ago. Two questions of which one gives the
other away are never dealt into one round.

A deal is the same for the same seed on every Python: of the random source only `random()` is
used, whose sequence is documented. It shuffles no more than it takes, so that a round can be
dealt from 100,000 questions while the player blinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import chain, islice
from random import Random
from typing import NamedTuple

from quiz.core.leaks import leaks
from quiz.core.state import Dealt
from quiz.errors import Undealable

LEVELS: Mapping[str, range] = {"all": range(1, 6), "gentle": range(1, 4), "hard": range(3, 6)}
"""The choices of level, and the difficulties they let in."""
LENGTHS = (5, 10, 20, 0)
"""The lengths that rank; 0 is all."""
_OLDEST = 64
"""How many of those seen longest ago are looked for before all are sorted."""


@dataclass(frozen=True, slots=True)
class Want:
    """What the player asked for.

    `length` is a number of questions, 0 for all; `level` a key of LEVELS; `plot` leaves out
    spoilers; `mature` asks mature themes; `blind` ignores what was seen, so that one seed deals
    one round; `day` is the player's calendar day, as an ISO date.
    """

    length: int = 10
    level: str = "all"
    plot: bool = True
    mature: bool = True
    blind: bool = False
    day: str = ""


@dataclass(frozen=True, slots=True)
class Pool:
    """What there is to deal from.

    `seen` maps pack/question to when it was last asked, in seconds since the epoch; `due` are
    those to win back, most urgent first; `versions` maps pack ids to versions.
    """

    questions: Sequence[Dealt]
    rng: Random
    seen: Mapping[str, float] = field(default_factory=dict)
    due: Sequence[str] = ()
    versions: Mapping[str, str] = field(default_factory=dict)


def wanted(pool: Pool, want: Want) -> dict[int, list[Dealt]]:
    """The questions that the player's choices let in, by level; raises Undealable if none."""
    levels = LEVELS[want.level]
    barred = {tag for tag, out in (("spoiler", want.plot), ("mature", not want.mature)) if out}
    rows: dict[int, list[Dealt]] = {level: [] for level in range(1, 6)}
    for item in pool.questions:
        question = item.question
        if question.status == "proposed" or (
            question.tags and not barred.isdisjoint(question.tags)
        ):
            continue
        rows[question.difficulty].append(item)
    rows = {level: row for level, row in rows.items() if row and level in levels}
    if not rows:
        raise _nothing_left(pool, want)
    return rows


def mix(counts: Mapping[int, int], length: int) -> dict[int, int]:
    """Share `length` among the levels as `counts` has them, by largest remainders."""
    total = sum(counts.values())
    share = {level: length * count // total for level, count in counts.items()}
    rest = sorted(counts, key=lambda level: (-(length * counts[level] % total), level))
    for level in rest[: length - sum(share.values())]:
        share[level] += 1
    return share


def even_deal(pool: Pool, want: Want, length: int) -> tuple[Dealt, ...]:
    """Deal `length` questions (0 for all) in the pack's own mix of levels, easy to hard."""
    rows = wanted(pool, want)
    there = sum(map(len, rows.values()))
    hand = Hand(dealing_order(rows, pool, want))
    hand.take(mix({level: len(row) for level, row in rows.items()}, min(length or there, there)))
    return hand.easy_to_hard()


class Drawn(NamedTuple):
    """A question that may be dealt: for which level, and from which row it came."""

    item: Dealt
    level: int
    row: int


class Hand:
    """The questions dealt so far, none of which gives another away, and those still to come."""

    def __init__(self, rows: Mapping[int, Iterable[Dealt]]) -> None:
        """Take the questions of each level, in the order in which they are to be dealt."""
        self._rows = {level: iter(row) for level, row in rows.items()}
        self.dealt: list[Dealt] = []

    def take(self, share: Mapping[int, int]) -> list[Dealt]:
        """Deal so many of each level; what a conflict leaves open comes from the nearest level.

        Returns what was added: fewer than asked for where there are no more that fit.
        """
        before = len(self.dealt)
        missing = {level: count for level, count in share.items() if count > 0}
        more = 1
        while missing and self._rows:
            drawn = [card for level in missing for card in self._draw(level, missing[level] * more)]
            self._keep(drawn, missing)
            missing = {level: count for level, count in missing.items() if count}
            more *= 2  # conflicts are rare; where they are not, ever more are tried at once
        return self.dealt[before:]

    def easy_to_hard(self) -> tuple[Dealt, ...]:
        """All that was dealt, by level; within a level as it was dealt."""
        return tuple(sorted(self.dealt, key=lambda item: item.question.difficulty))

    def _draw(self, level: int, count: int) -> list[Drawn]:
        """Take questions from the level, or from the nearest that has any."""
        if not self._rows:
            return []
        nearest = min(self._rows, key=lambda near: (abs(near - level), near))
        items = list(islice(self._rows[nearest], count))
        if len(items) < count:
            del self._rows[nearest]
        return [Drawn(item, level, nearest) for item in items]

    def _keep(self, drawn: list[Drawn], missing: dict[int, int]) -> None:
        """Deal what is missing of those drawn, but for what goes ill together; put back the rest.

        Two questions go ill together if either gives the other away.
        """
        there = len(self.dealt)
        apart: dict[int, set[int]] = {}
        together = [*self.dealt, *(card.item for card in drawn)]
        for giver, given, _ in leaks([item.question for item in together]):
            apart.setdefault(giver, set()).add(given)
            apart.setdefault(given, set()).add(giver)
        kept = set(range(there))
        spare: dict[int, list[Dealt]] = {}
        for n, card in enumerate(drawn, there):
            if not missing[card.level]:
                spare.setdefault(card.row, []).append(card.item)
            elif kept.isdisjoint(apart.get(n, ())):
                kept.add(n)
                missing[card.level] -= 1
                self.dealt.append(card.item)
        for row, items in spare.items():
            self._rows[row] = chain(items, self._rows.get(row, ()))


def too_few(title: str, least: int, there: int) -> Undealable:
    """Say that a mode needs more questions than there are, and what would help."""
    have = "only one fits" if there == 1 else f"only {there} fit"
    return Undealable(
        "Too few questions",
        f"{title} needs {least}, and {have} your choices.",
        "Mix in another pack, or ask everything.",
    )


def dealing_order(
    rows: Mapping[int, list[Dealt]], pool: Pool, want: Want
) -> dict[int, Iterator[Dealt]]:
    """Put the questions of each level in dealing order, no further than they are taken."""
    return {level: _dealing(row, pool, want) for level, row in rows.items()}


def _dealing(row: list[Dealt], pool: Pool, want: Want) -> Iterator[Dealt]:
    """Questions of one level in dealing order: unseen in random order, then longest unseen."""
    seen: Mapping[str, float] = {} if want.blind else pool.seen
    old: list[Dealt] = []
    # Few of many were seen, as a rule: not all are looked up before the first is dealt.
    for taken, item in enumerate(_shuffling(row, pool.rng), 1):
        if item.key not in seen:
            yield item
            continue
        old.append(item)
        if len(old) == _OLDEST:
            fresh: list[Dealt] = []
            for other in row[taken:]:
                (old if other.key in seen else fresh).append(other)
            yield from _shuffling(fresh, pool.rng)
            break
    times = [seen[item.key] for item in old]
    limit = max(nsmallest(_OLDEST, times), default=0.0)
    for first in (True, False):
        some = [item for item, at in zip(old, times, strict=True) if (at <= limit) is first]
        yield from sorted(some, key=lambda item: (seen[item.key], item.key))


def _shuffling(items: list[Dealt], rng: Random) -> Iterator[Dealt]:
    """Give the items in random order, and shuffle no further than they are taken."""
    for n in range(len(items)):
        other = n + int(rng.random() * (len(items) - n))
        items[n], items[other] = items[other], items[n]
        yield items[n]


def _nothing_left(pool: Pool, want: Want) -> Undealable:
    """Say why nothing is left to deal, and what would help."""
    if not pool.questions:
        return Undealable(
            "No questions", "There are none here that can be played.", "Choose another pack."
        )
    if want.level != "all":
        return Undealable("No questions", f"None of them is of level “{want.level}”.", "Ask all.")
    return Undealable(
        "No questions", "Your choices leave all of them out.", "Ask everything, plot and all."
    )
