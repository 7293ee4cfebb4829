"""Typewriter: where the signs are ASCII, so is every other line, dash and mark that is drawn.

The signs of the game are chosen where they are drawn. Frames, bars and fields that Textual draws,
the mark of a cut, a minus, and what packs have of curly quotes pass through here last. Letters of
any script stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_TYPED = {
    "-": "−–—─·",
    "=": "━",
    "|": "│┃▐▌▍▎▋▊▉█",
    "+": "╭╮╰╯┌┐└┘├┤┬┴┼",
    "[": "▏",
    "]": "▕",
    "#": "▀▄▁▂▃▅▆▇",
    "~": "…",
    "x": "×",
    ">": "→",
    "<": "←",
    "'": "‘’",
    '"': "“”",
}
PLAIN: Mapping[int, str] = MappingProxyType(
    {ord(drawn): typed for typed, all_drawn in _TYPED.items() for drawn in all_drawn}
)
"""What is typed instead, each in one cell."""


class Typewriter(LineFilter):
    """Replaces what is not on a typewriter."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Type a line."""
        del background
        return [Segment(text.translate(PLAIN), style, control) for text, style, control in segments]
