"""Doors: where each line and key of home leads, and how a round is opened."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.tui.plain import toast, toast_error

if TYPE_CHECKING:
    from textual.screen import Screen

    from quiz.core.deal import Want
    from quiz.core.round import Round
    from quiz.core.rules import Rules
    from quiz.store.settings import Settings
    from quiz.tui.app import QuizApp, Start

_SMALL = 200_000
"""Bytes of a pack that is looked into before anybody asks for it."""


def go(app: QuizApp, where: str) -> None:
    """Go to a place by name: continue, daily ..., `pack:ID`, `broken:FILE`, `write:FILE`."""
    kind, _, name = where.partition(":")
    if kind == "continue":
        resume(app)
    elif kind == "again":
        play_last(app)
    elif kind in ("daily", "rematch"):
        play_mode(app, kind)
    elif kind == "write":
        write(app, Path(name))
    else:
        app.push_screen(_place(app, kind, name))


def _place(app: QuizApp, kind: str, name: str) -> Screen[None]:
    """Make the screen of a place; each is imported when it is first wanted."""
    if kind in ("pack", "mixed"):
        from quiz.tui.screens.setup import SetupScreen

        return SetupScreen((name,) if name else tuple(h.id for h in app.playable()))
    if kind == "broken":
        from quiz.tui.screens.broken import BrokenScreen

        return BrokenScreen(next(h for h in app.headers() if str(h.file) == name))
    if kind == "packs":
        from quiz.tui.screens.packs import PacksScreen

        return PacksScreen()
    if kind == "make":
        from quiz.tui.screens.make import MakeScreen

        return MakeScreen()
    if kind == "boards":
        from quiz.tui.screens.scores import ScoresScreen

        return ScoresScreen()
    if kind == "who":
        from quiz.tui.screens.who import WhoScreen

        return WhoScreen()
    from quiz.tui.screens.settings import SettingsScreen

    return SettingsScreen()


def write(app: QuizApp, file: Path) -> None:
    """Go on writing a pack; says why, if it cannot be edited."""
    from quiz.store.editing.manuscript import Manuscript
    from quiz.tui.screens.studio import StudioScreen

    try:
        script = Manuscript(file)
    except QuizError as wrong:
        toast_error(app, wrong)
    else:
        app.push_screen(StudioScreen(script))


def play(app: QuizApp, start: Start, *, sure: bool = False) -> None:
    """Deal a round and open it; one that is not finished is ended only if the player says so."""
    from quiz.core.modes import modes

    mode = modes()[start.mode]
    left = None if sure else app.seat.glance().unfinished
    try:
        if left is None:
            show(app, app.seat.open(mode, start.packs, start.want, start.rules, start.seed))
            return
        # Nobody is asked to end a round for one that cannot be dealt.
        app.seat.preview(mode, start.packs, start.want, start.rules)
    except QuizError as wrong:
        toast_error(app, wrong)
        return
    from quiz.tui.screens.ask import AskScreen
    from quiz.tui.widgets.bill import round_name

    titles = {header.id: header.title for header in app.headers()}
    what = clean(f"End {round_name(left, titles)} at question {left.number}?")

    def told(yes: bool | None) -> None:
        if yes:
            play(app, start, sure=True)

    app.push_screen(AskScreen(what, "End it and start", "Keep it"), told)


def play_mode(app: QuizApp, mode: str) -> None:
    """Play a mode that needs no setup: from all packs, as the settings have it.

    One that is not finished goes on: a Daily has one try, which nobody should end by its own key.
    """
    from quiz.tui.app import Start

    left = app.seat.glance().unfinished
    if left and left.mode == mode:
        resume(app)
        return
    settings = app.settings
    ids = tuple(header.id for header in app.playable())
    want = replace(wanted(app, settings), level="all")
    play(app, Start(mode, ids, want, house_rules(settings)))


def play_last(app: QuizApp) -> None:
    """Play the last choice again."""
    from quiz.tui.app import Start

    settings = app.settings
    want, rules = wanted(app, settings), house_rules(settings)
    play(app, Start(settings.mode, settings.packs, want, rules))


def play_first(app: QuizApp) -> None:
    """Play the first round of somebody new: the first pack, ten questions."""
    from quiz.tui.app import Start

    ids = tuple(header.id for header in app.playable()[:1])
    settings = app.settings
    play(app, Start("classic", ids, wanted(app, settings), house_rules(settings)))


def wanted(app: QuizApp, settings: Settings) -> Want:
    """What a player with these settings asks for."""
    from quiz.core.deal import Want

    return Want(
        length=settings.length,
        level=settings.level,
        plot=settings.plot,
        mature=settings.mature,
        day=app.clock().date().isoformat(),
    )


def house_rules(settings: Settings) -> Rules:
    """What scales the points of a player with these settings."""
    from quiz.core.rules import Rules

    return Rules(clock=settings.clock, reading=settings.reading, typed=settings.typed)


def resume(app: QuizApp) -> None:
    """Go on with the unfinished round."""
    try:
        dealt = app.seat.resume()
    except QuizError as wrong:
        toast_error(app, wrong)
        return
    if dealt:
        show(app, dealt)
    else:
        toast(app, Clean("There is no round to go on with."))


def begin(app: QuizApp, start: Start) -> None:
    """Open with the round that the command line asks for, or go on with the same one."""
    left = app.seat.glance().unfinished
    same = left and left.mode == start.mode and set(left.packs) == set(start.packs)
    if same and start.seed is None:
        resume(app)
    else:
        play(app, start)


def show(app: QuizApp, dealt: Round) -> None:
    """Open the play screen above home."""
    from quiz.tui.screens.play import PlayScreen

    app.go_home()
    app.push_screen(PlayScreen(app.seat, dealt))


def warm(app: QuizApp) -> None:
    """Import what the next screens need, and look for broken questions in the player's packs.

    Those that came with the game are whole, and large ones have to wait until they are opened.
    So does the validator of packs: it takes more memory than all else that is imported here.
    """
    gc.collect()
    gc.freeze()  # what the start made stays, and need not be looked through again
    gc.enable()
    from quiz.core.kinds import kinds
    from quiz.core.modes import modes
    from quiz.store import ledger
    from quiz.tui.screens import play, setup

    del ledger, play, setup
    kinds()
    modes()
    for header in app.playable():
        with suppress(OSError):
            small = not header.shipped and header.file.stat().st_size < _SMALL
            if small and app.library.problems_of(header):
                app.broken.add(header.file)
    gc.collect()
    gc.freeze()
