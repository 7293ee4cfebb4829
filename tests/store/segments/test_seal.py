"""A sealed file comes back as it was, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.errors import Unreadable
from quiz.store.segments.seal import seal, unseal

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"))


@given(texts)
def test_what_was_sealed_comes_back(body: str) -> None:
    assert unseal(seal(body)) == body
    assert unseal(seal(body).replace(b"\n", b"\r\n")) == body


@given(texts, st.data())
def test_a_flipped_bit_or_a_cut_is_noticed(body: str, data: st.DataObject) -> None:
    whole = seal(body)
    place = data.draw(st.integers(0, len(whole) - 2))  # the last line end is spare
    flipped = bytearray(whole)
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    for damaged in (bytes(flipped), whole[:place]):
        with pytest.raises((Unreadable, UnicodeDecodeError)):
            unseal(damaged)
