"""A .docx file to lines of text, by mammoth and the reader of web pages' tables and headings."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

from quiz.draw.formats import broken, missing

LARGEST = 100 * 1024 * 1024
"""Bytes that a file may hold once it is unpacked."""
_HEADING = re.compile(r"<h([1-6])[^>]*>(.*?)</h\1>", re.S)
_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.S)
_CELL = re.compile(r"<t[dh][^>]*>(.*?)</t[dh]>", re.S)
_TAG = re.compile(r"<[^>]*>")
_BOLD = re.compile(r"</?strong>")


def text_of_docx(name: str, content: bytes) -> str:
    """Give the text of a .docx file as Markdown: headings, tables, bold words, paragraphs."""
    try:
        import mammoth
    except ImportError:
        raise missing(name, "mammoth") from None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(info.file_size for info in packed.infolist()) > LARGEST:
                raise broken(name, "it unpacks to more than any text has")
        page = mammoth.convert_to_html(
            io.BytesIO(content), convert_image=mammoth.images.inline(lambda _image: {"src": ""})
        ).value
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, RecursionError, SyntaxError):
        raise broken(name, "it is not a .docx file that can be taken apart") from None
    page = _ROW.sub(_table_row, page)
    page = _HEADING.sub(lambda found: f"\n{'#' * int(found[1])} {found[2]}\n", page)
    page = _BOLD.sub("**", page)
    page = re.sub(r"</(?:p|li|table)>|<br ?/?>", "\n", page)
    return unescape(_TAG.sub("", page))


def _table_row(found: re.Match[str]) -> str:
    """Write a row as Markdown does, on a line of its own."""
    cells = (" ".join(_TAG.sub(" ", cell).split()) for cell in _CELL.findall(found[1]))
    return f"\n| {' | '.join(cells)} |\n"
