"""What an editor would object to in a pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.author.rule import Documents, Subject
from quiz.author.rules import RULES
from quiz.core.pack import Pack
from quiz.core.problem import Problem

LOADING: Mapping[str, str] = {
    "toml-syntax": "The file is not TOML.",
    "unreadable-file": "The file cannot be read, or is too large.",
    "newer-format": "The pack needs a newer version of Palmarès.",
    "missing-field": "A field that every pack or question needs is missing.",
    "unknown-field": "A field has a name that is not known.",
    "unknown-kind": "A question has a kind that is not known.",
    "wrong-value": "A value is not what its field wants.",
    "out-of-limits": "A text is empty, or longer than anything that can be shown.",
    "duplicate-id": "Two questions of a pack have the same id.",
    "taken-id": "Two packs have the same id.",
}
"""What keeps a pack from playing, by code; no pack can allow these."""

FLAGGED = "flagged"
"""The code of what players say is wrong with a question."""


def check(
    pack: Pack,
    raw: Mapping[str, Any] | None = None,
    documents: Documents | None = None,
    *,
    whole: bool = True,
) -> list[Problem]:
    """Give every problem of a pack's content, but for what it allows itself.

    `raw` is the parsed file, before its texts were cleaned; `documents` are the paragraphs that
    citations are to be proved with; not `whole` is a pack whose broken questions were left out.
    """
    subject = Subject(pack, raw or {}, documents, whole)
    everywhere, somewhere = _allowed(pack)
    return [
        found
        for rule in RULES
        if rule.code not in everywhere
        for found in rule.problems(subject)
        if (found.code, _question(pack, found)) not in somewhere
    ]


def codes() -> Iterator[tuple[str, str, str]]:
    """Give the code, the severity and the meaning of every rule there is."""
    for code, about in LOADING.items():
        yield code, "error", about
    for rule in RULES:
        yield rule.code, rule.severity, rule.about
    yield FLAGGED, "warning", "A player flagged the question; listed with --flags."


def _allowed(pack: Pack) -> tuple[set[str], set[tuple[str, str]]]:
    """Give the rules that the pack may break, and those that only single questions may.

    What every single question may, the pack may.
    """
    somewhere = {(allowed.rule, allowed.question) for allowed in pack.allow if allowed.question}
    everywhere = {allowed.rule for allowed in pack.allow if not allowed.question}
    for code in {code for code, _ in somewhere}:
        if all((code, question.id) in somewhere for question in pack.questions):
            everywhere.add(code)
    return everywhere, somewhere


def _question(pack: Pack, found: Problem) -> str:
    """Name the question that a problem is about; "" if it is about the pack."""
    if len(found.where) > 1 and found.where[0] == "question" and isinstance(found.where[1], int):
        return pack.questions[found.where[1]].id
    return ""
