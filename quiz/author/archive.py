"""Archives from outside: one wanted file of them, with limits on everything."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from quiz.errors import Unreadable

ENTRIES = 20_000
"""Files in the largest archive that is opened."""
LARGEST = 256 * 1024 * 1024
"""Bytes of the largest file that is unpacked."""
RATIO = 200
"""How many times its packed size a file may have; beyond it, it is a trap."""
_SMALL = 1024 * 1024
_LINK = 0o120000


def member(name: str, raw: bytes, wanted: tuple[str, ...]) -> tuple[str, bytes] | None:
    """Unpack the first of the wanted files that is there; raises Unreadable.

    Nothing is written anywhere. Refused are archives with too many entries, with paths that lead
    outside, with links, with secrets, and files that unpack to more than they should.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            entries = packed.infolist()
            if len(entries) > ENTRIES:
                raise _refused(name, f"it holds more than {ENTRIES:,} files")
            for entry in entries:
                _check(name, entry)
            there = {entry.filename: entry for entry in entries}
            for each in wanted:
                if each in there:
                    return each, _unpacked(name, packed, there[each])
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as wrong:
        raise Unreadable(f"{name} cannot be opened", f"it is a broken archive ({wrong})") from wrong
    return None


def _check(name: str, entry: zipfile.ZipInfo) -> None:
    """Refuse an entry that no honest archive has."""
    parts = entry.filename.replace("\\", "/").split("/")
    if entry.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        raise _refused(name, "a path in it leads outside")
    if (entry.external_attr >> 16) & 0o170000 == _LINK:
        raise _refused(name, "there is a link in it")
    if entry.flag_bits & 1:
        raise _refused(name, "it is locked with a password")


def _unpacked(name: str, packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one file, counting what really comes out."""
    most = min(LARGEST, max(_SMALL, entry.compress_size * RATIO))
    if entry.file_size > most:
        raise _refused(name, "a file in it unpacks to more than it should")
    with packed.open(entry) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise _refused(name, "a file in it unpacks to more than it should")
    return content


def _refused(name: str, why: str) -> Unreadable:
    return Unreadable(f"{name} is refused", why, "Pack it again with the program that made it.")
