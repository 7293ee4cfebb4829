"""Signs: every drawn character, in Unicode and in ASCII, each one cell wide."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    """One set of signs; a screen never draws one that is not here.

    `large` says whether titles and scores can be drawn in block letters.
    """

    right: str = "✓"
    wrong: str = "✗"
    close: str = "≈"
    passed: str = "○"
    part: str = "◐"
    star: str = "★"
    unstar: str = "☆"
    level: str = "●"
    unlevel: str = "○"
    bulb: str = "●"
    unlit: str = "∙"
    full: str = "━"
    gone: str = "╌"
    rule: str = "─"
    here: str = "▸"
    day: str = "■"
    unday: str = "□"
    yours: str = "▲"
    truth: str = "◆"
    less: str = "‹"
    more: str = "›"
    open: str = "▏"
    shut: str = "▕"
    coming: str = "·"
    dot: str = "·"
    dash: str = "–"
    arrow: str = "→"
    times: str = "×"
    ellipsis: str = "…"
    tick: str = "┼"
    left_end: str = "├"
    right_end: str = "┤"
    stem: str = "│"
    foot: str = "└"
    arrows: str = "←→"
    up_down: str = "↑↓"
    large: bool = True


UNICODE = Signs()
ASCII = Signs(
    right="+",
    wrong="x",
    close="~",
    passed="o",
    part="%",
    star="*",
    unstar=".",
    level="#",
    unlevel="-",
    bulb="*",
    unlit=".",
    full="=",
    gone=".",
    rule="-",
    here=">",
    day="#",
    unday=".",
    yours="^",
    truth="#",
    less="<",
    more=">",
    open="[",
    shut="]",
    coming=".",
    dot="-",
    dash="-",
    arrow=">",
    times="x",
    ellipsis="~",
    tick="+",
    left_end="|",
    right_end="|",
    stem="|",
    foot="+",
    arrows="<>",
    up_down="^v",
    large=False,
)
_WIDE = ("zh", "ja", "ko")


def signs_of(app: object) -> Signs:
    """The signs that an app draws with."""
    return getattr(app, "signs", UNICODE)


def choose(setting: str, encoding: str, language: str) -> Signs:
    """Choose the signs: as set; else ASCII without UTF-8, and where stars and circles are wide.

    `setting` is "", "ascii" or "unicode"; `encoding` the terminal's; `language` the locale's name.
    """
    if setting:
        return ASCII if setting == "ascii" else UNICODE
    narrow = encoding.casefold().replace("-", "").replace("_", "") in ("utf8", "cp65001")
    return UNICODE if narrow and not language.casefold().startswith(_WIDE) else ASCII
