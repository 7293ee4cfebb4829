"""Open Trivia DB: what its API gives, and dumps of it; entities, url3986 and base64 decoded."""

from __future__ import annotations

import binascii
import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any, cast
from urllib.parse import unquote

from quiz.author.compose import MOST, NO_PROMPT, chosen, squeezed, tags
from quiz.author.formats import Card, Fields, Format, Found, Result, Skipped, Source
from quiz.author.jsonparts import Broken, Item, Named, parts
from quiz.author.separated import rows
from quiz.core.text import Clean, clean
from quiz.errors import Unreadable

LICENSE = "CC-BY-SA-4.0"
"""The licence of every question in that database."""
_LEVELS = {"easy": 2, "medium": 3, "hard": 4}
_KEY = "incorrect_answers"
_CODED = re.compile(r"[A-Za-z0-9%._~'()*!,;\"-]+")
_Decode = Callable[[str], str]
_Squeeze = Callable[[Any], Clean]


def looks(source: Source) -> int:
    """JSON with incorrect answers; or lines without a space that hold coded ones."""
    if source.text.lstrip()[:1] in ("[", "{"):
        return 95 if _KEY in source.text else 0
    lines = [row for row in source.text[:20_000].split("\n")[:-1] if row] or [source.text.strip()]
    coded = all(_CODED.fullmatch(row) for row in lines)
    return 70 if coded and "%20" in source.text and "," in lines[0] else 0


def read(source: Source) -> Iterator[Result]:
    """Read every question, one after another."""
    if source.text.lstrip()[:1] not in ("[", "{"):
        yield from _pairs(source)
        return
    skipped: list[Skipped] = []
    tables, lines = _tables(source, skipped)
    yield from skipped
    decode: _Decode | None = _decoder(tables)
    plain = "&" not in source.text and "\\" not in source.text
    if decode is unescape and plain and source.text is source.written:
        decode = None
    squeeze = cast("_Squeeze", str.strip) if decode is None and source.even() else squeezed
    more = _More(decode)
    for number, table in enumerate(tables):
        line = lines[number] if lines else number + 1
        if not isinstance(table, dict):
            yield Skipped(line, "it is no question")
            continue
        yield _question(line, table, decode, squeeze, more)


def _tables(source: Source, skipped: list[Skipped]) -> tuple[Sequence[Any], Sequence[int]]:
    """Parse the file: an answer of the API, a list, or an object on each line.

    Gives what is in it, with its lines where these are known by then.
    """
    try:
        told = json.loads(source.written)
    except RecursionError:
        raise _broken(source, "it is nested too deeply") from None
    except ValueError as wrong:
        found = _sound(source.written, skipped)
        if not found:
            raise _broken(source, str(wrong)) from None
        return [item.value for item in found], [item.line for item in found]
    if isinstance(told, dict):
        told = told.get("results", [told])
    if not isinstance(told, list):
        raise _broken(source, "there is no list of questions in it")
    return told, _lines(source.text, len(told))


def _sound(text: str, skipped: list[Skipped]) -> list[Item]:
    """Take what can be read of a text that as a whole is no JSON: a line, or a part of a list."""
    rows = [(number, row) for number, row in enumerate(text.split("\n"), 1) if row.strip()]
    if len(rows) > 1 and _whole(rows[0][1]):
        shifted = [(number, part) for number, row in rows for part in parts(f"[{row}]", ())]
    else:
        shifted = [(1, part) for part in parts(text, ("results",))]
    found: list[Item] = []
    for number, part in shifted:
        line = number - 1 + (part.line if not isinstance(part, Named) else 1)
        if isinstance(part, Item):
            found.append(Item(line, part.value))
        elif isinstance(part, Broken):
            skipped.append(Skipped(line, f"it cannot be read: {part.why}"))
    return found


def _whole(row: str) -> bool:
    """Whether an object stands on a line by itself."""
    return all(isinstance(part, Item) for part in parts(f"[{row}]", ()))


def _broken(source: Source, why: str) -> Unreadable:
    return Unreadable(f"{source.name} cannot be read as Open Trivia DB", why)


