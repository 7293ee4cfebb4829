"""The number line: round ticks that hold both numbers, and both in their places."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from quiz.tui.signs import ASCII, UNICODE
from quiz.tui.widgets.numberline import numberline, ticks, told

NUMBERS = st.one_of(
    st.integers(-(10**15), 10**15).map(float),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 4)),
)


@given(NUMBERS, NUMBERS)
def test_both_numbers_lie_between_the_ends(one: float, other: float) -> None:
    assume(one != other)
    first, step = ticks(one, other)
    assert first < min(one, other)
    assert max(one, other) < first + 3 * step
    assert step > 0


@given(NUMBERS, NUMBERS, st.sampled_from([60, 80]))
def test_the_picture_fits_and_shows_both(one: float, other: float, width: int) -> None:
    assume(one != other)
    lines = [line.plain for line in numberline(one, other, width, UNICODE, "")]
    assert len(lines) == 4
    assert lines[1].count("▲") == lines[1].count("◆") == 1
    assert (lines[1].index("▲") < lines[1].index("◆")) == (one < other)
    assert sum("the answer" in line for line in lines[2:]) == 1
    assert sum("yours" in line for line in lines[2:]) == 1
    assert len(lines[0]) <= width
    assert len(lines[1]) <= width


def test_ascii() -> None:
    lines = [line.plain for line in numberline(1972, 1975, 60, ASCII, "")]
    assert lines[1] == "    |-----------+----^------#-----------|"


def test_figures_as_people_write_them() -> None:
    assert [told(n) for n in (1975.0, 2.5, 12500, -3.0)] == ["1975", "2.5", "12,500", "-3"]
