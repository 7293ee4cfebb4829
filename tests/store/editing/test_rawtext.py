"""A file in any state is opened as a text, and only what was changed in it is another byte."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Unreadable, Unsaved
from quiz.store.editing.rawtext import RawText


def raw(folder: Path, content: bytes) -> RawText:
    path = folder / "odd.toml"
    path.write_bytes(content)
    return RawText(path)


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path, bom: str, end: str) -> None:
    text = raw(tmp_path, f"{bom}format = {end}id = é{end}".encode())
    assert text.text == "format = \nid = é\n"
    assert text.note == ""
    text.write(text.text.replace("= \n", "= 1\n"))
    assert text.path.read_bytes() == f"{bom}format = 1{end}id = é{end}".encode()
    text.write("")
    assert text.path.read_bytes() == bom.encode()


def test_what_is_no_utf_8_is_read_all_the_same(tmp_path: Path) -> None:
    text = raw(tmp_path, 'title = "Caf\xe9"'.encode("latin-1"))
    assert text.text == 'title = "Café"'
    assert "Windows-1252" in text.note
    text.write(text.text)
    assert text.path.read_text("utf-8") == 'title = "Café"'


@given(st.binary(max_size=80))
def test_any_file_can_be_opened_and_shown(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    text = raw(tmp_path_factory.mktemp("raw"), content).text
    assert not set(text) & set("\x1b\x07\u202e\r")


def test_what_somebody_else_wrote_is_not_written_over(tmp_path: Path) -> None:
    text = raw(tmp_path, b"one")
    text.path.write_bytes(b"two")
    with pytest.raises(Unsaved):
        text.write("three")
    assert text.path.read_bytes() == b"two"


def test_no_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        RawText(tmp_path / "none.toml")
