"""The syntax of GIFT: from text to what Moodle asks, item by item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.author.decoding import cleaned
from quiz.author.figures import Figures, number
from quiz.author.formats import Skipped
from quiz.author.moodle import Asked, Marked, Option
from quiz.core.text import Clean

_ESCAPE = re.compile(r"\\([\\~=#{}:n])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_MARK = re.compile(r"\\.|[=~]", re.DOTALL)
_HASH = re.compile(r"\\.|#", re.DOTALL)
_GENERAL = re.compile(r"\\.|####", re.DOTALL)
_COLONS = re.compile(r"\\.|::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"\s*%(-?\d{1,5}(?:[.,]\d{1,9})?)%")
_CLAIM = re.compile(r"(TRUE|FALSE|T|F)\s*(?=#|$)", re.IGNORECASE)
_NUMBER = r"[+-]?(?:\d{1,16}(?:[.,]\d{0,30})?|[.,]\d{1,30})(?:[eE][+-]?\d{1,3})?"
_AROUND = re.compile(rf"({_NUMBER})(?:\s*:\s*({_NUMBER}))?")
_BETWEEN = re.compile(rf"({_NUMBER}?)\s*\.\.\s*({_NUMBER})")
_NOTE = re.compile(r"\[(id|tag):([^\]\n]{1,100})\]")
_CATEGORY = "$CATEGORY:"
_BLANKS = 12


@dataclass(frozen=True, slots=True)
class Category:
    """The category of what follows."""

    line: int
    title: str


@dataclass(slots=True)
class _Block:
    line: int
    text: str
    notes: list[str] = field(default_factory=list)


def items(text: str) -> Iterator[Asked | Category | Skipped]:
    """Read a GIFT file; what cannot be read is skipped, and the next item is read."""
    for block in _blocks(text.split("\n")):
        if isinstance(block, _Block):
            yield from _item(block)
        else:
            yield block


def _blocks(rows: list[str]) -> Iterator[_Block | Category | Skipped]:
    """Split a file at blank lines, but not within braces; comments are kept beside."""
    at, notes = 0, list[str]()
    while at < len(rows):
        row = rows[at].strip()
        if row.startswith("//"):
            notes.append(row)
        elif row.upper().startswith(_CATEGORY):
            yield Category(at + 1, row[len(_CATEGORY) :].strip())
        elif row:
            block, end = _block(rows, at)
            if block is None:
                yield Skipped(at + 1, "its { is never closed")
            else:
                block.notes = notes
                yield block
            at, notes = end, []
            continue
        else:
            notes = []
        at += 1


def _block(rows: list[str], start: int) -> tuple[_Block | None, int]:
    """Take the rows of one item; None if a brace stays open, up to the first blank line."""
    body: list[str] = []
    depth, blanks, first = 0, 0, 0
    for at in range(start, len(rows)):
        row = rows[at]
        if not row.strip():
            if not depth:
                return _Block(start + 1, "\n".join(body)), at
            blanks += 1
            first = first or at
        elif row.lstrip().startswith("//"):
            continue
        if depth and blanks and ("{" in _ESCAPE.sub("", row) or blanks > _BLANKS):
            return None, first
        body.append(row)
        if "{" in row or "}" in row:
            for brace in _BRACE.findall(row):
                depth = 1 if brace == "{" else 0 if brace == "}" else depth
    return (None, first or len(rows)) if depth else (_Block(start + 1, "\n".join(body)), len(rows))


def _item(block: _Block) -> Iterator[Asked | Skipped]:
    """Read one item; where the next stands in the line below its }, that one, too."""
    rest = block
    while rest.text.strip():
        opening = _find(_BRACE, rest.text, "{")
        closing = _find(_BRACE, rest.text, "}", opening) if opening >= 0 else -1
        after = rest.text[closing + 1 :] if closing >= 0 else ""
        tail, _, more = after.partition("\n") if _find(_BRACE, after, "{") >= 0 else (after, "", "")
        if _find(_BRACE, tail, "{") >= 0:
            yield Skipped(rest.line, "there are two sets of answers in it")
        elif opening < 0:
            yield _asked(rest, rest.text, None, "")
        else:
            yield _asked(rest, rest.text[:opening], rest.text[opening + 1 : closing], tail)
        used = rest.text[: len(rest.text) - len(more)]
        rest = _Block(rest.line + used.count("\n"), more if "\n" in after else "")


def _asked(block: _Block, before: str, body: str | None, tail: str) -> Asked | Skipped:
    """Read an item that was taken apart into what stands before, in and behind the braces."""
    before, title = before.strip(), ""
    if before.startswith("::"):
        end = _find(_COLONS, before, "::", 2)
        if end > 0:
            title, before = text_of(before[2:end], "moodle"), before[end + 2 :]
    stem = marked(before, "moodle")
    asked = Asked(block.line, "Description", stem, title, tail=text_of(tail, stem.format))
    for name, value in _NOTE.findall(" ".join(block.notes)):
        if name == "id":
            asked.id = cleaned(value).strip()
        else:
            asked.tags.append(value.strip())
    if body is None:
        return asked
    split = _find(_GENERAL, body, "####")
    if split >= 0:
        asked.general = marked(body[split + 4 :], stem.format)
        body = body[:split]
    return _with_answers(asked, body.strip())


def _with_answers(asked: Asked, body: str) -> Asked | Skipped:
    """Read what stands in the braces."""
    form = asked.stem.format
    claim = _CLAIM.match(body)
    if not body:
        asked.kind = "Essay"
    elif body.startswith("#"):
        asked.kind = "Numerical"
        return _numerical(asked, body[1:])
    elif claim:
        asked.kind, asked.claim = "TF", claim[1][0] in "Tt"
        feedback = [*_split(body[claim.end() :]), "", ""][1:3]
        asked.wrong, asked.right = (marked(t, form) if t.strip() else None for t in feedback)
    elif body[0] not in "=~":
        return Skipped(asked.line, "its answers start with neither = nor ~")
    else:
        options = [_option(mark, text, form) for mark, text in _options(body)]
        pairs = [text.partition("->") for _, text in _options(body)]
        if all(option.right for option in options) and all(arrow for _, arrow, _ in pairs):
            asked.kind = "Matching"
            asked.pairs = [
                (marked(left, form), text_of(right, "moodle")) for left, _, right in pairs
            ]
        else:
            asked.kind = "Short" if all(option.right for option in options) else "MC"
            asked.many = not any(option.right for option in options)
            asked.options = options
    return asked


def _numerical(asked: Asked, body: str) -> Asked | Skipped:
    """Read the answers of a numerical question."""
    form = asked.stem.format
    options = _options(body)
    lone = body[: len(body) - sum(len(text) + 1 for _, text in options)]
    if lone.strip():
        options.insert(0, ("=", lone))
    for mark, text in options:
        option = _option(mark, text, form)
        told = option.text.text
        figures = _figures(told)
        if told.strip("* ") and figures is None:
            return Skipped(asked.line, f"“{told[:40]}” is no number")
        asked.options.append(
            Option(option.right, option.text, option.weight, option.feedback, figures)
        )
    return asked


def _figures(text: str) -> Figures | None:
    """Read 3, 3:0.5 or 1..5."""
    between = _BETWEEN.fullmatch(text)
    if between and between[1]:
        low, high = number(between[1]), number(between[2])
        if low is None or high is None:
            return None
        return Figures(low=min(low, high), high=max(low, high))
    around = _AROUND.fullmatch(text)
    if not around:
        return None
    value = number(around[1])
    return Figures(value, number(around[2]) if around[2] else None) if value is not None else None


def _options(body: str) -> list[tuple[str, str]]:
    """Split answers at the = and ~ before each; give these and what follows."""
    starts = [found.start() for found in _MARK.finditer(body) if found[0] in "=~"]
    ends = [*starts[1:], len(body)] if starts else []
    return [(body[s], body[s + 1 : e]) for s, e in zip(starts, ends, strict=True)]


def _option(mark: str, text: str, form: str) -> Option:
    """Read one answer: its weight, its text and its feedback."""
    weight = _WEIGHT.match(text)
    told, *feedback = _split(text[weight.end() :] if weight else text)
    note = marked("#".join(feedback), form) if feedback else None
    return Option(
        mark == "=",
        marked(told, form),
        number(weight[1]) if weight else None,
        note if note and note.text else None,
    )


def _split(text: str) -> list[str]:
    """Split a text at every # that is not escaped."""
    cuts = [found.start() for found in _HASH.finditer(text) if found[0] == "#"]
    begins = [0, *(cut + 1 for cut in cuts)]
    return [text[b:e] for b, e in zip(begins, [*cuts, len(text)], strict=True)]


def _find(pattern: re.Pattern[str], text: str, wanted: str, start: int = 0) -> int:
    """Find a sign that is not escaped; -1 if there is none."""
    if wanted not in text:
        return -1
    return next((f.start() for f in pattern.finditer(text, start) if f[0] == wanted), -1)


def marked(text: str, form: str) -> Marked:
    """Read a text and the format that it names, else the one that holds here."""
    tag = _FORMAT.match(text)
    if tag:
        form, text = tag[1], text[tag.end() :]
    return Marked(form, text_of(text, form))


def text_of(text: str, form: str) -> Clean:
    """Undo escapes; in Moodle's own format the line ends of the file say nothing."""
    text = text.strip()
    if form == "moodle":
        text = " ".join(text.split())
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
    return cleaned(text)
