"""Made-up packs with the hardest texts there are, and how a file is read in tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from quiz.author.decoding import source
from quiz.author.exporting import export, fields
from quiz.author.formats import Lost, Want, formats
from quiz.author.importing import Imported, import_all, named, recognise
from quiz.core.pack import Pack
from quiz.core.text import clean, line

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"

_SIGNS = "=~#{}:\\%[]()<>&|*_`\"'!,;/->$@+.^\t\n"
_CHARS = _SIGNS + "abcxyz12éß日本語₂²\u00a0\u2028\u0301\u200d😀Ａ"
_PIECES = st.sampled_from(
    [
        "->",
        "####",
        "::",
        "[html]",
        "%50%",
        "TRUE",
        "//",
        "~=",
        "<b>x</b>",
        "&amp;",
        "[[x]]",
        "**b**",
        "- [x] a",
        "# h",
        "<!-- c -->",
        "<br>",
        "\\n",
        "\\*",
        "'=1",
        '"',
        "[sound:a.mp3]",
        "{{c1::x}}",
        "$CATEGORY: a",
        "_____",
        "1. ",
        "> q",
        "true",
        "|",
    ]
)
texts = st.one_of(
    st.text(_CHARS, min_size=1, max_size=9),
    st.tuples(st.text(_CHARS, max_size=3), _PIECES, st.text(_CHARS, max_size=3)).map("".join),
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), min_size=1, max_size=5
    ),
)
lines = texts.map(line).filter(bool)
prompts = texts.map(lambda text: clean(text).strip()).filter(bool)
slugs = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
MOST = 10**15
figures = st.one_of(
    st.integers(-MOST, MOST),
    st.sampled_from([MOST, -MOST, 1 / 3, 1e-5]),
    st.floats(-MOST, MOST, allow_nan=False).filter(lambda x: x != int(x)),
)


def options(least: int, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(lines, min_size=least, max_size=most, unique=True)


@st.composite
def choice(draw: st.DrawFn, *, fixed: bool = False) -> dict[str, Any]:
    claims = st.sampled_from([["True", "False"], ["false", "TRUE"]])
    answer, *wrong = draw(st.one_of(options(2, 6), options(3, 9), claims))
    told: dict[str, Any] = {"kind": "choice", "answer": answer, "distractors": wrong}
    if draw(st.booleans()):
        told["notes"] = {answer: draw(lines), wrong[0]: draw(lines)}
    if fixed and draw(st.booleans()):
        told["fixed"] = True
        place = draw(st.integers(1, len(wrong) + 1))
        told |= {"place": place} if place > 1 else {}
    return told


@st.composite
def multi_choice(draw: st.DrawFn) -> dict[str, Any]:
    texts = draw(options(2, 9))
    right = draw(st.integers(max(1, len(texts) - 8), min(8, len(texts) - 1)))
    return {"kind": "multi-choice", "answers": texts[:right], "distractors": texts[right:]}


@st.composite
def short_answer(draw: st.DrawFn) -> dict[str, Any]:
    answer, *accept = draw(options(1, 4))
    return {"kind": "short-answer", "answer": answer} | ({"accept": accept} if accept else {})


true_false = st.booleans().map(lambda answer: {"kind": "true-false", "answer": answer})
number = figures.flatmap(
    lambda answer: st.sampled_from(
        [
            {"kind": "number", "answer": answer},
            {"kind": "number", "answer": answer, "tolerance": 2.5},
            {"kind": "number", "answer": answer, "low": answer - 3, "high": answer + 7},
            {"kind": "number", "answer": answer, "low": answer - 3},
            {"kind": "number", "answer": answer, "high": answer + 7},
        ]
        if abs(answer) < MOST - 7
        else [{"kind": "number", "answer": answer}]
    )
)
match = st.lists(st.tuples(lines, lines), min_size=2, max_size=6).map(
    lambda pairs: {"kind": "match", "pairs": [list(pair) for pair in pairs]}
)
order = options(2, 6).map(lambda items: {"kind": "order", "items": items})
clues = st.tuples(options(2, 4), lines).map(
    lambda told: {"kind": "clues", "clues": told[0], "answer": told[1]}
)
entries = st.lists(
    st.one_of(lines, st.lists(lines, min_size=2, max_size=3)), min_size=1, max_size=4
).map(lambda listed: {"kind": "list", "entries": listed})


@st.composite
def packs(draw: st.DrawFn, *kinds: st.SearchStrategy[dict[str, Any]], shared: str = "") -> Pack:
    """A pack of questions of some kinds, with ids, prompts, and the shared fields named."""
    names = draw(st.lists(slugs, min_size=1, max_size=4, unique=True))
    questions = []
    for name in names:
        told = {"id": name, "prompt": draw(prompts), **draw(st.one_of(*kinds))}
        extra: dict[str, st.SearchStrategy[Any]] = {
            "explanation": prompts,
            "tags": st.lists(slugs, min_size=1, max_size=3, unique=True),
            "difficulty": st.sampled_from([1, 2, 4, 5]),
            "hints": options(1, 2),
        }
        for field in shared.split():
            if draw(st.booleans()):
                told[field] = draw(extra[field])
        questions.append(told)
    return Pack.model_validate({"format": 1, "id": "p", "title": "P", "question": questions})


def again(pack: Pack, form: str, end: str) -> tuple[Pack, Imported, tuple[Lost, ...]]:
    """Export a pack, import what was written, and give the questions that came back."""
    written = export(pack, formats()[form], Want())
    told, _ = source(f"p{end}", written.files[end].encode())
    found = import_all(told, named(form))
    questions = [{"id": named_by(q.fields), **q.fields} for q in found.questions]
    return (
        Pack.model_validate({"format": 1, "id": "p", "title": "P", "question": questions}),
        found,
        written.lost,
    )


def plain(told: dict[str, Any]) -> dict[str, Any]:
    """A question's fields without where it comes from."""
    return {name: each for name, each in told.items() if name != "origin"}


def named_by(told: dict[str, Any]) -> str:
    return str(told.get("id") or told["origin"]["id"])


def bare(pack: Pack) -> list[dict[str, Any]]:
    """The questions without where they came from."""
    return [{k: v for k, v in fields(q).items() if k != "origin"} for q in pack.questions]


def read(name: str, content: str | bytes, form: str = "", **more: Any) -> Imported:
    """Import a text or bytes in a format, or in the one that is recognised."""
    raw = content.encode() if isinstance(content, str) else content
    told, _ = source(name, raw, more.get("columns", ()))
    return import_all(told, named(form) if form else recognise(told), more.get("how"))


def sample(folder: str, name: str) -> Path:
    """A real file from beside the checkout; the test is skipped where it is missing."""
    path = SAMPLES / folder / name
    if not path.is_file():
        pytest.skip(f"{path} is not here: real files lie beside the checkout")
    return path
