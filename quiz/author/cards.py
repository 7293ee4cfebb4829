"""Cards with two sides become questions: options are borrowed from the other cards' backs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal
from zlib import crc32

from quiz.author.compose import matched, short, squeezed, truth
from quiz.author.formats import Card, Fields, Found, Result, Skipped
from quiz.core.text import Clean

As = Literal["choice", "short-answer", "match"]
OPTIONS = 3
"""How many wrong options a card borrows."""
_PAIRS = 6
_ENOUGH = 2 * OPTIONS
_STEP = 7919
_Form = tuple[bool, int]


def questions(cards: Sequence[Card], how: As) -> Iterator[Result]:
    """Make questions of cards; what is given twice is asked once."""
    seen: dict[tuple[str, str], Card] = {}
    for card in cards:
        first = seen.setdefault((card.front, card.back), card)
        if first is not card:
            yield Skipped(card.line, f"same as line {first.line}")
    sound = list(seen.values())
    if how == "match":
        yield from _matches(sound)
    elif how == "short-answer":
        yield from (_typed(card) for card in sound)
    else:
        yield from _choices(sound)


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


def _choices(cards: Sequence[Card]) -> Iterator[Result]:
    """Ask for the back among backs of other cards that have the same form."""
    forms = [_form(card.back) for card in cards]
    pools: dict[_Form, dict[str, Clean]] = {}
    right: dict[str, list[Card]] = {}
    for card, form in zip(cards, forms, strict=True):
        pools.setdefault(form, {}).setdefault(card.back.casefold(), squeezed(card.back))
        right.setdefault(card.front, []).append(card)
    for pool in pools.values():
        for word in ("true", "false"):
            pool.pop(word, None)
    everything = list(
        {fold: text for pool in pools.values() for fold, text in pool.items()}.values()
    )
    lists = {
        form: list(pool.values()) if len(pool) >= _ENOUGH else everything
        for form, pool in pools.items()
    }
    for card, form in zip(cards, forms, strict=True):
        own = right[card.front]
        if truth(card.back) is not None:
            yield _typed(card)
            continue
        forbidden = {card.back.casefold()}
        if card.accept or len(own) > 1:
            forbidden |= {t.casefold() for other in own for t in (other.back, *other.accept)}
        others = _borrowed(crc32(card.front.encode()), lists[form], forbidden)
        if not others:
            yield _typed(card)
            continue
        fields: Fields = {"kind": "choice", "prompt": card.front, "answer": squeezed(card.back)}
        fields["distractors"] = others
        if card.more:
            fields |= card.more
        yield Found(card.line, fields, card.lost)


def _form(text: str) -> _Form:
    """What kind of text it looks like: a figure or words, and how many of them."""
    gaps = text.count(" ")
    return text[0] in "0123456789", 0 if gaps < 1 else 1 if gaps < 3 else 2 if gaps < 8 else 3


def _borrowed(start: int, pool: Sequence[Clean], forbidden: set[str]) -> list[Clean]:
    """Pick wrong options: the same ones each time, spread over all there are."""
    found: list[Clean] = []
    size = len(pool)
    if not size:
        return found
    step = _STEP if size % _STEP else 1  # a prime meets every place once
    for number in range(min(size, OPTIONS + len(forbidden))):
        text = pool[(start + number * step) % size]
        if text.casefold() not in forbidden:
            found.append(text)
            if len(found) == OPTIONS:
                break
    return found


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
