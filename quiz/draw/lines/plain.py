"""A sentence without markup: straight quotes, no footnote marks, no editor's brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.draw.english.gazetteer import words

_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "´": "'", "`": "'"})
_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"!?\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)"), r"\1"),
    (re.compile(r"\*\*([^*]+)\*\*|__([^_]+)__"), r"\1\2"),
    (re.compile(r"(?<![\w*])\*([^*\s][^*]*?)\*(?![\w*])"), r'"\1"'),
    (re.compile(r"(?<![\w_])_([^_\s][^_]*?)_(?![\w_])"), r'"\1"'),
    (re.compile(r"\[\d+\]"), ""),
    (re.compile(r"(?<=[a-z.,!?][\"”])\d{1,2}(?=\s|$)"), ""),
    (re.compile(r"\[([A-Z][\w'’ -]*)\]"), r"\1"),
    (re.compile(r"\s*\[[a-z][^\]]{0,20}\]"), ""),
    (re.compile(r"\s+[–—-]{1,2}\s+"), " — "),
    (re.compile(r"(?<=[a-z”\"])—(?=[a-z“\"])"), " — "),
    (re.compile(r"\s+"), " "),
)

_BROKEN = re.compile(
    r"\b([a-zß-ÿA-ZÀ-Þ][a-zß-ÿ]+)[-‐]\s(?!(?:and|or|to|nor|but|und|oder)\b)(?=[a-zß-ÿ]{2})"
)
"""A word that was broken at a line's end."""
_COMPOUND = words("compound")
"""Words before a hyphen that stays where a line is broken."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Take the marks off a sentence; an italic title comes to stand in quotes."""
    text = _BROKEN.sub(_mended, text)
    for pattern, instead in _STEPS:
        text = pattern.sub(instead, text)
    text = text.translate(_QUOTES).strip()
    if text.startswith("(") and text.endswith(")") and "(" not in text[1:]:
        text = text[1:-1].strip()
    return text


def _mended(found: re.Match[str]) -> str:
    return f"{found[1]}-" if found[1].lower() in _COMPOUND else found[1]
