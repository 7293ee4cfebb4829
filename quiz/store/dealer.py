"""The dealer: packs of the library become what a mode deals from; and rounds are found again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from secrets import token_hex
from typing import overload

from quiz.core.deal import Pool, Want
from quiz.core.mode import Mode
from quiz.core.modes import modes
from quiz.core.pack import Pack
from quiz.core.records import Opening, Record
from quiz.core.round import Round
from quiz.core.rules import Rules
from quiz.core.state import Dealt
from quiz.core.tally import Tally
from quiz.errors import NotFound, QuizError, Undealable
from quiz.store.library import Library

DAILY = "daily"
"""The mode that is played once a day, from the shipped packs."""


class Later(Sequence[str]):
    """A list that is made when somebody looks into it."""

    def __init__(self, make: Callable[[], Sequence[str]]) -> None:
        self._make = make
        self._made: Sequence[str] | None = None

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...

    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def _all(self) -> Sequence[str]:
        if self._made is None:
            self._made = self._make()
        return self._made


@dataclass(frozen=True, slots=True)
class Order:
    """What somebody wants to play, and the number that decides what chance would."""

    mode: Mode
    packs: Sequence[str]
    want: Want
    rules: Rules
    seed: int
    at: datetime
    seeded: bool = False


@dataclass(frozen=True, slots=True)
class Deal:
    """What was dealt for an order, from which pool."""

    opening: Opening
    dealt: tuple[Dealt, ...]
    pool: Pool
    want: Want


class Dealer:
    """Packs ready to be dealt, made so once for each as long as its file stays the same."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[str, tuple[Pack, tuple[Dealt, ...]]] = {}

    def deal(
        self, order: Order, seen: Mapping[str, float], due: Callable[[], Sequence[str]]
    ) -> Deal:
        """Deal a round; raises Undealable, and what loading the packs raises."""
        mode, seed = order.mode, order.seed
        want = replace(order.want, blind=order.want.blind or order.seeded)
        packs = self._packs(mode, order.packs)
        versions = {pack.id: pack.version or "" for pack in packs}
        pool = Pool(
            questions=[item for pack in packs for item in self._questions(pack)],
            rng=Random(seed),
            seen=seen,
            due=Later(due),
            versions=versions,
        )
        dealt = mode.deal(pool, want)
        opening = Opening(
            round=f"{order.at:%Y%m%d}-{token_hex(5)}",
            at=order.at,
            mode=mode.id,
            questions=tuple((item.key, item.question.fingerprint()) for item in dealt),
            seed=seed,
            length=mode.want(want).length,
            packs={} if mode.wide else versions,
            rules=mode.rules(order.rules),
            seeded=order.seeded,
            level=want.level,
            plot=want.plot,
            mature=want.mature,
            fresh=sum(item.key not in seen for item in dealt),
            day=want.day if mode.id == DAILY and not order.seeded else "",
        )
        return Deal(opening, dealt, pool, want)

    def folded(self, records: Sequence[Record], aliases: Mapping[str, frozenset[str]]) -> Round:
        """Fold a round from all of its records; raises NotFound.

        Questions that were removed or changed since it was dealt are left out.
        """
        opening = next((record for record in records if isinstance(record, Opening)), None)
        if opening is None:
            raise NotFound("This round is not in the journal", "Its beginning is damaged or gone.")
        mode = modes().get(opening.mode)
        if mode is None:
            raise NotFound(f"There is no mode “{opening.mode}”", "", "Update Palmarès to play it.")
        rest = tuple(record for record in records if not isinstance(record, Opening))
        return Round.begin(opening, self._again(opening), mode, rest, aliases)

    def _packs(self, mode: Mode, ids: Iterable[str]) -> list[Pack]:
        """Load what a mode deals from: the packs named, or all of them."""
        if not mode.wide:
            return [self._library.load(id) for id in dict.fromkeys(ids)]
        found: list[Pack] = []
        for header in self._library.headers():
            if header.problem or (mode.shipped and not header.shipped):
                continue
            with suppress(QuizError):  # a broken pack is listed with its problem elsewhere
                found.append(self._library.read(header.file))
        return found

    def _again(self, opening: Opening) -> tuple[Dealt | None, ...]:
        """Find the questions of a round again; None where one was removed or changed since."""
        there: dict[str, Dealt] = {}
        for id in {key.partition("/")[0] for key, _ in opening.questions}:
            with suppress(QuizError):
                there |= {item.key: item for item in self._questions(self._library.load(id))}
        found: list[Dealt | None] = []
        for key, fingerprint in opening.questions:
            item = there.get(key)
            same = item is not None and item.question.fingerprint() == fingerprint
            found.append(item if same else None)
        return tuple(found)

    def _questions(self, pack: Pack) -> tuple[Dealt, ...]:
        """Make the questions of a pack ready, once."""
        made = self._made.get(pack.id)
        if made is None or made[0] is not pack:
            siblings = pack.siblings()
            titles = {document.id: document.dated() for document in pack.documents}
            items = (Dealt(pack.id, item, siblings, titles) for item in pack.playable())
            made = self._made[pack.id] = pack, tuple(items)
        return made[1]


def admit(mode: Mode, want: Want, tally: Tally) -> None:
    """Refuse a second Daily on one day."""
    if mode.id != DAILY:
        return
    if want.day in tally.dailies:
        raise Undealable("Today's Daily is played", "The next opens at midnight.")
    if any(game.opening.day == want.day for game in tally.unfinished.values()):
        raise Undealable("Today's Daily is begun", "There is one try.", "Continue it.")
