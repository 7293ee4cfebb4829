"""Tidying keeps what a pack says and every comment, and tidying again changes nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.errors import Unreadable
from quiz.store.editing.tidy import new_id, tidy
from quiz.store.packs import parsed

HERE = Path("my-pack.toml")
ROOT = Path(__file__).parents[3]
MESSY = """\

#:schema pack.schema.json
# About the title
title="P"   # why so
format   = 1
  # about nothing near

# before the last question
  [[ question ]]
  answer = 'This'
    distractors = ["That",'Those',
       "Others"  ]
  # about the prompt
  prompt="Which one of these many things is meant?"  # really
  kind = "choice"
  cite = [ {document="d",paragraph=1} ]

  [ question.origin ]
  file = "x"
[[document]]
title = "D"
id = "d"
[[question]]
id = "two"
prompt = "Which one of these many things?"
kind = "true-false"
answer = true
tags = [
  "a", # the first
  "b",
]
# the end
"""
TIDY = """\
#:schema pack.schema.json
format = 1
id = "my-pack"
# About the title
title = "P"  # why so

[[document]]
id = "d"
title = "D"

# about nothing near

# before the last question
[[question]]
id = "things-meant"
kind = "choice"
# about the prompt
prompt = "Which one of these many things is meant?"  # really
answer = 'This'
distractors = ["That", 'Those', "Others"]
cite = [{ document = "d", paragraph = 1 }]

[question.origin]
file = "x"

[[question]]
id = "two"
kind = "true-false"
prompt = "Which one of these many things?"
answer = true
tags = [
  "a", # the first
  "b",
]

# the end
"""


def test_a_messy_pack_becomes_a_tidy_one() -> None:
    assert tidy(MESSY, HERE) == TIDY
    assert tidy(TIDY, HERE) == TIDY


def test_windows_line_ends_become_plain_ones() -> None:
    assert tidy(MESSY.replace("\n", "\r\n"), HERE) == TIDY


def test_ids_are_made_once_and_differ() -> None:
    twice = '[[question]]\nkind = "true-false"\nprompt = "Was it?"\nanswer = true\n' * 3
    told = tidy(f'format = 1\nid = "p"\ntitle = "P"\n{twice}', HERE)
    assert [q.id for q in parsed(HERE, told).questions] == ["question", "question-2", "question-3"]
    assert tidy(told, HERE) == told


def test_what_only_toml_1_1_knows_is_written_as_1_0() -> None:
    told = tidy(
        r'title = "\e \x41 \\x41 \\\e"' + "\nallow = [{\nrule = 'a',\nwhy = 'b',\n}]\n", HERE
    )
    assert r'title = "\u001B \u0041 \\x41 \\\u001B"' in told
    assert "allow = [{ rule = 'a', why = 'b' }]" in told


INLINE = """\
question = [ { kind = "true-false", prompt = "\u0427\u0442\u043e?" },
  # a comment
  {kind = "true-false", prompt = "Is it blue?"},
  {}, { id = "mine" }, { # why
    kind = "number",
  },
]
"""


def test_questions_in_one_list_get_ids_as_well() -> None:
    told = tidy(INLINE, HERE)
    ids = [question["id"] for question in tomllib.loads(told)["question"]]
    assert ids == ["question", "blue", "question-2", "mine", "question-3"]
    assert "# a comment" in told
    assert "# why" in told
    assert tidy(told, HERE) == told


def test_a_table_of_a_question_may_stand_behind_other_tables() -> None:
    text = '[[question]]\nx = 1\n[[document]]\nid = "d"\n[question.origin]\nid = "o"\n'
    told = tidy(text, HERE)
    assert tomllib.loads(told)["question"] == [{"id": "question", "x": 1, "origin": {"id": "o"}}]
    assert tidy(told, HERE) == told


def test_comments_in_a_table_come_above_its_field() -> None:
    text = (
        'cite = [{ # one\n  document = "\\e", # two\n  says = [ # three\n "a",\n ],\n}]\n'
        'tags = [\n  "\\x41", # first\n  { a = 1,\n  }, # second\n]\n'
    )
    assert tidy(text, HERE) == (
        'id = "my-pack"\n'
        'tags = [\n  "\\u0041", # first\n  { a = 1 }, # second\n]\n'
        "# one\n# two\n# three\n"
        'cite = [{ document = "\\u001B", says = ["a"] }]\n'
    )


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("07:32", "07:32:00"),
        ("1979-05-27T07:32Z", "1979-05-27T07:32:00Z"),
        ("1979-05-27 07:32-07:00", "1979-05-27 07:32:00-07:00"),
        ("07:32:01", "07:32:01"),
        ("1979-05-27", "1979-05-27"),
    ],
)
def test_times_without_seconds_get_them(short: str, whole: str) -> None:
    assert f"x = {whole}\n" in tidy(f"x = {short}\n", HERE)


class Asked(set[str]):
    """Counts how often somebody looks into it."""

    times = 0

    def __contains__(self, name: object) -> bool:
        self.times += 1
        return super().__contains__(name)


def test_many_ids_of_one_name_are_counted_once() -> None:
    taken, counted = Asked({"question-5"}), dict[str, int]()
    made = []
    for _ in range(1000):
        made.append(new_id("\u0427\u0442\u043e?", taken, counted=counted))
        taken.add(made[-1])
    assert made[:5] == ["question", "question-2", "question-3", "question-4", "question-6"]
    assert len(set(made)) == 1000
    assert taken.times < 3000
    assert new_id("What is it?", {"question"}) == "question-2"


def test_long_lists_take_a_line_for_each_item() -> None:
    told = tidy(f'authors = ["{"a" * 60}", "{"b" * 60}"]\ntags = ["{"c" * 120}"]\n', HERE)
    assert f'authors = [\n  "{"a" * 60}",\n  "{"b" * 60}",\n]\n' in told
    assert f'tags = ["{"c" * 120}"]\n' in told


def test_what_is_not_toml_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"my-pack\.toml"):
        tidy("= 1", HERE)


@pytest.mark.parametrize("file", sorted((ROOT / "questions").glob("*.toml")), ids=lambda f: f.stem)
def test_shipped_packs_say_the_same_afterwards(file: Path) -> None:
    text = file.read_text("utf-8")
    told = tidy(text, file)
    assert tomli.loads(told) == tomli.loads(text)
    assert tidy(told, file) == told


GAPS = st.lists(st.sampled_from([" ", "\n", "# {}\n"]), max_size=3).map("".join)
LEAVES = st.sampled_from(['"a"', r'"\e"', "'#'", "1", "07:32", '"""\n# {}"""'])


