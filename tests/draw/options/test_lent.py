"""Wrong options that the author's own packs lend: of one kind, surely wrong, and named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from quiz.core.pack import Pack
from quiz.draw.document import from_text
from quiz.draw.drawing import draw
from quiz.draw.options.lent import Lent

TEXT = "The Tarn Bridge was designed by the engineer Anna Roe. It is made of stone.\n"


def asked(prompt: str, answer: str, **more: Any) -> dict[str, Any]:
    fields = {"kind": "short-answer", "prompt": prompt, "answer": answer, **more}
    return {"id": f"q{abs(hash((prompt, answer))) % 10**9}", **fields}


def pack(*questions: dict[str, Any]) -> Pack:
    told = {"format": 1, "id": "bridges", "title": "Bridges", "question": list(questions)}
    return Pack.model_validate(told)


def people(*questions: dict[str, Any], ask: str = "Who designed the Tarn Bridge?") -> list[str]:
    return [answer.text for answer in Lent(lambda: [pack(*questions)]).people(ask)]


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Who wrote The Long Field?", "Bo Lindqvist"),
        ("Which engineer built the Holt Tower?", "Ines Marr"),
        ("Which film director was born in Tarn?", "Ines Marr"),
        ("After the flood, who led the town?", "Anna Lund"),
    ],
)
def test_full_names_are_people(prompt: str, answer: str) -> None:
    assert people(asked(prompt, answer)) == [answer]


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("Who wrote The Long Field?", "Lindqvist"),  # no full name
        ("Who won the cup in 2003?", "Red Star"),  # perhaps a team
        ("Who built the Holt Tower?", "Marr Brothers"),
        ("Which film by the director Bo Lund is set in Tarn?", "Long Field"),
        ("Who does Ines Marr play in The Long Field?", "Ada Quill"),  # nobody who ever lived
        ("Which character sings?", "Ada Quill"),
        ("What is a caisson?", "Bo Lindqvist"),
        ("Who designed the Tarn Bridge and the Holt Tower?", "Ines Marr"),  # perhaps it is true
    ],
)
def test_what_is_not_surely_a_wrong_person_is_left_out(prompt: str, answer: str) -> None:
    assert people(asked(prompt, answer)) == []


def test_other_kinds_and_mere_proposals_lend_nothing() -> None:
    listed = {"id": "a", "kind": "list", "prompt": "Who wrote it?", "entries": ["Bo Lund"]}
    proposed = asked("Who wrote it?", "Bo Lund", status="proposed")
    assert people(listed, proposed) == []


def test_titles_are_lent_by_the_word_for_them() -> None:
    film = asked("Which film by Bo Lund is set in Tarn?", "The Long Field")
    novel = asked("Which novel did Ines Marr write?", "Low Water")
    lent = Lent(lambda: [pack(film, novel)])
    assert [answer.text for answer in lent.works("film", "x")] == ["The Long Field"]
    assert not list(lent.works("", "x"))
    assert not list(lent.works("film", 'Who is in "The Long Field"?'))


def test_a_draft_names_the_pack_that_lent_its_options() -> None:
    lenders = [
        asked("Who wrote The Long Field?", "Bo Lindqvist"),
        asked("Who wrote Low Water?", "Ines Marr"),
        asked("Who painted the ferry?", "Carl Ott", accept=["Anna Roe"]),  # another name for her
        asked("Who played Ada Quill?", "Dora Finch"),
    ]
    (card,) = (
        draft
        for draft in draw([from_text("a.md", TEXT)], packs=Lent(lambda: [pack(*lenders)])).drafts
        if draft.answer == "Anna Roe"
    )
    assert set(card.question["distractors"]) == {"Bo Lindqvist", "Ines Marr", "Dora Finch"}
    assert set(card.origins.values()) == {"your pack Bridges"}


def test_packs_are_read_only_when_the_documents_lend_too_little() -> None:
    def read() -> Iterator[Pack]:
        raise AssertionError

    draw([from_text("a.md", "The Tarn Bridge was opened in 1921.\n")], packs=Lent(read))
