"""A seal under a file that is written whole: its last line is the CRC-32 of all before it."""

from __future__ import annotations

from zlib import crc32

from quiz.errors import Unreadable

_SEAL = b"# crc32 "


def seal(body: str) -> bytes:
    """Give a file's bytes, with the seal."""
    content = body.encode()
    return b"%b%b%08x\n" % (content, _SEAL, crc32(content))


def unseal(content: bytes) -> str:
    """Give what stands above the seal; raises Unreadable if that is not what was sealed."""
    body, _, told = content.replace(b"\r\n", b"\n").rpartition(_SEAL)
    if told.strip() != b"%08x" % crc32(body):
        raise Unreadable("A damaged file", "is damaged")
    return body.decode()
