"""Tidying keeps what a pack says and every comment, and tidying again changes nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.kinds import kinds
from quiz.errors import Unreadable
from quiz.store.packs import parsed
from quiz.store.tidy import tidy

HERE = Path("my-pack.toml")
ROOT = Path(__file__).parents[2]
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
