"""quiz draw and quiz verify: what they write where, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from quiz.cli.root import Root
from quiz.core.kinds import kinds
from quiz.draw.document import LARGEST
from quiz.store.desk.taught import Taught
from tests.cli.conftest import Run

TEXT = (
    "The Roe Bridge was opened in 1921. It has nine spans. It was designed by the engineer"
    " Anna Roe.\n\nThe Lund Mill closed in 1950.\n\nSign up for our newsletter\n"
)
QUESTION = """
[[question]]
id = "q1"
kind = "short-answer"
prompt = "Who wrote The Long Field?"
answer = "Ada Quill"
"""
FIELDS = {"id", "kind", "prompt", "cite", "status", "origin", "rule", "score", "claim"}


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A text with four facts and a line of furniture."""
    file = tmp_path / "texts" / "The bridge.md"
    file.parent.mkdir()
    file.write_text(TEXT, "utf-8")
    return file


def test_json_is_a_list_of_drafts_in_the_packs_names(quiz: Run, document: Path) -> None:
    ran = quiz("draw", str(document), "--json")
    assert ran.code == 0
    assert len(ran.data) == 4
    for draft in ran.data:
        assert set(draft) >= FIELDS
        assert draft["status"] == "proposed"
        (cite, *_) = draft["cite"]
        assert cite["document"] == "the-bridge"
        assert cite["quote"] in TEXT
        own = {"rule", "score", "claim", "from", "forms"}
        kinds()[draft["kind"]].model_validate({k: v for k, v in draft.items() if k not in own})
    assert "Set aside: a request of the site (1)." in ran.err


def test_drafts_are_a_pack_that_checks_and_is_never_dealt(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "draft.toml"
    ran = quiz("draw", str(document.parent), "-o", str(pack))
    assert (ran.code, ran.out) == (0, "")
    assert "4 drafts in" in ran.err
    told = tomli.loads(pack.read_text("utf-8"))
    assert [entry["file"] for entry in told["document"]] == ["The bridge.md"]
    assert quiz("check", str(pack), "--documents", str(document.parent)).code == 0
    played = quiz("play", str(pack), "--plain", "--player", "Tester")
    assert played.code != 0


def test_standard_output_is_the_pack_where_no_file_is_named(quiz: Run, document: Path) -> None:
    ran = quiz("draw", str(document), "--most", "2", "--topic", "bridge")
    assert len(tomli.loads(ran.out)["question"]) == 2


def test_verify_says_what_became_of_every_citation(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document), "-o", str(pack))
    words = ("verify", str(pack), "--documents", str(document.parent))
    same = quiz(*words)
    assert same.code == 0
    assert same.err == "4 exact.\n"
    document.write_text(f"A new beginning.\n\n{TEXT.replace('nine spans', 'eight spans')}", "utf-8")
    ran = quiz(*words, "--json")
    assert ran.code == 1
    assert sorted(row["status"] for row in ran.data) == ["changed", "moved", "moved", "moved"]
    (changed,) = [row for row in ran.data if row["status"] == "changed"]
    assert not changed["stands"]
    assert {row["now"] for row in ran.data if row["status"] == "moved"} == {2, 3}


def test_verify_shows_what_stands_there_now_and_what_is_missing(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document), "-o", str(pack))
    words = ("verify", str(pack), "--documents", str(document.parent))
    assert quiz(*words).out == ""
    assert quiz(*words, "--all").out.count("✓ exact") == 4
    document.write_text(TEXT.replace("nine spans", "eight spans").replace("It was d", "D"), "utf-8")
    ran = quiz(*words)
    assert ran.code == 1
    first, *rest = ran.out.splitlines()
    assert first.startswith("≠ changed")
    assert any(row.strip() == 'now:   "It has eight spans."' for row in rest)
    assert any(row.strip() == '"nine" is not in it any more.' for row in rest)
    assert "The bridge.md is not the edition that the pack was made from." in ran.err
    assert "2 questions are stale." in ran.err


def test_verify_looks_for_the_answers_and_fails_only_for_altered_proposals(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document), "-o", str(pack))
    words = ("verify", str(pack), "--documents", str(document.parent))
    assert {row["answer"] for row in quiz(*words, "--json").data} == {"passage"}
    drawn = pack.read_text("utf-8")
    pack.write_text(drawn.replace("answer = 1921", "answer = 1871"), "utf-8")
    ran = quiz(*words)
    assert ran.code == 1
    assert '"1871" is not in the passage, and nowhere in the document.' in ran.out
    assert "4 exact. 1 answer not in the passage. 1 proposal has another answer" in ran.err
    (row,) = [row for row in quiz(*words, "--json").data if row["answer"] == "nowhere"]
    assert (row["status"], row["stands"], row["absent"]) == ("exact", True, ["1871"])
    pack.write_text(drawn.replace("answer = 1921", "answer = 1950"), "utf-8")
    assert quiz(*words).code == 0
    assert "but elsewhere in the document" in quiz(*words).out
    accepted = drawn.replace("answer = 1921", "answer = 1871").replace('status = "proposed"\n', "")
    pack.write_text(accepted, "utf-8")
    ran = quiz(*words)
    assert (ran.code, "1871" in ran.out) == (0, True)


