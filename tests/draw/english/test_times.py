"""Dates in documents become dates that packs may have."""

from __future__ import annotations

import pytest

from quiz.core.pack import Document
from quiz.core.text import Clean
from quiz.draw.english.times import published


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("By Ada Finch, 11 April 2025", "2025-04-11"),
        ("By Ada Finch, April 2025.", "2025-04"),
        ("By Ada Finch, 31 February 2025", "2025-02"),
        ("By Ada Finch, 0 March 2025", "2025-03"),
        ("From a talk, 1871", "1871"),
        ("Nothing of the kind", ""),
    ],
)
def test_when_a_document_was_written(line: str, when: str) -> None:
    assert published([line]) == when
    if when:
        Document(id="d", title=Clean("T"), published=when)
