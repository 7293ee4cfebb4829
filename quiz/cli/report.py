"""How problems are shown: in full with the line and a caret, one line each, or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TextIO

import click

from quiz.core.problem import Problem
from quiz.core.text import clean, line

_COLOURS = {"error": "red", "warning": "yellow"}
_WIDEST = 110


def report(problems: Sequence[Problem], form: str, files: int) -> None:
    """Print problems to standard output in a format, and their count to standard error."""
    FORMATS[form](problems)
    errors = sum(told.severity == "error" for told in problems)
    warnings = len(problems) - errors
    counted = " and ".join(
        f"{count} {name}{'s' * (count > 1)}"
        for count, name in ((errors, "error"), (warnings, "warning"))
        if count
    )
    packs = f"{files} pack{'s' * (files != 1)}"
    click.echo(f"{packs}: {counted or 'no problems'}.", err=True)


def _full(problems: Sequence[Problem]) -> None:
    """Print each problem with its line, a caret under the value, and the way out."""
    for told in problems:
        click.echo(f"{_title(told)}: {line(told.message)}")
        click.echo(f"  --> {line(told.at)}")
        if told.source:
            source, pointer = _pointed(told)
            margin = " " * len(str(told.line))
            click.echo(f" {margin} |\n {told.line} | {source}")
            click.echo(f" {margin} | {click.style(pointer, fg=_COLOURS[told.severity])}")
        if told.help:
            click.echo(f"  {click.style('help', bold=True)}: {line(told.help)}")
        click.echo()


def _concise(problems: Sequence[Problem]) -> None:
    """Print one line for each problem, as compilers do."""
    for told in problems:
        click.echo(line(str(told)))


def _json(problems: Sequence[Problem]) -> None:
    """Print a list of objects."""
    rows = [
        {
            "file": told.file,
            "line": told.line,
            "column": told.column,
            "code": told.code,
            "severity": told.severity,
            "message": told.message,
            "help": told.help,
            "field": ".".join(map(str, told.where)),
        }
        for told in problems
    ]
    click.echo(as_json(rows))


def as_json(value: Any, stream: TextIO | None = None, indent: int | None = 2) -> str:
    """Write a value as JSON, for standard output or another stream.

    Every character is as it is where the stream can take it; one that a terminal must not get is
    escaped, which says the same to programs.
    """
    encoding = getattr(stream or sys.stdout, "encoding", None) or "utf-8"
    told = json.dumps(value, ensure_ascii=not encoding.lower().startswith("utf"), indent=indent)
    unsafe = [c for c in set(told) if not clean(c)]
    return told.translate({ord(c): json.dumps(c)[1:-1] for c in unsafe}) if unsafe else told


FORMATS: Mapping[str, Callable[[Sequence[Problem]], None]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
}
"""The formats by name."""


def _title(told: Problem) -> str:
    """Give severity and code, coloured where there is a terminal."""
    return click.style(f"{told.severity}[{told.code}]", fg=_COLOURS[told.severity], bold=True)


def _pointed(told: Problem) -> tuple[str, str]:
    """Cut a line to what fits around the value, and draw the caret under it."""
    from rich.cells import cell_len

    begin = told.column - 1
    start = max(0, begin - _WIDEST // 2) if len(told.source) > _WIDEST else 0
    shown = told.source[start : start + _WIDEST]
    before = _visible(shown[: begin - start])
    value = _visible(shown[begin - start : begin - start + told.width])
    after = _visible(shown[begin - start + told.width :])
    marks = "^" * max(1, cell_len(value))
    left = "… " if start else ""
    right = " …" if start + _WIDEST < len(told.source) else ""
    return f"{left}{before}{value}{after}{right}", " " * (cell_len(before) + len(left)) + marks


def _visible(text: str) -> str:
    """Show every character of a line in its place: what a terminal must not get is a mark."""
    return "".join(" " if c == "\t" else c if clean(c) else "\ufffd" for c in text)
