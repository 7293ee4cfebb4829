"""QuizApp: the game on the screen; it knows the player, the library, the clock, and all screens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.core.text import Clean, clean
from quiz.errors import QuizError
from quiz.tui.looks import Looks
from quiz.tui.plain import toast_error
from quiz.tui.screen import QuizScreen

if TYPE_CHECKING:
    from quiz.core.deal import Want
    from quiz.core.rules import Rules
    from quiz.store.library import Header, Library
    from quiz.store.places import Places
    from quiz.store.players import Player, Players
    from quiz.store.seat import Seat
    from quiz.store.settings import Settings


class Start(NamedTuple):
    """A round to open with, instead of home: what `quiz play PACK` asks for."""

    mode: str
    packs: tuple[str, ...]
    want: Want
    rules: Rules
    seed: int | None = None


class QuizApp(Looks):
    """The game; its result is the exit code, and `parting` the line for the shell after it."""

    TITLE = "Palmarès"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q", "leave", "Quit", id="leave", show=False, priority=True, tooltip="Leave, saved"
        ),
        Binding("ctrl+c", "help_quit", show=False, system=True),
        Binding("ctrl+z", "suspend_process", "Suspend", id="suspend", show=False),
    ]

    def __init__(
        self,
        library: Library,
        players: Players,
        clock: Callable[[], datetime],
        rng: Random,
        places: Places | None = None,
        player: Player | None = None,
        start: Start | None = None,
    ) -> None:
        """Take what the composition root built; `player` plays, else the remembered one."""
        super().__init__()
        self.library = library
        self.players = players
        self.clock = clock
        self.rng = rng
        self.places = places or library.places
        self.start = start
        self.parting = Clean("")
        self._seat: Seat | None = None
        self.broken: set[Path] = set()
        """Packs whose questions turned out not to be playable."""
        self.trouble = Clean("")
        """Why nothing can be saved here, in a sentence."""
        self._painted = False
        self._found = player is None
        player = player or players.remembered()
        if player:
            self.sit(player)
        self.dress()

    # ---- who plays, and how they like it

    @property
    def seat(self) -> Seat:
        """The current player at the table."""
        if self._seat is None:
            raise QuizError("Nobody plays yet")
        return self._seat

    @property
    def settings(self) -> Settings:
        """How the current player likes it."""
        return self.seat.player.settings

    def sit(self, player: Player) -> None:
        """Let somebody play from now on."""
        self._seat = self.take_seat(player)
        self.apply(player.settings)

    def take_seat(self, player: Player) -> Seat:
        """Bring a player and the packs together."""
        from quiz.store.seat import Seat

        return Seat(player, self.library, self.places, self.clock, self.rng)

    def keep(self, **changes: Any) -> None:
        """Change settings, save them, and put them into force."""
        seat = self.seat
        seat.player = replace(seat.player, settings=replace(seat.player.settings, **changes))
        try:
            self.players.save(seat.player)
        except QuizError as wrong:
            toast_error(self, wrong)
        self.apply(seat.player.settings)

    # ---- going from screen to screen

    def get_default_screen(self) -> Screen[Any]:
        """Open with home, or with the first start where nobody has played."""
        if self._seat is None:
            from quiz.tui.screens.first import FirstScreen

            return FirstScreen()
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen()

    def play(
        self, mode_id: str, packs: Sequence[str], want: Want, rules: Rules, seed: int | None = None
    ) -> None:
        """Deal a round and open it; an unfinished one is asked about first."""
        from quiz.tui.doors import play

        play(self, Start(mode_id, tuple(packs), want, rules, seed))

    def resume(self) -> None:
        """Go on with the unfinished round, if there is one."""
        from quiz.tui.doors import resume

        resume(self)

    def go(self, where: str) -> None:
        """Go where a line or key of home leads; `doors` knows the names."""
        from quiz.tui.doors import go

        go(self, where)

    def go_home(self) -> None:
        """Close all screens above home."""
        from quiz.tui.screens.home import HomeScreen

        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def show_help(self, screen: QuizScreen[Any]) -> None:
        """Open the help of a screen."""
        from quiz.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(screen))

    # ---- loading

    def headers(self) -> list[Header]:
        """The packs, as the player wants them listed."""
        headers = self.library.headers()
        if self._seat is None or self.settings.shipped:
            return headers
        return [header for header in headers if not header.shipped] or headers

    def playable(self) -> list[Header]:
        """The packs that can be played, as far as is known."""
        return [h for h in self.headers() if not h.problem and h.file not in self.broken]

    def painted(self) -> None:
        """The first screen stands: open the round that was asked for, and load the rest."""
        if not self._painted:
            self._painted = True
            self.confess()
            self.trouble = clean(self.players.writable())
            if self.trouble:
                self._warmed()
            # Whoever played last is never quietly replaced by somebody else, or by a new player.
            if self._found and (lost := self.players.lost(None)):
                toast_error(self, lost)
            start, self.start = self.start, None
            if start:
                from quiz.tui.doors import begin

                begin(self, start)
            self._heed_signals()
            self.set_timer(0.2, self._warm)

    def _heed_signals(self) -> None:
        """Leave as by a key when the system ends the program, or its window is closed."""
        import asyncio
        import signal

        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, threads
                    asyncio.get_running_loop().add_signal_handler(
                        number, self.action_leave, 128 + number
                    )

    @work(thread=True, group="warm", exclusive=True)
    def _warm(self) -> None:
        """Import what the next screens need, while the player reads the first."""
        from quiz.tui.doors import warm

        warm(self)
        self.call_from_thread(self._warmed)

    def _warmed(self) -> None:
        """Show what was found out about the packs."""
        from quiz.tui.screens.home import HomeScreen

        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.fill()

    def wear(self, theme: str) -> None:
        """Use a theme, and keep it where somebody plays."""
        if self._seat is None:
            self.theme = theme
        else:
            self.keep(theme=theme)

    # ---- leaving

    async def action_quit(self) -> None:
        """Leave, saved."""
        self.action_leave()

    def action_leave(self, code: int = 0) -> None:
        """Put away what is open and leave the program."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, QuizScreen):
                self.parting = screen.parting() or self.parting
        self.exit(code, return_code=code)

    def action_help_quit(self) -> None:
        """Ctrl+C where no text is selected: leave, saved, as interrupted."""
        self.action_leave(130)

    # ---- the palette

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every command of the screen, and all that has no key."""
        from quiz.tui.palette import commands

        return commands(self, screen)
