"""quiz schema: print the JSON Schema of packs, for editors."""

from __future__ import annotations

import click

from quiz.author.schema import schema
from quiz.cli.report import as_json


@click.command()
def command() -> None:
    """Print the JSON Schema of packs, for editors.

    With it beside a pack (quiz schema > pack.schema.json), editors that know TOML complete the
    fields and say what is wrong while you type.
    """
    click.echo(as_json(schema()))
