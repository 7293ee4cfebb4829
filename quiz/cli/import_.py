"""quiz import: make a pack of a file in another program's format."""

from __future__ import annotations

import re
import shlex
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from quiz.author.cards import As
from quiz.author.decoding import LARGEST, source
from quiz.author.importing import Imported, import_all, named, recognise
from quiz.cli.root import Root
from quiz.cli.target import Target, into_file, into_pack, new_target
from quiz.core.text import clean, line
from quiz.errors import NotFound, QuizError, Unreadable

_STANDARD = "-"
_SUFFIX = re.compile(r"\.(gift|aiken|csv|tsv|md|json|xml|anki)$", re.IGNORECASE)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", metavar="FORMAT", help="Its format; else it is recognised.")
@click.option(
    "--as",
    "how",
    type=click.Choice(["choice", "short-answer", "match"]),
    help="What two-sided cards become.",
)
@click.option("--into", metavar="PACK", help="Add to this pack of yours.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write this pack file.")
@click.option(
    "--columns",
    metavar="NAMES",
    help="What a table's columns are: prompt,answer,-,tags or Heading=prompt,Other=answer.",
)
@click.pass_obj
def command(
    root: Root,
    files: tuple[str, ...],
    form: str | None,
    how: As | None,
    into: str | None,
    output: Path | None,
    columns: str | None,
) -> int:
    """Make a pack of files from other programs; - reads standard input.

    Formats: gift, aiken, moodle-xml, opentdb, opentriviaqa, csv (TSV, Quizlet), anki, bsdquiz,
    markdown, hascard, json. The pack goes to your own packs, or where --into or -o says; importing
    again keeps ids and whatever you added. Everything that could not be imported is listed, and
    the command ends with 1 if there is any.
    """
    if into and output:
        raise click.UsageError("--into and -o exclude each other")
    parts = tuple(part.strip() for part in columns.split(",")) if columns else ()
    read: list[tuple[str, Imported]] = []
    failed = 0
    for file in files:
        try:
            read.append((_name(file), _read(file, form, how, parts)))
        except QuizError as wrong:
            failed += 1
            told = "\n".join(part for part in (str(wrong), wrong.hint) if part)
            click.echo(clean(told), err=True)
    for name, found in read:
        _report(name, found)
        failed += bool(found.skipped) or not found.questions
    _write(root, read, into, output)
    return int(failed > 0)


def _name(file: str) -> str:
    return "standard input" if file == _STANDARD else Path(file).name


def _read(file: str, form: str | None, how: As | None, columns: tuple[str, ...]) -> Imported:
    """Read one file."""
    told, encoding = source(_name(file), _bytes(file), columns)
    chosen = named(form) if form else recognise(told)
    found = import_all(told, chosen, how)
    found.told.insert(0, chosen.label)
    if encoding:
        found.told.append(f"read as {encoding}, since it is not UTF-8")
    return found


def _bytes(file: str) -> bytes:
    """Read a file, or standard input, as far as it may be imported."""
    if file == _STANDARD:
        raw = getattr(sys.stdin, "buffer", None)
        return raw.read(LARGEST + 1) if raw else sys.stdin.read(LARGEST + 1).encode()
    path = Path(file)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable(f"{clean(path.name)} cannot be imported", "it is not a file")
        with path.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound(
            f"There is no {clean(file)}", hint="Name a file, or - for standard input."
        ) from None
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or str(wrong)
        raise Unreadable(f"{clean(path.name)} cannot be read", reason) from wrong


def _report(name: str, found: Imported) -> None:
    """List what was understood, what was left out, and what no pack can hold."""
    shown = clean(name)
    click.echo(f"{shown}: {clean('; '.join(found.told))}", err=True)
    for each in found.skipped:
        click.echo(f"{shown}:{each.line}: not imported: {clean(each.reason)}", err=True)
    for each in found.lost:
        click.echo(f"{shown}:{each.line}: not kept: {clean(each.reason)}", err=True)
    if not found.questions:
        click.echo(f"{shown}: no question in it could be imported", err=True)


def _write(
    root: Root, read: Sequence[tuple[str, Imported]], into: str | None, output: Path | None
) -> None:
    """Write what was read into one pack where one was named, else into a pack for each file."""
    read = [(name, found) for name, found in read if found.questions]
    if not read:
        return
    if into or output:
        target = into_pack(root, into) if into else into_file(output or Path())
        _add(root, target, read)
        return
    for name, found in read:
        stem = "imported" if name == _name(_STANDARD) else _SUFFIX.sub("", Path(name).stem)
        questions = [each.fields for each in found.questions]
        _add(root, new_target(root, stem, name, questions), [(name, found)])


def _add(root: Root, target: Target, read: Sequence[tuple[str, Imported]]) -> None:
    """Write one pack, and say how it is played."""
    names = [clean(name) for name, _ in read]
    heads = [found.head for _, found in read if found.head]
    head = heads[0] if len(heads) == len(read) == 1 else {}
    told = target.add([each.fields for _, found in read for each in found.questions], names, head)
    click.echo(f"{clean(str(target.file))}: {told}.", err=True)
    packs = "" if target.file.parent in root.places.packs else shlex.quote(str(target.file.parent))
    click.echo(f"quiz play {line(target.id)}" + (f" --packs {packs}" if packs else ""))
