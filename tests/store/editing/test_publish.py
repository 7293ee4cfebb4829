"""Published citations: the hash for the quote, and every other byte as it was."""

from __future__ import annotations

from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.cited import digest
from quiz.store.editing.fieldtext import fresh
from quiz.store.editing.publish import bare, unquoted

SAID = "The Nile is wet."
HASH = digest(SAID)
INLINE = f"""# Mine.
[[question]]
id   =  "nile" # kept
cite = [ # first
  {{ document = "log", paragraph = 2, says = ["Nile"], quote = "{SAID}", start = 0, end = 4 }}, # x
  {{document="log",paragraph=3}},
]
"""
TABLE = f"""[[question]]
id   =  "nile"
[[question.cite]] # here
document="log" # kept
paragraph = 2
quote = '{SAID}'
start = 0
end = 4
before = "So:\\n"
"""


def test_in_a_list_only_what_quotes_is_written_anew() -> None:
    lines = INLINE.split("\n")
    told = f'  {{ document = "log", paragraph = 2, says = ["Nile"], sentence = "{HASH}" }}, # x'
    assert unquoted(INLINE).split("\n") == [*lines[:4], told, *lines[5:]]


def test_in_a_table_the_hash_stands_where_the_quote_stood() -> None:
    told = TABLE[: TABLE.index("quote")] + f'sentence = "{HASH}"\n'
    assert unquoted(TABLE) == told
    stale = TABLE.replace("quote =", 'sentence = "0123456789abcdef"\nquote =')
    assert unquoted(stale) == told


@pytest.mark.parametrize("text", [INLINE, TABLE])
def test_line_ends_stay_and_twice_is_once(text: str) -> None:
    windows = text.replace("\n", "\r\n")
    once = unquoted(windows)
    assert once.replace("\r\n", "\n") == unquoted(text)
    assert unquoted(once) == once


@pytest.mark.parametrize("text", ["", "question = 3", 'question = [1, { cite = "x" }]', "a = 1"])
def test_what_has_no_citations_stays(text: str) -> None:
    assert unquoted(text) == text


FIELDS: Any = st.dictionaries(
    st.sampled_from(["says", "quote", "start", "end", "before", "after", "sentence", "document"]),
    st.one_of(st.text(), st.integers(0, 99), st.lists(st.text(max_size=50), max_size=4)),
)


@given(st.lists(st.lists(FIELDS, max_size=4), max_size=4), st.booleans())
def test_any_citations_become_bare(questions: list[list[dict[str, Any]]], crlf: bool) -> None:
    end = "\r\n" if crlf else "\n"
    text = "".join(fresh({"id": "a", "cite": cites, "x": 1}, end) for cites in questions)
    wanted = [{"id": "a", "cite": [bare(cite) for cite in cites], "x": 1} for cites in questions]
    assert tomli.loads(unquoted(text)).get("question", []) == wanted
