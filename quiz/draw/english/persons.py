"""Who is known to be a woman or a man, and which names are one person's: for sure options only.

A document says so by "she", "actress" or "her husband" beside a name. What it does not say stays
unknown: first names are never judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quiz.core.text import fold
from quiz.draw.english.gender import MAN, WOMAN
from quiz.draw.english.grammar import CAP, NAME
from quiz.draw.english.names import stripped
from quiz.draw.fact import Reading

_IS_A = re.compile(
    rf"^(?:the|an?) (?:[\w-]+ ){{0,3}}?(?:(?P<f>{WOMAN})|(?P<m>{MAN}))\b(?! (?:of|for|in) the)"
)
_SELF = re.compile(r"\b(?:(?P<f>herself)|(?P<m>himself))\b")
_WHO = r"^[^,]*\b[Ww]ho(?:se)?\b[^?]*?\b(?:first|last|only|youngest|oldest|the|an?) (?:[\w-]+ )?"
_ASKED_F = re.compile(
    rf"{_WHO}(?:{WOMAN})\b"
    rf"|'s? (?:[\w-]+ ){{0,2}}(?:{WOMAN})\?$|\bBest (?:Supporting )?Actress\b|\bwomen's\b"
)
_ASKED_M = re.compile(
    rf"{_WHO}(?:{MAN})\b"
    rf"|'s? (?:[\w-]+ ){{0,2}}(?:{MAN})\?$|\bBest (?:Supporting )?Actor\b|\bmen's\b"
)
_PRONOUN = re.compile(r"\b(?:(?P<f>she|her|herself)|(?P<m>he|his|him|himself))\b")
_BORN = (
    re.compile(rf"(?P<one>{NAME})(?: \(|,? | was | is )(?:born|née|né) (?P<other>{NAME})"),
    re.compile(
        rf"(?P<one>{NAME}),? (?:\(|was |is )?(?:also |better |once )?(?:known|called) as"
        rf" (?P<other>{NAME})"
    ),
    re.compile(
        rf"(?P<one>{NAME}),? whose (?:real|stage|pen|full|maiden) name (?:is|was) (?P<other>{NAME})"
    ),
)
_BORN_REST = re.compile(rf"^(?:born|(?:better |also )?known as) (?P<other>{CAP}(?: {CAP})+)")


class Persons:
    """What the documents together tell about people."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        told: dict[str, set[str]] = defaultdict(set)
        self._other: dict[str, str] = {}
        for reading in readings:
            for name, gender in _told(reading):
                told[name].add(gender)
            self._other.update(_renamed(reading))
        self._gender = {name: next(iter(g)) for name, g in told.items() if len(g) == 1}

    def gender(self, name: str) -> str:
        """Give "f", "m", or "" where no document says it, or two disagree."""
        return self._gender.get(name) or self._gender.get(self._other.get(name, ""), "")

    def same(self, one: str, other: str) -> bool:
        """Whether two names may be one person's."""
        a, b = (self._other.get(name, name) for name in (one, other))
        return a == b or alike(a, b) or alike(one, other)

    def second_name(self, name: str) -> bool:
        """Whether a name is one that somebody had besides the usual one."""
        return name in self._other


def asked_for(prompt: str, people: Iterable[str]) -> str:
    """Whether a question can only be answered by a woman ("f") or a man ("m"); else ""."""
    bare = re.sub(r"\"[^\"]*\"", "it", prompt)
    woman, man = bool(_ASKED_F.search(bare)), bool(_ASKED_M.search(bare))
    if woman != man:
        return "f" if woman else "m"
    pronoun = _PRONOUN.search(prompt)
    if pronoun and not woman:
        before = prompt[: pronoun.start()]
        if not any(name.split()[-1] in before for name in people):
            return "f" if pronoun["f"] else "m"
    return ""


def alike(one: str, other: str) -> bool:
    """Whether one name is a shorter form of the other: J. Roe, Ada Mary Roe, Ada Roe, Roe."""
    a, b = fold(stripped(one)).split(), fold(stripped(other)).split()
    if not a or not b or a[-1] != b[-1]:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    rest = iter(long)
    return all(any(w == v or (1 in (len(w), len(v)) and w[0] == v[0]) for v in rest) for w in short)


def _told(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give people with "f" or "m", once for each time that the text says it."""
    known = reading.known
    for name, genders in known.genders.items():
        yield from ((name, gender) for gender in genders)
    for clause in reading.clauses:
        if not clause.person or not clause.subject:
            continue
        pronoun = clause.np.lower()
        if pronoun in ("he", "she"):
            yield clause.subject, "f" if pronoun == "she" else "m"
        is_a = _IS_A.match(clause.rest) if clause.verb in ("is", "was", "became") else None
        if found := is_a or _SELF.search(clause.rest):
            yield clause.subject, "f" if found["f"] else "m"


def _renamed(reading: Reading) -> Iterator[tuple[str, str]]:
    """Give second names, each with the usual name of the same person."""
    known = reading.known
    for sentence in reading.document.sentences:
        for pattern in _BORN:
            for found in pattern.finditer(sentence.text):
                one, other = known.person(stripped(found["one"])), found["other"]
                if one and one != other:
                    first = one.split()[0]
                    yield (other if " " in other else f"{first} {other}"), one
    for clause in reading.clauses:
        told = _BORN_REST.match(clause.rest) if clause.verb in ("was", "is") else None
        if told and clause.person and clause.subject and told["other"] != clause.subject:
            yield told["other"], clause.subject
