"""Moodle GIFT: questions as text, with = before what is right and ~ before what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quiz.author.compose import tags
from quiz.author.exporting import fields, figure, head_lost, in_place, unheld
from quiz.author.formats import Fields, Format, Found, Lost, Result, Source, Want, Written
from quiz.author.gift import Category, items
from quiz.author.moodle import Asked, question
from quiz.core.pack import Pack
from quiz.core.text import line

_SURE = re.compile(
    r"^[^\S\n]*(?:::|\$CATEGORY:|\[(?:html|markdown|moodle|plain)\])"
    r"|(?<!\\)\{\s*(?:\}\s*$|[#=~]|(?:T|F|TRUE|FALSE)\s*[#}])",
    re.MULTILINE,
)
_SPECIAL = re.compile(r"[\\~=#{}:]")
_SHARED = {"id", "kind", "prompt", "explanation", "tags", "origin"}
_OWN = {
    "choice": {"answer", "distractors", "notes"},
    "multi-choice": {"answers", "distractors"},
    "true-false": {"answer"},
    "short-answer": {"answer", "accept", "almost", "reject"},
    "number": {"answer", "tolerance", "low", "high"},
    "match": {"pairs"},
}
_PLACES = ("top", "$course$", "$system$", "$module$", "$cat1$")


def looks(source: Source) -> int:
    """GIFT has answers in braces, categories and titles between colons."""
    return 80 if _SURE.search(source.text) else 0


def read(source: Source) -> Iterator[Result]:
    """Read every item; a category becomes a tag of the questions below it."""
    topics: list[str] = []
    for item in items(source.written):
        if isinstance(item, Category):
            topics = category_tags(item.title)
        elif isinstance(item, Asked):
            found = question(item)
            if topics and isinstance(found, Found):
                found.fields["tags"] = list(dict.fromkeys([*topics, *found.fields.get("tags", ())]))
            yield found
        else:
            yield item


def category_tags(path: str) -> list[str]:
    """Make a tag of the last part of a category that somebody has named."""
    parts = [part.strip() for part in path.replace("//", "\0").split("/")]
    named = [
        p for p in parts if p and p.casefold() not in _PLACES and not p.startswith("Default for")
    ]
    return tags(named[-1:])


def write(pack: Pack, want: Want) -> Written:  # noqa: ARG001 - every format is asked the same
    """Write every question that GIFT can ask."""
    blocks = [f"// {line(pack.title)}\n"]
    lost = list(head_lost(pack))
    for each in pack.questions:
        told = fields(each)
        why = _cannot(told)
        if why:
            lost.append(Lost(told["id"], why, whole=True))
            continue
        blocks.append(_written(told))
        lost += unheld(told, _SHARED - {"origin"} | _OWN[told["kind"]])
        lost += _parts_lost(told)
    return Written({".gift": "\n".join(blocks)}, tuple(lost))


def _cannot(told: Fields) -> str:
    """Say why a question cannot be asked in GIFT; "" if it can."""
    kind = told["kind"]
    if kind not in _OWN:
        return f"GIFT has no {kind} questions"
    if kind == "match" and any("->" in left for left, _ in told["pairs"]):
        return "a left side holds ->, which stands between the sides in GIFT"
    if kind == "short-answer" and all("->" in t for t in [told["answer"], *told.get("accept", ())]):
        return "every answer holds ->, which would make it a matching question in GIFT"
    return ""


def _parts_lost(told: Fields) -> Iterator[Lost]:
    """Name what is written, but will not be read as it was meant."""
    if any("(" in text for text in told.get("accept", ())):
        yield Lost(told["id"], "that brackets in accept are optional parts")


def _written(told: Fields) -> str:
    """Write one question."""
    rows = [f"// [tag:{tag}]" for tag in told.get("tags", ())]
    answers = _ANSWERS[told["kind"]](told)
    if told.get("explanation"):
        answers.append(f"\t####{_text(told['explanation'])}")
    stem = f"::{_escaped(told['id'])}::[plain]{_escaped(told['prompt'])} {{"
    return "\n".join([*rows, stem + answers[0], *answers[1:], "}", ""])


def _choice(told: Fields) -> list[str]:
    notes = told.get("notes", {})
    marked = (("=" if text == told["answer"] else "~", text) for text in in_place(told))
    return ["", *(f"\t{mark}{_text(text)}{_note(notes.get(text))}" for mark, text in marked)]


def _multi(told: Fields) -> list[str]:
    share = f"{100 / len(told['answers']):.7g}"
    rows = [f"\t~%{share}%{_text(text)}" for text in told["answers"]]
    return ["", *rows, *(f"\t~%-{share}%{_text(text)}" for text in told["distractors"])]


def _claim(told: Fields) -> list[str]:
    return ["TRUE" if told["answer"] else "FALSE"]


def _short(told: Fields) -> list[str]:
    right = [told["answer"], *told.get("accept", ())]
    weighed = [*(("100", t) for t in right), *(("50", t) for t in told.get("almost", ()))]
    weighed += [("0", text) for text in told.get("reject", ())]
    return [
        "",
        *(f"\t=%{w}%{_text(text.replace('*', chr(92) + '*'), star=True)}" for w, text in weighed),
    ]


def _number(told: Fields) -> list[str]:
    answer, off = told["answer"], told.get("tolerance") or 0
    bounds: Fields = {"low": answer, "high": answer} | told
    low, high = bounds["low"], bounds["high"]
    if off or (low == high == answer):
        return [f"#{figure(answer)}:{figure(off)}"]
    between = f"{figure(low)}..{figure(high)}"
    return ["#", f"\t=%100%{figure(answer)}:0", f"\t=%100%{between}"]


def _match(told: Fields) -> list[str]:
    return ["", *(f"\t={_text(left)} -> {_escaped(right)}" for left, right in told["pairs"])]


_ANSWERS: dict[str, Any] = {
    "choice": _choice,
    "multi-choice": _multi,
    "true-false": _claim,
    "short-answer": _short,
    "number": _number,
    "match": _match,
}


def _text(text: str, *, star: bool = False) -> str:
    """Write an answer or a note; what begins like a format or a weight says that it is plain."""
    plain = "[plain]" if text[:1] in "[%" else ""
    # A star of a short answer was given its backslash before; that one must stay single.
    return plain + (_escaped(text).replace(r"\\*", r"\*") if star else _escaped(text))


def _note(note: str | None) -> str:
    return f"#{_text(note)}" if note else ""


def _escaped(text: str) -> str:
    """Put a backslash before every sign that means something in GIFT."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", r"\n")


FORMAT = Format("gift", "Moodle GIFT", looks, read, write)
