"""Cards with two sides become questions: options are borrowed from the other cards' backs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from quiz.author.borrowing import Backs
from quiz.author.compose import all_squeezed, matched, short, squeezed, truth
from quiz.author.formats import Card, Cards, Fields, Found, Result, Skipped
from quiz.core.text import Clean

As = Literal["choice", "short-answer", "match"]
_PAIRS = 6


def questions(cards: Cards, how: As) -> Iterator[Result]:
    """Make questions of cards; what is given twice is asked once."""
    if len({*cards.fronts}) < len(cards):
        cards, twice = _once(cards)
        yield from twice
    if how == "match":
        yield from _matches([*cards])
    elif how == "short-answer":
        yield from map(_typed, cards)
    else:
        yield from _choices(cards)


def _once(cards: Cards) -> tuple[Cards, list[Skipped]]:
    """Leave out the cards that are given twice."""
    seen: dict[tuple[str, str], Card] = {}
    sound, twice = Cards(), list[Skipped]()
    for card in cards:
        first = seen.setdefault((card.front, card.back), card)
        if first is card:
            sound.add(card)
        else:
            twice.append(Skipped(card.line, f"same as line {first.line}"))
    return sound, twice


def _typed(card: Card) -> Result:
    """Ask for the back to be typed."""
    claim = truth(card.back)
    if claim is not None:
        return Found(
            card.line,
            {"kind": "true-false", "prompt": card.front, "answer": claim} | card.more,
            card.lost,
        )
    fields = short((squeezed(card.back), *card.accept))
    if isinstance(fields, str):
        return Skipped(card.line, fields)
    return Found(card.line, {"prompt": card.front} | fields | card.more, card.lost)


def _choices(cards: Cards) -> Iterator[Result]:
    """Ask for the back among backs of other cards that have the same form."""
    backs = all_squeezed(cards.backs)
    pools = Backs(backs)
    lent = pools.lent()
    alike = _alike(cards.fronts)
    careful = bool(alike) or not pools.differ
    full = cards.full
    columns = zip(cards.lines, cards.fronts, backs, pools.forms, strict=True)
    for number, (line, front, back, form) in enumerate(columns):
        others = [*next(lent[form], ())]
        if careful or back in others or not others or number in full:
            group = [cards[other] for other in alike.get(number, (number,))]
            right = {t.casefold() for card in group for t in (card.back, *card.accept)}
            others = pools.borrowed(number, right)
        if not others or (len(back) < 6 and truth(back) is not None):
            yield _typed(cards[number])
            continue
        fields: Fields = {"kind": "choice", "prompt": front, "answer": back, "distractors": others}
        if number in full:
            yield Found(line, fields | full[number].more, full[number].lost)
        else:
            yield Found(line, fields)


def _alike(fronts: Sequence[str]) -> dict[int, list[int]]:
    """The cards whose front others have too, by their number: each other's back is right."""
    if len({*fronts}) == len(fronts):
        return {}
    found: dict[str, list[int]] = {}
    for number, front in enumerate(fronts):
        found.setdefault(front, []).append(number)
    return {n: group for group in found.values() if len(group) > 1 for n in group}


def _matches(cards: Sequence[Card]) -> Iterator[Result]:
    """Put six cards after six into one question; no side stands twice in it."""
    open_: list[list[Card]] = []
    for card in cards:
        group = next((g for g in open_[-4:] if _fits(card, g)), None)
        if group is None:
            open_.append([card])
        else:
            group.append(card)
    for group in open_:
        if len(group) < 2:
            yield _typed(group[0])
            continue
        pairs = [(squeezed(card.front), squeezed(card.back)) for card in group]
        fields = matched(pairs)
        if isinstance(fields, str):
            yield Skipped(group[0].line, fields)
            continue
        yield Found(
            group[0].line, {"prompt": Clean("Which belong together?")} | fields | _shared(group)
        )


def _fits(card: Card, group: Sequence[Card]) -> bool:
    return len(group) < _PAIRS and all(
        card.front != other.front and card.back != other.back for other in group
    )


def _shared(group: Iterable[Card]) -> Fields:
    """Keep what is true of every card of a group."""
    first, *others = (card.more for card in group)
    return {
        name: value
        for name, value in first.items()
        if name in ("tags", "license", "author", "difficulty")
        and all(other.get(name) == value for other in others)
    }
