"""PDF to lines of text, by pypdf; lines that a page broke are joined again."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from quiz.draw.formats import broken, missing

PAGES = 2_000
"""Pages beyond which the rest is left out."""
_FAULTS = (
    OSError,
    ValueError,
    TypeError,
    AttributeError,
    AssertionError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)
"""What a spoiled file makes of the library that takes it apart."""
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def text_of_pdf(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """Give the text of a PDF, a paragraph a line, and notes on pages that could not be read."""
    try:
        from pypdf import PasswordType, PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError:
        raise missing(name, "pypdf") from None
    pages: list[str] = []
    lost = 0
    with _silent():
        try:
            reader = PdfReader(io.BytesIO(content))
            if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise broken(name, "it is encrypted with a password")
            for page in reader.pages[:PAGES]:
                try:
                    pages.append(page.extract_text())
                except (PyPdfError, *_FAULTS):
                    lost += 1
        except DependencyError:  # strong encryption, which pypdf leaves to another library
            raise broken(name, "it is encrypted in a way that cannot be read here") from None
        except (PyPdfError, *_FAULTS):
            raise broken(name, "it is not a PDF that can be taken apart") from None
    text = "\n".join(map(joined, pages))
    if not text.strip():
        raise broken(name, "it holds no text; its pages may be pictures")
    return text, ((f"{lost} pages of {name} could not be read.",) if lost else ())


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what pypdf thinks of a file to itself: we say in one sentence what matters."""
    log = logging.getLogger("pypdf")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


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
