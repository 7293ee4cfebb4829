"""Documents on disk: those in a folder, and those that a pack cites, found by name and hash."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.core.text import clean
from quiz.errors import NotFound, Unreadable
from quiz.store.editing.tidy import slug
from quiz.store.segments.disk import reason
from quiz.store.toml import read_text

if TYPE_CHECKING:
    from quiz.core.pack import Document, Pack

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest document that is read."""
KINDS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx")
"""Ends of names of files that are documents."""
LAID_OUT = frozenset({".html", ".htm", ".pdf", ".docx"})
"""Ends of names of documents whose paragraphs are not simply their lines."""
Extract = Callable[[str, bytes], tuple[str, ...]]
"""Gives the paragraphs of such a document, by its name and its bytes."""


def within(path: Path) -> list[Path]:
    """The document that a path names, or those in a folder; raises NotFound, Unreadable.

    A README says something about the documents beside it, and is none of them.
    """
    try:
        if path.is_dir():
            found = sorted(file for file in path.iterdir() if _is_document(file))
        elif path.exists():
            return [path]
        else:
            hint = "Name a document or a folder."
            raise NotFound(f"There is no file {clean(str(path))}", hint=hint)
    except OSError as wrong:
        raise Unreadable(f"{clean(path.name)} cannot be read", reason(wrong)) from wrong
    if not found:
        ends = f"Documents end in {', '.join(KINDS)}."
        raise NotFound(f"There is no document in {clean(str(path))}", hint=ends)
    return found


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in KINDS and file.stem.lower() != "readme" and file.is_file()


def content(file: Path) -> bytes:
    """What a document's file holds; one that is too large is not even opened.

    Raises Unreadable.
    """
    name = clean(file.name)
    try:
        if not file.is_file():
            raise Unreadable(f"{name} cannot be read", "it is not a file")
        if (size := file.stat().st_size) > LARGEST:
            told = f"it has {size // 2**20} MB, and {LARGEST // 2**20} MB is the most"
            raise Unreadable(f"{name} is too large", told, "Split it into parts.")
        return file.read_bytes()
    except OSError as wrong:
        raise Unreadable(f"{name} cannot be read", reason(wrong)) from wrong


def paragraphs(text: str) -> tuple[str, ...]:
    """Split a document: paragraph N is its Nth line that is not empty."""
    return tuple(line for line in text.replace("\r\n", "\n").split("\n") if line.strip())


def find_documents(
    folder: Path, pack: Pack, extract: Extract | None = None
) -> dict[str, tuple[str, ...] | str]:
    """Read the documents of a pack: paragraphs by id, or a sentence that says why there are none.

    A document is found as `locate` finds it; the hash must hold where the pack gives one.
    `extract` reads web pages, PDF and Word files; without it they are taken as lines.
    """
    found: dict[str, tuple[str, ...] | str] = {}
    files = locate(folder, pack)
    for document in pack.documents:
        try:
            found[document.id] = _read(folder, document, files.get(document.id), extract)
        except Unreadable as wrong:
            found[document.id] = clean(wrong.message or wrong.title)
    return found


def _read(
    folder: Path, document: Document, file: Path | None, extract: Extract | None
) -> tuple[str, ...] | str:
    """Read one document, or say why not."""
    if document.file and Path(document.file).name != document.file:
        return f"{document.file} is a path, and must be the name of a file alone"
    if file is None:
        return f"{document.file or document.id} is not in {folder}"
    if document.sha256 and hash_of(file) != document.sha256:
        return f"{file.name} is another edition: its sha256 is {hash_of(file)}"
    if extract and file.suffix.lower() in LAID_OUT:
        return extract(file.name, content(file))
    return paragraphs(read_text(file, LARGEST))


def locate(folder: Path, pack: Pack) -> dict[str, Path]:
    """Find the documents of a pack in a folder, whatever their edition: files by id.

    By the file's name, else by its hash, else by a name that gives the id.
    """
    hashes: dict[str, Path] = {}
    found = {each.id: _find(folder, each, hashes) for each in pack.documents}
    if None in found.values():
        with suppress(OSError):
            named = {slug(f.stem): f for f in sorted(folder.iterdir()) if _is_document(f)}
            found = {id: path or named.get(id) for id, path in found.items()}
    return {id: path for id, path in found.items() if path}


def _find(folder: Path, document: Document, hashes: dict[str, Path]) -> Path | None:
    """The file of a document, by its name, else by its hash; `hashes` is filled when needed."""
    name = Path(document.file or "").name
    if name and (folder / name).is_file():
        return folder / name
    if not document.sha256:
        return None
    with suppress(OSError):
        if not hashes:
            hashes.update((hash_of(f), f) for f in sorted(folder.iterdir()) if f.is_file())
    return hashes.get(document.sha256)


def hash_of(file: Path) -> str:
    """Give a file's SHA-256; "" if it cannot be read."""
    try:
        return sha256(file.read_bytes()).hexdigest() if file.stat().st_size <= LARGEST else ""
    except OSError:
        return ""
