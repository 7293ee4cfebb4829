"""quiz export: write a pack in the format of another program, or as a sheet to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from quiz.author.exporting import export
from quiz.author.formats import Lost, Want, formats
from quiz.cli.root import Root
from quiz.core.pack import Pack
from quiz.core.text import clean
from quiz.errors import QuizError, Unsaved
from quiz.store.toml import replace

_STANDARD = "-"
_FORMATS = ("anki", "csv", "gift", "json", "markdown", "moodle-xml", "sheet")


@click.command()
@click.argument("name", metavar="PACK")
@click.option("--to", "form", type=click.Choice(_FORMATS), required=True, help="The format.")
@click.option("-o", "--output", metavar="FILE", help="Write here; - is standard output.")
@click.option("--questions", type=click.IntRange(1), help="How many, for a sheet; else all.")
@click.option("--versions", type=click.IntRange(1, 26), default=1, help="Shuffled sheets to make.")
@click.pass_obj
def command(
    root: Root, name: str, form: str, output: str | None, questions: int | None, versions: int
) -> int:
    """Write PACK (an id, or a file) in another program's format, or as a sheet to print.

    Prints the files that were written, and lists what the format cannot hold; ends with 1 if whole
    questions had to be left out.
    """
    pack = _pack(root, name)
    written = export(pack, formats()[form], Want(questions, versions))
    if output == _STANDARD:
        if len(written.files) > 1:
            raise click.UsageError(f"{form} makes several files; name them with -o")
        click.echo(next(iter(written.files.values())), nl=False)
    else:
        for end, text in written.files.items():
            _save(_file(pack, end, output), text, asked=output is not None)
    _report(written.lost)
    return int(any(lost.whole for lost in written.lost))


def _pack(root: Root, name: str) -> Pack:
    """Load a pack by its id or from its file."""
    if name.endswith(".toml") and Path(name).is_file():
        return root.library.read(Path(name))
    return root.library.load(name)


def _file(pack: Pack, end: str, output: str | None) -> Path:
    """Name a file: after the pack, or as was asked for."""
    if output is None:
        return Path(pack.id + end)
    path = Path(output)
    if path.is_dir():
        return path / (pack.id + end)
    if end.startswith("-"):  # one of several: the name that was given is where theirs begin
        return path.with_name(path.stem + end)
    return path


def _save(file: Path, text: str, *, asked: bool) -> None:
    """Write a file in one step; without -o, none that is there is replaced."""
    if not asked and file.exists():
        raise QuizError(f"{clean(str(file))} is there already", hint="Name a file with -o.")
    try:
        replace(file, text.encode("utf-8"))
    except OSError as wrong:
        raise Unsaved(
            f"{clean(str(file))} cannot be written", wrong.strerror or str(wrong)
        ) from wrong
    click.echo(clean(str(file)))


def _report(lost: Sequence[Lost]) -> None:
    """List what was left out: whole questions one by one, parts of them counted."""
    for each in lost:
        if each.whole:
            click.echo(f"{each.question}: not exported: {each.what}", err=True)
    parts = Counter(each.what for each in lost if not each.whole and each.question)
    for what, count in parts.items():
        click.echo(f"not kept: {what} ({count} question{'s' * (count != 1)})", err=True)
    head = [each.what for each in lost if not each.question]
    if head:
        click.echo(f"not kept of the pack itself: {', '.join(head)}", err=True)
