"""A typed line becomes an answer: letters, numbers or words, for each form of answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch

from quiz.core.form import LONGEST, Arrange, Fill, Form, Given, Pair, Pick, PickMany, Write
from quiz.core.text import Clean, fold

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MOST_LETTERS = 6
"""Options up to this number are labelled with letters, more of them with digits."""
_ENOUGH = 3
NOBODY = frozenset({"-", "–", "—", "."})
"""What stands for no partner."""


class Misread(ValueError):
    """The line is no answer to this form; the message says what would be one."""


def labels(options: Sequence[str]) -> tuple[str, ...]:
    """The labels of options: A to F, or 1 to 9 from seven options on."""
    if len(options) <= MOST_LETTERS:
        return tuple(LETTERS[: len(options)])
    return tuple(str(place) for place in range(1, len(options) + 1))


def letters(options: Sequence[str]) -> tuple[str, ...]:
    """The labels of what is put in order or matched: letters only."""
    if len(options) <= len(LETTERS):
        return tuple(LETTERS[: len(options)])
    return tuple(str(place) for place in range(1, len(options) + 1))


@singledispatch
def read(form: Form, line: Clean) -> Given:
    """Read a line as an answer; raises Misread where it is none."""
    raise TypeError(f"no way to read a line for {form!r}, given {line!r}")


@read.register
def _(form: Pick, line: Clean) -> Given:
    found = _option(line, form.options)
    if found is None:
        raise Misread(_wanted(line, form.options))
    return Given((found,))


@read.register
def _(form: PickMany, line: Clean) -> Given:
    chosen = _options(line, form.options)
    return Given(tuple(option for option in form.options if option in chosen))


@read.register
def _(form: Write, line: Clean) -> Given:  # noqa: ARG001 - any text will do
    return Given((Clean(line[:LONGEST]),))


@read.register
def _(form: Arrange, line: Clean) -> Given:
    chosen = _options(line, form.items)
    if len(set(chosen)) < len(chosen):
        raise Misread("Each of them stands in one place only.")
    return Given(chosen)


@read.register
def _(form: Pair, line: Clean) -> Given:
    chosen = _options(line, form.right, gaps=True)
    if len(chosen) > len(form.left):
        raise Misread(f"There are only {len(form.left)} to be matched.")
    return Given(chosen + (Clean(""),) * (len(form.left) - len(chosen)))


@read.register
def _(form: Fill, line: Clean) -> Given:  # noqa: ARG001 - any texts will do
    entries = tuple(Clean(part[:LONGEST]) for part in _parts(line))
    if not entries:
        raise Misread("Type what you know, separated by commas.")
    return Given(entries)


def _parts(line: str) -> list[str]:
    """Split at commas; or at semicolons, so that an entry may hold a comma."""
    mark = ";" if ";" in line else ","
    return [part.strip() for part in line.split(mark) if part.strip()]


def _options(line: Clean, options: Sequence[Clean], *, gaps: bool = False) -> tuple[Clean, ...]:
    """Read several options: "a c", "a, c", "ac", or their words separated by commas."""
    if (whole := _named(line, options)) is not None:
        return (whole,)
    spaced = line.replace(",", " ").replace(";", " ").split()
    split = _parts(line)
    for parts in (split if len(split) > 1 else spaced, spaced, list(line)):
        found = [Clean("") if gaps and part in NOBODY else _option(part, options) for part in parts]
        if found and None not in found:
            return tuple(option for option in found if option is not None)
    raise Misread(_wanted(line, options, several=True))


def _option(text: str, options: Sequence[Clean]) -> Clean | None:
    """Find the option that a label, a number, the words or their beginning mean."""
    if (named := _named(text, options)) is not None:
        return named
    begun = [option for option in options if fold(option).startswith(fold(text))]
    enough = len(fold(text)) >= _ENOUGH or len(options) == len(("true", "false"))
    return begun[0] if len(begun) == 1 and enough else None


def _named(text: str, options: Sequence[Clean]) -> Clean | None:
    """Find the option that a label, a number or all the words mean."""
    if len(text) == 1 and text.isdigit() and _digits(options):
        return next((option for option in options if option == text), None)
    by_label = dict(zip(letters(options), options, strict=True))
    by_words = {fold(option): option for option in reversed(options)}
    by_place = {str(place): option for place, option in enumerate(options, 1)}
    return by_label.get(text.upper()) or by_words.get(fold(text)) or by_place.get(text)


def _digits(options: Sequence[str]) -> bool:
    """Whether some options are themselves single digits."""
    return any(len(option) == 1 and option.isdigit() for option in options)


def _wanted(line: str, options: Sequence[str], *, several: bool = False) -> str:
    """Say what would have been read."""
    names = labels(options) if not several else letters(options)
    span = f"{names[0]} to {names[-1]}"
    if len(line) == 1 and line.isdigit() and _digits(options):
        return f"These options are numbers: type {LETTERS[0]} to {LETTERS[len(options) - 1]}."
    if several:
        return f"That is not read. Type letters from {span}, with spaces between."
    return f"That is none of the options. Type {span}, or the words."
