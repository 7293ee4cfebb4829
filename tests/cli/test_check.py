"""`quiz check`: formats, exit codes, and where packs and documents are found."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from quiz.core.records import Move
from quiz.core.text import Clean
from quiz.store.journal import Journal
from quiz.store.places import find_places
from quiz.store.players import Players
from tests.cli.conftest import Run
from tests.conftest import NOON

PACK = """format = 1
id = "p"
title = "P"

[[document]]
id = "d"
title = "D"
{document}
"""
QUESTION = """
[[question]]
id = "q{number}"
kind = "choice"
prompt = "Which thing numbered {number} is meant here?"
answer = "Alpha{number}"
distractors = ["Gamma{number}", "Omega{number}"]
explanation = "Because."
difficulty = {level}
cite = [{{ document = "d", paragraph = {number}, says = ["Alpha{number}"] }}]
"""
PARAGRAPHS = "\n\n".join(f"Alpha{number} stands here." for number in range(1, 7))
SHARED = Path(__file__).parents[3] / "shared" / "documents"


def pack(document: str = "") -> str:
    asked = (QUESTION.format(number=n, level=n % 5 + 1) for n in range(1, 7))
    return PACK.format(document=document) + "".join(asked)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "packs").mkdir()
    written = tmp_path / "packs" / "p.toml"
    written.write_text(pack())
    return written


def test_no_problem_is_0_and_silence(quiz: Run, file: Path) -> None:
    ran = quiz("check", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "1 pack: no problems.\n"
    assert quiz("check", str(file), "--json").data == []


def test_warnings_are_0_unless_strict(quiz: Run, file: Path) -> None:
    file.write_text(pack().replace('explanation = "Because."\n', "", 1))
    ran = quiz("check", str(file), "--format", "concise")
    assert ran.code == 0
    assert ran.out == f'{file}:10:1: warning[no-explanation]: "q1" has no explanation\n'
    assert ran.err == "1 pack: 1 warning.\n"
    assert quiz("check", str(file), "--strict").code == 1


def test_errors_are_1_with_line_caret_and_help(quiz: Run, file: Path) -> None:
    file.write_text(pack().replace('kind = "choice"', 'kind = "choise"', 1))
    ran = quiz("check", str(file))
    assert ran.code == 1
    assert ran.out == (
        'error[unknown-kind]: unknown kind "choise"\n'
        f"  --> {file}:12:8\n"
        "    |\n"
        ' 12 | kind = "choise"\n'
        "    |        ^^^^^^^^\n"
        '  help: Did you mean "choice"?\n\n'
    )


def test_json_holds_all_there_is(quiz: Run, file: Path) -> None:
    file.write_text(pack().replace("difficulty = 2", "difficulty = 20", 1))
    (row,) = quiz("check", str(file), "--json").data
    assert row == {
        "file": str(file),
        "line": 17,
        "column": 14,
        "code": "wrong-value",
        "severity": "error",
        "message": "`difficulty` is above 5",
        "help": "The level, 1 (anybody) to 5 (hardly anybody).",
        "field": "question.0.difficulty",
    }


def test_a_broken_question_does_not_hide_what_is_wrong_with_others(quiz: Run, file: Path) -> None:
    text = pack().replace('kind = "choice"', 'kind = "choise"', 1)
    file.write_text(text.replace('"Gamma6"', '"ALPHA6"'))
    codes = [row["code"] for row in quiz("check", str(file), "--json").data]
    assert codes == ["unknown-kind", "answer-in-distractors"]


def test_wide_and_hidden_characters_keep_the_caret_in_place(quiz: Run, file: Path) -> None:
    line = 'hints = ["\u5b57\u202e", 5]\n'
    file.write_text(pack().replace("difficulty = 2\n", f"difficulty = 2\n{line}", 1))
    rows = quiz("check", str(file)).out.splitlines()
    at = next(n for n, row in enumerate(rows) if ", 5]" in row)
    assert "\u202e" not in rows[at]
    before = rows[at][: rows[at].rindex("5]")]
    assert rows[at + 1].index("^") == len(before) + 1  # one character takes two columns


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("नमस्ते", 4),
        ("\u2764\ufe0f", 2),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("e\u0301", 1),
    ],
)
def test_joined_characters_keep_the_caret_in_place(
    quiz: Run, file: Path, text: str, cells: int
) -> None:
    line = f'hints = ["{text}", 7]\n'
    file.write_text(pack().replace("difficulty = 2\n", f"difficulty = 2\n{line}", 1), "utf-8")
    rows = quiz("check", str(file)).out.splitlines()
    at = next(n for n, row in enumerate(rows) if ", 7]" in row)
    before = rows[at][: rows[at].rindex("7]")]
    assert rows[at + 1].index("^") == len(before) - len(text) + cells


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_syntax_error_on_the_last_line_is_shown(
    quiz: Run, tmp_path: Path, end: str, mark: str
) -> None:
    file = tmp_path / "s.toml"
    file.write_bytes(f"{mark}format = 1\nid = {end}".encode())
    rows = quiz("check", str(file)).out.splitlines()
    assert rows[1:5] == [f"  --> {file}:2:6", "   |", " 2 | id = ", "   |      ^"]


def test_a_date_that_never_was_stops_the_pack_and_no_round(quiz: Run, file: Path) -> None:
    file.write_text(pack('published = "2025-13"'))
    (row,) = quiz("check", str(file), "--json").data
    assert (row["code"], row["line"], row["severity"]) == ("wrong-value", 8, "error")
    ran = quiz("play", "p", "--plain", "--packs", str(file.parent))
    assert ran.code == 1
    assert "published" in ran.err
    ran = quiz("play", "mix", "--plain", "--packs", str(file.parent), typed="/quit\n")
    assert ran.code == 0


def test_one_problem_is_one_line_whatever_a_file_says(quiz: Run, file: Path) -> None:
    file.write_text(f'"x\\nforged.toml:1:1: error[x]: y" = 1\n{pack()}')
    rows = quiz("check", str(file), "--format", "concise").out.splitlines()
    assert len(rows) == 1
    assert rows[0].startswith(f"{file}:1:1: ")


def test_long_lines_are_cut_around_the_value(quiz: Run, file: Path) -> None:
    file.write_text(pack().replace('["Gamma1"', f'["{"x" * 300}", 7, "{"y" * 300}"', 1))
    rows = quiz("check", str(file)).out.splitlines()
    at = next(n for n, row in enumerate(rows) if "…" in row)
    assert all(len(row) < 130 for row in rows)
    assert rows[at][rows[at + 1].index("^")] == "7"


def test_folders_and_the_library_are_searched(quiz: Run, file: Path) -> None:
    (file.parent / "notes.txt").write_text("not a pack")
    (file.parent / "same.toml").write_text(pack())
    (row,) = quiz("check", str(file.parent), "--json").data
    assert (row["code"], row["line"]) == ("taken-id", 2)
    whole = quiz("check", "--packs", str(file.parent))
    assert "7 packs" in whole.err


def test_documents_are_found_by_name_and_by_hash(quiz: Run, file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "a.txt").write_text(PARAGRAPHS)
    good = sha256(PARAGRAPHS.encode()).hexdigest()

    def codes(document: str) -> list[str]:
        file.write_text(pack(document))
        found = quiz("check", str(file), "--documents", str(folder), "--json").data
        return [row["code"] for row in found]

    assert codes('file = "a.txt"') == []
    assert codes(f'file = "a.txt"\nsha256 = "{good}"') == []
    assert codes(f'file = "moved.txt"\nsha256 = "{good}"') == []
    assert codes(f'sha256 = "{good}"') == []
    assert codes('file = "b.txt"') == ["document-missing"]
    assert codes(f'file = "a.txt"\nsha256 = "{"0" * 64}"') == ["document-missing"]
    assert codes('file = "../documents/a.txt"') == ["document-missing"]
    (folder / "a.txt").write_text(PARAGRAPHS.replace("Alpha3", "Alpha9"))
    assert codes('file = "a.txt"') == ["not-said", "answer-not-cited"] or codes(
        'file = "a.txt"'
    ) == ["answer-not-cited", "not-said"]


def test_a_citation_that_cannot_be_looked_up_is_said_as_verify_says_it(
    quiz: Run, file: Path, tmp_path: Path
) -> None:
    gone = 'paragraph = 999, says = ["not there"]'
    file.write_text(pack().replace('paragraph = 1, says = ["Alpha1"]', gone))
    folder = tmp_path / "documents"
    folder.mkdir()
    told = quiz("check", str(file), "--documents", str(folder), "--format", "concise")
    assert told.code == 1
    assert told.out == f"{file}:5:1: error[document-missing]: d is not in {folder}\n"
    (folder / "other.txt").write_text(PARAGRAPHS)
    assert quiz("verify", str(file), "--documents", str(folder)).code == 1
    assert quiz("check", str(file), "--documents", str(folder)).code == 1
    (folder / "D.txt").write_text(PARAGRAPHS)  # by a name that gives the id
    rows = quiz("check", str(file), "--documents", str(folder), "--json").data
    assert [row["code"] for row in rows] == ["no-such-paragraph"]
    assert quiz("verify", str(file), "--documents", str(folder)).code == 1
    file.write_text(pack())
    assert quiz("check", str(file), "--documents", str(folder)).code == 0
    assert quiz("verify", str(file), "--documents", str(folder)).code == 0


def test_rules_are_listed(quiz: Run) -> None:
    rows = quiz("check", "--rules").out.splitlines()
    assert any(row.startswith("answer-in-distractors") and "error" in row for row in rows)
    assert any(row.startswith("toml-syntax") for row in rows)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the documents are not beside this checkout")
def test_the_shipped_packs_hold_in_their_documents(quiz: Run) -> None:
    ran = quiz("check", "questions", "--documents", str(SHARED))
    assert (ran.code, ran.out) == (0, "")


def test_flags_of_players_are_listed_where_the_question_stands(
    quiz: Run, file: Path, tmp_path: Path
) -> None:
    assert quiz("check", str(file), "--flags").out == ""
    mira = Players(find_places(saves=tmp_path / "saves"), lambda: NOON).create("Mira-Lou Q.")
    journal = Journal(mira.folder / "journal", "3d0f51b7")
    for key, text in (("p/q2", "two are right"), ("p/gone", "")):
        journal.append(Move("r1", NOON, "flag", key, Clean(text)))
    journal.close()
    ran = quiz("check", str(file), "--flags", "--format", "concise")
    assert ran.code == 0
    assert ran.out == (
        f"{file}:20:1: warning[flagged]: "
        'Mira-Lou Q. flagged this question on 21 November 2026: "two are right"\n'
    )


def test_a_web_page_is_cited_by_the_lines_that_drawing_takes_from_it(
    quiz: Run, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><nav>Menu</nav><article><h1>The lighthouse</h1>"
        "<p>Skerrow Light was first lit in 1871 by Ada Finch, who kept it for thirty years.</p>"
        "<p>It stands on a rock half a mile from the harbour and has two hundred steps.</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    assert quiz("draw", str(page), "-o", str(tmp_path / "light.toml")).code == 0
    assert "[[question]]" in (tmp_path / "light.toml").read_text(encoding="utf-8")
    ran = quiz("check", str(tmp_path / "light.toml"), "--documents", str(tmp_path))
    assert "citation" not in ran.out
    assert ran.code == 0
