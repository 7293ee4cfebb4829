"""quiz verify: say which citations of a pack still stand in its documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz.cli.root import Root
from quiz.core.text import clean
from quiz.errors import NotFound, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.core.pack import Pack
    from quiz.core.question import Question
    from quiz.draw.document import Document
    from quiz.draw.verify import Standing

_SIGNS = {"exact": "✓", "moved": "→", "changed": "≠", "gone": "✗"}


@click.command()
@click.argument("file", metavar="PACK", type=click.Path(path_type=Path))
@click.option(
    "--documents",
    metavar="DIR",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the documents are.",
)
@click.option("--json", "as_json", is_flag=True, help="Write a list to standard output.")
@click.pass_obj
def command(root: Root, file: Path, documents: Path, as_json: bool) -> int:
    """Say which citations of a pack still stand in its documents.

    Each is exact, moved, changed or gone, and the answer still stands in it or not. Ends with 1 if
    a citation is changed or gone, or its terms no longer stand in it.
    """
    del root
    from quiz.draw.verify import verify
    from quiz.store.packs import load

    if not file.exists():
        raise NotFound(f"There is no {clean(str(file))}", hint="Name a pack file.")
    pack = load(file)
    found = _documents(pack, documents)
    told = [
        (
            question,
            cite.document,
            cite.paragraph,
            verify(cite, found[cite.document], () if cite.says else _answers(question)),
        )
        for question in pack.questions
        for cite in question.cite
        if cite.document in found
    ]
    if as_json:
        import json

        rows = [_row(*entry) for entry in told]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for question, name, paragraph, standing in told:
            click.echo(_line(question, name, paragraph, standing))
        click.echo(_summary([standing for *_, standing in told]), err=True)
    return int(any(_lost(standing) for *_, standing in told))


def _documents(pack: Pack, folder: Path) -> Mapping[str, Document]:
    """Read the documents of a pack, by the file of each, else by the name that makes its id."""
    from quiz.draw.document import LARGEST, read, slug

    by_slug = {slug(f.stem): f for f in sorted(folder.iterdir()) if f.is_file()}
    found: dict[str, Document] = {}
    for entry in pack.documents:
        path = folder / Path(str(entry.file)).name if entry.file else None
        if path is None or not path.is_file():
            path = by_slug.get(entry.id)
        if path is None:
            click.echo(f"{entry.file or entry.id} is not in {clean(str(folder))}.", err=True)
            continue
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"{clean(path.name)} is too large", hint="Split it.")
        found[entry.id] = read(path.name, path.read_bytes())
    if not found:
        raise NotFound(
            f"None of the pack's documents is in {clean(str(folder))}",
            hint="Name the folder that the pack was drawn from.",
        )
    return found


def _answers(question: Question) -> tuple[str, ...]:
    """The answer, where a citation names no terms and the answer is a text."""
    return tuple(question.answers()[:1]) if question.kind in ("choice", "short-answer") else ()


def _lost(standing: Standing) -> bool:
    return standing.status in ("changed", "gone") or not standing.stands


def _line(question: Question, document: str, paragraph: int, standing: Standing) -> str:
    """One citation as a line."""
    where = f"{document} {paragraph}"
    if standing.status == "moved" and standing.paragraph != paragraph:
        where += f" → {standing.paragraph}"
    answer = "" if standing.stands or standing.status == "gone" else "; the answer is not in it"
    return f"{_SIGNS[standing.status]} {standing.status:<7} {question.id}  ({where}{answer})"


def _row(
    question: Question, document: str, paragraph: int, standing: Standing
) -> dict[str, object]:
    return {
        "question": question.id,
        "document": document,
        "paragraph": paragraph,
        "status": standing.status,
        "now": standing.paragraph,
        "stands": standing.stands,
    }


def _summary(all_of_them: list[Standing]) -> str:
    """How many there are of each."""
    counts = {status: sum(s.status == status for s in all_of_them) for status in _SIGNS}
    return ", ".join(f"{count} {status}" for status, count in counts.items() if count) + "."