def test_verify_says_which_documents_it_had_not(quiz: Run, document: Path, tmp_path: Path) -> None:
    other = document.with_name("tower.md")
    other.write_text("The Holt Tower was opened in 1901.", "utf-8")
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document.parent), "-o", str(pack))
    other.unlink()
    ran = quiz("verify", str(pack), "--documents", str(document.parent))
    assert ran.code == 1
    assert "? unread" in ran.out
    assert "tower.md is not in" in ran.err
    assert "4 exact, 1 unread." in ran.err
    document.write_bytes(b"\x00\x01" * 99)
    ran = quiz("verify", str(pack), "--documents", str(document.parent))
    assert (ran.code, ran.out) == (1, "")
    assert "is not a text" in ran.err


def test_verify_looks_beside_the_pack_and_where_documents_were_read_last(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "draft.toml"
    pack.write_text(quiz("draw", str(document)).out, "utf-8")
    assert quiz("verify", str(pack)).err == "4 exact.\n"
    document.rename(pack.with_name(document.name))
    assert quiz("verify", str(pack)).err == "4 exact.\n"
    pack.with_name(document.name).unlink()
    ran = quiz("verify", str(pack))
    assert ran.code == 1
    assert "are not beside it" in ran.err
    bare = tmp_path / "bare.toml"
    bare.write_text('format = 1\nid = "bare"\ntitle = "B"\n' + QUESTION, "utf-8")
    assert quiz("verify", str(bare)).err == "The pack cites no documents.\n"


def test_what_the_desk_taught_and_the_authors_packs_hold_for_the_command(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    root = Root(saves=str(tmp_path / "saves"))
    Taught.at(root.places).mute("how-many", on=True)
    root.places.own.mkdir(parents=True)
    people = ["Bo Lindqvist", "Ines Marr", "Carl Ott"]
    (root.places.own / "mine.toml").write_text(
        'format = 1\nid = "mine"\ntitle = "Mine"\n'
        + "".join(QUESTION.replace("Ada Quill", p).replace("q1", f"q{i}", 1)
                  for i, p in enumerate(people))
        # A pack that speaks of nothing in the documents would lend strangers.
        + 'explanation = "At work in the Lund Mill."\n',
        "utf-8",
    )  # fmt: skip
    document.write_text(TEXT.replace("Anna Roe", "Anna Holm"), "utf-8")
    ran = quiz("draw", str(document), "--json")
    assert "Muted on the review desk: how-many" in ran.err
    assert {draft["rule"] for draft in ran.data} == {"event-year", "made-by"}
    (made,) = [draft for draft in ran.data if draft["rule"] == "made-by"]
    assert sorted(made["distractors"]) == sorted(people)
    assert set(made["from"].values()) == {"your pack Mine"}


def test_verify_needs_the_documents(quiz: Run, document: Path, tmp_path: Path) -> None:
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document), "-o", str(pack))
    elsewhere = tmp_path / "empty"
    elsewhere.mkdir()
    ran = quiz("verify", str(pack), "--documents", str(elsewhere))
    assert ran.code == 1
    assert "None of the pack's documents can be read in" in ran.err
    assert "The bridge.md is not in" in ran.err


def test_conflicts_are_told_and_not_asked(quiz: Run, document: Path) -> None:
    other = document.with_name("other.md")
    other.write_text("The Roe Bridge has seven spans.", "utf-8")
    ran = quiz("draw", str(document), str(other), "--json")
    assert "The documents disagree about Roe Bridge: nine; seven" in ran.err
    assert not any("spans" in draft["prompt"] for draft in ran.data)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "is empty"),
        (b"\x00\x01" * 99, "is not a text"),
        (b"x" * (LARGEST + 1), "is too large"),
    ],
)
def test_bad_documents_end_in_a_sentence(
    quiz: Run, tmp_path: Path, content: bytes, wanted: str
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    ran = quiz("draw", str(file))
    assert (ran.code, ran.out) == (1, "")
    assert wanted in ran.err
    assert "Traceback" not in ran.err


def test_what_is_not_there_is_named(quiz: Run, tmp_path: Path) -> None:
    assert "There is no" in quiz("draw", str(tmp_path / "none.txt")).err
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "There is no document in" in quiz("draw", str(empty)).err
    assert quiz("draw").code == 2


def test_two_documents_of_one_name_are_kept_apart(
    quiz: Run, document: Path, tmp_path: Path
) -> None:
    other = tmp_path / "more" / document.name
    other.parent.mkdir()
    other.write_text("The Holt Tower was opened in 1901.", "utf-8")
    ran = quiz("draw", str(document), str(other), "--json")
    assert {draft["cite"][0]["document"] for draft in ran.data} == {"the-bridge", "the-bridge-2"}
