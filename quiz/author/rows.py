"""Rows of a table whose columns are known become questions and cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from quiz.author.columnnames import framed
from quiz.author.compose import (
    MOST,
    NO_ANSWER,
    NO_PROMPT,
    chosen,
    placed,
    settled,
    squeezed,
    tags,
    told,
    truth,
)
from quiz.author.formats import Card, Cards, Fields, Found, Result, Skipped, Source
from quiz.author.headings import role
from quiz.author.html import has_tags, looks_like_html, plain
from quiz.core.text import Clean

_LEVELS = {"very easy": 1, "easy": 2, "medium": 3, "hard": 4, "very hard": 5}
_SEVERAL = re.compile(r"[,;/|+&\s]+")
_LIST = re.compile(r"\s*[|;\n]\s*")
_OTHERS = (" of the", " above")
_BEGINS = frozenset(
    {"All ", "all ", "None", "none", "Both", "both", "Neit", "neit", "Any ", "any "}
)
_KNOWN = frozenset({"prompt", "answer", "correct"})
_Row = tuple[int, list[str]]


class Rows:
    """Reads rows; `given` are the columns' roles, `headings` their names, if they have any."""

    def __init__(self, given: Sequence[str], headings: Sequence[str], source: Source) -> None:
        self._html = has_tags(source.text)
        # Without quotes no cell has lines of its own.
        self._bare = source.bare and '"' not in source.text
        self._source = source
        self._at = {name: [i for i, r in enumerate(given) if r == name] for name in {*given}}
        self._prompt = self._one("prompt")
        self._answer = self._one("answer")
        self._correct = self._one("correct")
        self._wrong = self._at.get("distractor", [])
        self._options = self._at.get("option", [])
        self._more = [
            (i, r) for i, r in enumerate(given) if r not in (*_KNOWN, "-", "distractor", "option")
        ]
        # A heading that is no word of the trade says what is asked: the capital of a country.
        asked = headings[self._answer] if headings and 0 <= self._answer < len(headings) else ""
        self._frame = framed(asked) if asked and not role(asked) else ("", "")

    def _one(self, name: str) -> int:
        return self._at.get(name, [-1])[0]

    def read(self, body: Iterator[_Row]) -> Iterator[Result]:
        """Read row after row."""
        if self._wrong and not self._html and not self._more and self._answer >= 0:
            yield from self._plain(body)
            return
        paired = self._bare and self._prompt >= 0 <= self._answer
        if paired and not (
            self._html or self._more or self._wrong or self._options or any(self._frame)
        ):
            yield from self._pairs(body)
            return
        for line, row in body:
            cells = [self._cell(text) for text in row]
            if any(cells):
                yield self._row(line, cells)

    def _plain(self, body: Iterator[_Row]) -> Iterator[Result]:
        """Read rows of prompt, answer and wrong options: the way that large tables go."""
        prompt, answer, *wrong = self._prompt, self._answer, *self._wrong
        last, many = max(prompt, answer, *wrong), len(wrong)
        options = itemgetter(answer, *wrong)
        squeeze = str.strip if self._bare and self._source.even() else squeezed
        linked = any(self._source.text.find(words) >= 0 for words in _OTHERS)
        for line, row in body:
            if len(row) > last:
                asked = row[prompt].strip()
                texts = list(map(squeeze, options(row)))
                if asked and 1 < many <= MOST and len({"", *texts}) == many + 2:
                    right, *others = texts
                    fields = {"kind": "choice", "answer": right, "distractors": others}
                    fields["prompt"] = asked
                    if linked and not _BEGINS.isdisjoint(text[:4] for text in texts):
                        fields = placed(fields, asked)
                    yield Found(line, fields)
                    continue
            if any(row):
                yield self._row(line, [self._cell(text) for text in row])

    def _pairs(self, body: Iterator[_Row]) -> Iterator[Result]:
        """Read rows of prompt and answer."""
        prompt, answer = self._prompt, self._answer
        last = max(prompt, answer)
        cards = Cards()
        lines, fronts, backs = cards.lines, cards.fronts, cards.backs
        for line, row in body:
            if len(row) > last:
                front, back = row[prompt].strip(), row[answer].strip()
                if front and back:
                    lines.append(line)
                    fronts.append(front)  # type: ignore[arg-type]
                    backs.append(back)  # type: ignore[arg-type]
                    continue
            if any(row):
                yield self._row(line, [self._cell(text) for text in row])
        yield cards

    def _cell(self, text: str) -> Clean:
        if self._html and looks_like_html(text):
            return plain(text)
        return Clean(text.strip())

    def _row(self, line: int, cells: list[Clean]) -> Result:
        """Make a question where there are options, else a card."""

        def get(index: int) -> Clean:
            return cells[index] if 0 <= index < len(cells) else Clean("")

        prompt = get(self._prompt)
        if not prompt:
            return Skipped(line, NO_PROMPT)
        if prompt[-1] not in "?!.":
            prompt = Clean(prompt.join(self._frame))
        more, lost = self._others(cells)
        accept = more.pop("accept", [])
        if self._options:
            found = self._picked([get(i) for i in self._options], get(self._correct), lost)
        else:
            answer = squeezed(get(self._answer))
            wrong = [squeezed(text) for text in map(get, self._wrong) if text]
            if not answer:
                return Skipped(line, "there is no answer")
            if not wrong:
                return Card(line, prompt, answer, tuple(accept), more, tuple(lost))
            found = chosen([answer], wrong, lost)
            found = found if isinstance(found, str) else placed(found, prompt)
        if isinstance(found, str):
            return Skipped(line, found)
        if accept and found["kind"] == "short-answer":
            found["accept"] = accept
        elif accept:
            lost.append(f"also right: {told(accept)}")
        return Found(line, {"prompt": prompt} | found | more, tuple(lost))

    def _picked(self, texts: list[Clean], key: Clean, lost: list[str]) -> Fields | str:
        """Find the right options by what the key says: a text, letters or numbers."""
        options = [squeezed(text) for text in texts]
        right: list[Clean] = []
        whole = squeezed(key)
        if whole in options:
            right = [whole]
        else:
            for part in filter(None, _SEVERAL.split(key)):
                place = int(part) - 1 if part.isdecimal() and len(part) < 3 else -1
                if len(part) == 1 and part.isalpha():
                    place = ord(part.upper()) - ord("A")
                if not (0 <= place < len(options) and options[place]):
                    return f"“{key[:40]}” is none of its options" if key else NO_ANSWER
                right.append(options[place])
        wrong = [text for text in options if text and text not in right]
        if not wrong and len(right) == 1 and truth(right[0]) is None:
            return {"kind": "short-answer", "answer": right[0]}
        found = chosen(right, wrong, lost, many=len(right) > 1)
        return found if isinstance(found, str) else settled(found, options)

    def _others(self, cells: list[Clean]) -> tuple[Fields, list[str]]:
        """Read the columns that any question may have."""
        more: Fields = {}
        lost: list[str] = []
        for index, name in self._more:
            text = cells[index] if index < len(cells) else Clean("")
            if not text:
                continue
            if name == "tags":
                more["tags"] = list(
                    dict.fromkeys([*more.get("tags", ()), *tags(_LIST.split(text))])
                )
            elif name in ("accept", "hints"):
                more[name] = [*more.get(name, ()), *map(squeezed, map(Clean, _LIST.split(text)))]
            elif name == "difficulty":
                level = _LEVELS.get(text.casefold()) or (int(text) if text in "12345" else 0)
                if level:
                    more["difficulty"] = level
                else:
                    lost.append(f"the difficulty “{text[:40]}”")
            elif name == "id":
                more["origin"] = {"id": squeezed(text)}
            else:
                more[name] = text if name == "explanation" else squeezed(text)
        return more, lost
