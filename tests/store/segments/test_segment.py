"""Every record whose sum is right counts, wherever it stands and whatever stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.core.records import Record
from quiz.store.segments.segment import (
    Mark,
    header,
    named,
    read_segment,
    sealed,
    segment_name,
    whole,
)
from tests.store.strategies import attempt, move, records

NAME = "ab12cd34-0001.toml"


def segment(there: Sequence[Record]) -> bytes:
    """Write a whole segment."""
    return header("ab12cd34") + b"".join(sealed(r, n) for n, r in enumerate(there, 1))


def read(content: bytes) -> list[Record]:
    """Read the records of a segment, and make sure that nothing is wrong with it."""
    part = read_segment(NAME, content)
    assert not part.damage
    return [saved.record for saved in part.records]


@given(st.lists(records, max_size=5))
def test_a_segment_comes_back_and_is_toml(there: list[Record]) -> None:
    content = segment(there)
    assert read(content) == there
    tables = tomli.loads(content.decode())
    assert tables.pop("format") == 1
    assert tables.pop("device") == "ab12cd34"
    assert sum(map(len, tables.values())) == len(there)


@given(st.lists(records, max_size=3))
def test_an_editors_line_ends_do_no_harm(there: list[Record]) -> None:
    assert read(segment(there).replace(b"\n", b"\r\n")) == there


def test_a_mark_goes_on_where_it_stopped() -> None:
    first, both = segment([attempt(1)]), segment([attempt(1), attempt(2)])
    mark = read_segment(NAME, first).mark
    assert mark == Mark(len(first) - 1, first[-9:-1].decode(), 1)
    rest = read_segment(NAME, both[mark.offset :], mark)
    assert [(s.device, s.n, s.record) for s in rest.records] == [("ab12cd34", 2, attempt(2))]
    assert rest.mark == read_segment(NAME, both).mark


def test_a_mark_goes_on_in_crlf_too() -> None:
    first = segment([attempt(1)]).replace(b"\n", b"\r\n")
    mark = read_segment(NAME, first).mark
    assert mark is not None
    rest = read_segment(NAME, (first + sealed(attempt(2), 2))[mark.offset :], mark)
    assert [saved.record for saved in rest.records] == [attempt(2)]


@given(st.data())
def test_every_cut_keeps_what_is_whole(data: st.DataObject) -> None:
    there: list[Record] = [attempt(1), move(2), attempt(3)]
    content = segment(there)
    ends = [len(segment(there[:count])) - 1 for count in range(4)]  # the last line end is spare
    cut = data.draw(st.integers(0, len(content)))
    part = read_segment(NAME, content[:cut])
    count = sum(cut >= end for end in ends[1:])
    assert [saved.record for saved in part.records] == there[:count]
    assert all(damage.kind == "tail" for damage in part.damage)
    end, n = whole(content[:cut])
    assert n == count
    assert end == (ends[count] if cut >= ends[0] else 0)


@given(st.data())
def test_one_flipped_bit_costs_one_record(data: st.DataObject) -> None:
    there: list[Record] = [attempt(1), move(2), attempt(3)]
    content = bytearray(segment(there))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    part = read_segment(NAME, bytes(content))
    left = [saved.record for saved in part.records]
    assert left in [there, *([r for r in there if r is not lost] for lost in there)]
    if len(left) < 3:
        assert len(part.damage) == 1


def test_damage_is_named_by_file_and_line() -> None:
    content = segment([attempt(1), attempt(2)]).replace(b"points = 1\n", b"points = 9\n")
    (damage,) = read_segment(NAME, content).damage
    assert damage.kind == "record"
    assert damage.line == 5
    assert damage.message.startswith(f"{NAME}, line 5: ")
    assert b"points = 9" in damage.content
    assert b'question = "pack/q2"' not in damage.content


def test_a_tail_of_zeros_is_no_record() -> None:
    part = read_segment(NAME, segment([attempt(1)]) + bytes(100))
    assert [saved.record for saved in part.records] == [attempt(1)]
    assert [damage.kind for damage in part.damage] == ["tail"]


def test_a_newer_format_is_refused_in_a_sentence() -> None:
    head = b'format = 2\ndevice = "ab12cd34"\n'
    content = b"%b# crc32 %08x\n%b" % (head, crc32(head), sealed(attempt(1), 1))
    part = read_segment(NAME, content)
    assert not part.records
    assert "newer Palmarès" in part.damage[0].message


def test_a_format_that_a_bit_made_newer_is_none() -> None:
    content = segment([attempt(1)]).replace(b"format = 1", b"format = 9", 1)
    assert [saved.record for saved in read_segment(NAME, content).records] == [attempt(1)]


def test_a_right_sum_over_nonsense_is_damage() -> None:
    for body in (b"\n[[attempt]]\nn = 1\n", b"\n[[wager]]\nn = 1\n", b"\n[[move]]\nround = 1\n"):
        content = header("ab12cd34") + b"%b# crc32 %08x\n" % (body, crc32(body))
        part = read_segment(NAME, content)
        assert not part.records
        assert [damage.kind for damage in part.damage] == ["record"]


def test_only_the_tables_asked_for_are_read() -> None:
    content = segment([move(1), attempt(1), move(2)])
    part = read_segment(NAME, content, only={"attempt"})
    assert [saved.record for saved in part.records] == [attempt(1)]
    assert part.mark == read_segment(NAME, content).mark


@pytest.mark.parametrize("name", ["", "x.toml", "ab-1.toml", "AB-0001.toml", ".ab-0001.toml.part"])
def test_other_files_are_no_segments(name: str) -> None:
    assert named(name) is None


def test_names_of_segments() -> None:
    assert segment_name("ab12", 3) == "ab12-0003.toml"
    assert named("ab12x2-12345.toml") == ("ab12x2", 12345)
