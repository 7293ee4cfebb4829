"""The guide for authors: its commands run as they stand there, in order, and do what it says."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.store.packs import load
from tests.cli import conftest as shell
from tests.packs.guide import TOML, Block, blocks, written

quiz = shell.quiz


def notes(folder: Path) -> Path:
    """The folder with the document that the guide cites."""
    there = folder / "notes"
    there.mkdir()
    text = next(block.text for block in blocks("text") if "Sea of Tranquility" in block.text)
    (there / "moon.txt").write_text(text, encoding="utf-8")
    return there


def test_the_citation_is_proved(quiz: shell.Run, tmp_path: Path) -> None:
    block = next(block for block in TOML.values() if "cite =" in block.text)
    file = written(block, tmp_path / "moon.toml")
    folder = str(notes(tmp_path))
    assert quiz("check", str(file), "--documents", folder).code == 0
    file.write_text(file.read_text("utf-8").replace("paragraph = 2", "paragraph = 1"), "utf-8")
    assert "error[not-said]" in quiz("check", str(file), "--documents", folder).out


def test_the_report_is_what_check_prints(
    quiz: shell.Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    quiz("new", "Space Travel")
    file = tmp_path / "space-travel.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('prompt = "Which', 'promt = "Which', 1), encoding="utf-8")
    shown = next(block.text for block in blocks("text") if block.text.startswith("error["))
    assert quiz("check", file.name).out.strip() == shown.strip()


def commands(block: Block) -> Iterator[tuple[list[str], str]]:
    """The commands of a block: the words after `quiz`, and the file that takes what is printed."""
    for row in block.text.splitlines():
        words = shlex.split(row, comments=True)
        assert words[0] == "quiz", row
        into = words[words.index(">") + 1] if ">" in words else ""
        yield words[1 : words.index(">") if into else None], into


def test_commands_run_in_the_order_of_the_guide(
    quiz: shell.Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    notes(tmp_path)
    (table,) = blocks("csv")
    (tmp_path / "capitals.csv").write_text(table.text, encoding="utf-8")
    file = tmp_path / "space-travel.toml"
    first, *_ = TOML.values()
    for block in blocks("sh"):
        if file.exists() and block.start > first.start and "Alexei" not in file.read_text("utf-8"):
            text = file.read_text("utf-8")
            paint = text[text.index("\n[[question]]") : text.index("# Every kind")]
            file.write_text(text.replace(paint, f"\n{first.text}\n"), encoding="utf-8")
            assert "missing-field" in quiz("check", file.name).out  # the id, which fmt adds
        for words, into in commands(block):
            typed = ""
            if words[0] == "play":  # a screen for people, lines for pipes
                words, typed = [*words, "--plain"], "green\n"
            ran = quiz(*words, typed=typed)
            assert ran.code == 0, (words, ran)
            if into:
                (tmp_path / into).write_text(ran.out, encoding="utf-8")
            if typed:
                assert "1 of 1 right" in ran.out
    assert "no problems" in quiz("check", file.name, "--strict").err
    (added,) = load(file).questions
    assert added.id
    assert (tmp_path / "pack.schema.json").stat().st_size
    assert [question.kind for question in load(tmp_path / "capitals.toml").questions] == [
        "choice"
    ] * (table.text.count("\n") - 1)
    assert (tmp_path / "capitals-key-b.md").exists()


@pytest.mark.parametrize("how", ["short-answer", "match"])
def test_cards_are_asked_as_the_guide_says(quiz: shell.Run, tmp_path: Path, how: str) -> None:
    (table,) = blocks("csv")
    file, pack = tmp_path / "capitals.csv", tmp_path / "capitals.toml"
    file.write_text(table.text, encoding="utf-8")
    ran = quiz("import", str(file), "--as", how, "-o", str(pack))
    assert ran.code == 0
    assert ran.out.startswith("quiz play capitals")
    assert {question.kind for question in load(pack).questions} == {how}


def test_importing_again_keeps_ids_and_additions(quiz: shell.Run, tmp_path: Path) -> None:
    (table,) = blocks("csv")
    file, pack = tmp_path / "capitals.csv", tmp_path / "capitals.toml"
    file.write_text(table.text, encoding="utf-8")
    quiz("import", str(file), "-o", str(pack))
    ids = [question.id for question in load(pack).questions]
    text = pack.read_text("utf-8")
    pack.write_text(text.replace('answer = "Oslo"', 'answer = "Oslo"\nhints = ["Fjord"]'), "utf-8")
    file.write_text(table.text + "What is the capital of Malta?,Valletta\n", encoding="utf-8")
    assert quiz("import", str(file), "-o", str(pack)).code == 0
    again = load(pack).questions
    assert [question.id for question in again][: len(ids)] == ids
    assert len(again) == len(ids) + 1
    assert again[0].hints == ("Fjord",)
