"""Markdown within a line: its signs taken away, or put before what only looks like one."""

from __future__ import annotations

import re

from quiz.author.html import looks_like_html, plain
from quiz.core.text import Clean, clean

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`{1,20})(?!`)([^`]{1,2000})\1(?!`)")
_LINK = re.compile(r"(!?)\[([^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,300}\")?\)")
_STRONG = re.compile(r"(\*{1,3})(?=[^\s*])([^*]{1,2000}?)(?<=[^\s*])\1")
_EMPHASIS = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])([^_]{1,2000}?)(?<=[^\s_])\1(?!\w)")
_STRUCK = re.compile(r"~~([^~]{1,2000})~~")
_SPECIAL = re.compile(r"[\\`*_\[\]<>~&|{}#]")
_HOLD = "\ufdd0"  # is no character at all, so that no text needs it
_HELD = re.compile(f"{_HOLD}(\\d+){_HOLD}")


def unmarked(text: str) -> Clean:
    """Give the words of a Markdown text: no emphasis, links as their words, escapes undone."""
    if text.isalnum():
        return Clean(text)
    held: list[str] = []

    def hold(told: str) -> str:
        held.append(told)
        return f"{_HOLD}{len(held) - 1}{_HOLD}"

    text = _ESCAPED.sub(lambda found: hold(found[1]), text.replace(_HOLD, ""))
    text = _CODE.sub(lambda found: hold(found[2].strip()), text)
    text = _LINK.sub(lambda found: found[2], text)
    for pattern in (_STRONG, _EMPHASIS):
        text = pattern.sub(r"\2", text)
        text = pattern.sub(r"\2", text)
    text = _STRUCK.sub(r"\1", text)
    if looks_like_html(text):
        text = plain(text)
    # What was held may hold again: an escaped sign stands in a piece of code.
    for _ in range(2):
        text = _HELD.sub(
            lambda found: held[int(found[1])] if int(found[1]) < len(held) else "", text
        )
    return clean(text)


def escaped(text: str) -> str:
    """Write a line so that Markdown takes every sign for itself."""
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)
