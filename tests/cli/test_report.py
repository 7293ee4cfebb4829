"""What commands print about files and words from outside can do nothing to a terminal."""

from __future__ import annotations

import json
import unicodedata
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli.report import as_json
from quiz.core.text import clean
from tests.cli.conftest import Run

EVIL = "a\x1b[31m\x9b31m\u202eb\x07\x7f"


def unsafe(text: str) -> set[str]:
    """The characters that no terminal should get; lines end, and that is all."""
    return {c for c in text if c != "\n" and not clean(c)}


@given(st.text(max_size=30))
def test_json_is_safe_and_says_the_same(text: str) -> None:
    told = {"x": [text], text: 1}
    for stream in (StringIO(), TextIOWrapper(BytesIO(), "ascii")):
        for indent in (None, 2):
            written = as_json(told, stream, indent)
            assert not unsafe(written)
            assert json.loads(written) == told
    assert as_json(told, TextIOWrapper(BytesIO(), "ascii")).isascii()


def test_what_can_be_shown_is_written_as_it_is() -> None:
    assert as_json(["日本é\u200d"], StringIO(), None) == '["日本é\u200d"]'


@pytest.mark.parametrize(
    "words",
    [
        [EVIL],
        [f"--{EVIL}"],
        ["packs", EVIL],
        ["packs", f"--{EVIL}"],
        ["packs", f"--json={EVIL}"],
        ["check", EVIL],
        ["check", "--format", EVIL],
        ["check", "--documents", EVIL],
        ["fmt", EVIL],
        ["new", f"/{EVIL}"],
        ["verify", EVIL],
        ["draw", EVIL],
        ["import", EVIL],
        ["import", "--as", EVIL, "x"],
        ["export", EVIL, "--to", "csv"],
        ["export", "on-set", "--to", EVIL],
        ["export", "on-set", "--to", "csv", "--questions", EVIL],
        ["export", "on-set", "--to", "csv", "-o", f"/{EVIL}/x"],
        ["play", EVIL, "--plain"],
        ["play", "--mode", EVIL],
        ["play", "--questions", EVIL],
        ["play", "--seed", EVIL],
        ["scores", "--days", EVIL],
        ["schema", EVIL],
        ["paths", "--packs", EVIL],
        ["packs", "--packs", EVIL],
    ],
)
def test_what_was_typed_is_quoted_safely(
    quiz: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_, **__: False)
    ran = quiz(*words)
    assert not unsafe(ran.out + ran.err)


PACK = f"""format = 1
id = {json.dumps(EVIL)}
title = {json.dumps(EVIL)}
{json.dumps(EVIL)} = 1
[[question]]
id = "q"
kind = {json.dumps(EVIL)}
"""


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_hostile_pack_is_told_of_safely(
    quiz: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda *_, **__: False)
    folder = tmp_path / "packs"
    folder.mkdir()
    (folder / f"{EVIL}.toml").write_text(PACK.replace("\x7f", "\\u007f"), "utf-8")
    (folder / f"{EVIL}2.toml").write_text(f"# {EVIL}\n= \u202e", "utf-8")
    ran = quiz("check", str(folder), "--format", form)
    assert ran.code == 1
    assert not unsafe((ran.out + ran.err).replace("\x1b[", ""))
    for more in ([], ["--json"]):
        ran = quiz("packs", "--packs", str(folder), *more)
        assert not unsafe(ran.out + ran.err)
    ran = quiz("fmt", str(folder))
    assert not unsafe(ran.out + ran.err)


def test_unsafe_is_what_moves_cursors() -> None:
    assert {unicodedata.category(c) for c in unsafe(EVIL)} == {"Cc", "Cf"}
