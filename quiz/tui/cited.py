"""Cited: what became of a pack's citations in its documents, for `quiz verify` and the studio.

It is looked up, never written into the pack: the mark goes when question or citation is mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.problem import Problem
from quiz.core.text import Clean, clean, line
from quiz.draw.answered import Answered, answered
from quiz.draw.document import Document, read
from quiz.draw.verify import Standing, verify
from quiz.errors import QuizError
from quiz.store.documents import content, hash_of, locate
from quiz.store.places import Places
from quiz.store.whereabouts import likely
from quiz.tui.proof import STALE

if TYPE_CHECKING:
    from quiz.core.pack import Pack
    from quiz.core.question import Citation, Question

_LONGEST = 160
_ANSWERED = frozenset({"choice", "short-answer"})


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a question, and how it stands; None where its document was not read."""

    question: Question
    place: int
    citation: Citation
    standing: Standing | None

    @property
    def lost(self) -> bool:
        """Whether somebody has to look at the question."""
        return self.standing is not None and self.standing.lost


@dataclass(frozen=True)
class Papers:
    """The documents of a pack, as far as they could be read, and what is to be said of others."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    unread: Mapping[str, Clean] = field(default_factory=dict)
    """A sentence for each document that could not be read, by its id."""
    editions: frozenset[str] = frozenset()
    """The ids of those that are not the very files that the pack was made from."""
    _known: dict[tuple[Citation, tuple[str, ...]], Standing] = field(default_factory=dict)

    def cited(self, questions: Iterable[Question]) -> Iterator[Cited]:
        """Look up every citation."""
        for question in questions:
            for place, cite in enumerate(question.cite):
                yield Cited(question, place, cite, self._standing(question, cite))

    def _standing(self, question: Question, cite: Citation) -> Standing | None:
        """Look a citation up, once for each wording of it."""
        document = self.documents.get(cite.document)
        if document is None:
            return None
        answers = _answers(question, cite)
        if (cite, answers) not in self._known:
            self._known[cite, answers] = verify(cite, document, answers)
        return self._known[cite, answers]

    def answered(self, question: Question) -> Answered | None:
        """Look for the answer in what is cited; None where it cannot be told."""
        told = list(self.cited([question]))
        papers = {each.citation.document for each in told if each.standing}
        texts = (text for id in papers for text in self.documents[id].paragraphs)
        found = answered(question, (e.standing.now for e in told if e.standing), texts)
        unread = any(each.standing is None for each in told)
        return None if not told or (unread and found and found.absent) else found

    def problems(self, questions: Mapping[int, Question]) -> Iterator[Problem]:
        """What the studio says of questions whose citations do not stand, by their numbers."""
        for number, question in questions.items():
            for each in self.cited([question]):
                if each.lost:
                    where = ("question", number, "cite", each.place)
                    yield Problem(STALE, Clean(sentence(each)), where, severity="warning")


def papers(pack: Pack, folder: Path) -> Papers:
    """Read the documents of a pack that are in a folder."""
    files, found, unread = locate(folder, pack), dict[str, Document](), dict[str, Clean]()
    editions = set()
    for entry in pack.documents:
        name = entry.file or Clean(entry.id)
        if entry.id not in files:
            unread[entry.id] = clean(f"{name} is not in {folder}")
            continue
        try:
            digest = hash_of(files[entry.id])
            found[entry.id] = _read(files[entry.id], digest)
            if entry.sha256 and digest != entry.sha256:
                editions.add(entry.id)
        except QuizError as wrong:
            unread[entry.id] = clean(": ".join(filter(None, (wrong.title, wrong.message))))
    return Papers(found, unread, frozenset(editions))


def nearby(pack: Pack, file: Path, places: Places) -> Papers:
    """The documents of a pack where they are likely to be: beside it, or where some were read.

    A document of which nothing is found that the pack cites is another one of the same name.
    """
    if not any(question.cite for question in pack.questions):
        return Papers()
    for folder in likely(places, file):
        told = papers(pack, folder)
        standing: dict[str, list[bool]] = {}
        for each in told.cited(pack.questions):
            if each.standing:
                standing.setdefault(each.citation.document, []).append(
                    each.standing.status == "gone"
                )
        known = {id: paper for id, paper in told.documents.items() if _is_it(standing.get(id, []))}
        if known:
            return Papers(known, {}, told.editions & known.keys())
    return Papers()


def _is_it(gone: list[bool]) -> bool:
    return len(gone) == 1 or not all(gone)


def sentence(cited: Cited) -> str:
    """Say what became of a citation, and what stands there now."""
    told = cited.standing
    name = f"{cited.citation.document}, paragraph {cited.citation.paragraph}"
    if told is None:
        return f"{name}: not looked up"
    flat = line(told.now)
    now = flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()}…"
    if told.status == "gone":
        return (
            f'stale: gone from {name}, which now says "{now}"' if now else f"stale: {name} is gone"
        )
    lacks = " and ".join(f'"{term}"' for term in told.missing)
    where = name if told.paragraph == cited.citation.paragraph else f"{name}, now {told.paragraph},"
    what = f"changed: {where} now says" if told.status == "changed" else f"{where} says"
    return f'stale: {what} "{now}"' + (f"; {lacks} is not in it" if lacks else "")


def _answers(question: Question, cite: Citation) -> tuple[str, ...]:
    """The answer, where a citation names no terms and the answer is a text."""
    if cite.says or question.kind not in _ANSWERED:
        return ()
    return tuple(question.answers()[:1])


@lru_cache(maxsize=16)
def _read(file: Path, digest: str) -> Document:
    """Read a document, once for each state of its file."""
    del digest
    return read(file.name, content(file))
