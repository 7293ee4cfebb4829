"""What a parsed verb says of its subject, as it stands; None wherever that is not simple."""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.draw.english.times import DATE, YEAR
from quiz.draw.parsing.subjects import bearer
from quiz.draw.parsing.tree import LIGHT, VERBS, Tree

_TIME = re.compile(
    rf"(?:In|On|in|on) (?:\w+day, )?{DATE}|(?:[Ff]rom|[Bb]etween) {YEAR} (?:to|and|until) {YEAR}"
)
_UNSAID = frozenset(["ccomp", "parataxis", "intj", "csubj", "csubjpass", "expl", "neg"])
_BEFORE = frozenset(["aux", "auxpass", "advmod", "punct", "cc"])
"""What may stand before a verb that shares its subject with another."""
_ASIDE = frozenset(["advcl", "appos", "relcl", "acl"])
"""What may be left out of a clause between commas; without a comma it belongs to the meaning."""
_MARKED = re.compile(r"[:;—–]|\s-\s|\b(?:AD|BCE?|CE|plus)\b")
_SINCE = re.compile(
    rf"\b(?:since|until|till|before|after|as of) [^,]*\b{DATE}\b|\bby (?:the \w+ of )?{DATE}\b"
)
"""A date of something else, or the end of a time."""
_VAGUE = re.compile(rf"[a-z]+s(?: (?:in|on) {DATE})?")
"""Things without number: who held elections in a year held others."""


def rest(tree: Tree, verb: int, start: int) -> str | None:
    """What is said, from a word on, without what hangs beside it between commas."""
    everything = tree.within(verb)
    dropped: set[int] = set()
    for number in everything:
        if number != verb and number not in dropped and _hangs_beside(tree, verb, number):
            dropped.update(tree.within(number))
    kept = {n for n in everything if n >= start and n not in dropped}
    kept -= {n for n in kept if tree.words[n].dep == "cc" and not kept & set(_joined(tree, n))}
    kept -= {n for n in kept if n < verb and tree.told(n).lower() in LIGHT}
    if _unsure(tree, verb) or any(_unsaid(tree, n) for n in kept if n != verb):
        return None
    if not _closed(tree, kept, dropped) or _meant(tree, kept) or _empty(tree, kept):
        return None
    # A comma stays between what it stood between.
    loose = {n for n in kept if tree.told(n) in (",", ".") and not {n - 1, n + 1} <= kept}
    loose = {n for n in loose if tree.words[n].dep == "punct"}
    told = " ".join(tree.pieces(kept - loose))
    vague = verb < start and _VAGUE.fullmatch(told)
    return None if vague or _MARKED.search(told) or _SINCE.search(told) else told


def before(tree: Tree, verb: int) -> str | None:
    """The date before a clause; "" if there is none, None where something else stands there."""
    here = bearer(tree, verb)
    subject = min(tree.subjects(here), default=here)
    told = ""
    for number in tree.below[here]:
        word = tree.words[number]
        if number >= subject or word.dep in ("punct", "cc", "mark", "advcl", "aux"):
            continue  # what stands behind the subject was looked at with it
        group = tree.within(number)
        piece = tree.span(group[0], group[-1])
        if word.dep == "advmod" and piece.lower() in (*LIGHT, "when", "where"):
            continue
        if told or not _TIME.fullmatch(piece):
            return None
        told = piece
    return told if here == verb or not told else None


def _hangs_beside(tree: Tree, verb: int, number: int) -> bool:
    """Whether something hangs beside a clause: another verb, or an aside between commas."""
    word = tree.words[number]
    if word.dep == "conj" and word.head == verb:
        return True
    first = min(tree.within(number))
    comma = first > 0 and tree.told(first - 1) in (",", "—", "–")
    if word.dep in _ASIDE:
        return comma or (word.dep == "advcl" and number < verb)
    if word.dep != "prep" or not comma or number < verb:
        return False
    return not re.search(DATE, " ".join(tree.pieces(tree.within(number))))


def _joined(tree: Tree, number: int) -> list[int]:
    """What an "and" joins to its head."""
    return tree.hanging(tree.words[number].head, "conj")


def _unsure(tree: Tree, verb: int) -> bool:
    """Whether what stands before a verb says more than that it was: nearly, in a dream."""
    light = (*LIGHT, "first", "when", "where")
    ahead = [n for n in tree.below[verb] if n < verb]
    if any(tree.words[n].dep == "advmod" and tree.told(n).lower() not in light for n in ahead):
        return True
    shares = bearer(tree, verb) != verb
    return shares and any(tree.words[n].dep not in _BEFORE for n in ahead)


def _unsaid(tree: Tree, number: int) -> bool:
    """Whether a word brings in a claim of its own: what is said or thought, another verb."""
    word = tree.words[number]
    if word.dep in _UNSAID:
        return True
    if word.tag == "VB":
        return not any(tree.told(n).lower() == "to" for n in tree.helpers(number))
    return word.tag in VERBS and word.dep not in ("aux", "auxpass", "compound", "amod")


def _closed(tree: Tree, kept: set[int], dropped: set[int]) -> bool:
    """Whether what follows an aside stands behind its comma, so that it is no part of it."""
    words = [n for n in sorted(kept) if tree.words[n].dep != "punct"]
    for one, other in pairwise(words):
        aside = dropped & set(range(one + 1, other))
        if aside and (tree.told(other - 1) != "," or tree.words[other].dep == "cc"):
            return False
    return True


def _empty(tree: Tree, kept: set[int]) -> bool:
    """Whether a preposition has lost what it stood before: "over of diamonds"."""
    return any(
        tree.words[n].dep in ("prep", "agent") and not kept & set(tree.below[n]) for n in kept
    )


def _meant(tree: Tree, kept: set[int]) -> bool:
    """Whether a date stands behind an infinitive: it may be that of what was meant to be."""
    aims = [n for n in kept if tree.words[n].tag == "VB"]
    return bool(aims) and bool(re.search(DATE, tree.span(min(aims), max(kept))))
