"""quiz packs: list the packs that are here, and what is wrong with any of them."""

from __future__ import annotations

from typing import Any

import click

from quiz.cli.report import as_json
from quiz.cli.root import Root
from quiz.core.problem import Problem
from quiz.core.text import clean
from quiz.store.library import Header


@click.command()
@click.option("--json", "json_", is_flag=True, help="Print a list of objects.")
@click.pass_obj
def command(root: Root, json_: bool) -> int:
    """List the packs that are here, and what is wrong with any of them.

    Broken packs are listed with their problems; the others play.
    """
    library = root.library
    listed = [(header, library.problems_of(header)) for header in library.headers()]
    if json_:
        rows = [_row(header, problems) for header, problems in listed]
        click.echo(as_json(rows))
    else:
        _table(listed)
    for folder in root.places.named:
        if not folder.is_dir():
            click.echo(f"There is no folder {clean(str(folder))}.", err=True)
    return 0


def _row(header: Header, problems: tuple[Problem, ...]) -> dict[str, Any]:
    """Give one pack as programs read it."""
    return {
        "id": header.id,
        "title": header.title,
        "questions": header.count,
        "file": clean(str(header.file)),
        "problems": [
            {"code": told.code, "at": told.at, "message": told.message, "help": told.help}
            for told in problems
        ],
    }


def _table(listed: list[tuple[Header, tuple[Problem, ...]]]) -> None:
    """Print the packs as columns, and problems below; the talk goes to standard error."""
    wide = max((len(header.id) for header, _ in listed), default=0)
    for header, problems in listed:
        count = "broken" if problems else f"{header.count:,}"
        click.echo(f"{header.id:<{wide}}  {count:>6}  {header.title}")
    for told in (told for _, problems in listed for told in problems):
        click.echo(f"{told}\n  {told.help}" if told.help else str(told), err=True)
    if not listed:
        click.echo("No packs here. `quiz new NAME` starts one.", err=True)
