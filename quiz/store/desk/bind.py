"""Bind: the accepted cards of a review become a pack of the author's own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from quiz.core.kinds import kinds
from quiz.core.pack import FORMAT
from quiz.core.text import clean, fold, line
from quiz.store.desk.review import Review
from quiz.store.editing import begin
from quiz.store.editing.fieldtext import fresh
from quiz.store.editing.manuscript import Manuscript
from quiz.store.editing.publish import bare
from quiz.store.editing.tidy import question_fields, slug, tidy
from quiz.store.editing.values import written

_LONGEST = 80


def published(question: Mapping[str, Any]) -> dict[str, Any]:
    """A question as it can be shared: no proposal any more, and no words of the document.

    Key terms and the sentence's hash still say where it is written.
    """
    told = {name: value for name, value in question.items() if name != "status"}
    if isinstance(told.get("cite"), list | tuple):
        told["cite"] = [bare(cite) for cite in told["cite"]]
    order = {name: n for n, name in enumerate(question_fields(kinds().get(str(told.get("kind")))))}
    names = sorted(told, key=lambda name: order.get(name, len(order)))
    return {name: told[name] for name in names if told[name] != []}


def text(review: Review, id: str, title: str) -> str:
    """The accepted cards as the text of a pack."""
    return head(review, id, title) + "\n".join(
        ["", *(fresh(published(question)) for question in review.accepted())]
    )


def head(review: Review, id: str, title: str) -> str:
    """What the pack says about itself, and the documents that its questions may cite."""
    rows = {"format": FORMAT, "id": id, "title": line(title) or id, "language": "en"}
    lines = [f"{name} = {written(value)}" for name, value in rows.items()]
    used = {cite["document"] for each in review.cards for cite in each.question.get("cite", ())}
    for paper in review.drawn.papers:
        if paper.id in used:
            lines += ["", "[[document]]"]
            lines += [f"{name} = {written(value)}" for name, value in paper.listed().items()]
    return "\n".join([*lines, ""])


def bind(review: Review, title: str, folder: Path, taken: Collection[str]) -> Path:
    """Write the pack, or bring the one that was made before up to date; give its file.

    Raises Unreadable, Unsaved.
    """
    path = Path(review.pack)
    if review.pack and path.is_file():
        script = Manuscript(path)
        accepted = review.accepted()
        gone = {str(each.question["id"]) for each in review.cards}
        gone -= {str(question["id"]) for question in accepted}
        for at, question in reversed(list(enumerate(script.questions))):
            if str(question.get("id")) in gone:
                script.remove(at)
        script.merge([published(question) for question in accepted])
        script.save()
        return path
    name = slug(fold(title))[:_LONGEST].strip("-") or "my-pack"
    number, id = 1, name
    while id in taken or (folder / f"{id}.toml").exists():
        number += 1
        id = f"{name}-{number}"
    told = tidy(text(review, id, clean(title)), folder / f"{id}.toml")
    return begin.write(folder, id, told)
