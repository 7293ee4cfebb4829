"""From a foreign file to questions that a pack can hold, and a list of all that was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from quiz.author.cards import As, questions
from quiz.author.compose import told
from quiz.author.formats import (
    Card,
    Cards,
    Fields,
    Format,
    Found,
    Head,
    Lent,
    Result,
    Skipped,
    Source,
    Told,
    formats,
)
from quiz.author.renewing import said
from quiz.core.pack import Pack
from quiz.errors import NotFound, Unreadable

_LEAST = 10
_STAND_IN: dict[str, Any] = {"format": 1, "id": "import", "title": "Import"}
_WORDS = {
    "string_too_long": "the {} is too long",
    "string_too_short": "there is no {}",
    "too_long": "it has too many {}",
    "too_short": "it has too few {}",
    "missing": "there is no {}",
}


@dataclass(slots=True)
class Imported:
    """What an import gave: sound questions, each with its line; what was left out; and remarks.

    `lost` are parts of questions that a pack cannot hold, `told` concerns the file as a whole;
    `head` is what it says of the pack.
    """

    questions: list[Found] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    lost: list[Skipped] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    head: Fields = field(default_factory=dict)


def recognise(source: Source) -> Format:
    """Find the format that a file looks most like; raises Unreadable if it looks like none."""
    scores = [(f.looks(source), f) for f in formats().values() if f.looks and f.read]
    score, best = max(scores, key=lambda pair: pair[0])
    if score < _LEAST:
        raise Unreadable(
            f"{source.name} is in no format that is known here",
            "no question or table was recognised in it",
            "Name its format with --format; `quiz import --help` lists them.",
        )
    return best


def named(name: str) -> Format:
    """Find a format that can be read by its name; raises NotFound."""
    found = formats().get(name)
    if found is None or found.read is None:
        there = ", ".join(f.name for f in formats().values() if f.read)
        raise NotFound(f"There is no import from “{name}”", f"there are {there}")
    return found


def results(source: Source, form: Format, how: As | None = None) -> Iterator[Result]:
    """Read a file: questions as they come, and those made of cards when all cards are known."""
    if form.read is None:
        raise NotFound(f"{form.label} cannot be imported")
    cards = Cards()
    result: Result | None = None
    try:
        for result in form.read(source):
            if isinstance(result, Card):
                cards.add(result)
            elif isinstance(result, Cards):
                cards.extend(result)
            else:
                yield result
    except Unreadable as wrong:
        if not isinstance(result, Found | Skipped | Card | Cards):
            raise  # nothing was read before it
        last = result.line if not isinstance(result, Cards) else (result.lines or [1])[-1]
        yield Skipped(last, f"what follows cannot be read: {wrong.message}")
    yield from questions(cards, how or ("short-answer" if form.typed else "choice"))


def import_all(source: Source, form: Format, how: As | None = None) -> Imported:
    """Read a whole file, keep what a pack can hold, and list what it cannot."""
    found = Imported()
    for result in results(source, form, how):
        if isinstance(result, Found):
            origin = {"format": form.name, "file": source.name, **result.fields.get("origin", {})}
            origin["said"] = said(result.fields, borrowed=isinstance(result, Lent))
            result.fields["origin"] = origin
            found.questions.append(result)
        elif isinstance(result, Skipped):
            found.skipped.append(result)
        elif isinstance(result, Told):
            found.told.append(result.text)
        elif isinstance(result, Head):
            found.head = _sound_head(result.fields, found)
    found.questions.sort(key=lambda each: each.line)
    _leave_out_unsound(found)
    found.skipped.sort(key=lambda each: each.line)
    found.lost = [Skipped(each.line, what) for each in found.questions for what in each.lost]
    return found


def _sound_head(fields: Fields, found: Imported) -> Fields:
    """Take what a file says of its pack, if a pack can say so."""
    try:
        Pack.model_validate({**_STAND_IN, **fields})
    except ValueError:
        found.told.append("what it says of the pack as a whole cannot be used")
        return {}
    return fields


def _leave_out_unsound(found: Imported) -> None:
    """Hold every question against the models; whatever they refuse was not imported."""
    bad: dict[int, str] = {}
    tables = [{"id": "q", **each.fields} for each in found.questions]
    try:
        Pack.model_validate({**_STAND_IN, "question": tables})
    except ValueError as wrong:  # pydantic's own error, which only the models import
        for error in cast("Any", wrong).errors(include_url=False):
            place = error["loc"]
            if len(place) > 1 and place[0] == "question":
                bad.setdefault(place[1], _reason(error, found.questions[place[1]].fields))
    if bad:
        found.skipped += [Skipped(found.questions[i].line, why) for i, why in bad.items()]
        found.questions = [each for i, each in enumerate(found.questions) if i not in bad]


def _reason(error: dict[str, Any], fields: Fields) -> str:
    """Say in a few words what a model objects to."""
    names = [part for part in error["loc"][3:] if isinstance(part, str)]
    name = names[0] if names else "kind"
    where = f" ({told([str(fields.get('prompt', ''))])})" if fields.get("prompt") else ""
    if error["type"] in _WORDS:
        return _WORDS[error["type"]].format(name) + where
    if error["type"] == "extra_forbidden":
        return f"a question of kind {fields.get('kind')} has no {name}{where}"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{name}: {message[:1].lower()}{message[1:]}{where}"
