"""Documents are found as they are named, and evidence is marked where it stands."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.text import clean
from quiz.errors import NotFound, QuizError, Unreadable
from quiz.store.places import Places, find_places
from quiz.tui.notes import drawn_from, sources
from quiz.tui.widgets.evidence import marked

TEXT = (
    "The Elsing Bridge was built in 1931 by the engineer Mara Lindqvist, and it has nine spans. "
    "It was painted green. Mara Lindqvist won the Holm Prize in 1936 for the Elsing Bridge."
)


def step(*_: object) -> None:
    """Nobody watches."""


def house(folder: Path) -> Places:
    return find_places(saves=folder / "saves", environ={})


def test_files_are_understood_as_typed_quoted_dropped_and_pasted(tmp_path: Path) -> None:
    one, two = tmp_path / "a b.md", tmp_path / "c.txt"
    for file in (one, two, tmp_path / "README.md"):
        file.write_text(TEXT, "utf-8")
    (tmp_path / "x.png").write_bytes(b"")
    assert sources(f" {one} ") == (one,)
    assert sources(f"'{one}' {two}") == (one, two)
    assert sources(f"{str(one).replace(' ', chr(92) + ' ')} {two}") == (one, two)
    assert sources(f"{one}\n{two}\n{one}\n") == (one, two)
    assert sources(one.as_uri()) == (one,)
    assert sources(str(tmp_path)) == (one, two)
    assert sources("First line.\nSecond line.") == "First line.\nSecond line."
    for missing in (f"{two} {tmp_path / 'no.md'}", "no.md", "''", "it's"):
        with pytest.raises(NotFound):
            sources(missing)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff" * 400, b"%PDF-1.4 nothing"])
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ("a.pdf" if content.startswith(b"%PDF") else "a.txt")
    file.write_bytes(content)
    with pytest.raises((Unreadable, QuizError)) as told:
        drawn_from((file,), house(tmp_path), step)
    assert "\n" not in told.value.title


@pytest.mark.parametrize("width", [0, 60])
def test_the_evidence_of_every_card_is_its_quote(tmp_path: Path, width: int) -> None:
    """Also where a paragraph is broken into lines."""
    body = "\n\n".join([TEXT] * 2 + ["Oskar Brandt designed the Port Tower in 1950."] * 3)
    if width:
        body = "\n\n".join(fill(part, width) for part in body.split("\n\n"))
    file = tmp_path / "bridge.txt"
    file.write_text(f"About bridges and towers\n\n{body}\n", "utf-8")
    _, told, _ = drawn_from((file,), house(tmp_path), step)
    assert told.cards
    for card in told.cards:
        for cite, passage in zip(card.forms[0]["cite"], card.passages, strict=True):
            if "quote" in cite:
                assert passage.text[passage.start : passage.end] == cite["quote"]


@given(st.text(), st.integers(4, 60), st.integers(0, 40), st.integers(0, 40))
def test_marking_loses_no_word_and_keeps_to_the_width(
    text: str, width: int, start: int, size: int
) -> None:
    told = clean(text)
    lines = [line for _, line in marked(told, [(start, start + size)], width)]
    assert all(line.cell_length <= width for line in lines)
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(told.split())
