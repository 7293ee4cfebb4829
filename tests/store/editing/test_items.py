"""A list is edited item by item: comments stay with their items, and all else keeps its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.store.editing.fieldtext import put, table
from quiz.store.editing.matching import matched

ORDER = ("id", "kind", "prompt", "distractors", "cite")
LISTED = """\
# Ours.
[[question]]
id = "a"   # never changed
distractors = [  # three are enough
  "Cannes",   # the oldest
  # Not the one
  # in Italy.
  'Venice' # single quotes
  , "Berlin", # later

  # ---- others ----

  "Rome"
  # to be continued
]
tags = ["x"] # the end
"""
FOUR = ["Cannes", "Venice", "Berlin", "Rome"]


def edited(new: Any, name: str = "distractors", text: str = LISTED) -> str:
    told = put(text, name, new, ORDER)
    assert table(told) == {**table(text), name: new}
    return told


def test_an_edited_item_keeps_its_comment() -> None:
    told = edited(["Cannes", "Venezia", "Berlin", "Rome"])
    assert told == LISTED.replace(
        "'Venice' # single quotes\n  , \"Berlin\"", '"Venezia", # single quotes\n   "Berlin"'
    )
    assert edited(["Nice", *FOUR[1:]]).count("#") == LISTED.count("#")
    assert '"Nice",   # the oldest' in edited(["Nice", *FOUR[1:]])


def test_a_deleted_item_takes_its_own_comments_with_it() -> None:
    told = edited(["Cannes", "Berlin", "Rome"])
    assert "single quotes" not in told
    assert "Italy" not in told
    for words in ("three are enough", "the oldest", "# later", "others", "to be continued"):
        assert words in told
    told = edited([])
    assert [row.strip() for row in told.splitlines() if "#" in row][2:-1] == [
        "distractors = [  # three are enough",
        "# ---- others ----",
        "# to be continued",
    ]


def test_new_items_have_lines_of_their_own() -> None:
    told = edited(["Lido", "Cannes", "Venice", "Berlin", "Locarno", "Rome", "Turin"])
    assert 'enough\n  "Lido",\n  "Cannes",   # the oldest\n' in told
    assert '"Berlin", # later\n  "Locarno",\n\n  # ---- others ----\n\n  "Rome",\n' in told
    assert '  "Turin"\n  # to be continued\n]' in told


def test_moved_items_take_their_comments_along() -> None:
    told = edited(["Venice", "Cannes", "Berlin", "Rome"])
    assert "enough\n  # Not the one\n  # in Italy.\n  'Venice', # single quotes\n" in told
    assert '\n  "Cannes",   # the oldest\n' in told


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ('["a", \'b\']', ["a", "b", "c"], '["a", \'b\', "c"]'),
        ('[ "a", \'b\' ]', ["b"], "[ 'b' ]"),
        ('["a"]', [], "[]"),
        ("['a',\n 'b']", ["a", "b", "c"], "['a',\n 'b', \"c\"]"),
        ("[\n 'a',\n 'b']", ["a", "b", "c"], "[\n 'a',\n 'b',\n \"c\"]"),
        ("['a', 'b',\n 'c', # x\n]", ["a", "c"], "['a',\n 'c', # x\n]"),
        ("['a', 'b', # x\n 'c']", ["a", "c"], "['a', # x\n 'c']"),
        ("[['a', 'b'],\n ['c', 'd'], # x\n]", [["a", "B"], ["c", "d"]],
         "[['a', \"B\"],\n ['c', 'd'], # x\n]"),
        ("['a', 'b']", ["a", "b" * 90], '[\n  \'a\',\n  "' + "b" * 90 + '",\n]'),
        ("[{ p = 1, q = 'x' }, {p = 2}]", [{"p": 1, "q": "x", "r": [1]}, {"p": 3}],
         "[{ p = 1, q = 'x', r = [1] }, {p = 3}]"),
        ("[{ p = 1, q = 'x' }]", [{"q": "x"}], "[{ q = 'x' }]"),
    ],
)  # fmt: skip
def test_every_way_to_write_a_list_is_kept(before: str, new: Any, after: str) -> None:
    around = '[[question]]\nid = "a" # b\nx = {}\ny = 1 # z\n'.partition("{}")
    for ending in ("\n", "\r\n"):
        text, wanted = (around[0] + value + around[2] for value in (before, after))
        told = put(text.replace("\n", ending), "x", new, ORDER)
        assert told == wanted.replace("\n", ending)
    assert table(told)["x"] == new


TABLES = """\
[[question]]
id = "a"

# The first.
[[question.cite]]
document = "x"   # in print
paragraph = 2
# about wine
says = ["red", "dry"]

# The second.
[[question.cite]]
document = "y"
paragraph = 3 # or 4?

