"""BSD quiz: a line for each thing, colons between what is known of it, patterns in each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quiz.author.compose import NO_PROMPT, tags
from quiz.author.formats import Card, Format, Result, Skipped, Source, Told
from quiz.author.variants import Unclosed, variants
from quiz.errors import Unreadable

_COLON = re.compile(r"(?<!\\):")
_PATTERN = re.compile(r"[\[{][^\[\]{}\n]*[\]}]|[^\s|]\|[^\s|]")


def looks(source: Source) -> int:
    """Lines with equally many colons, and patterns in some of them."""
    rows = [row for _, row in _rows(source.written[:100_000])][:200]
    counts = Counter(row.count(":") for row in rows)
    if not rows or "\t" in source.text or "://" in source.text:
        return 0
    colons, count = counts.most_common(1)[0]
    if not colons or count < 0.9 * len(rows):
        return 0
    return 60 if any(_PATTERN.search(row) for row in rows) else 35


def read(source: Source) -> Iterator[Result]:
    """Read every line; without columns named, the first asks and the second answers."""
    asks, answers = _columns(source.columns)
    widest = 0
    topic = tags([source.name.rsplit(".", 1)[0]])
    for line, row in _rows(source.written):
        cells = _COLON.split(row)
        widest = max(widest, len(cells))
        if max(asks, answers) >= len(cells):
            yield Skipped(line, f"it has no column {max(asks, answers) + 1}")
            continue
        try:
            prompts, texts = variants(cells[asks]), variants(cells[answers])
        except Unclosed:
            yield Skipped(line, "a bracket in it has no partner")
            continue
        if not prompts or not texts:
            yield Skipped(line, "there is no answer" if prompts else NO_PROMPT)
            continue
        yield Card(line, prompts[0], texts[0], tuple(texts[1:]), {"tags": topic} if topic else {})
    if widest > 2:
        yield Told(
            f"column {asks + 1} of {widest} asks, column {answers + 1} answers; "
            "--columns prompt,-,answer takes others"
        )


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """Give the lines with their numbers; a backslash at the end joins the next one."""
    start, told = 0, ""
    for number, row in enumerate(text.split("\n"), 1):
        start = start or number
        if row.endswith("\\"):
            told += row[:-1]
            continue
        told += row
        if told.strip():
            yield start, told.strip()
        start, told = 0, ""
    if told.strip():
        yield start, told.strip()


def _columns(named: Sequence[str]) -> tuple[int, int]:
    """Find which column asks and which answers."""
    if not named:
        return 0, 1
    if "prompt" not in named or "answer" not in named:
        raise Unreadable("--columns cannot be used", "it must name prompt and answer")
    return list(named).index("prompt"), list(named).index("answer")


FORMAT = Format("bsdquiz", "BSD quiz", looks, read, typed=True)
