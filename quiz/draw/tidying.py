"""Tidying: words that a question does better without, and no stray spaces."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.draw.english.gazetteer import alternation
from quiz.draw.fact import Fact

_HIS = re.compile(rf"\b(?:his|her|their)(?= (?:{alternation('work')}) \")")
_PRAISE = re.compile(
    r"(?<!the )(?<!an )(?<!a )\b(?:(?:veteran|favou?rite|newcomer|legendary|acclaimed|beloved"
    r"|superstar|icon|legend) )+(?=[A-ZÀ-Þ])"
)
_AGAIN = re.compile(r"(?<=ed) (?:again|once more|yet again)(?= (?:by|in|with|to)\b|\?|\.)")


def tidied(fact: Fact) -> Fact:
    """One space between words, none before a stop, no praise before a name, nothing "again".

    A work that has its title needs no owner.
    """
    ask, stated = (
        _HIS.sub("the", re.sub(r"\s+(?=[.,?])", "", " ".join(t.split())))
        for t in (fact.ask, fact.statement)
    )
    ask, stated = (_AGAIN.sub("", _PRAISE.sub("", text)) for text in (ask, stated))
    return replace(fact, ask=ask, statement=stated)
