"""`quiz fmt`: which files it does, and what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.store.packs import load
from tests.cli.conftest import Run

OWN = Path(__file__).parents[1] / "documents"
QUOTED = ("quote = ", "start = ", "end = ", "before = ", "after = ")

MESSY = """id="p"
format=1
title="P" # mine
[[question]]
kind="true-false"
prompt="So?"
answer=true
"""


def test_a_folder_of_packs_is_done_and_other_files_are_left(quiz: Run, tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "p.toml").write_text(MESSY)
    (packs / "other.toml").write_text("x=1")
    ran = quiz("fmt", str(packs), "--check")
    assert (ran.code, ran.out) == (1, f"{packs / 'p.toml'}\n")
    assert (packs / "p.toml").read_text() == MESSY
    ran = quiz("fmt", str(packs))
    assert (ran.code, ran.out) == (0, f"{packs / 'p.toml'}\n")
    assert 'title = "P"  # mine\n' in (packs / "p.toml").read_text()
    assert (packs / "other.toml").read_text() == "x=1"
    ran = quiz("fmt", str(packs))
    assert (ran.code, ran.out) == (0, "")


def test_without_a_path_ones_own_packs_are_done(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(MESSY)
    ran = quiz("fmt", "--packs", str(tmp_path))
    assert ran.out == f"{tmp_path / 'p.toml'}\n"


FOREIGN = {
    "pyproject.toml": '[project]\nname = "x"\ndescription = "a question"\n',
    "service.toml": 'id = "service"\nport = 1 # question\n',
    "survey.toml": '[[question]]\ntext = "How?"\n',
    ".hidden.toml": MESSY,
}


def test_other_toml_files_are_never_rewritten(quiz: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for name, text in FOREIGN.items():
        (folder / name).write_text(text)
    (folder / "p.toml").write_text(MESSY.replace('id="p"\n', ""))
    (folder / "folder.toml").mkdir()
    (folder / "newer.toml").write_text(MESSY.replace("format=1", "format=2"))
    only = f"{folder / 'p.toml'}\n"
    for words in ([str(folder)], ["--packs", str(folder)]):
        ran = quiz("fmt", *words, "--check")
        assert ran.out == only
        assert "newer.toml was left as it is" in ran.err
    quiz("fmt", str(folder))
    for name, text in FOREIGN.items():
        assert (folder / name).read_text() == text
    assert 'id = "p"\n' in (folder / "p.toml").read_text()


def test_another_toml_file_that_is_named_is_refused(quiz: Run, tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(FOREIGN["pyproject.toml"])
    ran = quiz("fmt", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert "is no pack" in ran.err
    assert file.read_text() == FOREIGN["pyproject.toml"]


def test_what_cannot_be_done_is_said_and_the_rest_done(quiz: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("= question")
    (tmp_path / "p.toml").write_text(MESSY)
    ran = quiz("fmt", str(tmp_path))
    assert ran.code == 1
    assert "bad.toml:1:1" in ran.err
    assert ran.out == f"{tmp_path / 'p.toml'}\n"
    assert (tmp_path / "bad.toml").read_text() == "= question"


def test_a_missing_path_is_said(quiz: Run) -> None:
    ran = quiz("fmt", "nowhere.toml")
    assert ran.code == 1
    assert "nowhere.toml" in ran.err


@pytest.mark.parametrize("name", ["p.toml"])
def test_a_disk_that_refuses_leaves_the_file(
    quiz: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    file = tmp_path / name
    file.write_text(MESSY)

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.cli.fmt.replace", refuse)
    ran = quiz("fmt", str(file))
    assert ran.code == 1
    assert "No space left" in ran.err
    assert file.read_text() == MESSY


def drawn(quiz: Run, folder: Path) -> Path:
    """A pack of drafts, with comments of its author."""
    file = folder / "drafts.toml"
    papers = [OWN / "calloway-interview.txt", OWN / "skerrow-light.md"]
    assert quiz("draw", *map(str, papers), "-o", str(file)).code == 0
    text = file.read_text("utf-8").replace("[[question]]", "# See.\n[[question]]", 1)
    file.write_text(f"# Mine.\n\n{text}", "utf-8")
    return file


def test_published_packs_quote_nothing_and_verify_exact(quiz: Run, tmp_path: Path) -> None:
    file = drawn(quiz, tmp_path)
    quiz("fmt", str(file))
    before = file.read_text("utf-8")
    assert quiz("fmt", str(file)).out == ""
    assert quiz("fmt", str(file), "--publish", "--check").code == 1
    assert file.read_text("utf-8") == before
    assert quiz("fmt", str(file), "--publish").out == f"{file}\n"
    after = file.read_text("utf-8")
    assert {"# Mine.", "# See."} <= set(after.splitlines())
    rows = [row for row in before.splitlines() if not row.startswith(QUOTED)]
    assert after.splitlines() == rows
    for question in load(file).questions:
        assert question.status == "proposed"
        assert not any(c.quote or c.before or c.after or c.start or c.end for c in question.cite)
    ran = quiz("verify", str(file), "--documents", str(OWN), "--json")
    assert {row["status"] for row in ran.data} == {"exact"}
    assert ran.code == 0
    assert quiz("fmt", str(file), "--publish").out == ""
    assert file.read_text("utf-8") == after


def test_without_publish_quotes_stay(quiz: Run, tmp_path: Path) -> None:
    file = drawn(quiz, tmp_path)
    quiz("fmt", str(file))
    assert any(cite.quote for question in load(file).questions for cite in question.cite)
