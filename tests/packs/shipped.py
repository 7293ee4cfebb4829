"""The packs that ship, and the documents they were drawn from, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from quiz.core.pack import Pack
from quiz.core.question import Question
from quiz.store.packs import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "questions"
DOCUMENTS = ROOT.parent / "shared" / "documents"

needs_documents = pytest.mark.skipif(
    not DOCUMENTS.is_dir(), reason="the documents (../shared/documents) are not on this machine"
)


@cache
def packs() -> list[Pack]:
    """Every shipped pack, by file name."""
    return [load(path) for path in sorted(FOLDER.glob("*.toml"))]


def questions() -> Iterator[tuple[str, Pack, Question]]:
    """Every shipped question with its pack/question key."""
    for pack in packs():
        for question in pack.questions:
            yield f"{pack.id}/{question.id}", pack, question


def paragraphs(file: str) -> list[str]:
    """The lines of a document that are not empty; paragraph N is the Nth."""
    text = (DOCUMENTS / file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]


def shown(question: Question) -> str:
    """A hash of all that a blind reader is shown, and of the key: what an edit must change."""
    told = "\0".join(
        (
            question.kind,
            question.prompt,
            question.expected(),
            *sorted(question.answers()),
            *sorted(question.decoys()),
            *getattr(question.form(""), "clues", ()),
        )
    )
    return sha256(told.encode()).hexdigest()[:16]
