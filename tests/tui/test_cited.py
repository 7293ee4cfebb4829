"""What the studio knows of citations: stale once the document says otherwise, until mended."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from quiz.core.cited import digest
from quiz.core.pack import Pack
from quiz.store.places import Places, find_places
from quiz.store.whereabouts import MOST, likely, remember
from quiz.tui.cited import nearby, papers, sentence
from quiz.tui.proof import STALE

SPANS, BUILT = "The Roe Bridge has nine spans.", "It was built by Anna Roe in 1921."
TEXT = f"Bridges of the coast\n\n{SPANS} {BUILT}\n"


def pack(cites: dict[str, Any] | None = None, answer: str = "nine") -> Pack:
    cite = {"document": "bridge", "paragraph": 2, "says": ["nine"], "sentence": digest(SPANS)}
    question = {
        "id": "spans", "kind": "short-answer", "prompt": "How many spans?", "answer": answer,
        "cite": [cites or cite],
    }  # fmt: skip
    other = {
        "id": "built", "kind": "short-answer", "prompt": "Who built it?", "answer": "Anna Roe",
        "cite": [{"document": "bridge", "paragraph": 2, "sentence": digest(BUILT)}],
    }  # fmt: skip
    document = {
        "id": "bridge", "title": "Bridges", "file": "bridge.txt",
        "sha256": sha256(TEXT.encode()).hexdigest(),
    }  # fmt: skip
    told = {"format": 1, "id": "mine", "title": "Mine", "document": [document]}
    return Pack.model_validate({**told, "question": [question, other]})


def house(folder: Path) -> Places:
    return find_places(saves=folder / "saves", environ={})


def stale(told: Pack, folder: Path) -> dict[str, str]:
    """A sentence for each question that is."""
    found = papers(told, folder).cited(told.questions)
    return {each.question.id: sentence(each) for each in found if each.lost}


def test_a_question_is_stale_while_the_document_says_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, "utf-8")
    assert stale(pack(), tmp_path) == {}
    file.write_text(TEXT.replace("nine", "eight"), "utf-8")
    said = 'stale: gone from bridge, paragraph 2, which now says "The Roe Bridge has eight spans. '
    assert stale(pack(), tmp_path)["spans"].startswith(said)
    draft = {"document": "bridge", "paragraph": 2, "says": ["nine"], "quote": SPANS}
    said = 'stale: changed: bridge, paragraph 2 now says "The Roe Bridge has eight spans."'
    assert stale(pack(draft), tmp_path)["spans"] == f'{said}; "nine" is not in it'
    now = digest(SPANS.replace("nine", "eight"))
    mended = {"document": "bridge", "paragraph": 2, "says": ["eight"], "sentence": now}
    assert stale(pack(mended, "eight"), tmp_path) == {}
    file.write_text(TEXT, "utf-8")
    assert stale(pack(), tmp_path) == {}


def test_a_question_without_terms_is_mended_by_its_answer(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text(TEXT, "utf-8")
    cite = {"document": "bridge", "paragraph": 2}
    assert '"ten" is not in it' in stale(pack(cite, "ten"), tmp_path)["spans"]
    assert stale(pack(cite), tmp_path) == {}


def test_problems_stand_at_the_citation_and_keep_nothing_from_being_played(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("Nothing of the kind.\n\nNor here.\n", "utf-8")
    told = pack()
    found = list(papers(told, tmp_path).problems({4: told.questions[0]}))
    assert [(each.code, each.where, each.severity) for each in found] == [
        (STALE, ("question", 4, "cite", 0), "warning")
    ]


def test_documents_are_found_beside_the_pack_or_where_some_were_read(tmp_path: Path) -> None:
    places, texts, mine = house(tmp_path), tmp_path / "texts", tmp_path / "own" / "mine.toml"
    texts.mkdir()
    mine.parent.mkdir()
    file = texts / "bridge.txt"
    file.write_text(TEXT, "utf-8")
    assert not nearby(pack(), mine, places).documents
    remember(places, [texts])
    assert set(nearby(pack(), mine, places).documents) == {"bridge"}
    file.write_text("Another text of this name, in which nothing stands.\n", "utf-8")
    assert not nearby(pack(), mine, places).documents
    (mine.parent / "renamed.txt").write_text(TEXT, "utf-8")
    assert set(nearby(pack(), mine, places).documents) == {"bridge"}
    (texts / "bridge.txt").write_text(TEXT.replace("nine", "ten"), "utf-8")
    assert papers(pack(), texts).editions == {"bridge"}


def test_a_document_that_cannot_be_read_is_said_and_nothing_is_stale(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_bytes(b"\x00\x01" * 99)
    told = papers(pack(), tmp_path)
    assert "is not a text" in told.unread["bridge"]
    assert not any(each.lost for each in told.cited(pack().questions))
    assert "is not in" in papers(pack(), tmp_path / "nowhere").unread["bridge"]


def test_a_few_folders_are_remembered_and_a_broken_list_is_none(tmp_path: Path) -> None:
    places, mine = house(tmp_path), tmp_path / "mine.toml"
    folders = [tmp_path / str(number) for number in range(MOST + 3)]
    for folder in folders:
        folder.mkdir()
        remember(places, [folder])
    assert likely(places, mine) == [tmp_path, *folders[:2:-1]]
    (places.config / "documents.toml").write_text("folders = 3", "utf-8")
    assert likely(places, mine) == [tmp_path]


def test_a_folder_that_cannot_be_noted_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.store.whereabouts.replace", full)
    remember(house(tmp_path), [tmp_path])
    assert likely(house(tmp_path), tmp_path / "mine.toml") == [tmp_path]
