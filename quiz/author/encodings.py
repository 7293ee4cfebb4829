"""Which encoding a text is in that is not UTF-8: the one in which its letters make words."""

from __future__ import annotations

import re

_SIGNS = "’‘“”„‚‹›–—…•†‡€«»¿¡£¥§©®™°·±×÷µ¶ºª½¼¾²³¹´¨¸"
_WEST = ("àáâãäåçèéêëìíîïñòóôõöøùúûüÿßæœ", "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÆŒ")
_MIDDLE = (
    "ąćęłńóśźżčďěňřšťůžőűşţăáéíúýäöüßôâçëĺľŕđ",
    "ĄĆĘŁŃÓŚŹŻČĎĚŇŘŠŤŮŽŐŰŞŢĂÁÉÍÚÝÄÖÜÔÂÇËĹĽŔĐ",
)
_LATIN = (
    ("cp1252", "Windows-1252", *_WEST),
    ("mac_roman", "Mac Roman", *_WEST),
    ("cp1254", "Windows-1254", "çğıöşüâîû", "ÇĞİÖŞÜ"),
    ("cp1250", "Windows-1250", *_MIDDLE),
    ("iso8859_2", "ISO 8859-2", *_MIDDLE),
)
_LOW = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђјљњћџ"
_CYRILLIC = (
    ("cp1251", "Windows-1251"),
    ("koi8_r", "KOI8-R"),
    ("cp866", "DOS-866"),
    ("iso8859_5", "ISO 8859-5"),
    ("mac_cyrillic", "Mac Cyrillic"),
)
_COMMON = frozenset("оеаинтсрвл")
_OTHERS = ("cp1125", "cp855", "koi8_u", "koi8_t", "ptcp154", "kz1048")
_HIGH = re.compile(rb"[\x80-\xff]+")
_LIKELY = 0.85
_SURE = 0.95
_OFTEN = 0.5
_NAMES = {
    "cp932": "Shift-JIS",
    "shift_jis_2004": "Shift-JIS",
    "shift_jisx0213": "Shift-JIS",
    "euc_jis_2004": "EUC-JP",
    "euc_jisx0213": "EUC-JP",
    "cp949": "EUC-KR",
    "big5": "Big5",
    "big5hkscs": "Big5",
}


def guessed(sample: bytes) -> tuple[str, str]:
    """Name an encoding, for a program and for a person; two empty texts if none makes sense."""
    runs = _HIGH.findall(sample)
    high = len(b"".join(runs))
    # Latin letters with accents stand alone; where whole words are foreign, so is the script.
    if high <= 2 * len(runs):
        found = [
            (_share(sample.decode(encoding, "replace"), low, up) / high, encoding, named)
            for encoding, named, low, up in _LATIN
        ]
        best = max(found, key=lambda each: each[0])
        if best[0] >= _LIKELY:
            return best[1:]
    return _cyrillic(sample, high) or _other(sample)


def _share(text: str, low: str, up: str) -> int:
    """Count the foreign signs that stand where they may: no capital within a word."""
    pattern = (
        rf"[{low}]|(?<![a-z{low}])[{up}]|(?<!\w)[{_SIGNS}]|(?<=\d)[{_SIGNS}]|[{_SIGNS}](?!\w)|’"
    )
    return len(re.findall(pattern, text))


def _cyrillic(sample: bytes, high: int) -> tuple[str, str] | None:
    """Look for Cyrillic words, with the letters that are frequent in every such language."""
    found = []
    for encoding, named in _CYRILLIC:
        text = sample.decode(encoding, "replace")
        letters = [c for c in text if c.casefold() in _LOW]
        often = sum(c.casefold() in _COMMON for c in letters)
        small = sum(c in _LOW for c in letters)
        if letters and min(often, small) >= _OFTEN * len(letters):
            found.append((_share(text, _LOW, _LOW.upper()) / high, encoding, named))
    best = max(found, default=(0.0, "", ""))
    return best[1:] if best[0] >= _SURE else None


def _other(sample: bytes) -> tuple[str, str]:
    """Look for any other script: Chinese, Japanese, Korean, Greek, Hebrew, Arabic, Thai ..."""
    from charset_normalizer import from_bytes  # only few files need it

    without = [*(encoding for encoding, _ in _CYRILLIC), *_OTHERS]
    found = from_bytes(sample, cp_exclusion=without).best()
    if found is None or found.encoding.startswith(("utf", "ascii")):
        return "", ""
    name = found.encoding
    return name, _NAMES.get(name) or name.upper().replace("CP125", "Windows-125").replace("_", "-")
