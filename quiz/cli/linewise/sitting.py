"""A sitting: who plays, which round is taken up or dealt, and then the game, line by line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quiz.cli import table
from quiz.cli.linewise.game import LineGame
from quiz.cli.linewise.talk import Talk
from quiz.cli.order import MIX, Order, packs_of, playable, title_of

if TYPE_CHECKING:
    from quiz.cli.root import Root
    from quiz.core.round import Round
    from quiz.store.library import Library
    from quiz.store.seat import Seat


def play(root: Root, order: Order) -> int:
    """Play what was ordered on standard input and output; gives the exit code."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")  # a stray byte is no reason to stop
    talk = Talk(
        sys.stdin,
        sys.stderr if order.as_json else sys.stdout,
        sys.stdout if order.as_json else None,
    )
    packs = packs_of(order.pack, root.library)
    ask = talk.ask if sys.stdin.isatty() else None
    players = table.players(root)
    if trouble := players.writable():
        talk.say(trouble)
    seat = table.seat(root, table.who(players, order.player, ask))
    for problem in seat.glance().problems:
        talk.say(problem)
    round = _waiting(seat, order, packs, talk) or _dealt(seat, order, packs, root.library, talk)
    game = LineGame(
        seat,
        round,
        talk,
        title=title_of(tuple(round.opening.packs), round.mode.id, root.library),
        now=table.now,
    )
    return game.play()


def _waiting(seat: Seat, order: Order, packs: tuple[str, ...], talk: Talk) -> Round | None:
    """Take up the unfinished round, if it is the one that was ordered."""
    left = seat.glance().unfinished
    if left is None or order.new or order.seed is not None:
        return None
    wanted = () if order.way.wide else packs
    if order.pack and (left.mode != order.mode or set(left.packs) != set(wanted)):
        return None
    known = seat.glance().problems
    round = seat.resume()
    if round is None:
        return None
    for problem in seat.glance().problems:
        if problem not in known:
            talk.say(problem)
    if order.pack and not order.fits(round, table.now().date().isoformat()):
        seat.leave(round)
        return None
    talk.say(f"This round was waiting for you at question {left.number}. --new begins another.")
    if round.state.changed:
        talk.say("Its pack has changed since: some questions are skipped, and it does not rank.")
    return round


def _dealt(seat: Seat, order: Order, packs: tuple[str, ...], library: Library, talk: Talk) -> Round:
    """Deal the round that was ordered; what waited unfinished ends with it."""
    settings, mode = seat.player.settings, order.way
    packs = packs or settings.packs or playable(library)[:1]
    left = seat.glance().unfinished
    rules = order.rules(settings, clock=False)
    round = seat.open(mode, packs, order.want(settings), rules, order.seed)
    if mode.wide and order.pack not in ("", MIX):
        source = "the packs that came with the game" if mode.shipped else "all packs"
        talk.say(f"{mode.title} deals from {source}.")
    if left is not None and left.round not in seat.tally().unfinished:
        title = title_of(left.packs, left.mode, library)
        talk.say(f"{title} ends at question {left.number}: another round begins.")
    return round
