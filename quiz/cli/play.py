"""quiz play: play a pack, on the screen or line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from quiz.cli import table
from quiz.cli.root import Root
from quiz.core.text import line

if TYPE_CHECKING:
    from quiz.cli.order import Order
    from quiz.core.text import Clean


_FURTHEST = 2**63 - 1
"""The largest seed: TOML promises whole numbers of 64 bits."""


def _mode(_: click.Context, __: click.Parameter, value: str) -> str:
    """Take a mode that there is."""
    from quiz.core.modes import modes

    if value not in modes():
        there = ", ".join(modes())
        raise click.BadParameter(f'there is no mode "{line(value)}"; there are {there}.')
    return value


def _count(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Take a number of questions; 0 for all."""
    if value is None or value == "all":
        return None if value is None else 0
    if not (value.isascii() and value.isdigit() and len(value) < 7 and int(value)):
        told = line(value)
        raise click.BadParameter(f'"{told}" is no number of questions; try 5, 10, 20 or all.')
    return int(value)


@click.command()
@click.argument("pack", default="")
@click.option(
    "--mode",
    metavar="MODE",
    default="classic",
    callback=_mode,
    show_default=True,
    help="How to play.",
)
@click.option("--questions", metavar="N", callback=_count, help="How many: a number, or all.")
@click.option(
    "--seed",
    metavar="N",
    type=click.IntRange(-_FURTHEST, _FURTHEST),
    help="Deal the round that belongs to this number; unranked.",
)
@click.option("--clock", type=click.Choice(["on", "off"]), help="Let time melt the bonus, or not.")
@click.option("--player", metavar="NAME", help="Who plays; somebody new is made.")
@click.option("--plain", is_flag=True, help="Play line by line.")
@click.option("--json", "as_json", is_flag=True, help="Line by line; print judged answers as JSON.")
@click.option("--new", is_flag=True, help="Begin anew, whatever waits unfinished.")
@click.pass_obj
def command(root: Root, /, **wanted: Any) -> int:
    """Play a PACK: its id, several with commas between, or mix for all of them.

    Without PACK an unfinished round goes on, else what was played last. A round of the same pack
    and mode that waits unfinished goes on, unless --new or --seed says otherwise.
    """
    from quiz.cli.order import Order

    order = Order(**wanted)
    if order.plain or order.as_json:
        from quiz.cli.linewise.sitting import play

        return play(root, order)
    return on_screen(root, order)


def on_screen(root: Root, order: Order) -> int:
    """Open the screen with the round that was ordered; without a pack, with home."""
    if not table.on_screen():
        sys.stderr.write(f"{table.NO_TERMINAL}\n")
        return 2
    from quiz.cli.game import start
    from quiz.cli.order import packs_of
    from quiz.tui.app import Start

    packs = packs_of(order.pack, root.library)
    player = table.who(table.players(root), order.player, _asked)
    if not packs:
        return start(root, player)
    rules = order.rules(player.settings, clock=player.settings.clock)
    want = order.want(player.settings)
    chosen = () if order.way.wide else packs
    return start(root, player, Start(order.mode, chosen, want, rules, order.seed))


def _asked(prompt: str) -> Clean | None:
    """Ask for a line in the terminal, before the screen is drawn."""
    from quiz.cli.linewise.talk import Talk

    return Talk(sys.stdin, sys.stdout).ask(prompt)
