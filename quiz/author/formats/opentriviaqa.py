"""OpenTriviaQA: #Q the question, ^ the answer, then a line with a letter for each option."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.author.compose import NO_PROMPT, chosen, settled, squeezed, tags
from quiz.author.formats import Format, Found, Result, Skipped, Source
from quiz.core.text import Clean

LICENSE = "CC-BY-SA-4.0"
"""The licence of every question in that collection."""
_OPTION = re.compile(r"[A-Z] +(.*)")


def looks(source: Source) -> int:
    """A line that begins with #Q, and one that begins with ^."""
    begun = source.text.startswith("#Q ") or "\n#Q " in source.text
    return 90 if begun and "\n^" in source.text else 0


def read(source: Source) -> Iterator[Result]:
    """Read every question; the file's name is its topic."""
    shared = {"license": LICENSE}
    topic = tags([source.name.rsplit(".", 1)[0]])
    start, rows = 0, list[str]()
    for number, row in enumerate(source.text.split("\n"), 1):
        if row.startswith("#Q"):
            if rows:
                yield _question(start, rows, shared | ({"tags": topic} if topic else {}))
            start, rows = number, [row[2:]]
        elif rows:
            rows.append(row)
        elif row.strip():
            yield Skipped(number, "it stands before the first #Q")
    if rows:
        yield _question(start, rows, shared | ({"tags": topic} if topic else {}))


def _question(line: int, rows: list[str], more: dict[str, object]) -> Result:
    """Read one question; its prompt may go on for lines, until the answer."""
    answer = next((i for i, row in enumerate(rows) if row.startswith("^")), 0)
    if not answer:
        return Skipped(line, "no line with ^ gives its answer")
    prompt = "\n".join(row.strip() for row in rows[:answer]).strip()
    right = squeezed(Clean(rows[answer][1:].strip()))
    wrong: list[Clean] = []
    options: list[Clean] = []
    own = 0
    for row in rows[answer + 1 :]:
        option = _OPTION.fullmatch(row)
        text = squeezed(Clean(option[1])) if option else Clean("")
        options.append(text)
        if text == right and not own:
            own = 1
        elif option:
            wrong.append(text)
        elif row.strip():
            return Skipped(line, f"“{row.strip()[:40]}” is neither option nor answer")
    if not prompt:
        return Skipped(line, NO_PROMPT)
    if not own:
        return Skipped(line, f"its answer “{right[:40]}” is none of its options")
    lost: list[str] = []
    fields = chosen([right], wrong, lost)
    if isinstance(fields, str):
        return Skipped(line, fields)
    return Found(line, {"prompt": Clean(prompt)} | settled(fields, options) | more, tuple(lost))


FORMAT = Format("opentriviaqa", "OpenTriviaQA", looks, read)
