"""Notes: documents that were named, dropped or pasted, read and drawn from for the review desk."""

from __future__ import annotations

import shlex
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from quiz.core.text import Clean, clean, fold, line
from quiz.draw.claims import Conflict
from quiz.draw.document import LARGEST, Document, apart, from_text, read
from quiz.draw.drawing import Drawing, Progress, draw
from quiz.draw.rank import learned
from quiz.draw.wording import Draft
from quiz.errors import NotFound, Unreadable
from quiz.store.disk import reason
from quiz.store.drawn import Card, Dispute, Drawn, Paper, Passage, SetAside
from quiz.store.taught import Taught
from quiz.tui.dropped import where

KINDS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx")
PASTED = "Pasted notes"
_LONGEST_TITLE = 24
_SPARE = 8


def sources(text: str) -> tuple[Path, ...] | str:
    """Understand what was typed, dropped or pasted: files, or the text itself.

    A folder stands for the documents in it. Raises NotFound where one line names no file.
    """
    told = text.strip()
    whole = where(told, folders=True)
    paths = [whole] if whole else []
    for part in [] if whole else _parts(told):
        found = where(part, folders=True)
        if found is None:
            if "\n" in told:
                return text
            raise NotFound(f"There is no file {clean(part)}", hint="Name a document or a folder.")
        paths.append(found)
    if not paths:
        raise NotFound("There is no file of that name", hint="Name a document or a folder.")
    return tuple(dict.fromkeys(file for path in paths for file in _within(path)))


def _parts(text: str) -> list[str]:
    """Split what terminals write when several files are dropped."""
    if "\n" in text:
        return [part for part in text.splitlines() if part.strip()]
    try:
        return shlex.split(text)
    except ValueError:  # a quote mark that is not closed
        return text.split()


def _within(path: Path) -> list[Path]:
    """A file, or the documents in a folder."""
    if not path.is_dir():
        return [path]
    try:
        inside = sorted(
            file
            for file in path.iterdir()
            if file.suffix.lower() in KINDS and file.stem.lower() != "readme" and file.is_file()
        )
    except OSError as wrong:
        raise Unreadable(f"{clean(path.name)} cannot be read", reason(wrong)) from wrong
    if not inside:
        raise NotFound(
            f"There is no document in {clean(str(path))}",
            f"Documents end in {', '.join(KINDS)}.",
        )
    return inside


def documents(what: Sequence[Path] | str, step: Progress) -> list[Document]:
    """Read documents; two with one name get ids apart. Raises Unreadable."""
    if isinstance(what, str):
        return [replace(from_text(f"{PASTED}.md", what), file=Clean(""))]
    found: list[Document] = []
    for number, file in enumerate(what):
        step(f"reading {line(file.name)}", number, len(what))
        found.append(read(file.name, _bytes(file)))
    return list(apart(found))


def _bytes(file: Path) -> bytes:
    """What a file holds; one byte more than is read at all, if it is larger."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise Unreadable(f"{clean(file.name)} cannot be read", "it is not a file")
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as wrong:
        raise Unreadable(f"{clean(file.name)} cannot be read", reason(wrong)) from wrong


def drawn_from(
    what: Sequence[Path] | str, taught: Taught, step: Progress
) -> tuple[Clean, Drawn, tuple[Clean, ...]]:
    """Draw from documents: a title for the pack, what was drawn, and what is to be said of it.

    `step` may raise to cancel; raises Unreadable.
    """
    read_now = documents(what, step)
    drawing = draw(read_now, taught=learned(taught.table()), progress=step)
    title = _title(read_now)
    return title, _drawn(drawing), tuple(clean(note) for note in drawing.notes)


def _title(told: Sequence[Document]) -> Clean:
    """A title for the pack: of the first document that has one, else of its file's name."""
    named = (d.title for d in told if d.title != PurePath(d.file).stem)
    words = next(named, None) or line(told[0].title.replace("_", " ").replace("-", " "))
    return Clean(line(words[:_LONGEST_TITLE]).strip(" :,;.-") or "My notes")


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
    spare = dict(_spares(card, drafts, told))
    return Card(forms, card.rule, passages, dict(card.origins), spare)


def _spares(card: Draft, drafts: Sequence[Draft], told: str) -> Iterator[tuple[str, str]]:
    """What other drafts of the rule offer and answer, unless it stands in this one's proof."""
    taken = {fold(text) for form in (card.question, *card.forms) for text in _texts(form)}
    proof = f" {fold(told)} {fold(str(card.question['prompt']))} "
    found = 0
    for other in drafts:
        if other.rule != card.rule or other is card:
            continue
        for text, origin in {**other.origins, other.answer: "another draft's answer"}.items():
            if fold(text) not in taken and f" {fold(text)} " not in proof and found < _SPARE:
                taken.add(fold(text))
                found += 1
                yield text, origin


def _texts(form: object) -> Iterable[str]:
    """The answer and the distractors of a form."""
    told = form if isinstance(form, dict) else {}
    return [str(told.get("answer", "")), *map(str, told.get("distractors", ()))]


def _dispute(conflict: Conflict, by_id: dict[str, Document]) -> Dispute:
    passages = (
        _passage(by_id[p.document], p.paragraph, p.start, p.end, ()) for p in conflict.passages
    )
    values = tuple(map(line, conflict.values))
    return Dispute(line(conflict.subject), conflict.relation, values, tuple(passages))


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
