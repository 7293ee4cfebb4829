"""Lines: cut, wrapped, and numbers and times in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.core.text import clean
from quiz.tui.widgets.lines import cut, duration, nth, ordinal, thousands, wrap
from tests.tui.forms.press import cleans

TEXT = st.text(max_size=120).map(clean)


@given(TEXT, st.integers(2, 40))
def test_no_line_is_wider_than_asked_and_nothing_is_lost(text: str, width: int) -> None:
    lines = wrap(clean(text), width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXT, st.integers(1, 40))
def test_cut_fits(text: str, width: int) -> None:
    told = cut(clean(text), width)
    assert cell_len(told) <= width
    assert "\n" not in told


def test_wrapped_at_spaces() -> None:
    assert wrap(clean("the quick brown fox"), 10) == list(cleans("the quick", "brown fox"))
    assert wrap(clean("unbreakable"), 5) == list(cleans("unbre", "akabl", "e"))
    assert wrap(clean("日本語のテキスト"), 6) == list(cleans("日本語", "のテキ", "スト"))


def test_words() -> None:
    told = " ".join(ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111))
    assert told == "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th"
    assert (nth(3), nth(12), nth(13)) == ("third", "twelfth", "13th")
    assert (thousands(1848), thousands(-60)) == ("1,848", "−60")
    assert (duration(8.4), duration(128), duration(3720)) == ("8 s", "2 min 08 s", "1 h 02 min")
