"""Lent: answers of the author's own packs that other questions may offer as wrong options.

What is no full name of a person, and no title with the word for it, is left out: a pool of mixed
things is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.core.text import fold
from quiz.draw.english.gazetteer import alternation, words
from quiz.draw.english.grammar import NAME
from quiz.draw.english.names import names_in, title_like

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Question

_ANSWERED = frozenset({"choice", "short-answer"})
"""Kinds of question whose first answer is one thing."""
_ASKED = re.compile(
    rf"\b(?:which|what) (?:[\w'-]+ ){{0,3}}?(?:({alternation('work')})|{alternation('role')})\b"
    rf"( (?:{alternation('role')})\b)?",
    re.I,
)
_WHO = re.compile(r"(?:^|[,:] )who\b", re.I)
_ACTS = re.compile(
    r"\bwho (?:\w+ )?(?:directed|wrote|acted|play(?:s|ed)|star(?:s|red)|composed|painted|sang|sings"
    r"|married|said|shot|was born|died)\b",
    re.I,
)
"""What people do, and no teams, firms or bands."""
_FIGURE = re.compile(
    r"\b(?:characters?|hero(?:ine)?|protagonist|narrator|roles?|villain|gods?|goddess)\b"
    r"|\bwho (?:do|does|did) .*\bplay",
    re.I,
)
_FULL_NAME = re.compile(NAME)
_FEWEST, _MOST = 2, 4
"""Words of a full name."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a pack, all that the question takes for it, and what it says in all."""

    text: str
    also: tuple[str, ...]
    told: str
    origin: str


class Lent:
    """The answers of packs by what they are; the packs are read when somebody first asks."""

    def __init__(self, packs: Callable[[], Iterable[Pack]] = tuple) -> None:
        self._packs = packs

    def people(self, ask: str) -> Iterator[Answer]:
        """People, but those of whom a pack says something together with what is asked about."""
        return self._apart("person", ask)

    def works(self, noun: str, ask: str) -> Iterator[Answer]:
        """Titles of what is called by a noun, such as "film"; none if it has no name."""
        return self._apart(noun, ask) if noun else iter(())

    def akin(self, names: Iterable[str]) -> frozenset[str]:
        """The packs that speak of one of these names, as the origin of their answers has them.

        What comes from others is a stranger beside local names: Pasteur beside two bakers.
        """
        wanted = [f" {fold(name)} " for name in names]
        return frozenset(
            origin
            for origin, told in self._told.items()
            if any(name in told for name in wanted if name.strip())
        )

    @cached_property
    def _told(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for answers in self._answers.values():
            for answer in answers:
                found[answer.origin] = f"{found.get(answer.origin, '')} {answer.told}"
        return found

    def _apart(self, kind: str, ask: str) -> Iterator[Answer]:
        names = {fold(name) for _, _, name in names_in(f"x {ask}")}
        names |= {fold(title) for title in re.findall(r'"([^"]+)"', ask)}
        for answer in self._answers.get(kind, ()):
            if not any(f" {name} " in answer.told for name in names if name):
                yield answer

    @cached_property
    def _answers(self) -> dict[str, list[Answer]]:
        found: dict[str, list[Answer]] = {}
        for pack in self._packs():
            for question in pack.playable():
                kind = _kind(question)
                if kind:
                    found.setdefault(kind, []).append(_answer(question, f"your pack {pack.title}"))
        return found


def _kind(question: Question) -> str:
    """What a question's answer is: "person", the noun of a work, or "" where it is not sure."""
    if question.kind not in _ANSWERED or question.status is not None:
        return ""
    text, prompt = str(question.answers()[0]), str(question.prompt)
    asked = _ASKED.search(prompt)
    if asked and asked[1] and not asked[2]:
        return asked[1].casefold() if title_like(text) else ""
    known = bool(asked or _ACTS.search(prompt))
    if (known or _WHO.search(prompt)) and not _FIGURE.search(prompt):
        return "person" if _is_person(text, known=known) else ""
    return ""


def _is_person(text: str, *, known: bool) -> bool:
    """Whether a text is a full name; its first word must be a given name if nothing else says so.

    `known` says that the question can only be answered with a person.
    """
    parts = text.split()
    if not _FULL_NAME.fullmatch(text) or not _FEWEST <= len(parts) <= _MOST:
        return False
    common = words("institution") | words("work")
    return (known or parts[0] in words("given")) and not {p.casefold() for p in parts} & common


def _answer(question: Question, origin: str) -> Answer:
    first, *also = map(str, question.answers())
    texts = (question.prompt, question.explanation or "", *question.answers(), *question.hints)
    return Answer(first, tuple(also), f" {fold(' . '.join(map(str, texts)))} ", origin)
