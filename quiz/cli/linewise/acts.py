"""The commands of a round: what a line that starts with a slash does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from quiz.cli.linewise import asking, telling
from quiz.core.form import NO_IDEA, Write
from quiz.core.round import Round
from quiz.core.text import Clean
from quiz.errors import OutOfTurn

if TYPE_CHECKING:
    from quiz.cli.linewise.game import LineGame

LISTED: Mapping[str, str] = {
    "hint": "a hint, for half the points",
    "pass": "no idea: see the answer, lose nothing",
    "next": "the next clue",
    "again": "the question once more",
    "right": "after a typed answer: I was right",
    "wrong": "after a typed answer: I was wrong",
    "flag": "something is wrong with this question; say what, if you like",
    "pause": "stop the clock",
    "end": "end the round here",
    "quit": "leave; the round waits for you, saved",
    "help": "this list",
}
"""The commands that every mode has, and what they do."""


def act(game: LineGame, text: str) -> None:
    """Do what a command line says; what is not possible now is said, and changes nothing."""
    name, _, rest = text.strip().partition(" ")
    name = name.casefold()
    own = next((move for move in game.round.mode.moves if move.casefold() == name), None)
    try:
        if name in _DEEDS:
            _DEEDS[name](game, Clean(rest.strip()))
        elif own:
            _mode_move(game, own, Clean(rest.strip()))
        else:
            game.talk.say(f"There is no /{Clean(name)} here. /help lists what there is.")
    except OutOfTurn as wrong:
        game.talk.say(". ".join(part for part in (wrong.title, wrong.message) if part))


def between(round: Round) -> bool:
    """Whether something may still be said about the verdict that stands."""
    return round.phase == "answered" and (_typed(round) or bool(open_moves(round)))


def disputed(round: Round) -> bool:
    """Whether the verdict that stands is one that a player may want to overrule."""
    told = round.state.verdict
    return between(round) and _typed(round) and told is not None and told.mark != "right"


def _typed(round: Round) -> bool:
    """Whether the verdict that stands is about something that was typed."""
    dealt, told = round.current, round.state.verdict
    if dealt is None or told is None or told.passed:
        return False
    return isinstance(dealt.question.form("", typed=round.rules.typed), Write)


def open_moves(round: Round) -> list[str]:
    """The moves of the mode's own that are possible now."""
    return [what for what in own_moves(round) if _possible(round, what, Clean(""))]


def own_moves(round: Round) -> list[str]:
    """The moves that only this mode has, besides its lifelines."""
    lifelines = {line.id for line in round.mode.lifelines}
    return sorted(round.mode.moves - set(LISTED) - lifelines)


def _hint(game: LineGame, _: Clean) -> None:
    game.commit()
    game.keep(game.round.hint(game.now(), game.took()))
    dealt, count = game.round.current, game.round.state.hints
    if dealt is not None:
        game.talk.say(f"Hint: {dealt.question.hints[count - 1]}")
    game.talk.say(f"Now worth {game.round.worth(game.took())}.")


def _pass(game: LineGame, _: Clean) -> None:
    game.commit()
    game.answer(NO_IDEA)


def _next(game: LineGame, _: Clean) -> None:
    game.commit()
    game.keep(game.round.clue(game.now(), game.took()))
    form = game.round.form
    if isinstance(form, Write):
        game.talk.say(asking.clue(form, game.round.state.clues - 1))


def _pause(game: LineGame, _: Clean) -> None:
    game.commit()
    game.pause()


def _again(game: LineGame, _: Clean) -> None:
    game.show()


def _flag(game: LineGame, text: Clean) -> None:
    game.keep(game.round.move("flag", game.now(), game.took(), text))
    game.talk.say("Flagged. `quiz check --flags` lists it for the author.")


def _rule(game: LineGame, *, right: bool) -> None:
    if not _typed(game.round):
        raise OutOfTurn("Nothing to overrule", "Only a typed answer can be ruled on.")
    game.keep(game.round.rule(right, game.now()))
    game.talk.say(telling.ruled(game.round))
    game.look_ahead()


def _end(game: LineGame, _: Clean) -> None:
    game.commit()
    game.keep(game.round.finish(game.now(), "ended"))


def _help(game: LineGame, _: Clean) -> None:
    mode = game.round.mode
    game.talk.say("A line is an answer, unless it starts with a slash. Two slashes stand for one.")
    for name, does in LISTED.items():
        game.talk.say(f"/{name}: {does}")
    for line in mode.lifelines:
        game.talk.say(f"/{line.id}: {line.title}, once")
    for name in own_moves(game.round):
        game.talk.say(f"/{name}: see the rules of {mode.title}")
    game.talk.say(mode.summary)


def _mode_move(game: LineGame, what: str, text: Clean) -> None:
    """Make a move that only this mode knows; and show what it left to answer."""
    about_the_verdict = game.facing is not game.round and _possible(game.round, what, text)
    if not about_the_verdict:
        game.commit()
    game.keep(game.round.move(what, game.now(), game.took(), text))
    if about_the_verdict:
        game.look_ahead()
    if game.facing.phase == "asking":
        game.show()


def _possible(round: Round, what: str, text: Clean) -> bool:
    """Whether a move of the mode's own can be made now."""
    try:
        round.mode.permit(round.state, what, text)
    except OutOfTurn:
        return False
    return True


_DEEDS: Mapping[str, Callable[[LineGame, Clean], None]] = {
    "hint": _hint,
    "pass": _pass,
    "next": _next,
    "again": _again,
    "right": lambda game, _: _rule(game, right=True),
    "wrong": lambda game, _: _rule(game, right=False),
    "flag": _flag,
    "pause": _pause,
    "end": _end,
    "help": _help,
}