[question.origin] # by hand
file = 'old.csv' # lost
"""
CITED = [
    {"document": "x", "paragraph": 2, "says": ["red", "dry"]},
    {"document": "y", "paragraph": 3},
]


def test_tables_of_a_question_are_edited_line_by_line() -> None:
    told = edited([CITED[0], {**CITED[1], "paragraph": 4}], "cite", TABLES)
    assert told == TABLES.replace("= 3 #", "= 4 #")
    told = edited([CITED[1]], "cite", TABLES)
    assert "The first" not in told
    assert '# The second.\n[[question.cite]]\ndocument = "y"\n' in told
    told = edited([*CITED, {"document": "z", "paragraph": 1}], "cite", TABLES)
    assert told.replace('\n[[question.cite]]\ndocument = "z"\nparagraph = 1\n', "") == TABLES
    told = edited({"file": "old.csv", "id": "7"}, "origin", TABLES)
    assert told == TABLES + 'id = "7"\n'
    told = put(TABLES, "origin", None, ORDER)
    assert told == TABLES[: TABLES.index("[question.origin]")]
    told = put(put(TABLES, "cite", None, ORDER), "explanation", "It is.", ORDER)
    assert table(told) == {"id": "a", "explanation": "It is.", "origin": {"file": "old.csv"}}
    assert "# lost" in told


@dataclass(frozen=True)
class Written:
    """A list as somebody wrote it: values, and for each its line and the comments that it owns."""

    values: tuple[str, ...]
    lines: tuple[str, ...]
    owned: tuple[tuple[str, ...], ...]
    shared: tuple[str, ...]
    text: str


@st.composite
def lists(draw: st.DrawFn) -> Written:
    """A list over several lines, full of comments, each of which is there only once."""
    many = draw(st.integers(1, 6))
    flag = st.booleans()
    indent = draw(st.sampled_from(["", "  ", "\t"]))
    values, lines, owned, shared, rows = [], [], [], [], []
    first = "[ # s-open" if draw(flag) else "["
    shared += ["s-open"] if "#" in first else []
    for n in range(many):
        mine = []
        if draw(flag):
            rows += ["", f"{indent}# s{n}, [apart] = 'x'", ""]
            shared.append(f"s{n},")
        for k in range(draw(st.integers(0, 2))):
            rows.append(f'{indent}# o{n}-{k} "')
            mine.append(f"o{n}-{k} ")
        value = f"v{n}"
        quote = draw(st.sampled_from("\"'"))
        line = f"{indent}{quote}{value}{quote}" + ("," if n < many - 1 or draw(flag) else "")
        if draw(flag):
            line += f"  # b{n}, why"
            mine.append(f"b{n},")
        rows.append(line)
        values.append(value)
        lines.append(line)
        owned.append(tuple(mine))
    if draw(flag):
        rows.append("# s-end")
        shared.append("s-end")
    text = "\n".join([first, *rows, "]"])
    return Written(tuple(values), tuple(lines), tuple(owned), tuple(shared), text)


def bare(row: str) -> str:
    """A line without the comma behind its item."""
    code, sign, comment = row.partition("#")
    return code.replace(",", "") + sign + comment


@given(lists(), st.data())
def test_comments_of_untouched_items_always_survive(told: Written, data: st.DataObject) -> None:
    new = list(told.values)
    for number in range(data.draw(st.integers(1, 4))):
        act = data.draw(st.sampled_from(["edit", "delete", "insert", "move"]))
        at = data.draw(st.integers(0, max(0, len(new) - 1)))
        if act == "insert" or not new:
            new.insert(at, f"new{number}")
        elif act == "edit":
            new[at] += "!"
        elif act == "delete":
            del new[at]
        else:
            new.insert(data.draw(st.integers(0, len(new) - 1)), new.pop(at))
    ending = data.draw(st.sampled_from(["\n", "\r\n"]))
    before = '# Ours.\n[[question]]\nid = "a"   # never\nx =  '.replace("\n", ending)
    after = " # z\n\n[question.origin] # here\nfile = 'f'\n".replace("\n", ending)
    text = before + told.text.replace("\n", ending) + after
    changed = put(text, "x", new, ORDER)
    assert table(changed)["x"] == new
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert changed.count("\n") == changed.count(ending)
    rows = [row.rstrip("\r").rstrip() for row in changed.split("\n")]
    for words in told.shared:
        assert words in changed
    for value, line, owned in zip(told.values, told.lines, told.owned, strict=True):
        if value in new:
            found = next(i for i, row in enumerate(rows) if re.search(f"{value}['\"]", row))
            assert bare(rows[found]) == bare(line)
            above = [row for row in rows[max(0, found - 2) : found] if "# o" in row]
            assert all(any(mine in row for row in above) for mine in owned if mine[0] == "o")
        elif not any(each.startswith(("new", "v")) and each.endswith("!") for each in new) and not (
            any(each.startswith("new") for each in new)
        ):
            assert not any(mine in changed for mine in owned), "a comment outlived its item"


@given(
    st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8)
)
def test_every_item_that_is_still_there_is_recognised(old: list[str], new: list[str]) -> None:
    found = matched(old, new)
    numbers = [number for number in found if number is not None]
    assert len(set(numbers)) == len(numbers)
    for text in set(new):
        same = [
            n
            for n, told in zip(found, new, strict=True)
            if n is not None and old[n] == told == text
        ]
        assert len(same) == min(old.count(text), new.count(text))
