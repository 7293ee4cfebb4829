"""A pack file becomes a Pack, or problems that say where and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import tomli_w
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.core.problem import Problem, problem
from quiz.store.packs import Broken, inspect, load

HEAD = 'format = 1\nid = "p"\ntitle = "P"\n'
GOOD = """
[[question]]
id = "good"
kind = "choice"
prompt = "Which?"
answer = "This"
distractors = ["That"]
"""
Pen = Callable[[str], Path]


@pytest.fixture
def pen(tmp_path: Path) -> Pen:
    """Writes a pack and gives its file."""

    def write(text: str) -> Path:
        file = tmp_path / "p.toml"
        file.write_text(text, "utf-8")
        return file

    return write


def only(file: Path) -> Problem:
    """The one problem of a file."""
    problems = inspect(file).problems
    assert len(problems) == 1, [str(told) for told in problems]
    assert problems[0].file == str(file)
    return problems[0]


def test_every_kinds_example_is_read(pen: Pen) -> None:
    data = {
        "format": 1,
        "id": "p",
        "title": "P",
        "question": [dict(kind.EXAMPLE) for kind in kinds().values()],
    }
    pack = load(pen(tomli_w.dumps(data)))
    assert [question.kind for question in pack.questions] == list(kinds())


BAD = [
    ("kind", 'kind = "choise"', "unknown-kind", 5, 8, '"choice"'),
    ("kind", "", "missing-field", 3, 1, "what kind"),
    ("answer", 'answr = "This"', "unknown-field", 7, 1, "`answer`"),
    ("answer", "", "missing-field", 3, 1, "right option"),
    ("prompt", "prompt = 5", "wrong-value", 6, 10, "What is asked"),
    ("prompt", 'prompt = ""', "out-of-limits", 6, 10, ""),
    ("prompt", f'prompt = "{"x" * 3000}"', "out-of-limits", 6, 10, ""),
    ("distractors", 'distractors = "That"', "wrong-value", 8, 15, ""),
    ("distractors", "distractors = []", "wrong-value", 8, 15, ""),
    ("distractors", 'distractors = ["That", 7]', "wrong-value", 8, 24, ""),
    ("id", 'id = "Not Good"', "wrong-value", 4, 6, ""),
    ("id", 'id = "good"\ndifficulty = 6', "wrong-value", 5, 14, "anybody"),
    ("id", 'id = "good"\ncite = [{ document = "d" }]', "missing-field", 5, 9, "paragraph"),
    ("id", 'id = "good"\ncite = [{ documnt = "d", paragraph = 1, document = "d" }]',
     "unknown-field", 5, 11, "`document`"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "instead", "code", "line", "column", "help_"), BAD)
def test_a_wrong_field_is_pointed_at(
    pen: Pen, field: str, instead: str, code: str, line: int, column: int, help_: str
) -> None:
    rows = [instead if row.startswith(f"{field} =") else row for row in GOOD.splitlines()]
    rows = [row for row in rows if row or field not in ("answer", "kind")]
    told = only(pen("\n".join([HEAD.rstrip(), *(r for r in rows if r), ""])))
    assert told.code == code
    assert (told.line, told.column) == (line + 1, column)
    assert help_ in f"{told.help} {told.message}"


def test_all_problems_are_told_and_the_sound_questions_kept(pen: Pen) -> None:
    bad = GOOD.replace("good", "bad").replace("prompt", "promt")
    reading = inspect(pen(HEAD.replace("title", "titel") + bad + GOOD))
    assert [told.code for told in reading.problems] == [
        "unknown-field",
        "unknown-field",
    ]
    assert reading.pack is not None
    assert [question.id for question in reading.pack.questions] == ["good"]
    assert reading.indices == (1,)
    assert [question["id"] for question in reading.sound["question"]] == ["good"]
    found = reading.placed([problem("x", "what", ("question", 0, "id"))])
    assert found[0].line == 13


def test_broken_says_the_first_problem_and_how_many(pen: Pen) -> None:
    with pytest.raises(Broken) as caught:
        load(pen(HEAD + GOOD.replace("prompt", "promt").replace('"This"', "5")))
    assert ":8:1: " in caught.value.message
    assert "and 1 more" in caught.value.message
    assert len(caught.value.problems) == 2


def test_an_id_may_stand_once(pen: Pen) -> None:
    told = only(pen(HEAD + GOOD + GOOD))
    assert (told.code, told.line) == ("duplicate-id", 13)


def test_a_newer_format_is_refused_in_one_sentence(pen: Pen) -> None:
    told = only(pen("format = 2\nid = 5\nnew = true\n"))
    assert (told.code, told.line) == ("newer-format", 1)
    assert "format 2" in told.message


def test_syntax_is_pointed_at(pen: Pen) -> None:
    told = only(pen(HEAD + 'x = "open\n'))
    assert (told.code, told.line, told.source) == ("toml-syntax", 4, 'x = "open')


def test_fields_go_by_the_names_of_the_format_only(pen: Pen) -> None:
    told = only(pen(HEAD + GOOD.replace("[[question]]", "[[questions]]")))
    assert (told.code, told.message) == ("unknown-field", "unknown field `questions`")


def test_hostile_names_are_clean_in_what_is_said(pen: Pen) -> None:
    told = only(pen(HEAD + '"\\u001b[2J" = 1\n' + GOOD))
    assert "\x1b" not in told.message


FIELDS = st.sampled_from(["id", "kind", "prompt", "answer", "distractors", "cite", "tags", "x"])
VALUES = st.recursive(
    st.sampled_from(["choice", "number", "good", ""]) | st.integers(-2, 9) | st.booleans(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(FIELDS, inner, max_size=2),
    max_leaves=5,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["format", "id", "title", "document", "allow", "question"]),
        VALUES | st.lists(st.dictionaries(FIELDS, VALUES), max_size=3),
    )
)
def test_whatever_a_pack_holds_is_read_or_objected_to(pen: Pen, data: dict[str, object]) -> None:
    reading = inspect(pen(tomli_w.dumps(data)))
    assert reading.problems or reading.pack
    for told in reading.problems:
        assert told.line >= 1
        assert told.column >= 1
        assert told.message
