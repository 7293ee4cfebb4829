"""quiz paths: show where packs, saves, settings and the cache live."""

from __future__ import annotations

import click

from quiz.cli.report import as_json
from quiz.cli.root import Root
from quiz.core.text import clean


@click.command()
@click.option("--json", "json_", is_flag=True, help="Print an object.")
@click.pass_obj
def command(root: Root, json_: bool) -> int:
    """Show where packs, saves, settings and the cache live."""
    places = root.places
    packs = [clean(str(folder)) for folder in places.packs]
    told = {
        "saves": clean(str(places.saves)),
        "own": clean(str(places.own)),
        "config": clean(str(places.config)),
        "cache": clean(str(places.cache)),
    }
    if json_:
        click.echo(as_json({"packs": packs, **told}))
        return 0
    for folder in packs:
        click.echo(f"packs   {folder}")
    for name, folder in told.items():
        click.echo(f"{name:<7} {folder}")
    return 0
