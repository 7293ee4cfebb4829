"""The shapes an answer can have, and the answer itself.

A question asks with a form; the screen and plain mode draw forms and know no kinds. Whatever the
form, what comes back is a `Given`: the texts that the player chose or typed, never their places.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from hashlib import sha256

from quiz.core.text import Clean

LONGEST = 500
"""Characters of one typed answer; what is longer is cut here before it is judged."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the player entered; no texts at all means "no idea".

    `values` is one text for Pick and Write, the ticked options for PickMany, the items in the
    player's order for Arrange, the partner of each left side in turn for Pair ("" where none),
    and the entries found for Fill.
    """

    values: tuple[Clean, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the player said "no idea"."""
        return not self.values

    @property
    def text(self) -> Clean:
        """All of it as one line, for lists and verdicts."""
        return Clean(", ".join(self.values))


NO_IDEA = Given()


def blank(given: Given) -> bool:
    """Whether this is no answer at all: nothing but empty space. "No idea" is an answer."""
    return not given.passed and not any(
        unicodedata.category(c)[0] not in "CZ" for value in given.values for c in value
    )


@dataclass(frozen=True, slots=True)
class Pick:
    """One of some options."""

    options: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class PickMany:
    """Any number of some options."""

    options: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class Write:
    """A text or a number, typed; `clues` are opened one after another."""

    number: bool = False
    unit: Clean = Clean("")
    clues: tuple[Clean, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrange:
    """Items to be put in order; `by` says what orders them."""

    items: tuple[Clean, ...]
    by: Clean = Clean("")


@dataclass(frozen=True, slots=True)
class Pair:
    """Every left side wants its partner from the right."""

    left: tuple[Clean, ...]
    right: tuple[Clean, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """Name `need` of the `total` things there are; each is probed while it is typed."""

    need: int
    total: int


Form = Pick | PickMany | Write | Arrange | Pair | Fill


def shown(form: Form) -> tuple[Clean, ...]:
    """Every text of a form that the player has to read."""
    match form:
        case Pick(options) | PickMany(options):
            return options
        case Arrange(items, by):
            return (*items, by)
        case Pair(left, right):
            return (*left, *right)
        case Write(_, unit, clues):
            return (unit, *clues)
        case Fill():
            return ()


def shuffled(options: tuple[Clean, ...], seed: str) -> tuple[Clean, ...]:
    """Order options by a hash: the same on every Python, and after every resume."""
    return tuple(sorted(options, key=lambda o: sha256(f"{seed}\0{o}".encode()).digest()))
