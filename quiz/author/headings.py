"""What the columns of somebody's table are: by their headings, else by their place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.author.columnnames import surely_names
from quiz.core.text import fold

ROLES: dict[str, str] = {
    name: role
    for role, names in {
        "prompt": "prompt question term front clue q frage begriff pregunta domanda fraga vraag",
        "answer": "answer definition back solution a antwort risposta respuesta reponse svar",
        "distractor": "distractor distractors wrong incorrect decoy",
        "option": "option choice",
        "correct": "correct right key",
        "accept": "accept alias aliases alternatives",
        "explanation": "explanation feedback note notes comment why rationale",
        "hints": "hint hints",
        "tags": "tag tags category topic subject chapter",
        "difficulty": "difficulty level",
        "id": "id guid uuid",
        "author": "author",
        "license": "license licence",
        "-": "kind type time points image picture audio video source url link timer",
    }.items()
    for name in names.split()
}
"""What a heading's first telling word makes of its column; "-" leaves it out."""
_PHRASES = {
    "correct answer": "correct",
    "correct option": "correct",
    "right answer": "correct",
    "correct choice": "correct",
    "answer key": "correct",
    "wrong answer": "distractor",
    "wrong option": "distractor",
    "incorrect answer": "distractor",
    "incorrect option": "distractor",
    "false answer": "distractor",
    "also right": "accept",
    "time limit": "-",
    "question type": "-",
    "question id": "id",
    "question text": "prompt",
    "answer text": "answer",
    "answer explanation": "explanation",
}
_MORE = frozenset({"explanation", "hints", "tags", "difficulty", "accept"})
"""What a third column may be beside a thing and what is asked of it."""
_NUMBERED = re.compile(r"(?:answer|option|choice|antwort|reponse|respuesta) ?([a-j]|\d\d?)\b")
_LETTER = re.compile(r"[a-h]")
_WORDS = re.compile(r"[^\w\s]+|\d+|_")
USED = frozenset({*ROLES.values(), *_PHRASES.values()})
"""Every role a column can have."""


def role(heading: str) -> str:
    """Say what a heading means; "" if that is not known."""
    words = fold(heading)
    if _NUMBERED.match(words) or _LETTER.fullmatch(words):
        return "option"
    words = " ".join(_WORDS.sub(" ", words).split())
    for phrase, meaning in _PHRASES.items():
        if words.startswith(phrase):
            return meaning
    first = words.partition(" ")[0]
    found = ROLES.get(first) or ROLES.get(words) or ROLES.get(first.rstrip("s"), "")
    return found if len(words.split()) <= 4 or found in ("prompt", "option") else ""


def roles(first: Sequence[str], rest: Sequence[Sequence[str]]) -> list[str] | None:
    """Give the roles of columns by the first row; None if that is no row of headings.

    Where no heading is known, the first two columns are prompt and answer.
    """
    named = [role(cell) for cell in first]
    asked = "prompt" in named
    if asked and ("answer" in named or "correct" in named or named.count("option") > 1):
        return _settled(named)
    telling = {cell for cell, meaning in zip(first[2:], named[2:], strict=True) if meaning in _MORE}
    sure = surely_names(list(first), [*map(list, rest)], telling)
    if not sure and not _plain_headings(first, rest):
        return None
    return ["prompt", "answer", *(meaning if meaning in _MORE else "-" for meaning in named[2:])]


def _settled(named: list[str]) -> list[str]:
    """Settle what several headings claim: the first is the prompt, one column is the answer."""
    out: list[str] = []
    for meaning in named:
        once = meaning in ("prompt", "answer", "correct", "explanation", "id", "difficulty")
        out.append("-" if not meaning or (once and meaning in out) else meaning)
    if "option" in out and "answer" in out and "correct" not in out:
        out[out.index("answer")] = "correct"
    if "correct" in out and "option" not in out:
        out[out.index("correct")] = "answer" if "answer" not in out else "-"
    return out


def _plain_headings(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row looks like names of columns: all in small letters, and what is below is not."""
    if not rest or not all(re.fullmatch(r"[a-z][a-z0-9_: -]{0,40}", cell) for cell in first):
        return False
    below = [cell for row in rest for cell in row if cell]
    small = sum(cell[0].islower() for cell in below)
    return small < len(below) / 3


def chosen_roles(columns: Sequence[str], headings: Sequence[str]) -> list[str]:
    """Read what `--columns` says: roles in order, or heading=role; raises ValueError for others."""
    if any("=" in column for column in columns):
        parts = [column.rpartition("=") for column in columns]
        given = {name.strip(): meaning.strip() for name, _, meaning in parts}
        unknown = [name for name in given if name not in headings]
        if unknown:
            raise ValueError(f"there is no column “{unknown[0]}”")
        out = [given.get(heading, "-") for heading in headings]
    else:
        out = list(columns)
    for meaning in out:
        if meaning not in USED:
            raise ValueError(f"no column can be “{meaning}”; there are {', '.join(sorted(USED))}")
    return out
