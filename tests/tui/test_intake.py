"""What an author chooses for a file is what is read, tried and made."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.errors import QuizError, Unreadable
from quiz.tui.intake import read_file, read_text
from quiz.tui.signs import Signs
from quiz.tui.widgets.reading import refused, told

CAPITALS = "Country,Capital,Fact\nFrance,Paris,a tower\nSpain,Madrid,high\nPeru,Lima,\nChad,,far\n"


def test_what_is_chosen_is_what_is_made() -> None:
    intake = read_text(CAPITALS)
    assert intake.columns is not None
    other = read_text(CAPITALS, "short-answer", intake.columns.with_heading(True))
    assert [each.fields["kind"] for each in other.found.questions] == ["short-answer"] * 3
    assert read_text("id,kind,prompt,answer\na,short-answer,A?,b\n").columns is None
    assert read_text("::a:: A? {=b ~c}\n").columns is None


def shown(text: str, how: str | None = None) -> str:
    rows = told(read_text(text, how), Signs(), 160, low=False)  # type: ignore[arg-type]
    return "\n".join(row.plain for row in rows)


def test_answers_are_told_in_words() -> None:
    assert "France: Paris; Spain: Madrid" in shown("Term,Definition\nFrance,Paris\nSpain,Madrid\n",
                                                  "match")  # fmt: skip
    gift = "::a:: Pair them. {=One -> 1 =Two -> 2}\n\n::b:: Who? {=Ann =Bea}\n"
    assert "['" not in shown(gift)
    assert "One: 1; Two: 2" in shown(gift)


def test_of_matching_questions_rows_are_counted_as_of_others() -> None:
    cards = "Term,Definition\nFrance,Paris\nSpain,Madrid\nPeru,Lima\nChad,\n"
    assert ", 3 of 4" in shown(cards, "short-answer")
    assert ", 3 of 4 in 1 question" in shown(cards, "match")
    nine = "".join(f"Term {n},Meaning {n}\n" for n in range(9))
    assert ", 9 of 9 in 2 questions" in shown(f"Term,Definition\n{nine}", "match")


def test_what_cannot_be_read_says_where_to_go() -> None:
    with pytest.raises(Unreadable) as wrong:
        read_text("The Roe Bridge was opened in 1904.\n\nIt is made of granite.\n")
    rows = " ".join(row.plain.strip() for row in refused(wrong.value, 80)).strip()
    assert rows.startswith("The pasted text is in no format that is known here: no question")
    assert rows.endswith("recognised in it. If it is prose, From my notes draws questions from it.")
    plain = [row.plain.strip() for row in refused(QuizError("A", "Because.", "Go."), 80)]
    assert plain == ["", "A. Because. Go."]


def test_a_folder_stands_for_its_only_file(tmp_path: Path) -> None:
    folder = tmp_path / "old ones"
    folder.mkdir()
    with pytest.raises(Unreadable, match="no file in it"):
        read_file(folder)
    (folder / "README").write_text("A,B\nC,D\nE,F\nG,H\n", "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\x00\x00" * 9)
    (folder / "quiz-one.gift.txt").write_text("::a:: Who? {=Ann ~Bea}\n", "utf-8")
    assert read_file(folder).title == "Quiz one"
    for name in ("a", "b", "c"):
        (folder / f"{name}.gift").write_text("::a:: Who? {=Ann ~Bea}\n", "utf-8")
    with pytest.raises(Unreadable, match=r"a\.gift, b\.gift, c\.gift and 1 more can"):
        read_file(folder)
