"""The words that one thing alone fits."""

from __future__ import annotations

WORD = (
    "first|last|only|oldest|youngest|tallest|longest|shortest|largest|smallest|biggest|highest|lowest"
    "|heaviest|deepest|fastest|earliest|hottest|coldest|northernmost|southernmost|second-largest"
)
"""Superlatives as a regular expression."""
