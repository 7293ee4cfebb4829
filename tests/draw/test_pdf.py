"""PDFs that cannot be read: one clear sentence each, and nothing from the library itself."""

from __future__ import annotations

import io
import logging
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.draw.document import read
from quiz.errors import Unreadable

pypdf = pytest.importorskip("pypdf")


def blank(password: str = "", owner: str = "") -> bytes:
    """A PDF of one empty page."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    if password or owner:
        writer.encrypt(password, owner or None, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_password_is_said() -> None:
    with pytest.raises(Unreadable, match="encrypted with a password"):
        read("a.pdf", blank("secret"))


def test_the_owner_s_password_alone_keeps_nobody_from_reading() -> None:
    with pytest.raises(Unreadable, match="no text"):
        read("a.pdf", blank("", "secret"))


def test_encryption_that_needs_another_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def strong(*_: Any, **__: Any) -> None:
        raise pypdf.errors.DependencyError("cryptography>=3.1 is required for AES algorithm")

    monkeypatch.setattr(pypdf.PdfReader, "__init__", strong)
    with pytest.raises(Unreadable, match="encrypted in a way"):
        read("a.pdf", b"%PDF-1.7")


@pytest.mark.parametrize("content", [b"not a PDF at all", blank()[:200], b"%PDF-1.7\n\x00\xff"])
def test_a_broken_file_is_one_sentence_of_ours(
    content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    before = logging.getLogger("pypdf").level
    with pytest.raises(Unreadable):
        read("a.pdf", content)
    assert not caplog.records
    assert logging.getLogger("pypdf").level == before


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=30))
def test_spoiled_bytes_never_break_it(changes: list[tuple[int, int]]) -> None:
    content = bytearray(blank())
    for place, byte in changes:
        content[place % len(content)] = byte
    with pytest.raises(Unreadable):
        read("a.pdf", bytes(content))
