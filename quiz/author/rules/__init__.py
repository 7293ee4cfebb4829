"""The rules of `quiz check`, a file for each group; their codes never change their meaning."""

from __future__ import annotations

from quiz.author.rule import Rule
from quiz.author.rules import answers, citations, giveaways, options, texts, whole

RULES: tuple[Rule, ...] = tuple(
    thing
    for group in (texts, answers, options, giveaways, whole, citations)
    for thing in vars(group).values()
    if isinstance(thing, Rule)
)
"""Every rule about content, in the order they are listed."""
