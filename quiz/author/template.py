"""The pack that `quiz new` starts: one question to replace, and every kind by example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import tomli_w

from quiz.core.kinds import kinds
from quiz.core.question import Question

_HEAD = """\
#:schema pack.schema.json
# The line above lets editors complete and check this file: quiz schema > pack.schema.json
# How to write packs: README.md in the first folder that `quiz paths` names.
"""
_ALLOW = """\
# What `quiz check` may leave unsaid; take these out as the pack grows.
allow = [
  { rule = "too-few", why = "just begun" },
  { rule = "no-citation", why = "not drawn from documents" },
]

# If you draw it from documents, list them, and cite them in each question:
# [[document]]
# id = "a-document"
# title = "Its title"
# published = "2025-04"
# file = "its-file.txt"
"""
_KINDS = """\
# Every kind of question by example: take the # signs away, and change it.
"""
_FIRST = {
    "id": "first-question",
    "kind": "choice",
    "prompt": "Which colour do blue and yellow paint make?",
    "answer": "Green",
    "distractors": ["Brown", "Orange", "Violet"],
    "explanation": "Green is the one light that neither of the two paints swallows.",
    "difficulty": 1,
    "tags": ["example"],
    "hints": ["Grass has it."],
}


def template(id: str, title: str) -> str:
    """Write a pack that passes `quiz check` and shows every kind in its comments."""
    head = {
        "format": 1,
        "id": id,
        "title": title,
        "description": "A sentence about the pack.",
        "version": "1.0.0",
        "language": "en",
        "license": "CC0-1.0",
        "authors": ["You"],
    }
    examples = "\n".join(_commented(name, kind) for name, kind in kinds().items())
    first = f"[[question]]\n{_table(_FIRST)}"
    return "\n".join([_HEAD + _table(head) + _ALLOW, first, _KINDS, examples.rstrip("\n") + "\n"])


def _commented(name: str, kind: type[Question]) -> str:
    """Write a kind's example as comments, under what the kind is for."""
    about = kind.model_fields["kind"].description
    rows = f"[[question]]\n{_table(kind.EXAMPLE)}".splitlines()
    return "\n".join([f"# {name}: {about}", *(f"# {row}".rstrip() for row in rows), ""])


def _table(fields: Mapping[str, Any]) -> str:
    """Write fields as TOML, one to a line."""
    return "".join(f"{name} = {_value(value)}\n" for name, value in fields.items())


def _value(value: Any) -> str:
    """Write a value on one line."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").strip()
