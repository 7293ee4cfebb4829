"""Every value of a TOML text is found where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from random import Random
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.problem import Place
from quiz.store.spans import Spans
from quiz.store.toml import locate

TEXT = """\
# a comment with = and [brackets]
format = 1
"quoted \\u0041.key" = 'x'
title = "a \\"quoted\\" ] } title" # more
dotted.inner.deep = 1979-05-27 07:32:00
many = [
  "one", # ]
  [2, 3],
  { a = 1, b = "two" },
]
long = \"\"\"
[[question]]
id = "not one" \\\"\"\" still
\"\"\"\"
raw = '''it's'''

[[question]]
id = "first"

  [question.origin]
  file = "f"

[[question]]
id = "second"
cite = [{ document = "d", paragraph = 0 }, { document = "e" }]

[[question.part]]
x = 1
[[question.part]]
x = 2
"""

HEAD, TAIL = TEXT.split("long = ", 1)
PLAIN_TEXT = HEAD + "# no strings of several lines" + "\n#" * 4 + TAIL[TAIL.index("\n\n") :]
"""The same without strings of several lines, line for line."""


@pytest.mark.parametrize(
    ("where", "line", "source", "column"),
    [
        (("format",), 2, "1", 10),
        (("quoted A.key",), 3, "'x'", 23),
        (("title",), 4, r'"a \"quoted\" ] } title"', 9),
        (("dotted", "inner", "deep"), 5, "1979-05-27 07:32:00", 21),
        (("many", 0), 7, '"one"', 3),
        (("many", 1, 1), 8, "3", 7),
        (("many", 2, "b"), 9, '"two"', 16),
        (("long",), 11, '"""', 8),
        (("raw",), 15, "'''it's'''", 7),
        (("question",), 17, "[[question]]", 1),
        (("question", 0, "origin"), 20, "[question.origin]", 3),
        (("question", 0, "origin", "file"), 21, '"f"', 10),
        (("question", 1), 23, "[[question]]", 1),
        (("question", 1, "cite", 1, "document"), 25, '"e"', 57),
        (("question", 1, "part", 1, "x"), 30, "2", 5),
        (("question", 0, "missing"), 17, "[[question]]", 1),
        (("question", 0, "origin", "missing", 3), 20, "[question.origin]", 3),
        (("nowhere",), 1, "#", 1),
    ],
)
@pytest.mark.parametrize("text", [TEXT, PLAIN_TEXT], ids=["whole", "in blocks"])
def test_values_are_found(text: str, where: Place, line: int, source: str, column: int) -> None:
    if text is PLAIN_TEXT and where in (("long",), ("raw",)):
        return
    span = locate(text, where)
    assert (span.line, span.column) == (line, column)
    assert span.source[column - 1 :].startswith(source)
    assert span.width >= len(source)


def test_keys_are_found() -> None:
    assert locate(TEXT, ("many", 2, "b"), key=True)[:2] == (9, 12)
    assert locate(TEXT, ("dotted", "inner"), key=True)[:2] == (5, 8)


def test_a_table_among_questions_is_found() -> None:
    text = "a = 1\n[[question]]\n[[document]]\nid = 1\n[[question]]\n[[document]]\nid = 2\n"
    spans = Spans(text)
    assert spans.find(("document", 1, "id")).line == 7
    assert spans.find(("question", 1)).line == 5
    assert spans.find(("nothing",)).line == 1


HEAD_OF_9 = 'format = 1\nid = "p"\ntitle = "P"\n'


@pytest.mark.parametrize("name", ["document", "allow", "new"])
@pytest.mark.parametrize("before", [0, 1, 2])
def test_a_second_table_behind_a_question_is_found(name: str, before: int) -> None:
    text = HEAD_OF_9 + f"[[{name}]]\nid = 1\n" * before + "[[question]]\n"
    line = text.count("\n")
    text += f"[[{name}]]\nid = 2\n[[question]]\n[[ {name} ]]\nid = 3\n"
    for asked in ([], [("question", 1)], [("question", 0), (name, before)]):
        spans = Spans(text)
        for where in asked:
            spans.find(where)
        assert spans.find((name, before, "id")).line == line + 2
        assert spans.find((name, before + 1)).line == line + 4
        assert spans.find(("question", 1)).line == line + 3
        assert spans.find((name, before + 1, "id"), key=True).line == line + 5


@pytest.mark.parametrize("header", ['[["question"]]', "[['question']]", '[["\\u0071uestion"]]'])
def test_a_header_in_quotes_is_one(header: str) -> None:
    text = f"{HEAD_OF_9}{header}\nid = 1\n[[question]]\nid = 2\n{header}\nid = 3\n"
    spans = Spans(text)
    assert [spans.find(("question", n, "id")).line for n in (2, 1, 0)] == [9, 7, 5]


class Counting(Spans):
    """Counts the characters that were read."""

    read = 0

    def _scan(self, at: int, end: int) -> None:
        self.read += end - at
        super()._scan(at, end)


