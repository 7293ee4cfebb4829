"""The first, the only, the tallest: facts that one thing alone fits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.draw.english.binding import Clause
from quiz.draw.english.doubt import doubtful, unresolved
from quiz.draw.english.grammar import NAME
from quiz.draw.english.names import names_in
from quiz.draw.english.superlatives import WORD
from quiz.draw.fact import Fact, Reading

_IS_THE = re.compile(rf"^the ((?:{WORD})\b [^,]+(?:, [^,]+)?)$")
_THE_NP = re.compile(rf"^(?:The|the) ((?:{WORD}) (?!of )[\w' -]+)$")
_WINNER = re.compile(r"^[\w-]+ (?:winner|champion|laureate|recipient)$")
_RUN = re.compile(rf"^(?:(?:the |an? )?[\w' -]{{0,30}}?)({NAME})(?:,.*)?$")


def find(reading: Reading) -> Iterator[Fact]:
    """Give the one thing that a superlative is said of."""
    for clause in reading.clauses:
        if clause.verb not in ("is", "was", "became", "has") or doubtful(clause.text):
            continue
        rest = clause.rest
        if clause.verb == "has" and (low := re.match(rf"^the ({WORD}) ([\w ]+) of (.+)$", rest)):
            if not unresolved(low[3]) and not clause.person:
                yield _fact(
                    reading,
                    clause,
                    f"has the {low[1]} {low[2]} of {low[3]}",
                    _name(clause),
                )
            continue
        if (found := _IS_THE.match(rest)) and (clause.subject or " " not in clause.np):
            meaning = _cleared(reading, clause, found[1])
            if meaning:
                yield _fact(reading, clause, f"{clause.verb} the {meaning}", _name(clause))
        elif not clause.subject and (np := _THE_NP.match(clause.np)) and clause.verb != "became":
            name = _RUN.match(rest)
            meaning = _cleared(reading, clause, np[1])
            if name and meaning and name[1][:1].isupper():
                yield _fact(reading, clause, f"{clause.verb} the {meaning}", name[1])


def _name(clause: Clause) -> str:
    return clause.subject or clause.np


def _cleared(reading: Reading, clause: Clause, text: str) -> str:
    """What is said, with "the prize" named; "" where something in it stays unclear."""
    text = re.split(r", | and (?:has|is|was|the)\b", text)[0]
    if _WINNER.search(text) and not unresolved(text):
        return text  # of what is said with the question
    if unresolved(text) or len(text.split()) < 3:
        return ""
    for found in re.finditer(r"\b(?:of|on|in|over|at|for|to run|to enter) the ([a-z]+)$", text):
        fits = reading.known.with_word(found[1])
        if len(fits) == 1:
            name = reading.known.ref(next(iter(fits)))
            if clause.subject and clause.subject in fits:
                return ""
            return f"{text[: found.start(1) - 4]}{name}"
    named = any(True for start, _, _ in names_in(f"x {text}"))
    general = re.search(r"\bof all\b|\bin the world\b|\bplanet\b", text)
    return text if named or general or len(text.split()) > 6 else ""


def _fact(reading: Reading, clause: Clause, what: str, name: str) -> Fact:
    person = reading.known.is_person(name)
    full = reading.known.person(name) if person else reading.known.ref(name).removeprefix("the ")
    wh = "Who" if person else "What"
    the = "the " if not person and reading.known.ref(name).startswith("the ") else ""
    return Fact(
        "superlative",
        what,
        full or name,
        "person" if person else "thing",
        f"{wh} {what}?",
        clause.sentence,
        scope="is the",
        statement=f"{the}{{}} {what}.",
        says=(name,) if name in clause.sentence.text else (name.split()[-1],),
    )
