"""What a mode offers beside the answer: lifelines, what they show, and degrees of certainty.

All of it is plain text and options, so that the screen and plain mode can offer it without
knowing which mode it comes from.
"""

from __future__ import annotations

from dataclasses import dataclass

from quiz.core.text import Clean


@dataclass(frozen=True, slots=True)
class Lifeline:
    """A help that can be had once in a round; `key` is its letter, `field_key` while typing."""

    id: str
    key: str
    field_key: str
    title: Clean


@dataclass(frozen=True, slots=True)
class Aid:
    """What the lifelines used on a question show.

    `hidden` are the options that are out; `shares` gives options and their percentages in a
    poll; `lines` says all of it in words.
    """

    hidden: frozenset[Clean] = frozenset()
    shares: tuple[tuple[Clean, int], ...] = ()
    lines: tuple[Clean, ...] = ()


@dataclass(frozen=True, slots=True)
class Certainty:
    """A degree of certainty: what a right answer then wins and a wrong one costs, in units.

    `least` is the chance of being right, in percent, from which it is the best choice.
    """

    id: str
    title: Clean
    wins: int
    costs: int
    least: int


NO_AID = Aid()
