"""Notes: documents that were named, dropped or pasted, read and drawn from for the review desk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from quiz.core.text import Clean, clean, fold, line
from quiz.draw.claims import Conflict
from quiz.draw.document import Document
from quiz.draw.drawing import Drawing, Progress
from quiz.draw.wording import Draft
from quiz.errors import NotFound
from quiz.store.desk.drawn import Card, Dispute, Drawn, Paper, Passage, SetAside
from quiz.store.documents import within
from quiz.store.places import Places
from quiz.tui.drawing import drawing, titled
from quiz.tui.dropped import parts, where

_SPARE = 24
"""Wrong options that the desk offers for a card, beside those on it."""


def sources(text: str) -> tuple[Path, ...] | str:
    """Understand what was typed, dropped or pasted: files, or the text itself.

    A folder stands for the documents in it. Raises NotFound where one line names no file.
    """
    told = text.strip()
    whole = where(told, folders=True)
    paths = [whole] if whole else []
    for part in [] if whole else parts(told):
        found = where(part, folders=True)
        if found is None:
            if "\n" in told:
                return text
            raise NotFound(f"There is no file {clean(part)}", hint="Name a document or a folder.")
        paths.append(found)
    if not paths:
        raise NotFound("There is no file of that name", hint="Name a document or a folder.")
    return tuple(dict.fromkeys(file for path in paths for file in within(path)))


def drawn_from(
    what: Sequence[Path] | str, places: Places, step: Progress
) -> tuple[Clean, Drawn, tuple[Clean, ...]]:
    """Draw from documents: a title for the pack, what was drawn, and what is to be said of it.

    `step` may raise to cancel; raises Unreadable.
    """
    made = drawing(what, places, step)
    return titled(made.documents), _drawn(made), tuple(clean(note) for note in made.notes)


def _drawn(drawing: Drawing) -> Drawn:
    """What the desk keeps of a drawing."""
    by_id = {document.id: document for document in drawing.documents}
    return Drawn(
        tuple(_paper(document) for document in drawing.documents),
        tuple(_card(card, drawing.drafts, by_id) for card in drawing.drafts),
        tuple(_dispute(conflict, by_id) for conflict in drawing.conflicts),
        tuple(
            SetAside(document.id, aside.paragraph, clean(aside.text), line(aside.reason))
            for document, aside in drawing.asides
        ),
    )


def _paper(document: Document) -> Paper:
    return Paper(
        document.id, line(document.title), document.file, document.published, document.sha256,
        document.paragraphs,
    )  # fmt: skip


def _card(card: Draft, drafts: Sequence[Draft], by_id: dict[str, Document]) -> Card:
    cites = card.question.get("cite", ())
    forms = (card.question, *card.forms)
    passages = tuple(
        _passage(
            by_id[cite["document"]],
            cite["paragraph"],
            cite.get("start", 0),
            cite.get("end", 0),
            cite.get("says", ()),
        )
        for cite in cites
    )
    told = " ".join(passage.text for passage in passages)
    return Card(forms, card.rule, passages, dict(card.origins), _spares(card, drafts, told))


def _spares(card: Draft, drafts: Sequence[Draft], told: str) -> dict[str, str]:
    """Every other option that is surely wrong, but none that stands in what proves the card."""
    taken = {fold(str(text)) for form in (card.question, *card.forms) for text in _texts(form)}
    proof = f" {fold(told)} {fold(str(card.question['prompt']))} "
    others = (
        (other.answer, "the answer of another card")
        for other in drafts
        if other.rule == card.rule and other is not card
    )
    return {
        text: origin
        for text, origin in card.more(_SPARE, others).items()
        if fold(text) not in taken and f" {fold(text)} " not in proof
    }


def _texts(form: Mapping[str, Any]) -> Iterable[object]:
    """The answer and the distractors of a form."""
    return (form.get("answer", ""), *form.get("distractors", ()))


def _dispute(conflict: Conflict, by_id: dict[str, Document]) -> Dispute:
    passages = (
        _passage(by_id[p.document], p.paragraph, p.start, p.end, ()) for p in conflict.passages
    )
    values = tuple(map(line, conflict.values))
    told = line(conflict.subject), conflict.relation, values, tuple(passages)
    return Dispute(*told, line(conflict.ask))


def _passage(
    document: Document, paragraph: int, start: int, end: int, says: Iterable[str]
) -> Passage:
    """A paragraph with the lines that it was broken into, and the evidence in it."""
    lines = document.lines
    first = paragraph
    while first > 1 and lines[first - 1].joins:
        first -= 1
    text, shift = lines[first - 1].text, 0
    if first < len(lines) and lines[first].joins:
        text = Clean(text[: lines[first - 1].end])
    for number in range(first + 1, len(lines) + 1):
        more = lines[number - 1]
        if not more.joins:
            break
        if number == paragraph:
            shift = len(text) + 1 - more.start
        text = Clean(f"{text} {more.text[more.start : more.end]}")
    place = (start + shift, min(end + shift, len(text))) if end else (0, 0)
    return Passage(document.id, paragraph, text, *place, tuple(map(line, says)))
