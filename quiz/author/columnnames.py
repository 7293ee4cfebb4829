"""What columns are called in everyday tables, and how a question asks by such a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_NOUNS = frozenset(
    """
    abbreviation acronym actor actress age album animal anthem antonym area artist athlete author
    award band battle bird birthplace book brand capital category century chapter character
    chemical city club code color colour company component composer condition continent country
    county creator currency date decade definition department director discoverer discovery
    district element emperor event explanation film flag flower food formula founder fruit game
    genre height hero inventor invention island item king lake language leader length location
    meaning monarch month monument moon mountain movie museum name nationality nickname novel
    number object ocean opposite origin painter painting part person philosopher place planet
    plant play player plural poem poet population pope president prize producer province queen
    question region religion river role ruler scientist sculptor sculpture sea show singer song
    species sport stadium star state statement surname symbol synonym team term theory title town
    translation tree type unit war weight winner word writer year
    """.split()  # noqa: SIM905 - a hundred quoted words are harder to read
)
_LANGUAGES = frozenset(
    """
    arabic chinese czech danish dutch english esperanto finnish french german greek hebrew hindi
    hungarian irish italian japanese korean latin norwegian polish portuguese romanian russian
    spanish swedish turkish ukrainian welsh
    """.split()  # noqa: SIM905
)
_SAME = tuple(
    frozenset(group.split())
    for group in (
        "author writer poet", "film movie show play", "book novel", "city town", "sea ocean",
        "country state", "region province county district area", "place location origin",
        "king queen monarch ruler emperor leader president", "person hero character",
        "meaning definition translation explanation statement", "part component element unit",
        "inventor creator founder producer discoverer", "term word name title object item thing",
        "singer artist band musician", "actor actress player", "flower plant tree fruit food",
        "invention discovery theory", "colour color", "age year date", "symbol abbreviation",
        "synonym antonym opposite", "sport game", "mountain island",
    )
)  # fmt: skip
_COUNTED = frozenset(
    """
    year date number age height length weight population area jahr datum zahl nummer höhe länge
    année annee nombre año ano fecha número anno numero rok år
    """.split()  # noqa: SIM905
)
_FIGURE = re.compile(r"[-+]?[\d.,]+ ?[%\w]{0,3}")
_NAME = re.compile(r"[^\W\d_][\w' -]{0,29}")
_MOST_WORDS = 3
_ROWS = 3
_NEARLY_ALL = 0.9


def _noun(name: str) -> str:
    """The noun in a name, which is its last word, in the singular."""
    word = name.casefold().split()[-1] if name.split() else ""
    return word if word in _NOUNS else word.removesuffix("s") if word[:-1] in _NOUNS else ""


def framed(name: str) -> tuple[str, str]:
    """Say what stands before and behind a prompt that asks for what is in a column."""
    if _noun(name):
        return f"{name[:1].upper()}{name[1:]} of ", "?"
    if name.casefold() in _LANGUAGES:
        return "", f" in {name[:1].upper()}{name[1:]}?"
    return "", f": {name}?"


def could_be_names(first: list[str]) -> bool:
    """Whether cells might be the names of their columns: some short words each."""
    return len(first) > 1 and all(
        _NAME.fullmatch(cell) and len(cell.split()) <= _MOST_WORDS for cell in first
    )


def surely_names(first: list[str], rest: list[list[str]], telling: Collection[str] = ()) -> bool:
    """Whether the cells of a first row can only be names of columns.

    They are words that tables are headed with, or of the trade (`telling`); or one of them is a
    word for figures, and figures are below; or a single word stands above questions.
    """
    if len(rest) < _ROWS or not could_be_names(first):
        return False
    if all(_known(name) or name in telling for name in first) and not _alike(first):
        return not any(all(map(_known, row)) for row in rest if any(row))
    below = [[row[n] for row in rest if n < len(row) and row[n]] for n in range(len(first))]
    return any(
        (name.casefold() in _COUNTED and _all(_figure, cells))
        or (" " not in name and _all(_asks, cells))
        for name, cells in zip(first, below, strict=True)
    )


def _alike(names: list[str]) -> bool:
    """Whether two names mean the same: then they may be a question and its answer."""
    nouns = [_noun(name) or name.casefold() for name in names]
    return any(len(group.intersection(nouns)) > 1 for group in _SAME) or len({*nouns}) < len(nouns)


def _known(name: str) -> bool:
    return bool(_noun(name)) or name.casefold() in _LANGUAGES


def _figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None


def _asks(cell: str) -> bool:
    return cell.endswith("?")


def _all(test: Callable[[str], object], cells: list[str]) -> bool:
    """Whether nearly all cells of a column pass a test; not where there are too few."""
    passed = sum(bool(test(cell)) for cell in cells)
    return len(cells) >= _ROWS and passed >= _NEARLY_ALL * len(cells)
