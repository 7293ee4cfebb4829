"""quiz new: start a pack in this folder, with every kind of question by example."""

from __future__ import annotations

from pathlib import Path

import click

from quiz.author.template import template
from quiz.core.text import clean, fold, line
from quiz.errors import QuizError


@click.command()
@click.argument("name")
def command(name: str) -> None:
    """Start a pack called NAME in this folder, with every kind of question by example."""
    title = line(name).removesuffix(".toml")
    slug = "-".join(word for word in fold(title).split() if word.isascii() and word.isalnum())
    if not slug or len(slug) > 100 or Path(title).name != title:
        raise QuizError(
            f'"{clean(name)}" cannot be the name of a pack',
            "it wants letters from a to z, or digits",
            "For example: quiz new space-travel",
        )
    file = Path(f"{slug}.toml")
    shown = title.replace("-", " ").capitalize() if title == slug else title
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(template(slug, shown))
    except FileExistsError as wrong:
        raise QuizError(f"{file} is there already", hint="Take another name.") from wrong
    except OSError as wrong:
        raise QuizError(f"{file} cannot be written", wrong.strerror or str(wrong)) from wrong
    click.echo(str(file))
    click.echo(f"Check it with: quiz check {file}", err=True)
    click.echo(f"Play it with:  quiz play {slug} --packs .", err=True)
