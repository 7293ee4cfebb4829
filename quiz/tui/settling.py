"""Settling: the beginning of a question about which documents disagree, with a date in it."""

from __future__ import annotations

from typing import Any

from quiz.core.cited import digest
from quiz.core.text import Clean
from quiz.draw.times import spoken
from quiz.store.drawn import Dispute, Drawn, Passage
from quiz.store.tidy import new_id


def fields(drawn: Drawn, dispute: Dispute, value: Clean, taken: set[str]) -> dict[str, Any]:
    """A question whose answer is one of the values; its author words the rest of the prompt.

    `taken` are the ids of other questions.
    """
    said = [passage for passage in dispute.passages if value in passage.text]
    proof = (said or list(dispute.passages))[:1]
    dates = (drawn.paper(passage.document).published for passage in proof)
    when = next((spoken(date) for date in dates if date), "")
    begun = f"As of {when}, {dispute.subject}: " if when else f"{dispute.subject}: "
    return {
        "id": new_id(f"{dispute.subject} {dispute.relation}", taken),
        "kind": "short-answer",
        "prompt": begun,
        "answer": value,
        "difficulty": 3,
        "cite": [_cite(passage, value) for passage in proof],
        "origin": {"format": "draw", "rule": dispute.relation},
    }


def _cite(passage: Passage, value: Clean) -> dict[str, Any]:
    """Where it is written: the sentence by its hash, and the value as key term."""
    cite: dict[str, Any] = {"document": passage.document, "paragraph": passage.paragraph}
    if value in passage.text:
        cite["says"] = [value]
    if passage.end > passage.start:
        cite["sentence"] = digest(passage.text[passage.start : passage.end])
    return cite
