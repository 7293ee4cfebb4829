"""Text that is safe for a terminal, and text folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

Clean = NewType("Clean", str)
"""Text that cannot move a cursor, hide a character or fake a direction; only `clean` makes it."""

_JOINERS = "\u200c\u200d"  # scripts such as Persian and Devanagari need them, and emoji
_KEEP = frozenset("\n\t" + _JOINERS)
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co"})

_SPELLED = str.maketrans(
    {
        "&": " and ",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
    }
)
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)")
_NOT_WORD = re.compile(r"[^\w\s]|_")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")


def clean(text: str) -> Clean:
    """Make text safe to show: NFC, without control, format, surrogate or private characters.

    Newline and tab stay, and the two joiners that scripts need. Line ends become newlines.
    """
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return Clean(text)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    safe = "".join(c for c in text if c in _KEEP or unicodedata.category(c) not in _UNSAFE)
    # Dropping a character can bring two others together that NFC joins.
    return Clean(unicodedata.normalize("NFC", safe))


def line(text: str) -> Clean:
    """Clean text as one line: every run of white space is a single space."""
    return Clean(" ".join(clean(text).split()))


def fold(text: str) -> str:
    """Reduce text to what two people mean when they say it is the same.

    Case, accents on Latin letters, quotes, dashes, punctuation, `&`, a leading article and
    spacing do not count. Marks of other scripts stay, since there they make other letters.
    """
    text = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED)
    text = _APOSTROPHE.sub("", text)
    text = " ".join(_NOT_WORD.sub(" ", _plain_latin(text)).split())
    return _ARTICLE.sub("", text) or text


def _plain_latin(text: str) -> str:
    """Take the accents from Latin letters only."""
    if text.isascii():
        return text
    out: list[str] = []
    latin = False
    for c in unicodedata.normalize("NFD", text):
        if unicodedata.combining(c):
            if not latin:
                out.append(c)
        else:
            latin = "LATIN" in unicodedata.name(c, "")
            out.append(c)
    return unicodedata.normalize("NFC", "".join(out))
