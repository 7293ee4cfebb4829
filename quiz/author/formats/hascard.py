"""hascard: cards between lines of ---; definitions, options, gaps and orders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.author.compose import NO_PROMPT, chosen, settled, short, squeezed, told
from quiz.author.formats import Card, Format, Found, Result, Skipped, Source
from quiz.author.moodle import BLANK
from quiz.core.text import Clean

_PICK = re.compile(r"([-*])\s+(.+)")
_TICK = re.compile(r"\[([ *xX]?)\]\s*(.+)")
_PLACE = re.compile(r"(\d{1,3})\.\s+(.+)")
_GAP = re.compile(r"(?<![\\\w])_([^_\n]{1,200})_(?!\w)")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)")


def looks(source: Source) -> int:
    """Every part between lines of --- begins with a # and a title."""
    parts = [part for part, _ in _parts(source.text[:100_000])]
    titled = bool(parts) and all(part[0].startswith("# ") for part in parts)
    if not titled or any(row.startswith("```") for part in parts for row in part):
        return 0
    return 78 if len(parts) > 1 else 30


def read(source: Source) -> Iterator[Result]:
    """Read every card."""
    for rows, line in _parts(source.text):
        if not rows[0].startswith("#"):
            yield Skipped(line, "it has no title that begins with #")
            continue
        yield _card(line, rows[0].lstrip("#").strip(), rows[1:])


def _parts(text: str) -> Iterator[tuple[list[str], int]]:
    """Split at lines of ---; give the lines that say something, and where they begin."""
    rows: list[str] = []
    start = 0
    for number, row in enumerate([*text.split("\n"), "---"], 1):
        if row.strip() and not row.strip().strip("-") and len(row.strip()) >= 3:
            if rows:
                yield rows, start
            rows, start = [], 0
        elif row.strip():
            start = start or number
            rows.append(row.strip())


def _card(line: int, title: str, rows: list[str]) -> Result:
    """Make a question of what stands below a title."""
    lost = ["a picture"] if any(_IMAGE.search(row) for row in rows) else []
    rows = [row for row in (_IMAGE.sub("", row).strip() for row in rows) if row]
    prompt = Clean(title)
    if not title or not rows:
        return Skipped(line, "there is nothing on its back" if title else NO_PROMPT)
    ticks, picks = [[p.fullmatch(row) for row in rows] for p in (_TICK, _PICK)]
    places = [_PLACE.fullmatch(row) for row in rows]
    if all(ticks):
        marked = [(t[1] not in ("", " "), _line(t[2])) for t in ticks if t]
        fields = chosen(
            [t for ok, t in marked if ok], [t for ok, t in marked if not ok], lost, many=True
        )
    elif all(picks):
        marked = [(p[1] == "*", _line(p[2])) for p in picks if p]
        fields = chosen([t for ok, t in marked if ok], [t for ok, t in marked if not ok], lost)
        if not isinstance(fields, str):
            fields = settled(fields, [text for _, text in marked])
    elif all(places):
        listed = sorted((int(p[1]), _line(p[2])) for p in places if p)
        fields = {"kind": "order", "items": [text for _, text in listed]}
    else:
        return _definition(line, title, "\n".join(rows), lost)
    if isinstance(fields, str):
        return Skipped(line, fields)
    return Found(line, {"prompt": prompt} | fields, tuple(lost))


def _definition(line: int, title: str, text: str, lost: list[str]) -> Result:
    """Make a card of a definition; of a text with gaps, the first is asked."""
    gaps = list(_GAP.finditer(text))
    if not gaps:
        return Card(line, Clean(title), _line(text), lost=tuple(lost))
    first = gaps[0]
    rest = _GAP.sub(lambda found: found[1].split("|")[0], text[first.end() :])
    shown = f"{text[: first.start()]}{BLANK}{rest}"
    fields = short(_line(way) for way in first[1].split("|"))
    if isinstance(fields, str):
        return Skipped(line, fields)
    if gaps[1:]:
        lost.append(f"gaps that are shown, not asked: {told(gap[1] for gap in gaps[1:])}")
    prompt = title if shown.strip() == BLANK else f"{title}\n{shown}"
    return Found(line, {"prompt": Clean(prompt)} | fields, tuple(lost))


def _line(text: str) -> Clean:
    return squeezed(Clean(text.replace("\\_", "_")))


FORMAT = Format("hascard", "hascard", looks, read)
