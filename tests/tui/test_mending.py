"""A citation that does not stand any more is mended by what stands there now, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from quiz.core.cited import digest
from quiz.store.packs import load
from quiz.tui.cited import papers
from quiz.tui.mending import mended

OLD = "Ada Brown drew the Roe Bridge in the spring of 1904."
NOW = "In 1904 Ada Brown drew the Roe Bridge, in the spring of the year."
TEXT = f"About bridges.\n{NOW} It took her a week.\nIt has eight spans.\n"


def _pack(folder: Path, cite: Mapping[str, Any], answer: str) -> Path:
    fields = ", ".join(f"{name} = {value!r}" for name, value in cite.items())
    path = folder / "bridges.toml"
    path.write_text(
        'format = 1\nid = "bridges"\ntitle = "Bridges"\n'
        '[[document]]\nid = "bridge"\ntitle = "B"\nfile = "bridge.txt"\n'
        f'[[question]]\nid = "a"\nkind = "short-answer"\nprompt = "Which?"\n'
        f'answer = "{answer}"\ncite = [{{ {fields} }}]\n',
        "utf-8",
    )
    (folder / "bridge.txt").write_text(TEXT, "utf-8")
    return path


@pytest.mark.parametrize(
    ("cite", "answer", "wanted"),
    [
        (
            {"paragraph": 2, "sentence": digest(OLD)},
            "1904",
            {"sentence": digest(NOW)},
        ),
        ({"paragraph": 2, "says": ["Ada Brown", "summer"]}, "1904", {"says": ["Ada Brown"]}),
        ({"paragraph": 3, "says": ["nine"]}, "spans", {"says": ["spans"]}),
        ({"paragraph": 3, "says": ["nine"]}, "nine", None),
        ({"paragraph": 9, "says": ["nine"]}, "nine", None),
        (
            {"paragraph": 3, "quote": OLD},
            "1904",
            {"paragraph": 2, "quote": NOW},
        ),
    ],
)
def test_what_stands_there_is_cited_if_it_is_a_proof(
    tmp_path: Path, cite: dict[str, Any], answer: str, wanted: dict[str, Any] | None
) -> None:
    cite = {"document": "bridge", **cite}
    pack = load(_pack(tmp_path, cite, answer))
    known = papers(pack, tmp_path)
    (told,) = known.cited(pack.questions)
    assert told.lost
    assert mended(known, told, {**cite, "start": 3}) == ({**cite, **wanted} if wanted else None)
