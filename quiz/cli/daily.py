"""quiz daily: play today's Daily, or show how it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quiz.cli.root import Root

if TYPE_CHECKING:
    from quiz.core.round import Round
    from quiz.store.seat import Seat


@click.command()
@click.option("--share", is_flag=True, help="Print the result as text to be passed on.")
@click.option("--player", metavar="NAME", help="Who plays; somebody new is made.")
@click.option("--plain", is_flag=True, help="Play line by line.")
@click.pass_obj
def command(root: Root, share: bool, player: str | None, plain: bool) -> int:
    """Play today's Daily; once it is played, show how it went.

    Five questions, the same for everybody on this calendar day, one try.
    """
    from quiz.cli import table
    from quiz.cli.order import MIX, Order
    from quiz.cli.play import on_screen

    there = table.players(root)
    if player is not None or there.remembered() is not None:
        seat = table.seat(root, table.who(there, player, None))
        played = todays(seat, table.now().date().isoformat())
        if played is not None:
            return _show(seat, played, share=share)
    if share:
        click.echo("Today's Daily is not played yet. `quiz daily` plays it.", err=True)
        return 1
    order = Order(pack=MIX, mode="daily", player=player, plain=plain)
    if plain:
        from quiz.cli.linewise.sitting import play

        return play(root, order)
    return on_screen(root, order)


def todays(seat: Seat, today: str) -> Round | None:
    """Find the Daily that the player has finished on a day; `today` is an ISO date."""
    mine = [
        line
        for board, lines in seat.boards()
        for line in lines
        if board.mode == "daily" and line.slug == seat.player.slug
    ]
    for line in sorted(mine, key=lambda line: line.at, reverse=True):
        round = seat.look(line)
        if round is not None and round.opening.day == today and not round.opening.seeded:
            return round
    return None


def _show(seat: Seat, played: Round, *, share: bool) -> int:
    """Print how it went; with `share` nothing else."""
    from datetime import date

    from quiz.core.modes.daily import FIVE, day_number
    from quiz.core.modes.daily import share as shared

    state, number = played.state, day_number(date.fromisoformat(played.opening.day))
    if not share:
        click.echo(
            f"Today's Daily is played: {state.right} of {FIVE}. The next opens at midnight.",
            err=True,
        )
    click.echo(shared(number, state.attempts, seat.glance().run))
    return 0
