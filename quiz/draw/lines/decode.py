"""From bytes to text: by the file's ending, with extras imported late."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from quiz.core.text import clean
from quiz.errors import Unreadable

_MAGIC = {b"%PDF": ".pdf", b"PK\x03\x04": ".docx"}
_BINARY = 0.02


def decode(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """Give the text of a file, and notes on what had to be guessed or left out."""
    suffix = next((s for m, s in _MAGIC.items() if content.startswith(m)), "")
    suffix = suffix or PurePath(name).suffix.lower()
    if suffix == ".pdf":
        from quiz.draw.formats.pdf import text_of_pdf

        return text_of_pdf(name, content)
    if suffix == ".docx":
        from quiz.draw.formats.docx import text_of_docx

        return text_of_docx(name, content), ()
    text, notes = decoded(name, content)
    if suffix in (".html", ".htm", ".xhtml"):
        from quiz.draw.formats.html import text_of_html

        return text_of_html(name, text), notes
    return text, notes


def decoded(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """Read bytes as UTF-8, UTF-16 with its mark, or Windows-1252 with a note."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _checked(name, content.decode("utf-16", "replace")), ()
    if b"\x00" in content:
        raise _binary(name)
    try:
        return _checked(name, content.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        note = f"{clean(name)} is not UTF-8; it was read as Windows-1252."
        return _checked(name, content.decode("cp1252", "replace")), (note,)


def _checked(name: str, text: str) -> str:
    """Refuse what is mostly control characters: no text."""
    sample = text[:20_000]
    odd = sum(unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\n\r\t\f" for c in sample)
    if odd > max(4, len(sample) * _BINARY):
        raise _binary(name)
    return text


def _binary(name: str) -> Unreadable:
    return Unreadable(
        f"{clean(name)} is not a text",
        "it holds bytes that no text has",
        "Draw from text, Markdown, HTML, PDF or .docx.",
    )
