"""Cited sentences: how they are compared, and the hash that stands for one in shared packs."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_SIGNS = str.maketrans(
    dict.fromkeys("“”„«»", '"') | dict.fromkeys("’‘´`ʼ", "'") | dict.fromkeys("‐‑‒–—―−", "-")
)


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Text as citations are compared: quote marks, dashes, dots and spaces in one way each."""
    told = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    return " ".join(re.sub(r"\s*-{1,2}\s*", "-", told).split())


def digest(sentence: str) -> str:
    """The hash that stands for a sentence in published packs, 32 hex digits."""
    return sha256(normal(sentence).encode()).hexdigest()[:32]
