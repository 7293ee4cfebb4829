"""`quiz packs`: what is here, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_the_shipped_packs_are_listed(quiz: Run) -> None:
    rows = quiz("packs", "--json").data
    assert len(rows) == 5
    assert sum(row["questions"] for row in rows) >= 120
    for row in rows:
        assert set(row) == {"id", "title", "questions", "file", "problems"}
        assert row["problems"] == []
        assert Path(row["file"]).is_file()


def test_a_broken_pack_is_listed_with_its_problem_and_the_others_stay(
    quiz: Run, tmp_path: Path
) -> None:
    (tmp_path / "bad.toml").write_text('format = 1\nid = "bad"\ntitle = "Bad \\u001b[2J"\nx = 1\n')
    ran = quiz("packs", "--json", "--packs", str(tmp_path))
    assert ran.code == 0
    assert len(ran.data) == 6
    bad = next(row for row in ran.data if row["id"] == "bad")
    assert bad["problems"][0]["code"] == "unknown-field"
    assert bad["problems"][0]["at"] == f"{tmp_path / 'bad.toml'}:4:1"
    told = quiz("packs", "--packs", str(tmp_path))
    assert "broken" in told.out
    assert "bad.toml:4:1: error[unknown-field]" in told.err
    assert "\x1b" not in told.out + told.err + ran.out


def test_a_folder_that_is_not_there_adds_nothing(quiz: Run, tmp_path: Path) -> None:
    for words in (("packs",), ("packs", "--json")):
        ran = quiz(*words, "--packs", str(tmp_path / "none\x1b[2J"))
        assert (ran.code, ran.err) == (0, f"There is no folder {tmp_path / 'none[2J'}.\n")
        assert ran.out == quiz(*words).out
    assert len(quiz("packs").out.splitlines()) == 5
