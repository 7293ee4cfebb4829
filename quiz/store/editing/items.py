"""Change some items of a list or an inline table where they stand; the others keep every byte.

An item owns the comment behind it on its line and the comment lines right above it: they stay with
it, move with it and go with it. A comment with a blank line below it, and all that stands behind
the last item or beside a bracket, belongs to the list as a whole, and always stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from quiz.core.problem import Place
from quiz.store.editing.matching import matched
from quiz.store.editing.values import WIDTH, ending, named, written
from quiz.store.spans import Spans

_TO_COMMA = re.compile(r"(?:[^,#]|#[^\n]*)*+,")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_Plan = list[tuple[int | None, str]]


@dataclass(frozen=True, slots=True)
class _Item:
    """An item with what surrounds it; joined, the parts are the text.

    `above` belongs to the list, `lead` (comment lines and indentation) to the item; `comma` may
    have blanks before it; `behind` goes up to the end of the line, or to the next item on it.
    """

    above: str
    lead: str
    text: str
    comma: str
    behind: str

    @property
    def ends(self) -> bool:
        """Whether its line ends here."""
        return self.behind.endswith("\n")

    def __str__(self) -> str:
        return self.above + self.lead + self.text + self.comma + self.behind


@dataclass(frozen=True, slots=True)
class _Listed:
    """What stands between two brackets: `first` beside the opening one, `last` before the other."""

    first: str
    items: tuple[_Item, ...]
    last: str

    @property
    def text(self) -> str:
        return self.first + "".join(map(str, self.items)) + self.last


def revised(spans: Spans, place: Place, old: Any, new: Any, room: int = WIDTH) -> str:
    """Give the text of the value at a place, with what is new in it; raises KeyError, IndexError.

    A list that stands on one line, and does not fit into `room` any more, goes on several.
    """
    begin, end = _extent(spans, place)
    text = spans.text[begin:end]
    if written(old) == written(new):
        return text
    if old and isinstance(old, list) and isinstance(new, list | tuple) and text[0] == "[":
        extents = [_extent(spans, (*place, number)) for number in range(len(old))]
        plan = _plan_list(spans, place, old, new)
    elif old and isinstance(old, Mapping) and isinstance(new, Mapping) and text[0] == "{":
        keys = [_extent(spans, (*place, name), key=True)[0] for name in old]
        extents = [
            (first, _extent(spans, (*place, name))[1])
            for first, name in zip(keys, old, strict=True)
        ]
        plan = _plan_table(spans, place, old, new, keys)
    else:
        return written(new, room).replace("\n", ending(spans.text))
    listed = _arranged(_read(spans.text, begin, end, extents), plan, ending(spans.text))
    if "\n" not in listed.text and len(listed.text) + 2 > room and text[0] == "[" and plan[1:]:
        rows = (f"  {told}," for _, told in plan)
        return ending(spans.text).join(["[", *rows, "]"])
    if not plan and not listed.text.strip():
        return text[0] + text[-1]
    return text[0] + listed.text + text[-1]


def _extent(spans: Spans, place: Place, *, key: bool = False) -> tuple[int, int]:
    found = spans.extent(place, key=key)
    if found is None:
        raise KeyError(place)
    return found


# ---- which item is which


def _plan_list(spans: Spans, place: Place, old: Sequence[Any], new: Sequence[Any]) -> _Plan:
    """Plan a list: each new item with the number of the old one whose place it takes."""
    numbers = matched([written(told) for told in old], [written(told) for told in new])
    return [
        (number, written(told))
        if number is None
        else (number, revised(spans, (*place, number), old[number], told))
        for number, told in zip(numbers, new, strict=True)
    ]


def _plan_table(
    spans: Spans, place: Place, old: Mapping[str, Any], new: Mapping[str, Any], keys: Sequence[int]
) -> _Plan:
    """Plan an inline table: what it has in its order, then what is new."""
    plan: _Plan = []
    for number, name in enumerate(old):
        if name in new:
            begin = _extent(spans, (*place, name))[0]
            told = revised(spans, (*place, name), old[name], new[name])
            plan.append((number, spans.text[keys[number] : begin] + told))
    added = ((None, f"{named(name)} = {written(new[name])}") for name in new if name not in old)
    return [*plan, *added]


# ---- apart, and together again


def _read(text: str, begin: int, end: int, extents: Sequence[tuple[int, int]]) -> _Listed:
    """Take apart what stands between two brackets; `extents` say where its items are."""
    stops = [*(first for first, _ in extents[1:]), end - 1]
    first, rest = _split(text[begin + 1 : extents[0][0]])
    items = []
    for (start, stop), next_start in zip(extents, stops, strict=True):
        above, lead = _own(rest)
        comma, gap = _comma(text[stop:next_start])
        behind, rest = _split(gap)
        if next_start == end - 1 and "\n" not in behind:
            behind, rest = "", behind + rest
        items.append(_Item(above, lead, text[start:stop], comma, behind))
    return _Listed(first, tuple(items), rest)


def _split(gap: str) -> tuple[str, str]:
    """Split a gap behind its first line end; all of it is the first part if there is none."""
    at = gap.find("\n") + 1
    return (gap[:at], gap[at:]) if at else (gap, "")


def _comma(gap: str) -> tuple[str, str]:
    """Take the comma out of a gap; one on a later line comes right behind the item."""
    found = _TO_COMMA.match(gap)
    if not found:
        return "", gap
    before, behind = found[0][:-1], gap[found.end() :]
    return (f"{before},", behind) if not before.strip(" \t") else (",", before + behind)


def _own(gap: str) -> tuple[str, str]:
    """Split what stands above an item: the list's, and the comment lines right above it."""
    lines = _LINE.findall(gap)
    at = len(lines) - (not gap.endswith("\n") and bool(lines))
    while at and lines[at - 1].lstrip().startswith("#"):
        at -= 1
    return "".join(lines[:at]), "".join(lines[at:])


