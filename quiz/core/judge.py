"""Is this typed answer right? One verdict, with its reason.

In this order: what the player was once ruled right with; the author's `reject` list; an accepted
form, letter by letter but for what `fold` forgives; the author's `almost` list; the same words in
another order or with other spaces; a slip of the fingers, unless it is, or is nearer to, another
answer of the pack; a near miss, which gets one more try. Numbers are never near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from quiz.core.amount import number_in as number_in
from quiz.core.form import LONGEST
from quiz.core.rivals import Rivals, rivals
from quiz.core.spelling import SAME, Slip, Spelled, slip
from quiz.core.text import Clean, fold, line
from quiz.core.verdict import Context, Verdict

NEARLY = Clean("Nearly. Check the spelling.")
"""What is said of a near miss, without giving the answer away."""

_OPTIONAL = re.compile(r"\(([^()]*)\)")
_MOST_BRACKETS = 5
_COUNTED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# What stands before a name and is no first name: "Mount Everest" has no surname.
_NO_FIRST_NAME = re.compile(
    r"\b(bay|cape|castle|city|count|countess|doctor|dr|duke|emperor|empress|fort|general|gulf|isle"
    r"|king|kingdom|la|lake|le|lord|mount|mr|mrs|new|north|palme|pope|port|president|prince"
    r"|princess|queen|republic|river|saint|san|santa|sea|sir|south|st|state|tsar)\b"
)


@dataclass(frozen=True, slots=True)
class Key:
    """What a typed answer is compared with: the author's lists, and how much is forgiven.

    Brackets in `accept` are optional parts. `match` is "typo"; "fold" forgives no typos, "exact"
    nothing at all but spaces around.
    """

    answer: Clean
    accept: tuple[Clean, ...] = ()
    reject: tuple[Clean, ...] = ()
    almost: tuple[Clean, ...] = ()
    match: Literal["typo", "fold", "exact"] = "typo"


@dataclass(frozen=True, slots=True)
class Accepted:
    """A right answer as it may be typed, and the optional words that it leaves out."""

    spelled: Spelled
    without: Clean = Clean("")

    @property
    def text(self) -> Clean:
        """The words as they are shown."""
        return Clean(self.spelled.text)


@dataclass(frozen=True, slots=True)
class _Lists:
    """A key, ready for comparing; `own` are the exact spellings of all accepted forms."""

    accepted: tuple[Accepted, ...]
    own: frozenset[str]
    rejected: Rivals
    almost: tuple[Spelled, ...]


def judge_text(given: Clean, key: Key, context: Context) -> Verdict:
    """Judge a typed answer against its key."""
    told = Spelled.of(given[:LONGEST])
    if context.aliases and fold(told.text) in context.aliases:
        return Verdict(1.0, key.answer, Clean("accepted: you were ruled right with this"))
    if key.match == "exact":
        return _to_the_letter(line(told.text), key, context)
    lists = _lists(key)
    if lists.rejected.nearer(told, 0):
        return Verdict(0.0, key.answer, _objection(told, 0, lists, context))
    for form in lists.accepted:
        if told.exact == form.spelled.exact:
            return Verdict(1.0, key.answer, _short_form(form, lists))
    if any(told.exact == text.exact or told.like(text) for text in lists.almost):
        return _once_more(key, context)
    closest = nearest(told, lists.accepted, typos=key.match == "typo")
    if closest is None:
        return Verdict(0.0, key.answer)
    found, form = closest
    if objection := _objection(told, found.edits, lists, context):
        return Verdict(0.0, key.answer, objection)
    if found.over:
        return _once_more(key, context)
    return Verdict(1.0, key.answer, _slipped(found, form))


def accepted(key: Key) -> tuple[Accepted, ...]:
    """Every right answer as it may be typed: the answer, and `accept` with and without brackets."""
    return _lists(key).accepted


def nearest(
    told: Spelled, forms: Iterable[Accepted], *, typos: bool = True
) -> tuple[Slip, Accepted] | None:
    """The form that is the least slip away, if any is near."""
    found: list[tuple[Slip, Accepted]] = []
    for form in forms:
        how = slip(told, form.spelled) if typos else SAME if told.like(form.spelled) else None
        if how is not None:
            found.append((how, form))
    return min(found, key=lambda pair: pair[0], default=None)


@lru_cache(maxsize=4096)
def _lists(key: Key) -> _Lists:
    forms: dict[str, Accepted] = {}
    told = ((key.answer, Clean("")), *(way for text in key.accept for way in _expanded(text)))
    for text, without in told:
        spelled = Spelled.of(text[:LONGEST])
        if spelled.words:
            forms.setdefault(spelled.exact, Accepted(spelled, without))
    return _Lists(
        accepted=tuple(forms.values()),
        own=frozenset(forms),
        rejected=Rivals(key.reject),
        almost=tuple(Spelled.of(text) for text in key.almost),
    )


def _expanded(text: Clean) -> Iterator[tuple[Clean, Clean]]:
    """A text with and without each part in brackets, and what was left out."""
    parts = _OPTIONAL.split(text)  # every second part stood in brackets
    optional = parts[1::2]
    ways: Iterable[tuple[bool, ...]] = product((True, False), repeat=len(optional))
    if len(optional) > _MOST_BRACKETS:
        ways = ((True,) * len(optional), (False,) * len(optional))
    for kept in ways:
        told = parts[:]
        told[1::2] = [part if keep else "" for part, keep in zip(optional, kept, strict=True)]
        without = [part for part, keep in zip(optional, kept, strict=True) if not keep]
        yield line("".join(told)), line(" ".join(without))


def _to_the_letter(told: Clean, key: Key, context: Context) -> Verdict:
    forms = (key.answer, *(form for text in key.accept for form, _ in _expanded(text)))
    if told in key.reject:
        return Verdict(0.0, key.answer, Clean(f"not taken: {told} is ruled out here"))
    if any(told == line(form[:LONGEST]) for form in forms):
        return Verdict(1.0, key.answer)
    return _once_more(key, context) if told in key.almost else Verdict(0.0, key.answer)


def _once_more(key: Key, context: Context) -> Verdict:
    """Close, once; the second try is judged without it."""
    return Verdict(0.0, key.answer) if context.tries else Verdict(0.0, why=NEARLY, close=True)


def _objection(told: Spelled, edits: int, lists: _Lists, context: Context) -> Clean:
    """Why a guess that is so many edits from right is meant for something else; or ""."""
    other = rivals(context.siblings).nearer(told, edits, lists.own)
    if other:
        return Clean(f"not taken: {other} is another answer in this pack")
    other = lists.rejected.nearer(told, edits)
    return Clean(f"not taken: {other} is ruled out here") if other else Clean("")


def _slipped(found: Slip, form: Accepted) -> Clean:
    if not found.edits:
        return Clean("")
    count = _COUNTED[found.edits] if found.edits < len(_COUNTED) else str(found.edits)
    letters = "letter" if found.edits == 1 else "letters"
    return Clean(f"accepted: {count} {letters} off {form.text}")


def _short_form(form: Accepted, lists: _Lists) -> Clean:
    """Say that a part would do, where one was left out."""
    if not form.without:
        return Clean("")
    *particles, name = form.text.split()
    full = f"{form.without} {form.text}"
    if (
        name[0].isupper()
        and all(word.islower() for word in particles)
        and all(word[0].isupper() for word in form.without.split())
        and not _NO_FIRST_NAME.search(fold(form.without))
        and any(other.text == full for other in lists.accepted)
    ):
        return Clean("accepted: surname is enough here")
    return Clean("accepted: the short form is enough here")
