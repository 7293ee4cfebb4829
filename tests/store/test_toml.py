"""Reading, and replacing a file in one step."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.errors import Unreadable
from quiz.store import toml


def write(tmp_path: Path, content: bytes) -> Path:
    file = tmp_path / "x.toml"
    file.write_bytes(content)
    return file


def test_toml_1_1_is_read(tmp_path: Path) -> None:
    file = write(tmp_path, b'a = { x = 1,\n y = 2, }\nb = "\\e\\x41"\nc = 07:32\n')
    read = toml.read(file)
    assert read["a"] == {"x": 1, "y": 2}
    assert read["b"] == "\x1bA"


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    assert toml.read(write(tmp_path, "\ufeffa = 1\r\n".encode())) == {"a": 1}


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a = 1\nb = \n", 2, 5),
        (b"a = 1\na = 2\n", 2, 6),
        (b'title = "caf\xe9"\n', 1, 13),
        ("é = 1\n".encode(), 1, 1),
        (b"x = " + b"[" * 5000, 1, 1),
        (b"a." * 5000 + b"a = 1", 1, 1),
        (b"x = " + b"9" * 5000, 1, 1),
        (b"\x00", 1, 1),
    ],
)
def test_what_is_not_toml_says_where(
    tmp_path: Path, content: bytes, line: int, column: int
) -> None:
    file = write(tmp_path, content)
    with pytest.raises(toml.Malformed) as caught:
        toml.read(file)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert f"{file}:{line}:{column}" in caught.value.message


@pytest.mark.parametrize("quote", [b'"', b"'"])
def test_a_text_that_is_not_closed_is_said_in_plain_words(tmp_path: Path, quote: bytes) -> None:
    file = write(tmp_path, b"a = 1\nb = " + quote + b"Who?\nc = " + quote + b"me" + quote + b"\n")
    with pytest.raises(toml.Malformed) as caught:
        toml.read(file)
    assert caught.value.line == 2
    assert caught.value.reason == "a text is not closed: its second quotation mark is missing"


def test_what_is_no_file_of_a_fair_size_is_refused(tmp_path: Path) -> None:
    large = write(tmp_path, b"#" * 101)
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    (tmp_path / "folder.toml").mkdir()
    for name in ("pipe.toml", "loop.toml", "folder.toml", "missing.toml", "nul\0.toml"):
        with pytest.raises(Unreadable):
            toml.read(tmp_path / name)
    with pytest.raises(Unreadable, match="too large"):
        toml.read(large, largest=100)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    with suppress(Unreadable):
        assert isinstance(toml.read(write(tmp_path, content)), dict)


def test_replace_keeps_the_mode_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = write(tmp_path, b"old")
    file.chmod(0o640)
    toml.replace(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.toml"]


def test_replace_goes_through_a_link(tmp_path: Path) -> None:
    file = write(tmp_path, b"old")
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    toml.replace(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_failed_replace_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        toml.replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.toml"]
