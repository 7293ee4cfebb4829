"""quiz fmt: put packs into canonical order and spacing, and add missing ids."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from quiz.cli.root import Root
from quiz.core.text import clean
from quiz.errors import NotFound, QuizError, Unreadable
from quiz.store.editing.publish import unquoted
from quiz.store.editing.tidy import tidy
from quiz.store.objections import newer_format
from quiz.store.packs import looks_like_a_pack
from quiz.store.toml import parse, read_text, replace


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; end with 1 if it would.")
@click.option("--publish", is_flag=True, help="Leave the documents' words out of citations.")
@click.pass_obj
def command(root: Root, paths: tuple[Path, ...], only_check: bool, publish: bool) -> int:
    """Put packs into canonical order and spacing, and add missing ids; comments are kept.

    PATH is a pack or a folder of packs; without it, your own packs and those of --packs are done.
    Other TOML files there are left alone. Prints the files that changed. With --publish, a citation
    that quotes its document keeps key terms and the sentence's hash alone, so that the pack can be
    shared; what is proposed stays so.
    """
    failed = changed = 0
    for file, named in _files(root, paths):
        try:
            before = _pack_text(file, named=named)
            if not before:
                continue
            after = tidy(before, file)
            if publish:
                after = tidy(unquoted(after), file)
            if after == before:
                continue
            changed += 1
            if not only_check:
                replace(file, after.encode("utf-8"))
            click.echo(clean(str(file)))
        except QuizError as wrong:
            failed += 1
            click.echo(clean(str(wrong)), err=True)
        except OSError as wrong:
            failed += 1
            click.echo(f"{clean(str(file))} cannot be written: {wrong.strerror}", err=True)
    return int(failed > 0 or (only_check and changed > 0))


def _files(root: Root, paths: tuple[Path, ...]) -> Iterator[tuple[Path, bool]]:
    """Find the files to do, and say of each whether it was named itself."""
    if not paths:
        yield from ((h.file, False) for h in root.library.headers() if not h.shipped)
    for path in paths:
        if path.is_dir():
            found = sorted(path.glob("*.toml"))
            yield from ((f, False) for f in found if f.is_file() and not f.name.startswith("."))
        elif path.exists():
            yield path, True
        else:
            raise NotFound(f"There is no {clean(str(path))}", hint="Name a pack file or a folder.")


def _pack_text(file: Path, *, named: bool) -> str:
    """Read a pack; "" for what is none. Raises Unreadable where that was named by itself."""
    text = read_text(file)
    if not named and "question" not in text:
        return ""
    data = parse(text, file)
    if not looks_like_a_pack(data):
        if named:
            raise Unreadable(f"{file} is no pack", "a pack has a format, an id and questions")
        return ""
    if newer := newer_format(data.get("format")):
        raise Unreadable(f"{file} was left as it is", newer.message)
    return text
