"""The guide for authors: its examples load and pass, and what it says of the game is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quiz.author.check import check, codes
from quiz.author.formats import formats
from quiz.author.rules import texts
from quiz.core.deal import LENGTHS
from quiz.core.form import Given
from quiz.core.kinds import kinds
from quiz.core.kinds.list import ListAll
from quiz.core.pack import Document, Pack
from quiz.core.question import Question
from quiz.core.rules import CLOSE, HINT, value
from quiz.core.text import Clean
from quiz.core.verdict import Context
from quiz.store.packs import inspect, load
from tests.packs.guide import ALL, GUIDE, HEAD, TOML, named, table, written

UNFINISHED = {"too-few", "no-citation", "one-difficulty", "no-explanation"}
"""What is said of every fragment, however well it is made."""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """The questions of every kind, as one pack."""
    path = tmp_path / "guide.toml"
    path.write_text(HEAD + ALL, encoding="utf-8")
    return load(path)


def fields(model: type) -> dict[str, bool]:
    """The fields of a model as packs write them, and whether they must be there."""
    found = getattr(model, "model_fields").items()  # noqa: B009 - of any pydantic model
    return {field.alias or name: field.is_required() for name, field in found}


def test_the_guide_is_short() -> None:
    assert GUIDE.count("\n") < 440
    assert max(map(len, GUIDE.splitlines())) <= 100


def test_links_lead_somewhere() -> None:
    heads = re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]+)\)", GUIDE)) <= anchors


@pytest.mark.parametrize("name", TOML)
def test_every_example_loads_and_passes(name: str, tmp_path: Path) -> None:
    reading = inspect(written(TOML[name], tmp_path / "guide.toml"))
    assert reading.problems == ()
    assert reading.pack
    found = check(reading.pack, reading.sound)
    assert [str(problem) for problem in found if problem.code not in UNFINISHED] == []


def test_every_kind_has_an_example(pack: Pack) -> None:
    assert sorted(question.kind for question in pack.questions) == sorted(kinds())
    assert all(question.explanation for question in pack.questions)


def test_the_fields_of_all_kinds_are_listed() -> None:
    rows = table("These fields belong to all kinds")
    assert dict(pair for row in rows for pair in named(row[0])) == fields(Question)


def test_the_fields_of_each_kind_are_listed() -> None:
    listed: dict[str, dict[str, bool]] = {}
    kind = ""
    for row in table("what is **bold** must be there"):
        kind = row[0] or kind
        listed.setdefault(kind, {}).update(named(row[1]))
    common = fields(Question)
    want = {
        name: {field: must for field, must in fields(model).items() if field not in common}
        for name, model in kinds().items()
    }
    assert listed == want


def test_the_fields_of_a_pack_and_a_document_are_named() -> None:
    head = GUIDE[GUIDE.index("## The head of a pack") : GUIDE.index("## Every kind")]
    told = set(re.findall(r"^(\w+) = ", head, re.MULTILINE)) | {"question"}
    told |= set(re.findall(r"`\[?\[?(\w+)\]?\]?`", head))
    assert told >= set(fields(Pack))
    about = GUIDE[GUIDE.index("A document has") : GUIDE.index("## Checking")]
    assert set(re.findall(r"`([a-z]\w+)`", about)) == set(fields(Document))


JUDGED = [
    (question, *row[:2])
    for intro, question in (
        ("This is what happens with `first-woman`", "first-woman"),
        ("`gagarin-flight`:", "gagarin-flight"),
    )
    for row in table(intro)
]


@pytest.mark.parametrize(("id", "typed", "mark"), JUDGED)
def test_answers_are_judged_as_the_guide_says(pack: Pack, id: str, typed: str, mark: str) -> None:
    question = next(question for question in pack.questions if question.id == id)
    given = Given((Clean(typed.strip("`")),))
    assert question.verdict(given, Context(siblings=pack.siblings())).mark == mark


@pytest.mark.parametrize(
    ("fields", "typed", "mark"),
    [
        ({"answer": "Niger", "reject": ["Nigeria"]}, "Nigeria", "wrong"),
        ({"answer": "Brontë", "match": "fold"}, "bronte", "right"),
        ({"answer": "Brontë", "match": "fold"}, "Bronti", "wrong"),
        ({"answer": "Brontë", "match": "exact"}, "brontë", "wrong"),
        ({"answer": "Tom & Jerry"}, "jerry and tom", "right"),
        ({"answer": "Io"}, "Ia", "wrong"),
        ({"answer": "Apollo 11"}, "Apollo 12", "wrong"),
        ({"answer": "The Martian"}, "martian", "right"),
    ],
)
def test_what_is_said_of_judging_in_passing(
    fields: dict[str, object], typed: str, mark: str
) -> None:
    asked = {"id": "q", "kind": "short-answer", "prompt": "Which?", **fields}
    question = kinds()["short-answer"].model_validate(asked)
    assert question.verdict(Given((Clean(typed),)), Context()).mark == mark


def test_another_answer_of_the_pack_is_no_slip() -> None:
    asked = {"id": "q", "kind": "short-answer", "prompt": "Which?", "answer": "Iraq"}
    question, given = kinds()["short-answer"].model_validate(asked), Given((Clean("Iran"),))
    assert question.verdict(given, Context()).mark == "right"
    assert question.verdict(given, Context(siblings=frozenset({"Iran"}))).mark == "wrong"


def test_the_list_takes_surnames(pack: Pack) -> None:
    crew = next(question for question in pack.questions if isinstance(question, ListAll))
    given = Given((Clean("armstrong"), Clean("Edwin Aldrin")))
    assert crew.verdict(given, Context(siblings=pack.siblings())).mark == "right"


def test_limits_are_those_of_the_checks() -> None:
    told = [int(re.findall(r"\d+", row[1])[0]) for row in table("above these lengths")]
    limits = [texts.TITLE, texts.DESCRIPTION, texts.PROMPT, texts.OPTION, texts.EXPLANATION]
    assert told == limits


def test_points_are_those_of_the_rules() -> None:
    worth = [value(level) for level in range(1, 6)]
    assert f"{', '.join(map(str, worth[:-1]))} and {worth[-1]}\npoints" in GUIDE
    assert "halves the points" in GUIDE
    assert float(HINT) == 0.5
    assert f"for {float(CLOSE)} of the points" in GUIDE
    assert min(filter(None, LENGTHS)) == 5


def test_rules_named_in_the_guide_are_there() -> None:
    known = {code for code, _, _ in codes()}
    assert set(re.findall(r'rule = "([\w-]+)"', GUIDE)) <= known
    assert set(re.findall(r"(?:error|warning)\[([\w-]+)\]", GUIDE)) <= known


def test_formats_are_named() -> None:
    told = GUIDE[GUIDE.index("## From and to") : GUIDE.index("## Sharing")]
    words = set(re.findall(r"\w+", told.lower()))
    for form in formats().values():
        assert set(re.findall(r"\w+", form.label.lower())) - {"or"} <= words, form.label
