"""Text that is safe for a terminal, and text folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NewType

Clean = NewType("Clean", str)
"""Text that cannot move a cursor, hide a character or fake a direction; only `clean` makes it."""

_JOINERS = "\u200c\u200d"  # scripts such as Persian and Devanagari need them, and emoji
_KEEP = frozenset("\n\t" + _JOINERS)
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co"})

# Signs that NFKC would tear apart or spell out, and letters with a hook in their name.
_SIGNS = str.maketrans(
    dict.fromkeys("’‘ʼʻ′`´׳＇", "'") | dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("™®©℠")
) | {ord("♯"): "#", ord("♭"): "b"}
_SPELLED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l"}
    | {"ŧ": "t", "þ": "th"}
)
# Accents go from Latin and Greek letters; elsewhere a mark makes another letter (й is not и),
# but for two that Russian itself leaves out: the dots of ё, and the stress on a vowel.
_ACCENTED = re.compile(r"(?<=[a-z\u00df-\u024f\u0370-\u03ff])[\u0300-\u036f]+")
_RUSSIAN = re.compile(r"(?<=е)\u0308|(?<=[аеиоуыэюя])\u0301")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_PLUS = re.compile(r"(?<=\s)\+(?=\s)|&")
_NAUGHT = re.compile(r"(?<!\S)\.(?=\d)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_DOTTED = re.compile(r"\d+(?:\.\d+){2,}")
# Punctuation separates words, but not in 3.14, in -5 where a text begins so, in C++ and in C#.
_GAP = re.compile(
    r"(?<!\d)\.|\.(?!\d)|(?<!^)-|-(?!\d)|(?<![^\W_]|[+#])[+#]+|[+#]+(?=\w)|[^\w\s.+#-]|_"
)
_ARTICLE = re.compile(r"^(?:(?:the|an?) )+(?=\S)")


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


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Reduce text to what two people mean when they say it is the same.

    Case, accents on Latin and Greek letters, quotes, dashes, punctuation, a leading article and
    spacing do not count; `&` is "and"; 1,000 is 1000. Marks of other scripts stay, since there
    they make other letters. What is nothing but signs keeps them. Folding again changes nothing.
    """
    folded = _folded(text)
    while not folded.isascii():  # rare letters need a second pass
        again = _folded(folded)
        if again == folded:
            break
        folded = again
    return folded


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).casefold()
    if not plain.isascii():
        plain = _plain_letters(plain)
    plain = _PLUS.sub(" and ", _APOSTROPHE.sub("", plain)).strip()
    if any("0" <= c <= "9" for c in plain):
        plain = _NAUGHT.sub("0.", _COMMA.sub(".", _THOUSANDS.sub("", plain)))
        plain = _DOTTED.sub(lambda found: found[0].replace(".", " "), plain)
    words = " ".join(_GAP.sub(_unless_mark, plain).split())
    if not words:  # an answer may be a sign: a plus, an emoji
        return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return _ARTICLE.sub("", words)


def _plain_letters(text: str) -> str:
    """Write letters without their accents, where it is the same letter, and digits as 0 to 9."""
    text = _RUSSIAN.sub("", _ACCENTED.sub("", unicodedata.normalize("NFD", text)))
    text = unicodedata.normalize("NFC", text).translate(_SPELLED)
    return "".join(
        str(unicodedata.decimal(c)) if category == "Nd" else c
        for c in text
        if (category := unicodedata.category(c)) not in _UNSAFE or c.isspace()
    )


def _unless_mark(found: re.Match[str]) -> str:
    mark = found[0]
    return mark if unicodedata.category(mark[0]).startswith("M") else " "
