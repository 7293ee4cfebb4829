"""Task lists in Markdown: where each question begins and ends, and what is what in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[([ xX]?)\](?:\s+(.*)|)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(\S.*)")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_OPEN = re.compile(r"\s*<quiz\b[^<>]*>\s*", re.IGNORECASE)
_CLOSE = re.compile(r"\s*</quiz>\s*", re.IGNORECASE)
_QUOTE = re.compile(r"\s*> ?(.*)")
_GAP = "[["


@dataclass(slots=True)
class Task:
    """A question as it stands: options with their marks, notes to them, and what is around."""

    line: int
    prompt: list[str] = field(default_factory=list)
    heading: str = ""
    items: list[tuple[bool, str]] = field(default_factory=list)
    notes: dict[int, list[str]] = field(default_factory=dict)
    after: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """Rows of one sort: heading, items, quote, text, or a whole question between tags."""

    sort: str
    line: int
    rows: list[str]


def tasks(text: str) -> Iterator[Task]:
    """Find every question: between <quiz> and </quiz>, else from a heading or paragraph on.

    What stands in a fence of code outside of these tags is about quizzes, not one of them.
    """
    heading, before = "", _Block("text", 0, [])
    pending: Task | None = None
    for block in _blocks(text.split("\n")):
        if pending is not None and not before.rows and not heading and _goes_on(pending, block):
            continue
        if block.sort == "quote":
            continue
        if pending is not None:
            yield pending
            pending = None
        if block.sort == "heading":
            heading, before = block.rows[0], _Block("text", block.line, [])
        elif block.sort == "text" and _GAP not in "".join(block.rows):
            before = block
        else:
            pending = _task(block, heading, block if block.sort == "text" else before)
            heading, before = "", _Block("text", 0, [])
    if pending is not None:
        yield pending


def _goes_on(task: Task, block: _Block) -> bool:
    """Take what belongs to a question still: its explanation, or options after a blank line."""
    if block.sort == "quote":
        task.after += [*([""] if task.after else []), *block.rows]
        return True
    if block.sort == "items" and task.items and not task.after:
        _add_items(task, block.rows)
        return True
    return False


def _task(block: _Block, heading: str, before: _Block) -> Task:
    """Begin a question with its list, its gap, or all that stands between its tags."""
    if block.sort == "box":
        return _boxed(block)
    task = Task(before.line or block.line, before.rows, heading)
    if block.sort == "items":
        _add_items(task, block.rows)
    return task


def _boxed(block: _Block) -> Task:
    """Read what stands between tags: all after the last option explains."""
    task = Task(block.line)
    items = [i for i, row in enumerate(block.rows) if row[:1] != "\0" and _ITEM.fullmatch(row)]
    if not items:
        gaps = [i for i, row in enumerate(block.rows) if _GAP in row and row[:1] != "\0"]
        end = (
            next((i for i in range(gaps[-1], len(block.rows)) if not block.rows[i].strip()), None)
            if gaps
            else None
        )
        task.prompt = [row.lstrip("\0") for row in block.rows[:end]]
        task.after = [row.lstrip("\0") for row in block.rows[end:]] if end else []
        return task
    task.prompt = [row.lstrip("\0") for row in block.rows[: items[0]]]
    last = items[-1] + 1
    while last < len(block.rows) and _QUOTE.fullmatch(block.rows[last]):
        last += 1
    _add_items(task, block.rows[items[0] : last])
    task.after = [row.lstrip("\0") for row in block.rows[last:]]
    return task


def _add_items(task: Task, rows: Sequence[str]) -> None:
    """Read options; a quote below one is a note to it, other rows go on with its text."""
    for row in rows:
        item, quote = _ITEM.fullmatch(row), _QUOTE.fullmatch(row)
        if item:
            task.items.append((item[1] in ("x", "X"), item[2] or ""))
        elif quote:
            task.notes.setdefault(len(task.items) - 1, []).append(quote[1])
        elif row.strip():
            marked, text = task.items[-1]
            task.items[-1] = marked, f"{text} {row.strip()}"


def _blocks(rows: Sequence[str]) -> Iterator[_Block]:
    """Group rows that are of one sort and stand together."""
    block: _Block | None = None
    fence = ""
    for number, row in enumerate(rows, 1):
        was, fence = fence, _fenced(row, fence)
        if block is not None and block.sort == "box":
            if _ended(block, row, code=bool(was and fence), marked=bool(fence)):
                yield block
                block, fence = None, ""
            continue
        sort = "" if was or fence else _sort(row, block)
        if block is not None and (sort != block.sort or sort in ("heading", "box")):
            yield block
            block = None
        if sort:
            block = block or _Block(sort, number, [])
            block.rows += [_bare(row, sort)] if sort != "box" else []
    if block is not None and block.sort != "box":
        yield block


def _ended(box: _Block, row: str, *, code: bool, marked: bool) -> bool:
    """Put a row into a box, unless it ends there; code is marked, since no option stands in it."""
    if _CLOSE.fullmatch(row) and not code:
        return True
    if not _FENCE.match(row):
        box.rows.append(f"\0{row}" if marked else row)
    return False


def _sort(row: str, block: _Block | None) -> str:
    """Say what a row is, after what stands above it."""
    above = block.sort if block is not None else ""
    if not row.strip():
        return ""
    if _OPEN.fullmatch(row):
        return "box"
    if _ITEM.fullmatch(row):
        return "items"
    if _QUOTE.fullmatch(row):
        return "items" if above == "items" else "quote"
    if _HEADING.fullmatch(row):
        return "heading"
    if above in ("items", "quote") and row[:1] in " \t":
        return above
    return "text"


def _bare(row: str, sort: str) -> str:
    """Take off the sign that says what a row is."""
    if sort == "heading":
        found = _HEADING.fullmatch(row)
        return found[1].rstrip().rstrip("#").rstrip() if found else row
    if sort == "quote":
        quote = _QUOTE.fullmatch(row)
        return quote[1] if quote else row
    return row


def _fenced(row: str, fence: str) -> str:
    """Follow fences of code: give the one that is open after this row."""
    found = _FENCE.match(row)
    if not found:
        return fence
    if not fence:
        return found[1]
    closing = found[1].startswith(fence) and not row.strip().strip(fence[0])
    return "" if closing else fence
