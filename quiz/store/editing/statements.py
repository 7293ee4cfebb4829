"""The statements of a TOML text, each with its comments, and with its value spaced anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz.store.spans import DOT, PART, VALUE, name_of

_WIDTH = 100
_BLANKS = re.compile(r"[ \t]*")
_COMMENT = re.compile(r"#[^\n]*")
_INSIDE = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")
_TIME = re.compile(r"((?:\d{4}-\d\d-\d\d[Tt ])?\d\d:\d\d)([Zz]|[+-]\d\d:\d\d)?")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(e)|[\s\S])")


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or a field: `lead` are the comment lines above it, `text` what is written.

    `parts` is its key, `value` the value as it was written.
    """

    parts: tuple[str, ...]
    text: str
    lead: tuple[str, ...] = ()
    value: str = ""
    header: bool = False

    @classmethod
    def new(cls, name: str, value: str) -> Statement:
        """Make a field whose value is a plain text."""
        return cls((name,), f'{name} = "{value}"', (), f'"{value}"')


def read(text: str) -> tuple[list[str], list[Statement], list[str]]:
    """Split a text that is known to be TOML; give its first comments, statements, last comments.

    The first comments are the file's own: up to a blank line, and directives such as #:schema.
    """
    reader = _Reader(text.replace("\r\n", "\n"))
    statements = list(reader.statements())
    if not statements:
        return [], [], reader.lead
    lead = list(statements[0].lead)
    cut = len(lead) - lead[::-1].index("") if "" in lead else 0
    while cut < len(lead) and lead[cut].startswith("#:"):
        cut += 1
    statements[0] = replace(statements[0], lead=tuple(lead[cut:]))
    return lead[:cut], statements, reader.lead


class _Reader:
    """Reads statements one after another; `lead` are the comment lines since the last.

    `_lifted` are the comments in inline tables of the field, `_tables` how many it is within.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lead: list[str] = []
        self._lifted: list[str] = []
        self._tables = 0

    def statements(self) -> Iterator[Statement]:
        """Read to the end."""
        while self._to_next():
            lead = tuple(self.lead)
            self.lead = []
            yield self._header(lead) if self.text[self.at] == "[" else self._field(lead)

    def _to_next(self) -> bool:
        """Pass blank and comment lines, and remember them; tell whether a statement follows.

        Of blank lines only those count that have a comment before them.
        """
        blank = False
        while True:
            self._take(_BLANKS)
            comment = self._take(_COMMENT)
            if not comment and self.text[self.at : self.at + 1] != "\n":
                break
            if comment:
                self.lead += [*([""] if blank and self.lead else []), comment.rstrip()]
            blank = not comment
            self.at += 1
        there = self.at < len(self.text)
        if blank and self.lead and there:
            self.lead.append("")
        return there

    def _header(self, lead: tuple[str, ...]) -> Statement:
        """Read [table] or [[table]]."""
        many = self.text.startswith("[[", self.at)
        self.at += 1 + many
        names, key = self._key()
        self._take(_BLANKS)
        self.at += 1 + many
        text = f"[[{key}]]" if many else f"[{key}]"
        return Statement(names, text + self._behind(), lead, header=True)

    def _field(self, lead: tuple[str, ...]) -> Statement:
        """Read key = value; a list with comments in it keeps its lines.

        Comments within an inline table, where TOML 1.0 has none, come to stand above the field.
        """
        names, key = self._key()
        self.at = self.text.index("=", self.at) + 1
        self._take(_BLANKS)
        begin = self.at
        self._lifted.clear()
        written = self._value(len(key) + 3)
        if written is None:
            self.at = begin
            self._lifted.clear()
            written = self._commented()
        raw = self.text[begin : self.at]
        return Statement(names, f"{key} = {written}{self._behind()}", (*lead, *self._lifted), raw)

    def _key(self) -> tuple[tuple[str, ...], str]:
        """Read a key; give its parts, and how it is written."""
        parts: list[str] = []
        self._take(_BLANKS)
        while part := self._take(PART):
            parts.append(part)
            if not self._take(DOT):
                break
        return tuple(map(name_of, parts)), ".".join(parts)

    def _value(self, column: int = 0) -> str | None:
        """Read a value and write it anew; None if there are comments in its lists.

        `column` is where it starts, if it may take several lines.
        """
        if self.text[self.at] not in "[{":
            return _as_1_0(self._take(VALUE))
        inside, closing = self._items(), self.text[self.at - 1]
        if inside is None:
            return None
        if closing == "}":
            return f"{{ {', '.join(inside)} }}" if inside else "{}"
        row = f"[{', '.join(inside)}]"
        if not column or column + len(row) <= _WIDTH or not inside[1:]:
            return row
        return "\n".join(["[", *(f"  {item}," for item in inside), "]"])

    def _items(self) -> list[str] | None:
        """Read what is in brackets; None if there are comments in a list."""
        opening = self.text[self.at]
        self._tables += opening == "{"
        self.at += 1
        items: list[str] = []
        commented = self._gap()
        while self.text[self.at] not in "]}":
            item = self._pair() if opening == "{" else self._value()
            items.append(item or "")
            commented |= self._gap() or item is None
        self.at += 1
        self._tables -= opening == "{"
        return None if commented else items

    def _pair(self) -> str:
        """Read key = value in an inline table."""
        _, key = self._key()
        self.at = self.text.index("=", self.at) + 1
        self._take(_BLANKS)
        return f"{key} = {self._value()}"

    def _gap(self) -> bool:
        """Pass what stands between items, lifting comments out of a table; tell if any stay."""
        comments = _COMMENT.findall(self._take(_INSIDE))
        if self._tables:
            self._lifted += (comment.rstrip() for comment in comments)
        return bool(comments) and not self._tables

    def _commented(self) -> str:
        """Read a value whose lists keep their lines and comments; the rest is written anew."""
        if self.text[self.at] != "[":
            return self._value() or ""
        out = [self.text[self.at]]
        self.at += 1
        out.append(self._take(_INSIDE))
        while self.text[self.at] != "]":
            out += [self._commented(), self._take(_INSIDE)]
        self.at += 1
        return "".join([*out, "]"])

    def _behind(self) -> str:
        """Read the comment behind a statement, and pass the end of its line."""
        self._take(_BLANKS)
        comment = self._take(_COMMENT)
        self.at += 1
        return f"  {comment.rstrip()}" if comment else ""

    def _take(self, pattern: re.Pattern[str]) -> str:
        """Take what a pattern finds here."""
        found = pattern.match(self.text, self.at)
        if not found:
            return ""
        self.at = found.end()
        return found[0]


def _as_1_0(value: str) -> str:
    """Write the escapes, and times without seconds, that only TOML 1.1 knows as those of 1.0."""
    if short := _TIME.fullmatch(value):
        return f"{short[1]}:00{short[2] or ''}"
    return _ESCAPE.sub(_known_escape, value) if value[0] == '"' and "\\" in value else value


def _known_escape(found: re.Match[str]) -> str:
    """Give one escape as TOML 1.0 has it."""
    if found[2]:
        return r"\u001B"
    return rf"\u00{found[1].upper()}" if found[1] else found[0]
