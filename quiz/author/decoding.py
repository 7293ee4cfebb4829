"""From bytes to text: UTF-8 first, else the encoding whose letters make sense; never binary."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress

from quiz.author.encodings import guessed
from quiz.author.formats import Source
from quiz.core.text import Clean, clean, line
from quiz.errors import Unreadable

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is imported."""
UNKNOWN = "an encoding that is not known"
_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_DECLARED = re.compile(
    rb"""<\?xml[^<>?]{0,100}\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{1,40})"""
)
_TRUSTED = (
    "iso", "windows", "cp", "latin", "koi8", "mac", "shift", "euc", "gb", "big5", "us-ascii",
)  # fmt: skip
_CONTROL = re.compile("[\x00-\x07\x0b\x0e-\x1a\x1c-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd-\uffff]")
_PLAIN = bytes(range(0x20, 0x7F)) + b"\n\r\t"
_ODD = 0.02
_SAMPLE = 20_000
_ARCHIVE = b"PK\x03\x04"


def source(name: str, raw: bytes, columns: tuple[str, ...] = ()) -> tuple[Source, str]:
    """Make a file ready to be read; also say its encoding, or "" for UTF-8 and archives.

    Raises Unreadable for what is empty, too large, or no text.
    """
    told = line(name)
    if len(raw) > LARGEST:
        raise Unreadable(
            f"{told} is too large",
            f"it has more than {LARGEST // 1024**2} MB",
            "Split it into smaller files.",
        )
    if not raw[:_SAMPLE].strip() and not raw.strip():
        raise Unreadable(f"{told} is empty", hint="There is nothing in it to import.")
    if raw.startswith(_ARCHIVE):
        return Source(told, raw, columns=columns), ""
    text, encoding = _decoded(raw)
    sample = text[:_SAMPLE]
    odd = len(_CONTROL.findall(sample))
    if odd > max(4, len(sample) * _ODD) or "\0" in sample:
        raise Unreadable(
            f"{told} is not a text",
            "it holds bytes that no text has",
            "Save it as text (UTF-8) in one of the formats that `quiz import --help` lists.",
        )
    if encoding == UNKNOWN:
        raise Unreadable(f"{told} cannot be read", f"it is in {UNKNOWN}", "Save it as UTF-8.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Of plain ASCII bytes it is seen at a glance that nothing in them needs cleaning.
    safe = Clean(text) if not raw.translate(None, _PLAIN) else cleaned(text)
    return Source(told, raw, safe, text, columns, safe is text and "\t" not in text), encoding


def cleaned(text: str) -> Clean:
    """Clean a long text as `clean` does, in the time that a look at it takes if it is clean."""
    bare = text.replace("\n", "")
    bare = bare.replace("\t", "") if "\t" in bare else bare
    if bare.isprintable() and (bare.isascii() or unicodedata.is_normalized("NFC", bare)):
        return Clean(text)
    return Clean("\n".join(_cleaned_line(row) for row in text.split("\n")))


def _cleaned_line(row: str) -> str:
    return "\t".join(map(clean, row.split("\t"))) if "\t" in row else clean(row)


def _decoded(raw: bytes) -> tuple[str, str]:
    """Decode, and name the encoding if it is not UTF-8."""
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            named = "" if encoding == "utf-8-sig" else encoding.upper()
            return raw.decode(encoding, "replace"), named
    half = raw[1:_SAMPLE:2].count(0), raw[0:_SAMPLE:2].count(0)
    if max(half) > len(raw[:_SAMPLE]) // 5:  # every second byte is none: UTF-16 without its mark
        return raw.decode("utf-16-le" if half[0] > half[1] else "utf-16-be", "replace"), "UTF-16"
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    declared = _DECLARED.match(raw)
    if declared and declared[1].decode().casefold().startswith(_TRUSTED):
        named = declared[1].decode()
        with suppress(UnicodeDecodeError, LookupError):
            return raw.decode(named), named
    sample = raw[: 10 * _SAMPLE]
    if len(sample) < len(raw):
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    if sample.isascii():
        sample = raw
    encoding, named = guessed(sample)
    if not encoding:
        return raw.decode("latin-1"), UNKNOWN
    text = raw.decode(encoding, "replace")
    odd = text.count("\ufffd")
    return text, f"{named} ({odd} sign{'s' * (odd != 1)} in it unknown)" if odd else named
