"""The words for a question: where the round stands, the prompt, and one line for each option."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

from quiz.cli.linewise.entry import labels, letters
from quiz.core.form import Arrange, Fill, Form, Pair, Pick, PickMany, Write
from quiz.core.round import Round

INTRODUCTION = "Type a letter, a number or the words. /hint /pass /pause /help /quit"


def opening(round: Round, title: str) -> Iterator[str]:
    """Say what is about to be played."""
    mode = round.mode
    parts = [f"{name}." for name in dict.fromkeys((title, mode.title))]
    if not round.state.timed:
        order = ", easy ones first" if mode.id == "classic" else ""
        parts.append(f"{round.total} {plural(round.total, 'question')}{order}.")
    yield " ".join([*parts, "With the clock." if round.rules.clock else "No clock."])
    if mode.id != "classic":
        yield mode.summary
    yield INTRODUCTION
    if mode.lifelines:
        helps = ", ".join(f"/{line.id} ({line.title})" for line in mode.lifelines)
        yield f"Once each: {helps}."


def standing(round: Round) -> str:
    """Say which question this is, what it is worth, and what there is so far."""
    state, dealt = round.state, round.current
    number = f"Question {round.number}" + ("" if state.timed else f" of {round.total}")
    so_far = f"{state.points:,} {plural(state.points, 'point')}"
    if round.mode.streaks and state.streak > 1:
        so_far += f", {state.streak} in a row"
    parts = [f"{number}."]
    if dealt:
        parts.append(f"Level {dealt.question.difficulty}, worth {round.worth(0)}.")
    parts.append(f"{so_far}, {state.banked:,} of them safe." if state.banked else f"{so_far}.")
    if round.mode.lives:
        parts.append(f"{state.lives} {'life' if state.lives == 1 else 'lives'} left.")
    if state.timed:
        parts.append(f"{lasting(round.left(0))} left.")
    return " ".join(parts)


def question(round: Round) -> Iterator[str]:
    """The open question as lines: the prompt, what goes with its form, hints, lifelines."""
    dealt, state, aid = round.current, round.state, round.aid
    if dealt is None:
        return
    yield dealt.question.prompt
    form = round.form
    out = tuple(f": {option}" for option in aid.hidden)
    yield from (line for line in options(form) if not (out and line.endswith(out)))
    if isinstance(form, Write):
        yield from (clue(form, place) for place in range(min(state.clues, len(form.clues))))
    yield from (f"Hint: {hint}" for hint in dealt.question.hints[: state.hints])
    if state.found:
        yield f"Found so far: {', '.join(state.found)}."
    yield from aid.lines


def clue(form: Write, place: int) -> str:
    """One clue as a line; `place` counts from 0."""
    return f"Clue {place + 1} of {len(form.clues)}: {form.clues[place]}"


@singledispatch
def options(form: Form) -> Iterator[str]:
    """The lines of a form; those that have none give nothing."""
    raise TypeError(f"no words for {form!r}")


@options.register
def _(form: Pick) -> Iterator[str]:
    for label, option in zip(labels(form.options), form.options, strict=True):
        yield f"Option {label} of {len(form.options)}: {option}"


@options.register
def _(form: PickMany) -> Iterator[str]:
    yield "Any number of these may be right. Type all their letters, such as a c."
    for label, option in zip(letters(form.options), form.options, strict=True):
        yield f"Option {label} of {len(form.options)}: {option}"


@options.register
def _(form: Write) -> Iterator[str]:
    if form.clues:
        yield "Type your guess, or /next for the next clue."
    elif form.unit:
        yield f"Type a number, in {form.unit}."
    elif form.number:
        yield "Type a number."
    else:
        yield "Type the answer."


@options.register
def _(form: Arrange) -> Iterator[str]:
    by = f" by {form.by}" if form.by else ""
    yield f"Put these in order{by}. Type their letters from first to last, such as c a b."
    for label, item in zip(letters(form.items), form.items, strict=True):
        yield f"Item {label} of {len(form.items)}: {item}"


@options.register
def _(form: Pair) -> Iterator[str]:
    yield "Match them. Type the partners' letters in the order of the numbers, such as b c a."
    for place, left in enumerate(form.left, 1):
        yield f"Number {place} of {len(form.left)}: {left}"
    for label, right in zip(letters(form.right), form.right, strict=True):
        yield f"Partner {label} of {len(form.right)}: {right}"


@options.register
def _(form: Fill) -> Iterator[str]:
    wanted = f"all {form.total}" if form.need >= form.total else f"{form.need} of {form.total}"
    yield f"Name {wanted}, in one line, separated by commas."


def plural(count: float, noun: str) -> str:
    """The noun in the number that goes with a count."""
    return noun if count == 1 else f"{noun}s"


def lasting(seconds: float) -> str:
    """A length of time as people say it: 42 s, 2 min 08 s."""
    whole = round_half_up(seconds)
    return f"{whole // 60} min {whole % 60:02} s" if whole >= 60 else f"{whole} s"


def round_half_up(number: float) -> int:
    """The nearest whole number; halves go up."""
    return int(number + 0.5)
