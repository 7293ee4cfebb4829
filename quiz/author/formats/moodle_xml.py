"""Moodle XML: every question that Moodle knows, read as it comes, never trusting the XML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.sax import saxutils

from quiz.author.elements import elements
from quiz.author.exporting import fields, figure, head_lost, in_place, unheld
from quiz.author.formats import (
    Fields,
    Format,
    Found,
    Lost,
    Result,
    Skipped,
    Source,
    Want,
    Written,
)
from quiz.author.formats.gift import category_tags
from quiz.author.moodle import question
from quiz.author.moodlexml import Category, asked
from quiz.core.pack import Pack

_SURE = re.compile(r"<question\s+type\s*=|<quiz>\s*<(?:!--|question)")
_HELD = {"id", "kind", "prompt", "explanation", "tags", "hints"}
_OWN = {
    "choice": {"answer", "distractors", "notes", "fixed", "place"},
    "multi-choice": {"answers", "distractors"},
    "true-false": {"answer"},
    "short-answer": {"answer", "accept", "almost", "reject", "match"},
    "number": {"answer", "tolerance"},
    "match": {"pairs"},
}


def looks(source: Source) -> int:
    """A quiz that holds questions with a type."""
    return 98 if source.text.lstrip()[:1] == "<" and _SURE.search(source.text[:100_000]) else 0


def read(source: Source) -> Iterator[Result]:
    """Read every question; a category becomes a tag of those below it."""
    topics: list[str] = []
    for found in elements(source):
        if isinstance(found, Skipped):
            yield found
            continue
        item = asked(*found)
        if isinstance(item, Category):
            topics = category_tags(item.title)
            continue
        if isinstance(item, Skipped):
            yield item
            continue
        made = question(item)
        if topics and isinstance(made, Found):
            made.fields["tags"] = list(dict.fromkeys([*topics, *made.fields.get("tags", ())]))
        yield made


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001
    """Write every question that Moodle can ask."""
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    rows += [
        '<question type="category">',
        f"<category><text>$course$/{escape(pack.title.replace('/', '//'))}</text></category>",
    ]
    rows.append("</question>")
    lost = list(head_lost(pack))
    for each in pack.questions:
        told = fields(each)
        if told["kind"] not in _OWN:
            lost.append(Lost(each.id, f"Moodle has no {told['kind']} questions", whole=True))
            continue
        rows += _written(told)
        lost += unheld(told, _HELD | _OWN[told["kind"]])
        if told.get("match") == "fold":
            lost.append(Lost(each.id, "match"))
    return Written({".xml": "\n".join([*rows, "</quiz>", ""])}, tuple(lost))


def _written(told: Fields) -> list[str]:
    """Write one question."""
    kind, rows = _KINDS[told["kind"]](told)
    out = [f"<question type={saxutils.quoteattr(kind)}>"]
    out.append(f"<name><text>{escape(told['id'])}</text></name>")
    out.append(_marked("questiontext", told["prompt"]))
    out.append(_marked("generalfeedback", told.get("explanation", "")))
    out += [_marked("hint", text) for text in told.get("hints", ())]
    if told.get("tags"):
        tags = "".join(f"<tag><text>{escape(tag)}</text></tag>" for tag in told["tags"])
        out.append(f"<tags>{tags}</tags>")
    return [*out, *rows, f"<idnumber>{escape(told['id'])}</idnumber>", "</question>"]


def escape(text: str) -> str:
    """Write a text as XML; the two places of Unicode that are no characters may not stand there."""
    return saxutils.escape(text.replace("\ufffe", "").replace("\uffff", ""))


def _marked(name: str, text: str) -> str:
    return f'<{name} format="plain_text"><text>{escape(text)}</text></{name}>'


def _answer(text: str, fraction: float, note: str = "", inside: str = "") -> str:
    feedback = _marked("feedback", note) if note else ""
    return (
        f'<answer fraction="{fraction:.7g}" format="plain_text">'
        f"<text>{escape(text)}</text>{feedback}{inside}</answer>"
    )


def _choice(told: Fields) -> tuple[str, list[str]]:
    notes = told.get("notes", {})
    options = in_place(told)
    rows = [_answer(t, 100 * (t == told["answer"]), notes.get(t, "")) for t in options]
    kept = ["<shuffleanswers>0</shuffleanswers>"] if told.get("fixed") else []
    return "multichoice", ["<single>true</single>", *kept, *rows]


def _several(told: Fields) -> tuple[str, list[str]]:
    share = 100 / len(told["answers"])
    rows = [_answer(text, share) for text in told["answers"]]
    return "multichoice", [
        "<single>false</single>",
        *rows,
        *(_answer(t, -share) for t in told["distractors"]),
    ]


def _claim(told: Fields) -> tuple[str, list[str]]:
    right = told["answer"]
    return "truefalse", [_answer("true", 100 * right), _answer("false", 100 * (not right))]


def _typed(told: Fields) -> tuple[str, list[str]]:
    weighed = [(100, told["answer"]), *((100, text) for text in told.get("accept", ()))]
    weighed += [(50, text) for text in told.get("almost", ())]
    weighed += [(0, text) for text in told.get("reject", ())]
    rows = [_answer(text.replace("*", r"\*"), share) for share, text in weighed]
    return "shortanswer", [f"<usecase>{int(told.get('match') == 'exact')}</usecase>", *rows]


def _number(told: Fields) -> tuple[str, list[str]]:
    tolerance = f"<tolerance>{figure(told.get('tolerance', 0))}</tolerance>"
    return "numerical", [_answer(figure(told["answer"]), 100, "", tolerance)]


def _match(told: Fields) -> tuple[str, list[str]]:
    return "matching", [
        f'<subquestion format="plain_text"><text>{escape(left)}</text>'
        f"<answer><text>{escape(right)}</text></answer></subquestion>"
        for left, right in told["pairs"]
    ]


_KINDS: dict[str, Any] = {
    "choice": _choice,
    "multi-choice": _several,
    "true-false": _claim,
    "short-answer": _typed,
    "number": _number,
    "match": _match,
}

FORMAT = Format("moodle-xml", "Moodle XML", looks, read, write)
