"""A house to play in: the app over temporary saves, with a clock that only tests move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

from quiz.core.form import NO_IDEA, Arrange, Fill, Form, Given, Pair, Pick, PickMany
from quiz.store.library import Library
from quiz.store.places import Places
from quiz.store.players import Player, Players
from quiz.store.seat import Seat
from quiz.tui.app import QuizApp

ROOT = Path(__file__).parents[2]
EVENING = datetime(2026, 11, 21, 20, 15, tzinfo=timezone(timedelta(hours=1)))


class Clock:
    """An aware clock that stands still until it is moved."""

    def __init__(self, now: datetime = EVENING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


PACKS = {
    "oscar-records": ("Oscar Records", 22, "Upsets, youngest winners, and one night in March."),
    "casting-anecdotes": ("Casting Anecdotes", 26, "Who was found where."),
    "palme-dor-history": ("Palme d'Or History", 20, "How a prize got its name, and lost it."),
    "on-set": ("On Set", 40, "Colour, cutting, music, place."),
    "story-and-money": ("The Story and the Money", 30, "What happens, and what it cost."),
}


def write_packs(folder: Path) -> Path:
    """Write the five packs of the design sheet, with questions that never change."""
    folder.mkdir()
    for id, (title, count, description) in PACKS.items():
        head = f'format = 1\nid = "{id}"\ntitle = "{title}"\ndescription = "{description}"\n'
        lines = [f'{head}version = "1"\nlicense = "CC0-1.0"\n']
        for n in range(1, count + 1):
            texts = [f'"{title.split()[0]} {kind}{n}x"' for kind in ("Ada", "Bo", "Cyr", "Dee")]
            lines.append(
                f'[[question]]\nid = "q{n}"\nkind = "choice"\nprompt = "Number {n}?"\n'
                f"answer = {texts[0]}\ndistractors = [{', '.join(texts[1:])}]\n"
                f"difficulty = {1 + n % 5}\n"
            )
        (folder / f"{id}.toml").write_text("\n".join(lines), "utf-8")
    return folder


def places(folder: Path, *packs: Path, shipped: Path = ROOT / "questions") -> Places:
    return Places(
        packs=(shipped, *packs),
        saves=folder / "saves",
        config=folder / "config",
        cache=folder / "cache",
        checkout=True,
        own=folder / "own",
        shipped=shipped,
    )


class House(QuizApp):
    """The app, without anything loaded behind a test's back."""

    def _warm(self) -> Any:
        return None


PATIENCE = 20.0
"""Seconds until a condition is given up: many, since a busy machine is no fault of the game."""


class Stage:
    """Saves, packs and a clock, from which apps and seats are made."""

    def __init__(self, folder: Path, *packs: Path, clock: Clock | None = None, **more: Any) -> None:
        self.clock = clock or Clock()
        self.places = places(folder, *packs, **more)
        self.players = Players(self.places, self.clock)
        self.library = Library(self.places)

    def player(self, name: str = "Mira") -> Player:
        player = self.players.create(name)
        self.players.remember(player)
        return player

    def seat(self, name: str = "Mira") -> Seat:
        return Seat(self.player(name), self.library, self.places, self.clock, Random(7))

    def app(self, **more: Any) -> House:
        return House(self.library, self.players, self.clock, Random(7), self.places, **more)


def dump(app: QuizApp) -> str:
    """The text of the screen as a player sees it, line by line."""
    rows = app.screen._compositor.render_strips()
    return "\n".join("".join(part.text for part in strip).rstrip() for strip in rows)


async def until(pilot: Any, condition: Callable[[], object]) -> None:
    """Let the app work until a condition holds; fails where it never does."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, dump(pilot.app)
        await pilot.pause(0.01)


def right(question: Any, form: Form) -> Given:
    """The right answer of a question, as a player would give it."""
    if isinstance(form, Pick):
        return Given((question.expected(),))
    if isinstance(form, Pair):
        partners = dict(question.pairs)
        return Given(tuple(partners[left] for left in form.left))
    if isinstance(form, Fill):
        return Given(tuple(entry for entry in question.answers())[: form.need])
    if isinstance(form, PickMany | Arrange):
        return Given(tuple(question.answers()))
    return Given((question.expected(),))


def wrong(question: Any, form: Form) -> Given:
    """A wrong answer, or none."""
    decoys = [o for o in getattr(form, "options", ()) if o != question.expected()]
    return Given((decoys[0],)) if isinstance(form, Pick) and decoys else NO_IDEA


def play(seat: Seat, clock: Clock, pack: str, plan: str, took: float = 6.0, **want: Any) -> Any:
    """Play a round: r in the plan answers a question right, w wrong; a short plan leaves it."""
    from quiz.core.deal import Want
    from quiz.core.modes import modes
    from quiz.core.rules import Rules

    packs = (pack,) if pack else tuple(h.id for h in seat._library.headers())
    mode = modes()[want.pop("mode", "classic")]
    rules, seed = Rules(clock=want.pop("clock", True)), want.pop("seed", None)
    game = seat.open(mode, packs, Want(**want), rules, seed)
    for act in plan:
        if game.over:
            break
        game, asked = game.ask(clock())
        seat.record(asked)
        clock.pass_by(seconds=took)
        given = right if act == "r" else wrong
        assert game.current is not None
        game, record = game.answer(given(game.current.question, game.form), clock(), took)
        seat.record(record)
    if game.over:
        return seat.close(game)
    seat.leave(game)
    return game


def filled(folder: Path, **more: Any) -> Stage:
    """A house with a past: three players, some boards, and a round that is not finished."""
    stage = Stage(folder, clock=Clock(EVENING - timedelta(days=6)), **more)
    clock = stage.clock
    ada, sam = stage.seat("Ada"), stage.seat("Sam")
    play(ada, clock, "palme-dor-history", "rrrrrrwrrw", 7.0)
    play(sam, clock, "palme-dor-history", "rrwrrrrwrw", 9.0)
    play(sam, clock, "oscar-records", "rrrrwrrwrw", 8.0)
    mira = stage.seat("Mira")
    for day, plan in enumerate(("rrrrw", "rwrrr", "rrrrr", "rrwrw")):
        clock.now = EVENING - timedelta(days=4 - day)
        play(mira, clock, "", plan, mode="daily")
    clock.now = EVENING - timedelta(hours=20)
    play(mira, clock, "oscar-records", "rrrrwrrrrr", 6.0)
    play(mira, clock, "oscar-records", "rrrrrrrrwr", 5.0)
    play(mira, clock, "casting-anecdotes", "rwrrrwrrww", 9.0)
    clock.now = EVENING
    play(mira, clock, "palme-dor-history", "rrwrr", 8.0)
    return stage
