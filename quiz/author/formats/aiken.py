"""Aiken: a question, a line for each option, and ANSWER: with the letter of the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.author.compose import chosen, settled, squeezed
from quiz.author.formats import Format, Found, Result, Skipped, Source
from quiz.core.text import Clean

_OPTION = re.compile(r"\s*([A-Z])[.)]\s*(.*)")
_ANSWER = re.compile(r"\s*ANSWER\s*:(.*)")
_LETTER = re.compile(r"[A-Z]")
_SURE = re.compile(r"^[^\S\n]*ANSWER[^\S\n]*:[^\S\n]*[A-Z][^\S\n]*$", re.MULTILINE)


def looks(source: Source) -> int:
    """Nothing else ends a question with ANSWER: and a letter."""
    return 85 if _SURE.search(source.text) else 0


def read(source: Source) -> Iterator[Result]:
    """Read every question; one that is not finished before the next begins is skipped."""
    prompt: list[str] = []
    options: list[tuple[str, Clean]] = []
    line = 0
    for number, row in enumerate(source.text.split("\n"), 1):
        answer, option = _ANSWER.fullmatch(row), _OPTION.fullmatch(row)
        if answer:
            yield _question(line or number, prompt, options, answer[1].strip())
            prompt, options, line = [], [], 0
        elif option and (options or option[1] == "A"):
            line = line or number
            options.append((option[1], squeezed(Clean(option[2]))))
        elif row.strip():
            if options:
                yield Skipped(line, "the next question begins before its ANSWER:")
                prompt, options, line = [], [], 0
            line = line or number
            prompt.append(row.strip())
    if prompt or options:
        yield Skipped(line, "it has no ANSWER:")


def _question(
    line: int, prompt: list[str], options: list[tuple[str, Clean]], answer: str
) -> Result:
    if not prompt:
        return Skipped(line, "there is no question before its options")
    letter = _LETTER.fullmatch(answer.rstrip(".)"))
    texts = dict(options)
    if len(options) < 2:
        return Skipped(line, "it has fewer than two options")
    if not letter or letter[0] not in texts:
        return Skipped(line, f"ANSWER: {answer[:40]} is none of its options")
    lost: list[str] = []
    wrong = [text for name, text in options if name != letter[0]]
    fields = chosen([texts[letter[0]]], wrong, lost)
    if isinstance(fields, str):
        return Skipped(line, fields)
    fields = settled(fields, [text for _, text in options])
    return Found(line, {"prompt": Clean("\n".join(prompt))} | fields, tuple(lost))


FORMAT = Format("aiken", "Aiken", looks, read)
