"""Trades: who is told to paint, to direct or to write, so that a painter stands among painters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quiz.draw.english.gazetteer import alternation, trades
from quiz.draw.english.grammar import CAP
from quiz.draw.fact import Fact, Reading

_FULL = rf"{CAP}(?: {CAP})+"
_BESIDE = re.compile(rf"\b((?:{alternation('role')}))s?,? (?={CAP})({_FULL})")
_BEHIND = re.compile(
    rf"({_FULL}),? (?:(?:who )?(?:was|is|became) )?(?:an?|the) (?:[\w-]+ ){{0,3}}?"
    rf"({alternation('role')})\b"
)
_WORK = re.compile(rf"\b({alternation('work')}|movie)\b")
_NOUNS = {
    "film": "directed",
    "movie": "directed",
    "documentary": "directed",
    "novel": "wrote",
    "book": "wrote",
    "poem": "wrote",
    "biography": "wrote",
    "memoir": "wrote",
    "essay": "wrote",
    "pamphlet": "wrote",
    "play": "wrote",
    "opera": "composed",
    "symphony": "composed",
    "ballet": "composed",
    "song": "composed",
    "album": "composed",
    "painting": "painted",
    "picture": "painted",
    "sculpture": "sculpted",
}
_DEEDS = {"filmed": "directed", "drew": "painted"}
_ANY = "made"


class Trades:
    """What the documents tell of people's trades."""

    def __init__(self, readings: Sequence[Reading], facts: Iterable[Fact]) -> None:
        self._of: dict[str, set[str]] = defaultdict(set)
        for reading in readings:
            for sentence in reading.document.sentences:
                for pattern, role, name in ((_BESIDE, 1, 2), (_BEHIND, 2, 1)):
                    for found in pattern.finditer(sentence.text):
                        person = reading.known.person(found[name]) or found[name]
                        self._of[person] |= trades().get(found[role].lower(), frozenset())
        for fact in facts:
            if trade := trade_asked(fact):
                self._of[fact.value].add(trade)

    def same(self, fact: Fact, name: str) -> bool:
        """Whether somebody is told to be of the trade that a question asks for, if it does."""
        trade = trade_asked(fact)
        own = self._of.get(name, set())
        return not trade or trade in own or (trade == _ANY and bool(own & {*_NOUNS.values()}))


def trade_asked(fact: Fact) -> str:
    """The trade that only fits the answer of a question; "" if anybody may have done it."""
    if fact.measure != "person" or fact.rule not in ("made-by", "by-line"):
        return ""
    if fact.rule == "made-by" and fact.scope != "made":
        deed = _DEEDS.get(fact.scope, fact.scope)
        return deed if deed in _NOUNS.values() else ""
    noun = _WORK.search(re.sub(r"\"[^\"]*\"", "", fact.ask))
    return _NOUNS.get(noun[1], _ANY) if noun else _ANY if fact.rule == "by-line" else ""
