"""PDF to lines of text, by pypdf; lines that a page broke are joined again."""

from __future__ import annotations

import io
import re

from quiz.draw.formats import broken, missing

PAGES = 2_000
"""Pages beyond which the rest is left out."""
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def text_of_pdf(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """Give the text of a PDF, a paragraph a line, and notes on pages that could not be read."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise missing(name, "pypdf") from None
    pages: list[str] = []
    lost = 0
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise broken(name, "it is encrypted with a password")
        for page in reader.pages[:PAGES]:
            try:
                pages.append(page.extract_text())
            except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
                lost += 1
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, RecursionError):
        raise broken(name, "it is not a PDF that can be taken apart") from None
    text = "\n".join(map(joined, pages))
    if not text.strip():
        raise broken(name, "it holds no text; its pages may be pictures")
    return text, ((f"{lost} pages of {name} could not be read.",) if lost else ())


def joined(page: str) -> str:
    """Join the lines of a page: a new paragraph starts after a short line or a full stop."""
    lines = [line.rstrip() for line in _HYPHEN.sub("", page).split("\n")]
    widest = max((len(line) for line in lines), default=0)
    out: list[str] = []
    running = False
    for line in lines:
        full = len(line) > widest * 0.7
        if running and line.strip():
            out[-1] += f" {line.strip()}"
        else:
            out.append(line)
        running = full and bool(line.strip())
    return "\n".join(out)
