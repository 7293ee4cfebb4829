"""Problem: something that is wrong with a pack, where it stands, and a way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from quiz.core.text import Clean, clean

Severity = Literal["error", "warning"]
Place = tuple[str | int, ...]
"""The way to a value in a pack: keys and list positions, such as ("question", 3, "answer")."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend.

    `code` is the rule's stable name; `where` the way to the value, and `key` says that the name
    of the field is meant; `line` and `column` (from 1) are 0 until the file has been looked at;
    `source` is that line and `width` how many characters of it are meant.
    """

    code: str
    message: Clean
    where: Place = ()
    help: Clean = Clean("")
    severity: Severity = "error"
    key: bool = False
    file: Clean = Clean("")
    line: int = 0
    column: int = 0
    source: str = ""
    width: int = 1

    @property
    def at(self) -> str:
        """Where to look, as editors read it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file

    def __str__(self) -> str:
        """The problem in one line, without its way out."""
        return f"{self.at}: {self.severity}[{self.code}]: {self.message}"

    def placed(self, file: str, line: int, column: int, source: str, width: int) -> Problem:
        """Give the same problem with its position in a file."""
        return replace(self, file=clean(file), line=line, column=column, source=source, width=width)


def problem(
    code: str,
    message: str,
    where: Place = (),
    help: str = "",  # noqa: A002 - the word that people see
    *,
    severity: Severity = "error",
    key: bool = False,
) -> Problem:
    """Make a problem of words that may quote the pack: both are cleaned here."""
    return Problem(code, clean(message), where, clean(help), severity, key)