@st.composite
def values(draw: st.DrawFn, depth: int = 3) -> str:
    """A value as TOML 1.1 may have it, with line ends and comments anywhere."""
    shape: str = draw(st.sampled_from("vvlt"[: 4 if depth else 2]))
    if shape == "v":
        return draw(LEAVES)
    items = []
    for number in range(draw(st.integers(0, 3))):
        value = draw(values(depth - 1))
        key = f"k{number} = " if shape == "t" else ""
        items.append(f"{draw(GAPS)}{key}{value}{draw(GAPS)}")
    last = draw(st.sampled_from([",", ""])) if items else ""
    opening, closing = "[]" if shape == "l" else "{}"
    return f"{opening}{','.join(items)}{last}{draw(GAPS)}{closing}"


@given(st.lists(values(), max_size=4), st.booleans())
def test_whatever_1_1_says_is_said_in_1_0_with_all_comments(rows: list[str], inline: bool) -> None:
    text = "".join(f"x{number} = {row}\n" for number, row in enumerate(rows))
    if inline:
        text += f"question = [{','.join(f'{{ x = {row} }}' for row in rows)}]\n"
    number = iter(range(text.count("{}") + 1))
    text = re.sub(r"# \{\}", lambda _: f"# {next(number)}:", text)
    told = tidy(text, HERE)
    after = tomllib.loads(told)
    assert after.pop("id") == "my-pack"
    for question in after.get("question", []):
        assert question.pop("id")
    assert after == tomli.loads(text)
    assert sorted(re.findall(r"# \d+:", told)) == sorted(re.findall(r"# \d+:", text))
    assert tidy(told, HERE) == told


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
FIELDS = st.dictionaries(
    st.sampled_from(["id", "tags", "hints", "cite", "x y", "status", "zeta"]),
    TEXT | st.lists(TEXT | st.integers(), max_size=4) | st.dictionaries(TEXT, TEXT, max_size=2),
    max_size=4,
)
PACKS = st.fixed_dictionaries(
    {"question": st.lists(st.builds(lambda kind, more: {**kind.EXAMPLE, **more},
                                    st.sampled_from(list(kinds().values())), FIELDS), max_size=3)},
    optional={"title": TEXT, "format": st.just(1), "document": st.lists(FIELDS, max_size=2),
              "allow": st.lists(FIELDS, max_size=2)},
)  # fmt: skip
COMMENT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@given(PACKS, st.booleans(), st.lists(st.tuples(st.integers(0, 200), COMMENT), max_size=8))
def test_any_pack_keeps_its_meaning_and_comments(
    data: dict[str, Any], multiline: bool, comments: list[tuple[int, str]]
) -> None:
    lines = tomli_w.dumps(data, multiline_strings=multiline).split("\n")
    data = tomli.loads("\n".join(lines))
    for number, (place, comment) in enumerate(comments):
        at = place % (len(lines) + 1)
        added = [f"# {number}: {comment}", *[""] * (place % 2)]
        candidate = [*lines[:at], *added, *lines[at:]]
        try:
            same = tomli.loads("\n".join(candidate)) == data
        except tomli.TOMLDecodeError:
            same = False
        lines = candidate if same else lines
    text = "\n".join(lines)
    told = tidy(text, HERE)
    assert tidy(told, HERE) == told
    after = tomli.loads(told)
    after.pop("id", None)
    for before, now in zip(data.get("question", []), after.get("question", []), strict=True):
        assert {**before, "id": now["id"]} == now
    assert _comments(told) == _comments(text)


def _comments(text: str) -> list[str]:
    """Every comment line that a test put in."""
    return sorted(line.strip() for line in text.split("\n") if re.match(r"\s*# \d+:", line))
