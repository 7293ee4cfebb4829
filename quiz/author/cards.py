"""Cards with two sides become questions: options are borrowed from the other cards' backs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from quiz.author.borrowing import Backs
from quiz.author.compose import LINE, TEXT, all_squeezed, matched, short, squeezed, told, truth
from quiz.author.formats import Card, Cards, Fields, Found, Lent, Result, Skipped
from quiz.core.text import Clean

As = Literal["choice", "short-answer", "match"]
_PAIRS = 6


def questions(cards: Cards, how: As) -> Iterator[Result]:
    """Make questions of cards; what is given twice is asked once."""
    if (
        max(map(len, cards.backs), default=0) > LINE
        or max(map(len, cards.fronts), default=0) > TEXT
    ):
        cards, long = _within(cards)
        yield from long
    alike: dict[int, list[int]] = {}
    if len({*cards.fronts}) < len(cards):
        cards, twice = _once(cards)
        yield from twice
        alike = _alike(cards.fronts)
    if how == "match":
        yield from _matches([*cards])
    elif how == "short-answer":
        yield from map(_typed, cards)
    else:
        yield from _choices(cards, alike)


def _within(cards: Cards) -> tuple[Cards, list[Skipped]]:
    """Leave out what is too long for a question, so that no other card borrows it."""
    sound, long = Cards(), list[Skipped]()
    for card in cards:
        if len(card.front) <= TEXT and len(squeezed(card.back)) <= LINE:
            sound.add(card)
        else:
            side = "question" if len(card.front) > TEXT else "answer"
            long.append(Skipped(card.line, f"the {side} is too long ({told([card.front])})"))
    return sound, long


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
        told_ = {"kind": "true-false", "prompt": card.front, "answer": claim}
        return Found(card.line, told_ | card.more, (*card.lost, *_unused(card)))
    fields = short((squeezed(card.back), *card.accept))
    if isinstance(fields, str):
        return Skipped(card.line, fields)
    return Found(card.line, {"prompt": card.front} | fields | card.more, card.lost)


def _choices(cards: Cards, alike: Mapping[int, list[int]]) -> Iterator[Result]:
    """Ask for the back among backs of other cards that have the same form.

    `alike` are the cards that have one front, by the number of each.
    """
    backs = all_squeezed(cards.backs)
    pools = Backs(backs)
    lent = pools.lent()
    careful = bool(alike or cards.full) or not pools.differ
    columns = zip(cards.lines, cards.fronts, backs, pools.forms, strict=True)
    for number, (line, front, back, form) in enumerate(columns):
        others = [*next(lent[form], ())]
        if careful or back in others or not others or (len(back) < 6 and truth(back) is not None):
            group = [cards[other] for other in alike.get(number, (number,))]
            yield _chosen(cards[number], back, pools, number, others, group)
        else:
            fields = {"kind": "choice", "prompt": front, "answer": back, "distractors": others}
            yield Lent(line, fields)


def _chosen(
    card: Card, back: Clean, pools: Backs, number: int, others: list[Clean], group: Sequence[Card]
) -> Result:
    """Ask for one back with care; `group` are the cards that have the same front."""
    right = {text.casefold() for each in group for text in (each.back, *each.accept)}
    if not others or any(text.casefold() in right for text in others):
        others = pools.borrowed(number, right)
    if not others or truth(back) is not None:
        return _typed(card)
    fields: Fields = {"kind": "choice", "prompt": card.front, "answer": back}
    fields["distractors"] = others
    return Lent(card.line, fields | card.more, (*card.lost, *_unused(card)))


def _unused(card: Card) -> list[str]:
    """Name the other right answers, where the kind of question has no use for them."""
    return [f"also right: {told(card.accept)}"] if card.accept else []


def _alike(fronts: Sequence[str]) -> dict[int, list[int]]:
    """The cards whose front others have too, by their number: each other's back is right."""
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
        shared = _shared(group)
        asked = {"prompt": Clean("Which belong together?")} | fields | shared
        yield Found(group[0].line, asked, tuple(_left_out(group, shared)))


def _fits(card: Card, group: Sequence[Card]) -> bool:
    return len(group) < _PAIRS and all(
        card.front != other.front and card.back != other.back for other in group
    )


def _left_out(group: Iterable[Card], shared: Fields) -> Iterator[str]:
    """Name what single cards say, and a question made of several cannot."""
    for card in group:
        more = [name for name in card.more if name not in shared and name != "origin"]
        of = f" of {told([card.front])}"
        yield from (each + of for each in (*card.lost, *_unused(card), *more))


def _shared(group: Iterable[Card]) -> Fields:
    """Keep what is true of every card of a group."""
    first, *others = (card.more for card in group)
    return {
        name: value
        for name, value in first.items()
        if name in ("tags", "license", "author", "difficulty")
        and all(other.get(name) == value for other in others)
    }
