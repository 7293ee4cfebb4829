"""The README's commands exist, take the options it names, and do what can be done untouched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.cli import main

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```(?:sh|console|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)
UNTOUCHED = {"packs", "paths", "scores", "--version", "--help"}
"""Commands that need no input, no terminal and no file."""


def commands() -> list[str]:
    """Every line of a shell block that calls `quiz`, without prompt and comment."""
    text = README.read_text("utf-8")
    lines = (line for block in BLOCK.findall(text) for line in block.split("\n"))
    bare = (line.removeprefix("$ ").split(" #")[0].strip() for line in lines)
    called = (re.search(r"(?:^|\| )(quiz .*)", line) for line in bare)
    return sorted({found[1] for found in called if found})


def test_the_readme_shows_how_to_play() -> None:
    assert any("quiz play" in line for line in commands())


@pytest.mark.parametrize("line", commands())
def test_a_command_of_the_readme(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUIZ_SAVES", str(tmp_path / "saves"))
    words = re.split(r"\s+", re.split(r"[|<>]", line)[0].strip())[1:]
    if words[0] in UNTOUCHED:
        assert main(words) == 0
        return
    assert main([words[0], "--help"]) == 0
    offered = capsys.readouterr().out
    assert all(word.split("=")[0] in offered for word in words if word.startswith("--"))