LONG = [
    'explanation = """\nOnce\n[[question]]\n"""',
    "explanation = '''[[document]]'''",
    'prompt = "no \\"\\"\\" string" # """',
    "prompt = '\"\"\"' # '''",
    'tags = ["""\n[[question]]""", \'\', \'\'\'\n[x]\n\'\'\', """]]""", ""] # """',
]


@pytest.mark.parametrize("long", LONG)
def test_long_strings_neither_mislead_nor_cost(long: str) -> None:
    blocks = [f"[[question]]\nid = {n}\n{long}\n" for n in range(100)]
    text = "".join([HEAD_OF_9, *blocks[:50], "[[document]]\nid = 100\n", *blocks[50:]])
    assert len(tomli.loads(text)["question"]) == 100
    spans = Counting(text)
    for where in (("question", 70, "id"), ("question", 7, "id"), ("document", 0, "id")):
        span = spans.find(where)
        assert span.source == f"id = {where[1] or 100}"
    assert spans.read < len(text) / 10


PIECES = [
    'title = "T"', "[[document]]", 'id = "d"', "[[question]]", "[ question.origin ]",
    "[[question.part]]", '[["question"]]', "[['docu ment']]", "[[document.note]]", "[true]",
    "[1979-05-27]", "[sub]", "[sub.below]", 'rows = [\n["x"],\n["question"]\n]', "file = 1",
    'long = """\n[[question]]\n"""', "raw = '''\n[[document]]\n\'\'\'", "# [[question]]",
    'cite = [{ document = "d" }, {}]', "rows = [\n  [1],\n[true]]", "  [[ allow ]]  # why",
]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.integers(0, 99)), max_size=14),
    st.randoms(use_true_random=False),
    st.sampled_from(["\n", "\r\n"]),
)
def test_reading_by_stretches_is_reading_the_whole(
    rows: list[tuple[str, int]], rng: Random, end: str
) -> None:
    kept: list[str] = []
    for row, number in rows:  # leave out what would not be TOML
        row = re.sub(r"^(\w+) =", rf"\g<1>{number} =", row)
        with suppress(tomli.TOMLDecodeError):
            tomli.loads("\n".join([*kept, row]))
            kept.append(row)
    text = end.join(kept).replace("\r\n", "\n").replace("\n", end)
    whole, spans = Spans(text), Spans(text)
    whole.tables()
    asked = [*places(tomli.loads(text)), ("question", 9), ("nothing",), ("document", 1, "x")]
    rng.shuffle(asked)
    for where in asked:
        for key in (False, True):
            assert spans.find(where, key=key) == whole.find(where, key=key), where
            assert spans.extent(where, key=key) == whole.extent(where, key=key), where


def test_questions_are_found_in_any_order() -> None:
    text = "a = 1\n" + "[[question]]\nid = 1\n" * 20
    spans = Spans(text)
    assert [spans.find(("question", n, "id")).line for n in (7, 0, 19)] == [17, 3, 41]
    assert spans.find(("question",)).line == 2
    assert spans.find(("question", 25, "id")).line == 2


def test_windows_line_ends_count_alike() -> None:
    there = locate(TEXT.replace("\n", "\r\n"), ("question", 1, "id"))
    assert there[:3] == (24, 6, 'id = "second"')


def places(value: Any, where: Place = ()) -> Iterator[Place]:
    """Every way into a value."""
    inside = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, inner in inside:
        yield (*where, step)
        yield from places(inner, (*where, step))


def at(value: Any, where: Place) -> Any:
    """What stands there."""
    for step in where:
        value = value[step]
    return value


PLAIN = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
LEAF = PLAIN | st.integers(-999, 999) | st.booleans() | st.floats(allow_nan=False) | st.dates()
VALUE = st.recursive(
    LEAF, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PLAIN, inner, max_size=3)
)


@given(st.dictionaries(PLAIN, VALUE, max_size=5), st.booleans())
def test_every_value_of_any_document_is_found(data: dict[str, Any], multiline: bool) -> None:
    text = tomli_w.dumps(data, multiline_strings=multiline)
    parsed = tomli.loads(text)
    spans = Spans(text)
    lines = text.split("\n")
    for where in places(parsed):
        value = at(parsed, where)
        if isinstance(value, dict | list):
            continue
        span = spans.find(where)
        rest = "\n".join([lines[span.line - 1][span.column - 1 :], *lines[span.line :]])
        assert _first(rest) == value


def _first(rest: str) -> Any:
    """Read the value that a text starts with, whatever follows."""
    for end in range(1, len(rest) + 1):
        if rest[end : end + 1] in ("", ",", "\n", " ", "]", "}"):
            try:
                return tomli.loads(f"x = {rest[:end]}")["x"]
            except tomli.TOMLDecodeError:
                continue
    raise AssertionError(rest)


@given(st.text(max_size=80) | st.text("[]{}=\"'.,#\n ab1", max_size=60))
def test_any_text_is_survived(text: str) -> None:
    span = Spans(text).find(("question", 0, "id"))
    assert span.line >= 1
    assert span.column >= 1