def _lines(text: str, count: int) -> list[int]:
    """Find the line of each question, where every one of them names its incorrect answers once."""
    if "\n" not in text.strip():
        return [1] * count
    found = [
        number
        for number, row in enumerate(text.split("\n"), 1)
        for _ in range(row.count(f'"{_KEY}"'))
    ]
    return found if len(found) == count else []


def _decoder(tables: Sequence[Any]) -> _Decode:
    """Find out how the texts are coded, by the first questions."""
    sample = [t for t in tables[:50] if isinstance(t, dict) and isinstance(t.get("question"), str)]
    kinds = {str(table.get("type")) for table in sample}
    if kinds and kinds <= {"bXVsdGlwbGU=", "Ym9vbGVhbg=="}:
        return _from_base64
    asked = "".join(table["question"] for table in sample)
    if " " not in asked and ("%20" in asked or "%3F" in asked):
        return unquote
    if " " not in asked and "+" in asked:
        return lambda text: unquote(text.replace("+", " "))
    return unescape


def _from_base64(text: str) -> str:
    try:
        return b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text


def _question(
    line: int, table: dict[str, Any], decode: _Decode | None, squeeze: _Squeeze, more: _More
) -> Result:
    """Read one question; without `decode`, its texts are plain and clean."""
    try:
        prompt, right, others = table["question"], table["correct_answer"], table[_KEY]
        if decode is not None:
            prompt, right = clean(decode(prompt)), clean(decode(right))
            others = [clean(decode(text)) for text in others]
        right, others = squeeze(right), [*map(squeeze, others)]
        prompt = prompt.strip()
    except (KeyError, TypeError, AttributeError):
        return Skipped(line, "it wants question, correct_answer and incorrect_answers")
    if not prompt:
        return Skipped(line, NO_PROMPT)
    category, level = table.get("category"), table.get("difficulty")
    shared = more.known.get((category, level)) or more.of(category, level)
    lost: list[str] = []
    fields: Fields | str
    if 1 < len(others) <= MOST and len({"", right, *others}) == len(others) + 2:
        # As most questions are; 50,000 of them pass here.
        fields = {"kind": "choice", "prompt": prompt, "answer": right, "distractors": others}
    else:
        fields = chosen((right,), others, lost)
        if isinstance(fields, str):
            return Skipped(line, fields)
        fields["prompt"] = prompt
    fields |= shared
    if "id" in table or "_id" in table:
        number = table.get("id", table.get("_id"))
        fields["origin"] = {"id": squeezed(clean(str(number)))}
    return Found(line, fields, tuple(lost) if lost else ())


class _More:
    """What questions of one category and level have in common, found out once."""

    def __init__(self, decode: _Decode | None) -> None:
        self._decode = decode or str
        self.known: dict[tuple[Any, Any], Fields] = {}

    def of(self, category: Any, level: Any) -> Fields:
        """Give the fields."""
        told: Fields = {"license": LICENSE}
        topic = tags([self._decode(str(category or ""))])
        if topic:
            told["tags"] = topic
        difficulty = _LEVELS.get(self._decode(str(level or "")))
        if difficulty:
            told["difficulty"] = difficulty
        self.known[category, level] = told
        return told


def _pairs(source: Source) -> Iterator[Result]:
    """Read lines of coded question and answer."""
    for line, row in rows(source.text, ","):
        texts = [clean(unquote(cell)).strip() for cell in row]
        if len(texts) < 2 or not texts[0] or not texts[1]:
            yield Skipped(line, "it wants a question and an answer")
            continue
        prompt, right, *wrong = map(Clean, texts)
        more = {"license": LICENSE}
        if not wrong:
            yield Card(line, prompt, squeezed(right), (), more)
            continue
        lost: list[str] = []
        fields = chosen([squeezed(right)], map(squeezed, wrong), lost)
        if isinstance(fields, str):
            yield Skipped(line, fields)
        else:
            yield Found(line, {"prompt": prompt} | fields | more, tuple(lost))


FORMAT = Format("opentdb", "Open Trivia DB", looks, read)
