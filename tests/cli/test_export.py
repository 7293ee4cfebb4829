"""`quiz export`: packs in other programs' formats, and sheets to print."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Run

PACK = """format = 1
id = "mine"
title = "Mine & yours"
description = "A few."

[[question]]
id = "one"
kind = "choice"
prompt = "Which festival <b>gives</b> the Palme?"
answer = "Cannes"
distractors = ["Venice", "Berlin", "Locarno"]
difficulty = 2
explanation = "Since 1955."

[[question]]
id = "two"
kind = "order"
prompt = "Put in order."
items = ["Taxi Driver", "Pulp Fiction", "Parasite"]

[[question]]
id = "three"
kind = "match"
prompt = "Who made what?"
pairs = [["Anora", "Baker"], ["The Piano", "Campion"]]

[[question]]
id = "four"
kind = "number"
prompt = "Which year?"
answer = 1955
unit = "years"

[[question]]
id = "five"
kind = "list"
prompt = "Name two."
entries = ["Rome", "Paris", "Ulm"]
need = 2

[[question]]
id = "six"
kind = "multi-choice"
prompt = "Which ones?"
answers = ["a", "b"]
distractors = ["c", "d"]
"""


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    file = tmp_path / "mine.toml"
    file.write_text(PACK)
    return file


@pytest.mark.parametrize(
    ("form", "end"),
    [
        ("gift", ".gift"),
        ("moodle-xml", ".xml"),
        ("csv", ".csv"),
        ("anki", ".txt"),
        ("markdown", ".md"),
        ("json", ".json"),
    ],
)
def test_every_shipped_pack_in_every_format_comes_back(
    quiz: Run, mine: Path, form: str, end: str
) -> None:
    ran = quiz("export", "casting-anecdotes", "--to", form)
    assert ran.out == f"casting-anecdotes{end}\n"
    lost = ran.err.count("not exported")
    assert ran.code == int(lost > 0)
    back = quiz("import", f"casting-anecdotes{end}", "-o", "back.toml")
    assert back.code == 0, back.err
    count = int(re.search(r"(\d+) questions", back.err)[1])  # type: ignore[index]
    listed = {row["id"]: row["questions"] for row in quiz("packs", "--json").data}
    assert count + lost == listed["casting-anecdotes"]
    assert quiz("check", "back.toml").code == 0
    assert quiz("fmt", "--check", "back.toml").code == 0


def test_what_is_not_held_is_said(quiz: Run, mine: Path) -> None:
    ran = quiz("export", str(mine), "--to", "gift")
    assert ran.code == 1
    assert "two: not exported: GIFT has no order questions" in ran.err
    assert "five: not exported: GIFT has no list questions" in ran.err
    assert "not kept: difficulty (1 question)" in ran.err
    assert "not kept: unit (1 question)" in ran.err
    assert "not kept of the pack itself: description" in ran.err
    whole = quiz("export", str(mine), "--to", "json")
    assert (whole.code, whole.err) == (0, "")


def test_standard_output_and_files_that_are_there(quiz: Run, mine: Path) -> None:
    shown = quiz("export", str(mine), "--to", "csv", "-o", "-")
    assert shown.out.lstrip("\ufeff").startswith("id,prompt,answer")
    assert quiz("export", str(mine), "--to", "csv").code == 0
    again = quiz("export", str(mine), "--to", "csv")
    assert again.code == 1
    assert "is there already" in again.err
    assert quiz("export", str(mine), "--to", "csv", "-o", "mine.csv").code == 0
    assert quiz("export", str(mine), "--to", "sheet", "-o", "-").code == 2
    assert quiz("export", "no-such-pack", "--to", "csv").code == 1
    assert quiz("export", str(mine), "--to", "word").code == 2


def test_xml_is_what_moodle_reads(quiz: Run, mine: Path) -> None:
    quiz("export", str(mine), "--to", "moodle-xml")
    tree = ElementTree.parse("mine.xml").getroot()
    kinds = [question.get("type") for question in tree]
    assert kinds == ["category", "multichoice", "matching", "numerical", "multichoice"]
    assert tree[1].findtext("questiontext/text") == "Which festival <b>gives</b> the Palme?"


def test_a_table_holds_no_formulas(quiz: Run, mine: Path) -> None:
    mine.write_text(PACK.replace('"Cannes"', '"=cmd()"').replace('"Venice"', '"@x"'))
    text = quiz("export", str(mine), "--to", "csv", "-o", "-").out
    assert "'=cmd()" in text
    assert "'@x" in text


def test_a_sheet_and_its_key(quiz: Run, mine: Path) -> None:
    ran = quiz("export", str(mine), "--to", "sheet")
    assert ran.out.split() == [
        "mine-sheet.md", "mine-sheet.html", "mine-key.md", "mine-key.html",
    ]  # fmt: skip
    sheet, key = Path("mine-sheet.md").read_text("utf-8"), Path("mine-key.md").read_text("utf-8")
    letter = re.search(r"- ([A-D])\) Cannes", sheet)
    assert letter
    assert f"{letter[1]}: Cannes" in key
    assert "Since 1955" not in sheet
    assert "Since 1955" in key
    page = Path("mine-sheet.html").read_text("utf-8")
    assert "&lt;b&gt;gives&lt;/b&gt;" in page
    assert "Mine &amp; yours" in page
    assert "Name 2 of 3." in page


def test_two_versions_differ_in_order_and_their_keys_fit(quiz: Run, mine: Path) -> None:
    ran = quiz("export", str(mine), "--to", "sheet", "--versions", "2", "--questions", "5")
    assert len(ran.out.split()) == 8
    sheets = [Path(f"mine-sheet-{v}.md").read_text("utf-8") for v in "ab"]
    asked = [re.findall(r"^\d+\. (.*)", sheet, re.MULTILINE) for sheet in sheets]
    assert asked[0] != asked[1]
    assert sorted(asked[0]) == sorted(asked[1])
    assert len(asked[0]) == 5
    for version, sheet in zip("ab", sheets, strict=True):
        key = Path(f"mine-key-{version}.md").read_text("utf-8")
        letter = re.search(r"- ([A-D])\) Cannes", sheet)
        assert not letter or f"{letter[1]}: Cannes" in key
