"""DraftCard: a proposed question as it lies on the review desk, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.content import Content

from quiz.core.text import Clean, clean, line
from quiz.store.desk.laid import Lying
from quiz.tui.plain import oneline, show
from quiz.tui.signs import Signs
from quiz.tui.widgets.lines import wrap

_STATES = {"accepted": "ACCEPTED", "rejected": "REJECTED", "later": "LEFT FOR LATER"}
_LISTS = ("answers", "entries", "items", "clues")


def lines(
    lying: Lying, width: int, signs: Signs, *, low: bool = False, airy: bool = False
) -> list[Content]:
    """What stands on the card: state, kind and level, prompt, answers, explanation.

    Where there is room, an `airy` card says of each wrong option where it comes from.
    """
    question = lying.question
    gap = [] if low else [Content("")]
    told = [_head(lying, signs), *(gap if airy else [])]
    told += [show(row, "bold") for row in wrap(clean(str(question.get("prompt", ""))), width)]
    told += gap
    told += list(_answers(question, width, signs))
    for each in question.get("distractors", ()):
        told += gap if airy else []
        told += _signed(str(each), signs.wrong, width, "$wrong")
        origin = line(str(lying.origins.get(each, ""))) if airy else Clean("")
        told += (Content("  ") + show(row, "$dim") for row in wrap(origin, width - 2) if row)
    told += _also(question, width)
    why = clean(str(question.get("explanation", "")))
    if why:
        told += [*gap, *(show(row, "$dim") for row in wrap(why, width))]
    return told


def _head(lying: Lying, signs: Signs) -> Content:
    """Kind, level and state."""
    question = lying.question
    level = question.get("difficulty", 3)
    dots = signs.level * level if isinstance(level, int) and 0 < level < 6 else ""
    parts = [oneline(line(str(question.get("kind", ""))), "$secondary"), Content(f" {dots}")]
    if lying.edited:
        parts.append(Content.styled(f" {signs.dot} edited", "$dim"))
    state = _STATES.get(lying.mark, "")
    if state:
        ink = {"accepted": "bold $right", "rejected": "$wrong"}.get(lying.mark, "$close")
        sign = {"accepted": signs.right, "rejected": signs.wrong}.get(lying.mark, signs.passed)
        why = f": {line(lying.reason)}" if lying.reason else ""
        parts.append(Content.styled(f"  {sign} {state}{why}", ink))
    return Content("").join(parts)


def _answers(question: Mapping[str, Any], width: int, signs: Signs) -> Iterator[Content]:
    """The right answers, each behind its sign."""
    right = question.get("answer")
    if isinstance(right, bool):
        right = "true" if right else "false"
    unit = question.get("unit")
    if right is not None:
        yield from _signed(f"{right} {unit}" if unit else str(right), signs.right, width, "$right")
    for name in _LISTS:
        for each in question.get(name, ()):
            yield from _signed(str(each), signs.right, width, "$right")
    for pair in question.get("pairs", ()):
        yield from _signed(f" {signs.arrow} ".join(map(str, pair)), signs.right, width, "$right")


def _also(question: Mapping[str, Any], width: int) -> Iterator[Content]:
    """What else is right."""
    accept = question.get("accept", ())
    if accept:
        told = "also: " + ", ".join(map(str, accept))
        yield from (show(row, "$dim") for row in wrap(clean(told), width))


def _signed(text: str, sign: str, width: int, ink: str) -> Iterator[Content]:
    for number, row in enumerate(wrap(line(text), width - 2)):
        head = Content.styled(f"{sign} ", ink) if not number else Content("  ")
        yield head + show(row)
