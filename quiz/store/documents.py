"""The documents that packs cite: finds them in a folder by name and hash, and splits them."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.text import clean
from quiz.errors import Unreadable
from quiz.store.toml import read_text

if TYPE_CHECKING:
    from quiz.core.pack import Document, Pack

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest document that is read."""


LAID_OUT = frozenset({".html", ".htm", ".pdf", ".docx"})
"""Ends of names of documents whose paragraphs are not simply their lines."""
Extract = Callable[[str, bytes], tuple[str, ...]]
"""Gives the paragraphs of such a document, by its name and its bytes."""


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a document: paragraph N is its Nth line that is not empty."""
    return tuple(line for line in text.replace("\r\n", "\n").split("\n") if line.strip())


def find_documents(
    folder: Path, pack: Pack, extract: Extract | None = None
) -> dict[str, tuple[str, ...] | str]:
    """Read the documents of a pack: paragraphs by id, or a sentence that says why there are none.

    A document is found by its file's name, else by its hash; the hash must hold where the pack
    gives one. Documents that the pack gives neither for are left out. `extract` reads web pages,
    PDF and Word files; without it they are taken as lines.
    """
    found: dict[str, tuple[str, ...] | str] = {}
    hashes: dict[str, Path] = {}
    for document in pack.documents:
        if document.file or document.sha256:
            try:
                found[document.id] = _read(folder, document, hashes, extract)
            except Unreadable as wrong:
                found[document.id] = clean(wrong.message or wrong.title)
    return found


def _read(
    folder: Path, document: Document, hashes: dict[str, Path], extract: Extract | None
) -> tuple[str, ...] | str:
    """Read one document, or say why not."""
    file = folder / document.file if document.file else None
    if file and file.parent != folder:
        return f"{document.file} is a path, and must be the name of a file alone"
    if file is None or not file.is_file():
        if document.sha256 and not hashes:
            hashes.update(
                (_hash(path), path) for path in sorted(folder.iterdir()) if path.is_file()
            )
        file = hashes.get(document.sha256 or "")
    if file is None:
        return f"{document.file or document.id} is not in {folder}"
    if document.sha256 and _hash(file) != document.sha256:
        return f"{file.name} is another edition: its sha256 is {_hash(file)}"
    if extract and file.suffix.lower() in LAID_OUT and file.stat().st_size <= LARGEST:
        return extract(file.name, file.read_bytes())
    return paragraphs(read_text(file, LARGEST))


def _hash(file: Path) -> str:
    """Give a file's SHA-256; "" if it cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest() if file.stat().st_size <= LARGEST else ""
    except OSError:
        return ""
