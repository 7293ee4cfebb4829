"""Drawn: what was drawn from some documents, as it lies on the review desk and in its file.

Everything that the desk shows is here, so that a review goes on where the documents are gone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from quiz.core.text import Clean, clean, line
from quiz.errors import Unreadable


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a document, and from where to where the evidence stands in it."""

    document: str
    paragraph: int
    text: Clean
    start: int = 0
    end: int = 0
    says: tuple[Clean, ...] = ()
    """Key terms, marked where no sentence is."""


@dataclass(frozen=True, slots=True)
class Card:
    """A proposed question in all its forms, the best first, with its proof."""

    forms: tuple[Mapping[str, Any], ...]
    rule: str
    passages: tuple[Passage, ...]
    origins: Mapping[str, str]
    """Where each distractor comes from."""
    spare: Mapping[str, str]
    """Further distractors, each with where it comes from."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """A thing of which documents say different things, which is why it is not asked."""

    subject: Clean
    relation: str
    values: tuple[Clean, ...]
    passages: tuple[Passage, ...]
    ask: Clean = Clean("")
    """The question that one of the values answers."""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A passage that nothing was drawn from, and why."""

    document: str
    paragraph: int
    text: Clean
    reason: Clean


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it was read; without a file it was pasted."""

    id: str
    title: Clean
    file: Clean
    published: str
    sha256: str
    paragraphs: tuple[Clean, ...]

    def listed(self) -> dict[str, str]:
        """The document as packs list it."""
        told = {"id": self.id, "title": self.title, "file": self.file}
        told |= {"published": self.published, "sha256": self.sha256 if self.file else ""}
        return {name: str(value) for name, value in told.items() if value}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Papers, the cards drawn from them, and what could not be asked."""

    papers: tuple[Paper, ...]
    cards: tuple[Card, ...]
    disputes: tuple[Dispute, ...] = ()
    asides: tuple[SetAside, ...] = ()

    def paper(self, id: str) -> Paper:
        """The document that citations call `id`."""
        return next(paper for paper in self.papers if paper.id == id)

    def table(self) -> dict[str, Any]:
        """All of it as a TOML table."""
        return {"format": 1, **asdict(self)}


def drawn(table: Mapping[str, Any], path: Path) -> Drawn:
    """Read what `Drawn.table` wrote; raises Unreadable."""
    try:
        told = Drawn(
            tuple(_paper(each) for each in table["papers"]),
            tuple(_card(each) for each in table["cards"]),
            tuple(
                Dispute(
                    line(each["subject"]),
                    str(each["relation"]),
                    tuple(map(line, each["values"])),
                    _passages(each),
                    line(str(each.get("ask", ""))),
                )
                for each in table["disputes"]
            ),
            tuple(
                SetAside(
                    str(each["document"]),
                    int(each["paragraph"]),
                    clean(each["text"]),
                    line(each["reason"]),
                )
                for each in table["asides"]
            ),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise _not_ours(path) from wrong
    names = {paper.id for paper in told.papers}
    cited = [p.document for card in told.cards for p in card.passages]
    cited += [p.document for dispute in told.disputes for p in dispute.passages]
    if {*cited, *(aside.document for aside in told.asides)} - names:
        raise _not_ours(path)
    return told


def _not_ours(path: Path) -> Unreadable:
    return Unreadable(
        f"{path.name} cannot be read",
        "it is not what the review desk wrote",
        "Draw from the documents once more.",
    )


def _paper(told: Mapping[str, Any]) -> Paper:
    return Paper(
        str(told["id"]),
        line(told["title"]),
        line(told["file"]),
        str(told["published"]),
        str(told["sha256"]),
        tuple(map(clean, told["paragraphs"])),
    )


def _card(told: Mapping[str, Any]) -> Card:
    forms = tuple(dict(form) for form in told["forms"])
    if not forms or not all(form["id"] and form["kind"] for form in forms):
        raise ValueError("no form")
    return Card(
        forms, str(told["rule"]), _passages(told), dict(told["origins"]), dict(told["spare"])
    )


def _passages(told: Mapping[str, Any]) -> tuple[Passage, ...]:
    return tuple(
        Passage(
            str(each["document"]),
            int(each["paragraph"]),
            clean(each["text"]),
            int(each["start"]),
            int(each["end"]),
            tuple(map(line, each["says"])),
        )
        for each in told["passages"]
    )
