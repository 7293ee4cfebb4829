"""quiz draw and quiz verify: what they write where, and how they end."""

from __future__ import annotations

from pathlib import Path

import pytest
import tomli

from quiz.core.kinds import kinds
from quiz.draw.document import LARGEST
from tests.cli.conftest import Run

TEXT = (
    "The Roe Bridge was opened in 1921. It has nine spans. It was designed by the engineer"
    " Anna Roe.\n\nThe Lund Mill closed in 1950.\n\nSign up for our newsletter\n"
)
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


def test_verify_needs_the_documents(quiz: Run, document: Path, tmp_path: Path) -> None:
    pack = tmp_path / "draft.toml"
    quiz("draw", str(document), "-o", str(pack))
    elsewhere = tmp_path / "empty"
    elsewhere.mkdir()
    ran = quiz("verify", str(pack), "--documents", str(elsewhere))
    assert ran.code == 1
    assert "None of the pack's documents is in" in ran.err


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