def _arranged(before: _Listed, plan: _Plan, line_end: str) -> _Listed:
    """Put items together as planned; what goes leaves behind what is the list's."""
    kept = _emptied(before, {number for number, _ in plan if number is not None})
    out: list[_Item] = []
    for number, text in plan:
        if number is not None:
            out.append(replace(kept.items[number], text=text))
        else:
            out.append(_new(out, kept, text, line_end))
    return replace(kept, items=tuple(_with_commas(out, before, line_end)))


def _emptied(listed: _Listed, used: set[int]) -> _Listed:
    """Hand on what the items that go must leave: comments of the list, and ends of lines."""
    items = list(listed.items)
    last = listed.last
    for number, item in enumerate(listed.items):
        if number in used:
            continue
        above = items[number].above
        if number + 1 < len(items):
            items[number + 1] = replace(items[number + 1], above=above + items[number + 1].above)
        else:
            last = above + last
        before = number - 1
        while before >= 0 and before not in used and not items[before].ends:
            before -= 1
        if item.ends and before in used and not items[before].ends:
            items[before] = replace(items[before], behind=item.behind)
    return _Listed(listed.first, tuple(items), last)


def _new(out: list[_Item], listed: _Listed, text: str, line_end: str) -> _Item:
    """Make an item behind those that are there, on a line of its own where they have such."""
    on_lines = listed.first.endswith("\n")
    if out[-1].ends if out else on_lines:
        return _Item("", _indent(listed), text, ",", line_end)
    if out and on_lines:
        behind = out[-1].behind
        out[-1] = replace(out[-1], behind=line_end)
        return _Item("", _indent(listed), text, ",", behind)
    if out:
        out[-1] = replace(out[-1], behind=out[-1].behind or " ")
    return _Item("", "", text, ",", " ")


def _indent(listed: _Listed) -> str:
    """How far the items are indented."""
    leads = (item.lead.rpartition("\n")[2] for item in reversed(listed.items))
    return next(filter(None, leads), "  ")


def _with_commas(items: Sequence[_Item], before: _Listed, line_end: str) -> Iterator[_Item]:
    """A comma behind every item; behind the last one only if there was one before."""
    for item, below in pairwise(items):
        gap = line_end if below.lead else " "
        yield replace(item, comma=item.comma or ",", behind=item.behind or gap)
    ended = before.items[-1]
    for item in items[-1:]:
        behind = item.behind if item.ends else line_end if ended.ends else ""
        yield replace(item, comma=ended.comma and (item.comma or ","), behind=behind)
