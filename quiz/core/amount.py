"""The number in what a player typed, however it is written."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from quiz.core.form import LONGEST
from quiz.core.numerals import SCALES, figured, roman

_MOST = Decimal(10) ** 18
_COMMAS = r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 1,234,567.8 and 12,34,567
_DOTS = r"[1-9]\d{0,2}(?:\.\d{3})+(?:(?<=\.\d{3}\.\d{3})(?!\d)|,\d+)"  # 1.234.567 and 1.234,5
_SPACES = r"[1-9]\d{0,2}(?:[ '_]\d{3})+(?!\d)(?:[.,]\d+)?"  # 1 234 567,8
_FIGURE = rf"{_COMMAS}|{_DOTS}|{_SPACES}|\d+(?:[.,]\d+)?|[.,]\d+"
_PIECE = re.compile(rf"(?P<figure>(?:(?<![\w)])-\s?)?(?:{_FIGURE}))|(?P<word>[^\W\d_]+)")
_DOUBTFUL = re.compile(r"(?<![\d.,'_])(?<!\d\s)([1-9]\d{0,2})([.,])(\d{3})(?![\d.,'_])(?!\s\d)")
_FRACTION = re.compile(r"(?<![\d/.,])(?:(\d{1,9})\s+)?(\d{1,9})\s*[/⁄]\s*(\d{1,9})(?![\d/.,])")
_HALF = re.compile(rf"(?<!and a )(?<!and )\bhalf (?:an? )?(?={'|'.join(SCALES)})")
_LEADING = re.compile(r"-?\d+(?:\.\d+)?")
_SHORT = {"k": "thousand", "m": "million", "mn": "million", "b": "billion", "bn": "billion"}
_BELOW_ZERO = frozenset({"minus", "negative"})


def number_in(text: str, unit: str = "") -> float | None:
    """Read the one number in a text; None if there is none, or more than one."""
    found = numbers_in(text, unit)
    return found[0] if len(found) == 1 else None


def numbers_in(text: str, unit: str = "") -> tuple[float, ...]:
    """Read the different numbers in a text, in the unit that was asked for.

    Digits may be grouped, words may stand for them, the player may say the unit again: with
    "million dollars", all of "6", "$6 million", "six million dollars" and "6,000,000" are 6.
    """
    unit = " ".join(_plain(unit).split())
    told = _HALF.sub("0.5 ", _FRACTION.sub(_divided, _plain(text[:LONGEST])))
    if unit:
        told = re.sub(rf"(?<![^\W\d_]){re.escape(unit)}(?!\w)", " ", told)
    words = _words(told, unit)
    scale = next((SCALES[word] for word in unit.split() if word in SCALES), 1)
    scaled = scale > 1 and any(word in SCALES for word in words)
    if len(words) == 1 and roman(words[0]):
        return (float(roman(words[0])),)
    values: list[Decimal] = []
    before = ""
    for word in figured(words, romans=False):
        if figure := _LEADING.match(word):  # an ordinal has letters after its digits
            value = Decimal(figure[0]) * (-1 if before in _BELOW_ZERO else 1)
            # Nobody means six million million: a number that large is not in the unit.
            in_full = scaled or abs(value) >= max(scale, 10**6)
            values.append(max(-_MOST, min(_MOST, value / scale if in_full else value)))
        before = word
    return tuple(dict.fromkeys(map(float, values)))


def read_otherwise(text: str, unit: str = "") -> float | None:
    """Read a number the other way, where a mark before three digits leaves two.

    The point of "384.400" groups in some countries and divides in others, and so does the comma
    of "3,142". None where a text can only be read in one way.
    """
    plain = _plain(text[:LONGEST])
    if len(_DOUBTFUL.findall(plain)) != 1:
        return None
    turned = _DOUBTFUL.sub(lambda m: m[1] + ("," if m[2] == "." else ".") + m[3], plain)
    return number_in(turned, unit)


def _plain(text: str) -> str:
    """Small letters, digits 0 to 9, one minus sign, one apostrophe, no currency signs."""
    apart = "".join(f" {c}" if unicodedata.decomposition(c)[:9] == "<fraction" else c for c in text)
    plain = unicodedata.normalize("NFKC", apart).casefold()
    for sign, meant in (("−", "-"), ("–", "-"), ("’", "'"), ("٬", ","), ("٫", ".")):
        plain = plain.replace(sign, meant)
    return "".join(
        str(unicodedata.decimal(c)) if category == "Nd" else c
        for c in plain
        if (category := unicodedata.category(c)) != "Sc"
    )


def _divided(found: re.Match[str]) -> str:
    whole, part, by = (Decimal(number or 0) for number in found.groups())
    return f"{whole + part / by:f}" if by else found[0]


def _words(told: str, unit: str) -> list[str]:
    """The words and figures of a text; figures as Python writes them, scales in full."""
    words: list[str] = []
    for piece in _PIECE.finditer(told):
        word = piece["word"]
        if not word:
            words.append(_figure(piece["figure"]))
        elif word.removesuffix("s") in SCALES:
            words.append(word.removesuffix("s"))
        elif words and words[-1][-1].isdigit() and _stands_for_scale(word, unit):
            words.append(_SHORT[word])
        else:
            words.append(word)
    return words


def _stands_for_scale(word: str, unit: str) -> bool:
    """Whether "6m" is six million: not where the unit is metres."""
    return word in _SHORT and (not unit.startswith(word[0]) or unit.split()[0] in SCALES)


def _figure(text: str) -> str:
    """A figure with a point and no grouping."""
    text = re.sub(r"[\s'_]", "", text)
    bare = text.lstrip("-")
    if re.fullmatch(_COMMAS, bare):
        text = text.replace(",", "")
    elif re.fullmatch(_DOTS, bare):
        text = text.replace(".", "")
    text = text.replace(",", ".")
    return re.sub(r"^(-?)\.", r"\g<1>0.", text)
