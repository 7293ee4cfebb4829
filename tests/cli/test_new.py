"""`quiz new` and `quiz schema`: the first steps of an author."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.core.kinds import kinds
from quiz.store.editing.tidy import tidy
from quiz.store.packs import load, parsed
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to start packs in."""
    there = tmp_path / "here"
    there.mkdir()
    monkeypatch.chdir(there)
    return there


def test_a_new_pack_passes_every_check(quiz: Run, folder: Path) -> None:
    ran = quiz("new", "Space Travel")
    assert (ran.code, ran.out) == (0, "space-travel.toml\n")
    pack = load(folder / "space-travel.toml")
    assert (pack.id, pack.title) == ("space-travel", "Space Travel")
    assert quiz("check", "space-travel.toml", "--strict").err == "1 pack: no problems.\n"
    text = (folder / "space-travel.toml").read_text("utf-8")
    assert tidy(text, folder / "space-travel.toml") == text


def test_every_kind_is_shown_once_and_can_be_used(quiz: Run, folder: Path) -> None:
    quiz("new", "mine")
    text = (folder / "mine.toml").read_text("utf-8")
    head, shown = text.split("# Every kind of question by example")
    rows = re.findall(r"^# ((?:\[\[question\]\]|\w+ = .*))$", shown, re.MULTILINE)
    pack = parsed(folder / "mine.toml", head + "\n" + "\n".join(rows))
    assert [question.kind for question in pack.questions[1:]] == list(kinds())


def test_nothing_is_overwritten(quiz: Run, folder: Path) -> None:
    (folder / "mine.toml").write_text("precious")
    ran = quiz("new", "mine.toml")
    assert ran.code == 1
    assert "there already" in ran.err
    assert (folder / "mine.toml").read_text() == "precious"


def test_an_id_that_is_taken_gets_a_number_and_the_pack_plays(quiz: Run, folder: Path) -> None:
    (folder / "other.toml").write_text('format = 1\nid = "oscar-records-2"\ntitle = "O"\n')
    ran = quiz("new", "Oscar Records")
    assert (ran.code, ran.out) == (0, "oscar-records.toml\n")
    assert 'Another pack has the id "oscar-records": this one is "oscar-records-3".' in ran.err
    pack = load(folder / "oscar-records.toml")
    assert (pack.id, pack.title) == ("oscar-records-3", "Oscar Records")
    assert quiz("check", "oscar-records.toml", "--strict").code == 0
    command = ran.err.splitlines()[-1].partition("quiz ")[2]
    played = quiz(*command.split(), "--plain", "--player", "A", typed="/quit\n")
    assert "Which colour do blue and yellow paint make?" in played.out


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("The long and winding road to the palm", "The long and winding"),
        ("the-long-and-winding-road-to-the-palm", "The long and winding"),
        ("Ab" * 20, "Ab" * 12),
        ("Exactly twenty-four 1234", "Exactly twenty-four 1234"),
    ],
)
def test_a_title_is_cut_to_what_fits(quiz: Run, folder: Path, name: str, title: str) -> None:
    ran = quiz("new", name)
    file = folder / ran.out.strip()
    assert load(file).title == title
    assert (f'Its title is "{title}"' in ran.err) == (len(name) > 24)
    assert quiz("check", str(file), "--strict").code == 0


@pytest.mark.parametrize("name", ["", "...", "a/b", "../up", "日本", "x" * 200])
def test_a_name_that_makes_no_id_is_refused(quiz: Run, folder: Path, name: str) -> None:
    ran = quiz("new", name)
    assert ran.code == 1
    assert "cannot be the name of a pack" in ran.err
    assert list(folder.iterdir()) == []


def test_the_schema_is_printed(quiz: Run) -> None:
    ran = quiz("schema")
    assert ran.code == 0
    assert ran.data["properties"]["question"]["description"]
