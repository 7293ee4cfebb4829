"""Is this typed answer right? One verdict, with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from quiz.core.text import Clean, fold
from quiz.core.verdict import Context, Verdict

_DIGITS = re.compile(r"[-−]?\d[\d,  '.]*")


@dataclass(frozen=True, slots=True)
class Key:
    """What a typed answer is compared with: the author's lists, and how much is forgiven."""

    answer: Clean
    accept: tuple[Clean, ...] = ()
    reject: tuple[Clean, ...] = ()
    almost: tuple[Clean, ...] = ()
    match: Literal["typo", "fold", "exact"] = "typo"


def judge_text(given: Clean, key: Key, context: Context) -> Verdict:
    """Judge a typed answer against its key."""
    told = fold(given)
    if told in {fold(text) for text in key.reject}:
        return Verdict(0.0, key.answer)
    right = told in {fold(text) for text in (key.answer, *key.accept)} | context.aliases
    return Verdict(1.0 if right else 0.0, key.answer)


def number_in(text: str, unit: str = "") -> float | None:
    """Read the one number in a text; None if there is none, or more than one."""
    del unit
    found = _DIGITS.findall(text)
    if len(found) != 1:
        return None
    digits = re.sub(r"[,  '](?=\d{3})", "", found[0]).rstrip(",. '").replace("−", "-")
    try:
        return float(digits)
    except ValueError:
        return None
