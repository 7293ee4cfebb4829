"""A line drawn to scale that holds the player's number and the true one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from textual.content import Content

from quiz.tui import plain
from quiz.tui.signs import Signs

_PARTS = 3


def ticks(one: float, other: float) -> tuple[Decimal, Decimal]:
    """Choose the first of four round ticks and the step between them, to hold both numbers."""
    low, high = sorted((Decimal(str(one)), Decimal(str(other))))
    for step in _steps(max(high - low, Decimal("1e-6"))):
        first, last = low // step * step, -(-high // step) * step
        first -= step if first > low else 0  # // cuts towards zero
        last += step if last < high else 0
        parts = int((last - first) / step)
        if parts > _PARTS:
            continue
        for _ in range(_PARTS - parts):
            if low - first <= last - high:
                first -= step
            else:
                last += step
        if first < low and high < last:
            return first, step
    raise AssertionError("the steps have no end")


def _steps(span: Decimal) -> Iterator[Decimal]:
    """1, 5, 10, 50 ... times a power of ten, from below the span."""
    for power in count(span.adjusted() - 1):
        yield Decimal(1).scaleb(power)
        yield Decimal(5).scaleb(power)


def numberline(yours: float, truth: float, width: int, signs: Signs, ink: str) -> list[Content]:
    """Draw the four lines: figures, the line, and both numbers with their words.

    `ink` is the style of the player's number.
    """
    first, step = ticks(yours, truth)
    wide = width >= 80
    indent, part = (10, 15) if wide else (4, 12)
    length = part * _PARTS

    def column(number: float) -> int:
        share = (Decimal(str(number)) - first) / (step * _PARTS)
        return min(length - 1, max(1, round(share * length)))

    here, there = column(yours), column(truth)
    if here == there:
        here += 1 if yours > truth else -1
    axis = [signs.rule] * (length + 1)
    axis[0], axis[-1] = signs.left_end, signs.right_end
    for i in range(1, _PARTS):
        axis[i * part] = signs.tick
    line = Content("".join(axis))
    line = line.stylize("$line")
    line = _put(_put(line, there, signs.truth, "bold $right"), here, signs.yours, ink)
    figures = [told(first + step * i) for i in range(_PARTS + 1)]
    head = Content("".join(f"{figure:<{part}}" for figure in figures).rstrip())
    if max(map(len, figures)) >= part:  # only the ends, flush with the line
        head = plain.apart(Content(figures[0]), Content(figures[-1]), length + 1)
    right = (there, told(truth), "the answer", "bold $right")
    mine = (here, told(yours), "yours", ink)
    nearer, further = (right, mine) if there > here else (mine, right)
    upper = Content(" " * further[0]) + Content.styled(signs.stem, further[3])
    upper = plain.fit(upper, nearer[0]) + _label(nearer, signs)
    lower = Content(" " * further[0]) + _label(further, signs)
    return [Content(" " * indent) + row for row in (head, line, upper, lower)]


def _put(line: Content, column: int, sign: str, ink: str) -> Content:
    return line[:column] + Content.styled(sign, ink) + line[column + 1 :]


def _label(marker: tuple[int, str, str, str], signs: Signs) -> Content:
    _, figure, word, ink = marker
    return Content.styled(f"{signs.foot} {figure}  {word}", ink)


def told(number: float | Decimal) -> str:
    """Write a number without a useless end: 1975, 2.5, 12,500."""
    value = Decimal(str(number))
    if value == value.to_integral_value():
        whole = int(value)
        return f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    return f"{value.normalize():f}"
