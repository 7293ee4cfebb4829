"""HTML to plain text: in one pass, whatever it is fed."""

from __future__ import annotations

import re
from html import unescape

from quiz.author.decoding import cleaned
from quiz.core.text import Clean

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^<>]{0,4000})>")
_KNOWN = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|ul|ol|li|sub|sup|img|a|font|h[1-6]|pre|code|table|tr|td"
    r"|tbody|th|hr|small|big|center|blockquote)\b[^<>]{0,4000}>|&(?:nbsp|amp|lt|gt|quot|#\d+);",
    re.IGNORECASE,
)
_BREAKS = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "tr", "table", "hr", "blockquote", "pre", "dt", "dd"}
    | {f"h{level}" for level in range(1, 7)}
)
_PAIRED = frozenset(
    {"b", "i", "u", "em", "strong", "span", "div", "ul", "ol", "sub", "sup", "a", "font", "pre"}
    | {"code", "table", "small", "big", "center", "blockquote"}
    | {f"h{level}" for level in range(1, 7)}
)
_SHOWN = re.compile(r"<(?:img|audio|video)\s", re.IGNORECASE)
_HIDDEN = frozenset({"script", "style", "head", "title"})
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SCRIPTS = {"sup": (_RAISED, "^"), "sub": (_LOWERED, "_")}
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))", re.IGNORECASE)
_GAPS = re.compile(r"[ \t\r\f\v\xa0]+")
_LINES = re.compile(r" *\n[ \n]*\n *| *\n *")


def has_tags(text: str) -> bool:
    """Whether there is anything in a text that HTML knows."""
    return ("<" in text or "&" in text) and _KNOWN.search(text) is not None


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: there are tags in it, with words; what is opened is closed.

    A question about HTML speaks of a tag, and has no partner for it.
    """
    if not has_tags(text):
        return False
    balance: dict[str, int] = {}
    for closing, name, _ in _TAG.findall(text):
        balance[name.casefold()] = balance.get(name.casefold(), 0) + (-1 if closing else 1)
    if any(balance.get(name) for name in _PAIRED):
        return False
    return bool(_TAG.sub("", text).strip()) or _SHOWN.search(text) is not None


def has_media(text: str) -> bool:
    """Whether a text shows or plays something that plain text cannot."""
    return (
        "<" in text and re.search(r"<(?:img|audio|video|object|iframe)\b", text, re.I) is not None
    )


def plain(text: str) -> Clean:
    """Give the words of a piece of HTML; a picture is its description if nothing else is there.

    Paragraphs and breaks become new lines, raised and lowered figures stay so.
    """
    if "<" not in text and "&" not in text:
        return _spaced(text)
    words = _spaced(_words(text))
    if words or "<" not in text:
        return words
    return _spaced(" ".join("".join(found) for found in _ALT.findall(text[:100_000])))


def _words(text: str) -> str:
    """Pass over a text once, from one < to the next."""
    page = _Page()
    at = 0
    while (start := text.find("<", at)) >= 0:
        page.say(text[at:start])
        tag = _TAG.match(text, start)
        if tag:
            at = tag.end()
            page.take(tag[2].casefold(), closing=bool(tag[1]))
        elif text.startswith(("<!", "<?"), start):
            close = "-->" if text.startswith("<!--", start) else ">"
            end = text.find(close, start)
            at = len(text) if end < 0 else end + len(close)
        else:
            page.say("<")
            at = start + 1
    page.say(text[at:])
    return "".join(page.out)


class _Page:
    """What has been read of a page: its words, and what holds for those that come."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._raised = ""
        self._hidden = ""

    def say(self, text: str) -> None:
        """Add words, unless nobody would see them."""
        if not self._hidden:
            self.out.append(_script(unescape(text), self._raised))

    def take(self, name: str, *, closing: bool) -> None:
        """Heed a tag."""
        if name in _HIDDEN:
            self._hidden = "" if closing else name
        elif name in _SCRIPTS:
            self._raised = "" if closing else name
        elif name in _BREAKS and not self._hidden:
            self.out.append("\n")
        elif name in ("td", "th") and not self._hidden:
            self.out.append(" ")


def _script(text: str, raised: str) -> str:
    """Raise or lower figures where Unicode can, else mark them as such."""
    if not raised or not text.strip():
        return text
    table, mark = _SCRIPTS[raised]
    moved = text.translate(table)
    same = any(a == b and not a.isspace() for a, b in zip(text, moved, strict=True))
    return f"{mark}({text})" if same else moved


def _spaced(text: str) -> Clean:
    """Give every gap one space, and every break one line end."""
    text = cleaned(text.strip())
    if "  " not in text and text.isprintable():
        return Clean(text)
    text = _GAPS.sub(" ", text)
    if "\n" in text:
        text = _LINES.sub("\n", text)
    return Clean(text.strip())
