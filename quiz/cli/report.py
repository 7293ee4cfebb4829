"""How problems are shown: in full with the line and a caret, one line each, or as JSON."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from quiz.core.problem import Problem
from quiz.core.text import clean

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
        click.echo(f"{_title(told)}: {told.message}")
        click.echo(f"  --> {told.at}")
        if told.source:
            source, pointer = _pointed(told)
            margin = " " * len(str(told.line))
            click.echo(f" {margin} |\n {told.line} | {source}")
            click.echo(f" {margin} | {click.style(pointer, fg=_COLOURS[told.severity])}")
        if told.help:
            click.echo(f"  {click.style('help', bold=True)}: {told.help}")
        click.echo()


def _concise(problems: Sequence[Problem]) -> None:
    """Print one line for each problem, as compilers do."""
    for told in problems:
        click.echo(str(told))


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


def as_json(value: Any) -> str:
    """Write a value as JSON, with every character as it is where standard output can take it."""
    unicode = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    return json.dumps(value, ensure_ascii=not unicode, indent=2)


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
    begin = told.column - 1
    start = max(0, begin - _WIDEST // 2) if len(told.source) > _WIDEST else 0
    shown = told.source[start : start + _WIDEST]
    before = _visible(shown[: begin - start])
    value = _visible(shown[begin - start : begin - start + told.width])
    after = _visible(shown[begin - start + told.width :])
    marks = "^" * max(1, _cells(value))
    left = "… " if start else ""
    right = " …" if start + _WIDEST < len(told.source) else ""
    return f"{left}{before}{value}{after}{right}", " " * (_cells(before) + len(left)) + marks


def _visible(text: str) -> str:
    """Show every character of a line in its place: what a terminal must not get is a mark."""
    return "".join(" " if c == "\t" else c if clean(c) else "\ufffd" for c in text)


def _cells(text: str) -> int:
    """Count the terminal's columns of a text."""
    return sum(
        1 + (unicodedata.east_asian_width(c) in "WF") for c in text if not unicodedata.combining(c)
    )
