"""Rules about texts: what a terminal must not get, and what does not fit on a screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.author.rule import Finding, Subject, right_field, rule
from quiz.core.problem import Place
from quiz.core.text import Clean, clean

PROMPT = 200
EXPLANATION = 280
OPTION = 60
TITLE = 24
DESCRIPTION = 120


@rule("control-character", "error", "A text holds characters that no terminal should get.")
def control_character(subject: Subject) -> Iterator[Finding]:
    """Look at the texts as they were written, before loading cleaned them."""
    for where, text in _strings(subject.raw, ()):
        bad = sorted({c for c in text if c != "\r" and not clean(c)})
        if bad:
            named = ", ".join(f"U+{ord(c):04X}" for c in bad[:4])
            yield where, f"hidden characters in this text: {named}", "Type the text anew."


@rule("long-text", "warning", "A text is longer than its place on the screen.")
def long_text(subject: Subject) -> Iterator[Finding]:
    """Compare every text that is shown with the room there is."""
    pack = subject.pack
    if len(pack.title) > TITLE:
        yield ("title",), *_long("the title", pack.title, TITLE)
    if pack.description and len(pack.description) > DESCRIPTION:
        yield ("description",), *_long("the description", pack.description, DESCRIPTION)
    for number, question in enumerate(subject.questions):
        if len(question.prompt) > PROMPT:
            yield ("question", number, "prompt"), *_long("the prompt", question.prompt, PROMPT)
        if question.explanation and len(question.explanation) > EXPLANATION:
            told = _long("the explanation", question.explanation, EXPLANATION)
            yield ("question", number, "explanation"), *told
        right, wrong = subject.offers[number]
        for place, option in enumerate(right):
            if len(option) > OPTION:
                where = ("question", number, *right_field(question, place))
                yield where, *_long("this option", option, OPTION)
        for place, option in enumerate(wrong):
            if len(option) > OPTION:
                where = ("question", number, "distractors", place)
                yield where, *_long("this option", option, OPTION)


def _long(what: str, text: Clean, most: int) -> tuple[str, str]:
    """Word how long something is."""
    return (
        f"{what} has {len(text)} characters, and {most} fit well",
        "Say it in fewer words; the explanation can carry the rest.",
    )


def _strings(value: Any, where: Place) -> Iterator[tuple[Place, str]]:
    """Find the texts that are not all plain printable characters."""
    if isinstance(value, str):
        if not value.isprintable():
            yield where, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if not (isinstance(inner, str) and inner.isprintable()):
                yield from _strings(inner, (*where, name))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            if not (isinstance(inner, str) and inner.isprintable()):
                yield from _strings(inner, (*where, place))
