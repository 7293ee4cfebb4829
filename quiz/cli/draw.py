"""quiz draw: propose questions from documents, each with the sentence that proves it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quiz.cli import report
from quiz.cli.root import Root
from quiz.core.text import clean
from quiz.errors import Unsaved

if TYPE_CHECKING:
    from quiz.draw.document import Document
    from quiz.draw.drawing import Drawing

_PLACES = 4
"""Passages of a conflict that are named."""
_LONG = 200_000
"""Bytes of documents from which on there is something to wait for."""


@click.command()
@click.argument("docs", nargs=-1, required=True, metavar="DOC...", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a pack of drafts here.",
)
@click.option("--topic", metavar="WORDS", default="", help="Keep what has one of these words.")
@click.option("--most", metavar="N", type=click.IntRange(1), help="Propose this many at most.")
@click.option("--json", "as_json", is_flag=True, help="Write a list of drafts to standard output.")
@click.pass_obj
def command(
    root: Root,
    docs: tuple[Path, ...],
    output: Path | None,
    topic: str,
    most: int | None,
    as_json: bool,
) -> int:
    """Propose questions from documents, each with the sentence that proves it.

    DOC is a text, a Markdown file, a web page, a PDF, a .docx file, or a folder of them. Nothing
    proposed is dealt in a game: review the drafts, and take `status` out of those you keep.
    """
    from quiz.store.desk.taught import Taught
    from quiz.store.documents import within
    from quiz.tui.drawing import drawing

    files = list(dict.fromkeys(file for path in docs for file in within(path)))
    progress = _Progress(sum(file.stat().st_size for file in files))
    try:
        drawn = drawing(files, root.places, progress, topic=topic, most=most)
    finally:
        progress.done()
    for note in drawn.notes:
        _say(note)
    if (taught := Taught.at(root.places)).muted:
        _say(f"On the desk r lets them draw again; it is noted in {clean(str(taught.path))}.")
    if output:
        _save(output, pack_text(drawn))
    if as_json:
        click.echo(report.as_json([draft.told() for draft in drawn.drafts]))
    elif not output:
        click.echo(pack_text(drawn), nl=False)
    _summary(drawn, output)
    return 0


def pack_text(drawn: Drawing) -> str:
    """The drafts as a pack in TOML, with the documents they were drawn from."""
    import tomli_w

    from quiz.tui.drawing import titled

    first = drawn.documents[0]
    used = {cite["document"] for draft in drawn.drafts for cite in draft.question["cite"]}
    pack: dict[str, Any] = {
        "format": 1,
        "id": f"draft-{first.id}"[:90].rstrip("-"),
        "title": str(titled(drawn.documents, "Drafts: ")),
        "language": "en",
        "document": [_listed(d) for d in drawn.documents if d.id in used],
        "question": [dict(draft.question) for draft in drawn.drafts],
    }
    return tomli_w.dumps(pack)


def _listed(document: Document) -> dict[str, str]:
    """A document as packs list it."""
    told = {"id": document.id, "title": str(document.title), "file": str(document.file)}
    if document.published:
        told["published"] = document.published
    return {**told, "sha256": document.sha256}


def _save(output: Path, text: str) -> None:
    """Write the pack in one step, or say why not."""
    from quiz.store.toml import replace

    try:
        replace(output, text.encode("utf-8"))
    except OSError as wrong:
        raise Unsaved(
            f"{clean(str(output))} cannot be written", clean(wrong.strerror or str(wrong))
        ) from None


def _summary(drawn: Drawing, output: Path | None) -> None:
    """Say how many there are, where documents disagree, and what was set aside."""
    where = f" in {clean(str(output))}" if output else ""
    _say(
        f"{_count(len(drawn.drafts), 'draft')}{where}, {_count(len(drawn.documents), 'document')}."
    )
    for conflict in drawn.conflicts:
        says = "; ".join(f"{clean(value)}" for value in conflict.values)
        spots = list(dict.fromkeys((s.document, s.paragraph) for s in conflict.passages))
        places = ", ".join(f"{id}, paragraph {number}" for id, number in spots[:_PLACES])
        if len(spots) > _PLACES:
            places += f" and {len(spots) - _PLACES} more"
        _say(
            f"The documents disagree about {clean(conflict.subject)}: {says} ({places}). Not asked."
        )
    if drawn.asides:
        reasons: dict[str, int] = {}
        for _, aside in drawn.asides:
            reasons[aside.reason] = reasons.get(aside.reason, 0) + 1
        told = ", ".join(f"{why} ({count})" for why, count in sorted(reasons.items()))
        _say(f"Set aside: {told}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _say(text: str) -> None:
    click.echo(text, err=True)


class _Progress:
    """A line on standard error that says how far a long text is; Ctrl+C ends it."""

    def __init__(self, size: int) -> None:
        self._shown = size > _LONG and sys.stderr.isatty()
        self._width = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        if self._shown:
            told = f"{clean(what)[:40]}: {done} of {total}"
            sys.stderr.write(f"\r{told:<{self._width}}")
            sys.stderr.flush()
            self._width = len(told)

    def done(self) -> None:
        """Clear the line."""
        if self._shown and self._width:
            sys.stderr.write(f"\r{'':<{self._width}}\r")
