"""quiz new: start a pack in this folder, with every kind of question by example."""

from __future__ import annotations

import re
from pathlib import Path

import click

from quiz.author.rules.texts import TITLE
from quiz.author.template import template
from quiz.cli.root import Root
from quiz.core.question import SLUG
from quiz.core.text import clean, fold, line
from quiz.errors import QuizError
from quiz.store.editing.tidy import new_id

_LONGEST = 90
"""Letters of the longest name; an id has a little more room, for a number."""


@click.command()
@click.argument("name")
@click.pass_obj
def command(root: Root, name: str) -> None:
    """Start a pack called NAME in this folder, with every kind of question by example.

    Its id is made of NAME too; where another pack has that id, it gets a number.
    """
    title = line(name).removesuffix(".toml")
    slug = "-".join(word for word in fold(title).split() if word.isascii() and word.isalnum())
    if not slug or len(slug) > _LONGEST or Path(title).name != title:
        raise QuizError(
            f'"{clean(name)}" cannot be the name of a pack',
            "it wants letters from a to z, or digits",
            "For example: quiz new space-travel",
        )
    file = Path(f"{slug}.toml")
    id = _free(slug, root)
    whole = title.replace("-", " ").capitalize() if re.fullmatch(SLUG, title) else title
    shown = _within(whole)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(template(id, shown))
    except FileExistsError as wrong:
        raise QuizError(f"{file} is there already", hint="Take another name.") from wrong
    except OSError as wrong:
        raise QuizError(f"{file} cannot be written", wrong.strerror or str(wrong)) from wrong
    click.echo(str(file))
    if id != slug:
        click.echo(f'Another pack has the id "{slug}": this one is "{id}".', err=True)
    if shown != whole:
        click.echo(f'Its title is "{shown}": {TITLE} characters fit well.', err=True)
    click.echo(f"Check it with: quiz check {file}", err=True)
    click.echo(f"Play it with:  quiz play {id} --packs .", err=True)


def _free(slug: str, root: Root) -> str:
    """Make an id that no pack has which would play beside this one."""
    root.point(packs=["."])
    return new_id("", {header.id for header in root.library.headers()}, slug)


def _within(title: str) -> str:
    """Cut a title to what fits, between words where it has any."""
    if len(title) <= TITLE:
        return title
    words = title[: TITLE + 1].rpartition(" ")[0] or title[:TITLE]
    return words.rstrip(" -,;:")
