"""Settling: the beginning of a question about which documents disagree, with a date in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from quiz.core.cited import digest
from quiz.core.text import Clean
from quiz.draw.english.times import spoken
from quiz.store.desk.drawn import Dispute, Drawn, Passage
from quiz.store.editing.tidy import new_id

_ASKING = re.compile(
    r"^(?:who|whom|whose|what|which|when|where|how|why|in|on|at|by|for|from|of|to|about)\b", re.I
)
"""What a question begins with that is written small behind "As of April 2025"."""
_DATED = re.compile(r"\bas of\b|\b[12]\d{3}\b", re.I)


def fields(
    drawn: Drawn, dispute: Dispute, value: Clean, taken: set[str], today: date
) -> dict[str, Any]:
    """A question whose answer is one of the values; its author may word the prompt better.

    It is asked as of when the document that says so came out, else as of `today`, on which the
    author knows it. `taken` are the ids of other questions.
    """
    said = [passage for passage in dispute.passages if value in passage.text]
    proof = (said or list(dispute.passages))[:1]
    dates = (drawn.paper(passage.document).published for passage in proof)
    when = next((spoken(date) for date in dates if date), spoken(f"{today:%Y-%m}"))
    return {
        "id": new_id(f"{dispute.subject} {dispute.relation}", taken),
        "kind": "short-answer",
        "prompt": f"As of {when}, {_asked(dispute, value)}",
        "answer": value,
        "difficulty": 3,
        "cite": [_cite(passage, value) for passage in proof],
        "origin": {"format": "draw", "rule": dispute.relation},
    }


def unasked(question: Mapping[str, Any]) -> Clean:
    """What a settled question lacks before it can be taken; "" if nothing."""
    prompt = str(question.get("prompt", "")).strip()
    if not prompt.endswith("?") and question.get("kind") != "true-false":
        return Clean("The prompt does not ask yet: word it as a question.")
    if not _DATED.search(prompt):
        return Clean('The prompt does not say as of when it holds: "As of May 2025, ..."')
    return Clean("")


def _asked(dispute: Dispute, value: Clean) -> str:
    """The question as a document would answer it; the bare subject where that gives it away."""
    ask = dispute.ask
    if not ask or value.casefold() in ask.casefold():
        return f"{dispute.subject}: "
    return ask[:1].lower() + ask[1:] if _ASKING.match(ask) else ask


def _cite(passage: Passage, value: Clean) -> dict[str, Any]:
    """Where it is written: the sentence by its hash, and the value as key term."""
    cite: dict[str, Any] = {"document": passage.document, "paragraph": passage.paragraph}
    if value in passage.text:
        cite["says"] = [value]
    if passage.end > passage.start:
        cite["sentence"] = digest(passage.text[passage.start : passage.end])
    return cite
